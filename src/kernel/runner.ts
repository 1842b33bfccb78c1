/** The page behind runner.html: the product's kernel without its lessons, for scripts/cells.mjs and tests to drive as `window.runner`. */
import type { DevicePreference, Output } from '../protocol/messages';
import { cellId, createKernel } from './client';
import type { Kernel, KernelStatus, RunResult } from './kernel';

export interface RunReport {
  readonly outcome: RunResult['outcome'] | 'timeout' | 'failed';
  readonly elapsedMs: number;
  readonly executionCount: number | null;
  readonly outputs: readonly Output[];
}

export interface RunOptions {
  readonly cell?: string;
  readonly label: string;
  readonly code: string;
  /** Ended by force after this long. */
  readonly timeoutMs?: number;
  /** Lines for input(); then it raises EOFError. */
  readonly answers?: readonly string[];
}

export interface RunnerSession {
  status(): KernelStatus;
  /** Resolves with the status when the kernel is idle, or has failed. */
  ready(): Promise<KernelStatus>;
  run(options: RunOptions): Promise<RunReport>;
  /** What the running cell has shown so far. */
  outputs(): readonly Output[];
  interrupt(): void;
  restart(): Promise<void>;
  setDevice(preference: DevicePreference): void;
  dispose(): void;
  /** What the reader does who adds a file. */
  putFile(path: string, text: string): void;
  /** Paths and sizes of the files that cells wrote. */
  files(): Record<string, number>;
}

export interface OpenOptions {
  readonly device?: DevicePreference;
  /** Many short sessions follow: start all of them from the snapshot. */
  readonly snapshotFirst?: boolean;
  /** Keep a second kernel ready (default true). */
  readonly standby?: boolean;
}

function whenReady(kernel: Kernel): Promise<KernelStatus> {
  return new Promise((resolve) => {
    const check = (): void => {
      const status = kernel.getStatus();
      if (status.phase !== 'idle' && status.phase !== 'failed') return;
      stop();
      resolve(status);
    };
    const stop = kernel.subscribe(check);
    check();
  });
}

async function run(kernel: Kernel, options: RunOptions, outputs: Output[]): Promise<RunReport> {
  const answers = [...(options.answers ?? [])];
  let executionCount: number | null = null;
  let timedOut = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const { phase } = kernel.getStatus();
  if (phase === 'failed') return { outcome: 'failed', elapsedMs: 0, executionCount, outputs };
  const result = await kernel.run(
    { cellId: cellId(options.cell ?? options.label), label: options.label, code: options.code },
    {
      onStart: (count) => {
        executionCount = count;
        if (options.timeoutMs === undefined) return;
        timer = setTimeout(() => {
          timedOut = true;
          void kernel.restart();
        }, options.timeoutMs);
      },
      onOutput: (output) => outputs.push(output),
      onAsk: () => {
        const answer = answers.shift();
        return answer === undefined ? Promise.reject(new Error('no more input')) : Promise.resolve(answer);
      },
    },
  );
  clearTimeout(timer);
  return { outcome: timedOut ? 'timeout' : result.outcome, elapsedMs: result.elapsedMs, executionCount, outputs };
}

function open({ device = 'cpu', snapshotFirst = false, standby = true }: OpenOptions = {}): RunnerSession {
  const files: Record<string, number> = {};
  const kernel = createKernel({
    device,
    snapshotFirst,
    standby,
    ...(snapshotFirst
      ? {}
      : {
          onFile: (path, bytes) => {
            if (bytes) files[path] = bytes.length;
            else delete files[path];
          },
        }),
  });
  let outputs: Output[] = [];
  return {
    status: () => kernel.getStatus(),
    ready: () => whenReady(kernel),
    run: (options) => run(kernel, options, (outputs = [])),
    outputs: () => outputs,
    interrupt: () => kernel.interrupt(),
    restart: () => kernel.restart(),
    setDevice: (preference) => kernel.setDevice(preference),
    dispose: () => kernel.dispose(),
    putFile: (path, text) => kernel.putFile(path, new TextEncoder().encode(text)),
    files: () => files,
  };
}

declare global {
  interface Window {
    runner: {
      /** Starts a kernel; it is also the last of `sessions`. */
      open: typeof open;
      readonly sessions: RunnerSession[];
    };
  }
}

const sessions: RunnerSession[] = [];

window.runner = {
  open: (options) => {
    const session = open(options);
    sessions.push(session);
    return session;
  },
  sessions,
};
