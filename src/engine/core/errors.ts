/** Engine errors carry the Python exception type and PyTorch's message; the bridge turns them into that exception. */

export type ErrorKind =
  | 'RuntimeError'
  | 'ValueError'
  | 'TypeError'
  | 'IndexError'
  | 'NotImplementedError'
  | 'MemoryError'
  | 'OutOfMemoryError'
  | 'LinAlgError';

export class EngineError extends Error {
  constructor(
    readonly kind: ErrorKind,
    message: string,
  ) {
    super(message);
    this.name = kind;
  }
}

type Raiser = (kind: ErrorKind, message: string) => never;

let raiser: Raiser = (kind, message) => {
  throw new EngineError(kind, message);
};

/** The bridge installs a raiser that raises the Python exception, which then travels through JavaScript unchanged. */
export function setRaiser(next: Raiser): void {
  raiser = next;
}

export function fail(kind: ErrorKind, message: string): never {
  return raiser(kind, message);
}

export function check(condition: boolean, message: () => string, kind: ErrorKind = 'RuntimeError'): asserts condition {
  if (!condition) fail(kind, message());
}
