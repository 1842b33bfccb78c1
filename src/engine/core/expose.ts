/**
 * How TypeScript operations become functions that Python can call with numbers alone. A spec has one letter an argument:
 *
 *   t  tensor handle          o  tensor handle or 0        T  all remaining arguments are tensor handles
 *   i  number                 b  0 or 1                    I  all remaining arguments are numbers
 *   d  dtype code             e  dtype code or -1          s  Python number: value, kind (0 bool, 1 int, 2 float)
 *   h  a handle as a number   H  all remaining arguments are handles or 0, as numbers
 *
 * Results: a tensor gives its handle; a list of tensors gives the first handle, `next_result()` the others in turn;
 * numbers, booleans, strings and promises pass as they are; nothing gives 0.
 */
import { dtypeFromCode } from './dtype';
import { fail } from './errors';
import { memoryView } from './devices';
import { drainScope, freeHandle, handleOf, nested, Tensor, tensorOf } from './tensor';

export interface PythonNumber {
  readonly value: number | bigint;
  /** 0 bool, 1 int, 2 float. */
  readonly kind: number;
}

/** `spec` lets Python tell handles from numbers in the arguments: what exporters record. */
export type ExposedFunction = ((...args: number[]) => unknown) & { readonly spec?: string };
const registry: Record<string, ExposedFunction> = {};
const pendingResults: number[] = [];

export const exposedFunctions = (): Readonly<Record<string, ExposedFunction>> => registry;

function give(result: unknown): unknown {
  if (result instanceof Tensor) return handleOf(result);
  if (result === undefined) return 0;
  if (result instanceof Promise) return result.then((arrived: unknown) => finish(() => arrived));
  if (!Array.isArray(result)) return result;
  const given = (result as readonly (Tensor | null)[]).map((tensor) => (tensor === null ? 0 : handleOf(tensor)));
  pendingResults.length = 0;
  for (let i = given.length - 1; i > 0; i--) pendingResults.push(given[i] as number);
  return given[0] ?? 0;
}

/** Makes `body` callable from Python under `name`. The types of the arguments are the spec's promise. */
export function expose<Args extends readonly unknown[]>(
  name: string,
  spec: string,
  body: (...args: Args) => unknown,
): void {
  if (registry[name] !== undefined) throw new Error(`two operations are exposed as ${name}`);
  const plain = body as unknown as (...args: readonly unknown[]) => unknown;
  // In-place operations (`name_`) give nothing: Python has the tensor already, a second handle would have to be freed.
  const call = name.endsWith('_') ? (...args: readonly unknown[]): void => void plain(...args) : plain;
  registry[name] = Object.assign(wrap(name, spec, call), { spec });
}

/** For what calls exposed functions itself, each of which has a scope of its own. Takes and gives numbers. */
export function exposeOutside(name: string, spec: string, body: (...args: number[]) => number): void {
  registry[name] = Object.assign(body, { spec });
}

/** A call from Python as core/program.ts notes it. */
export interface Call {
  readonly name: string;
  readonly spec: string;
  readonly args: readonly number[];
  readonly result: unknown;
  /** Whether the result is a handle. */
  readonly gaveTensor: boolean;
}
let listener: ((call: Call) => void) | null = null;
/** From now on every call is told; null: none. */
export function listen(next: typeof listener): void {
  listener = next;
}

function wrap(name: string, spec: string, call: (...args: readonly unknown[]) => unknown): ExposedFunction {
  const told: ExposedFunction = (...args) => {
    let gaveTensor = false;
    const result = finish(() => {
      const found = call(...decode(spec, args));
      gaveTensor = found instanceof Tensor || (Array.isArray(found) && found[0] instanceof Tensor);
      return found;
    });
    listener?.({ name, spec, args, result, gaveTensor });
    return result;
  };
  // The two commonest forms without a list of arguments: they are on the path of every small operation.
  if (spec === 't') return (a) => (listener === null ? finish(() => call(tensorOf(a))) : told(a));
  if (spec === 'tt') return (a, b) => (listener === null ? finish(() => call(tensorOf(a), tensorOf(b))) : told(a, b));
  return (...args) => (listener === null ? finish(() => call(...decode(spec, args))) : told(...args));
}

let depth = 0;

/**
 * What Python has dropped since its last call: how many, then their handles, in Python's memory. A call for each would cost as
 * much as a small operation; the next call, whatever it is, frees them first.
 */
let dropped: Int32Array = new Int32Array(1);
let droppedAddress = 0;
/** Handles that fit; Python calls when there are so many. */
const MOST_DROPPED = 1000;
/** How many want that nothing dropped is freed, so that a handle names one tensor; what waits for them. */
let holders = 0;
const held: number[] = [];

export function freeDropped(): void {
  if (dropped.length === 0) dropped = new Int32Array(memoryView().buffer, droppedAddress, MOST_DROPPED + 1); // the memory grew
  const count = dropped[0] as number;
  if (count === 0) return;
  dropped[0] = 0;
  for (let i = 1; i <= count; i++) {
    const handle = dropped[i] as number;
    if (holders > 0) {
      held.push(handle);
      continue;
    }
    listener?.({ name: 'free', spec: 'h', args: [handle], result: 0, gaveTensor: false });
    freeHandle(handle);
  }
  if (depth === 0) drainScope();
}

/** A call made by a Python callback inside another call has its own scope: the outer one's tensors are still in use. */
function finish(body: () => unknown): unknown {
  if (dropped[0] !== 0) freeDropped();
  if (depth > 0) return nested(() => give(body()));
  depth++;
  try {
    return give(body());
  } finally {
    depth--;
    drainScope();
  }
}

/** Python's strings arrive as they are: a dimension's name, which no tensor has here. */
function named(value: number, tensor: unknown): number {
  if (typeof value !== 'string') return value;
  const names = tensor instanceof Tensor ? tensor.sizes.map(() => 'None').join(', ') : '';
  return fail('RuntimeError', `Name '${String(value)}' not found in Tensor[${names}].`);
}

function decode(spec: string, args: readonly number[]): unknown[] {
  const out: unknown[] = [];
  let at = 0;
  for (const letter of spec) {
    const value = args[at] as number;
    switch (letter) {
      case 't':
        out.push(tensorOf(value));
        break;
      case 'o':
        out.push(value === 0 ? null : tensorOf(value));
        break;
      case 'T':
        out.push(args.slice(at).map((handle) => tensorOf(handle)));
        return out;
      case 'I':
        out.push(args.slice(at).map((number) => named(number, out[0])));
        return out;
      case 'H':
        out.push(args.slice(at));
        return out;
      case 'b':
        out.push(Boolean(value));
        break;
      case 'd':
        out.push(dtypeFromCode(value));
        break;
      case 'e':
        out.push(value < 0 ? null : dtypeFromCode(value));
        break;
      case 's':
        // Python's True arrives as true.
        out.push({ value: typeof value === 'boolean' ? Number(value) : value, kind: args[++at] as number });
        break;
      default:
        out.push(named(value, out[0]));
    }
    at++;
  }
  return out;
}

expose('set_dropped_address', 'i', (address: number) => {
  droppedAddress = address;
  dropped = new Int32Array(memoryView().buffer, droppedAddress, MOST_DROPPED + 1);
});
expose('free_dropped', '', () => undefined);
expose('hold_dropped', 'b', (wanted: boolean) => {
  holders += wanted ? 1 : -1;
  if (holders === 0) for (const handle of held.splice(0)) freeHandle(handle);
});
expose('next_result', '', () => pendingResults.pop() ?? 0);
