/** What the page may ask of a Python kernel; client.ts is the implementation. */
import type {
  BootStep,
  CellId,
  DevicePreference,
  DeviceStatus,
  Effort,
  Output,
  RunOutcome,
} from '../protocol/messages';

export type KernelPhase = 'booting' | 'idle' | 'busy' | 'failed';

/** Something the reader must know; the page words it in the reader's language. */
export type KernelNotice =
  /** The kernel was replaced: variables are gone, the cells above should be run again. */
  | {
      readonly kind: 'restarted';
      readonly cause: 'reader' | 'unstoppable' | 'crashed' | 'flood' | 'memory';
      /** What the interpreter or the browser said, for a report of the fault. */
      readonly detail: string;
    }
  | { readonly kind: 'asset-failed'; readonly asset: string; readonly detail: string }
  | { readonly kind: 'boot-failed'; readonly detail: string }
  | { readonly kind: 'gpu-lost' };

export interface KernelStatus {
  readonly phase: KernelPhase;
  /** The last start-up step reached, while booting. */
  readonly bootStep: BootStep | null;
  /** Bytes fetched so far, during the step `download`. */
  readonly download: { readonly loaded: number; readonly total: number } | null;
  /** Version, for example `3.14.2`. */
  readonly python: string | null;
  readonly device: DeviceStatus | null;
  /** What the last cell asked of the machine. */
  readonly effort: Effort | null;
  readonly notice: KernelNotice | null;
  /** Grows with every fresh Python session; execution counts start again with it. */
  readonly session: number;
}

export interface RunRequest {
  readonly cellId: CellId;
  /** Shown as the file in tracebacks, for example `セル 3`. */
  readonly label: string;
  readonly code: string;
}

export interface RunHandlers {
  onStart(executionCount: number): void;
  onOutput(output: Output): void;
  /** input() waits for a line; resolve with what the reader typed, reject for "no more input" (EOFError). */
  onAsk(prompt: string): Promise<string>;
}

export interface RunResult {
  /** `lost`: the kernel was replaced while the cell ran. */
  readonly outcome: RunOutcome | 'lost';
  readonly elapsedMs: number;
}

export interface Kernel {
  getStatus(): KernelStatus;
  /** Called after every change of status; returns the function that ends the subscription. */
  subscribe(listener: () => void): () => void;
  /** Queues a cell; cells run one at a time in the order of the calls. */
  run(request: RunRequest, handlers: RunHandlers): Promise<RunResult>;
  /** Stops the running cell and drops the queue. State is kept unless the code refuses to stop within 2 s. */
  interrupt(): void;
  /** A clean session. */
  restart(): Promise<void>;
  /** A file of the reader's, for this session and all that follow; null removes it. A running cell does not see it. */
  putFile(path: string, bytes: Uint8Array | null): void;
  setDevice(preference: DevicePreference): void;
  dismissNotice(): void;
  dispose(): void;
}
