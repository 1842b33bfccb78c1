/** A kernel of the grader's own: fresh when asked, with a limit of time on whatever runs in it, and the marked messages that come out. */
import { cellId, createKernel } from '../kernel/client';
import type { Kernel, RunResult } from '../kernel/kernel';
import type { Output } from '../protocol/messages';

/** What protocol/parse.ts lets through as the code of a cell, with room to spare. */
const LONGEST_CODE = 1_900_000;

export interface RoomRun {
  readonly outcome: RunResult['outcome'] | 'timeout';
  /** The text behind the last message that opened with the mark; null when there was none. */
  readonly message: string | null;
  readonly error: Extract<Output, { kind: 'error' }> | null;
  readonly elapsedMs: number;
}

/** The kernel cannot be started at all. */
export class NoKernelError extends Error {
  override readonly name = 'NoKernelError';
}

export class Room {
  readonly #name: string;
  readonly #kernel: Kernel;

  constructor(name: string, options: { readonly snapshotFirst: boolean }) {
    this.#name = name;
    this.#kernel = createKernel({ device: 'cpu', standby: false, snapshotFirst: options.snapshotFirst });
  }

  /** @throws {NoKernelError} */
  async ready(): Promise<void> {
    await untilIdle(this.#kernel);
    const { phase, notice } = this.#kernel.getStatus();
    if (phase === 'failed') throw new NoKernelError(notice && 'detail' in notice ? notice.detail : 'no Python');
  }

  /** Ends whatever runs; the next run begins in a new kernel. */
  renew(): void {
    void this.#kernel.restart();
  }

  dispose(): void {
    this.#kernel.dispose();
  }

  /** `code` as the cell of this room's name; `mark` opens its messages. */
  async run(code: string, limitMs: number, mark: string | null = null): Promise<RoomRun> {
    await this.ready();
    if (code.length > LONGEST_CODE) return { outcome: 'error', message: null, error: null, elapsedMs: 0 };
    let timedOut = false;
    let message: string | null = null;
    let error: RoomRun['error'] = null;
    const begun = performance.now();
    const timer = setTimeout(() => {
      timedOut = true;
      this.renew();
    }, limitMs);
    const { outcome } = await this.#kernel.run(
      { cellId: cellId(this.#name), label: this.#name, code },
      {
        onStart: () => undefined,
        onOutput: (output) => {
          if (output.kind === 'error') error = output;
          if (mark !== null && output.kind === 'result' && output.text.startsWith(mark)) {
            message = output.text.slice(mark.length);
          }
        },
        onAsk: () => Promise.reject(new Error('checks have no input')),
      },
    );
    clearTimeout(timer);
    return { outcome: timedOut ? 'timeout' : outcome, message, error, elapsedMs: performance.now() - begun };
  }
}

function untilIdle(kernel: Kernel): Promise<void> {
  return new Promise((resolve) => {
    let stop = (): void => undefined;
    const check = (): void => {
      const { phase } = kernel.getStatus();
      if (phase !== 'idle' && phase !== 'failed') return;
      stop();
      resolve();
    };
    stop = kernel.subscribe(check);
    check();
  });
}

/** A call of a function of src/python/checks, as one cell; texts become literals that JSON and Python read alike. */
export function callOf(module: 'drive' | 'probe', name: string, ...given: readonly (string | number)[]): string {
  const literals = given.map((each) => JSON.stringify(each)).join(', ');
  return `__import__("checks.${module}", fromlist=["${name}"]).${name}(${literals})`;
}

export function newMark(): string {
  return `checks-${crypto.randomUUID()}:`;
}
