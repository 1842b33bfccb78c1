/** The typed face of src/python/kernel_runtime.py and the channel that it gets. */
import type { PyodideInterface } from 'pyodide';
import type { KernelEvent, Output, RunId, RunOutcome } from '../../protocol/messages';
import type { Interrupts } from './interrupts';
import type { OutputBuffer } from './output';

interface PythonCallable {
  (...args: unknown[]): unknown;
  callWithOptions(options: { promising: boolean }, ...args: unknown[]): Promise<unknown>;
}

/** kernel_runtime's functions, as proxies that live as long as the worker. */
export interface Runtime {
  readonly run_cell: PythonCallable;
  readonly connect: PythonCallable;
  readonly interrupt: PythonCallable;
  readonly announce_files: PythonCallable;
  readonly write_file: PythonCallable;
}

/** JavaScript Promise Integration: without it Python cannot wait, so neither input(), sleep nor a gentle stop work. */
export const hasStackSwitching = 'Suspending' in WebAssembly;

export function importRuntime(pyodide: PyodideInterface): Runtime {
  return pyodide.pyimport('kernel_runtime') as Runtime;
}

export interface ChannelParts {
  readonly output: OutputBuffer;
  readonly interrupts: Interrupts;
  readonly send: (event: KernelEvent, transfer?: Transferable[]) => void;
  readonly currentRun: () => RunId;
  readonly onAnswer: (deliver: (text: string | null) => void) => void;
}

/** What kernel_runtime calls `_channel`. Its names are Python's side of the contract. */
export function createChannel({ output, interrupts, send, currentRun, onAnswer }: ChannelParts): object {
  return {
    // Python dictionaries become plain objects through it.
    toObject: Object.fromEntries,
    write: (stream: 'stdout' | 'stderr', text: string) => output.write(stream, text),
    emit: (value: Output) => output.emit(value),
    metric: (board: string, tag: string, step: number, value: number) =>
      output.emit({ kind: 'metric', board, tag, step, value }),
    pause: () => interrupts.pause(),
    resume: () => interrupts.resume(),
    stopRequested: () => interrupts.stopRequested,
    stopping: () => interrupts.takeStop(),
    sleep: (milliseconds: number) => interrupts.sleep(milliseconds),
    ask: async (prompt: string) => {
      output.flush();
      send({ type: 'ask', runId: currentRun(), prompt });
      // Only undefined is Python's None.
      return (await interrupts.waitFor<string | null>(onAnswer)) ?? undefined;
    },
    file: (path: string, bytes: Uint8Array | undefined) =>
      send({ type: 'file', path, bytes: bytes ?? null }, bytes ? [bytes.buffer] : []),
  };
}

export async function runCell(
  runtime: Runtime,
  code: string,
  cellId: string,
  label: string,
  count: number,
): Promise<RunOutcome> {
  const outcome = hasStackSwitching
    ? await runtime.run_cell.callWithOptions({ promising: true }, code, cellId, label, count)
    : runtime.run_cell(code, cellId, label, count);
  return outcome as RunOutcome;
}
