/** The envelopes between page, sandbox frame and worker: who starts, feeds and ends workers. What runs inside them travels as protocol/ messages. */
import type { DevicePreference, KernelCommand } from '../protocol/messages';

/** Everything a worker needs, as bytes: the sandbox has no network. */
export interface SandboxAssets {
  readonly workerCode: string;
  readonly python: ArrayBuffer;
  readonly kernels: ArrayBuffer;
  readonly stdlib: ArrayBuffer;
  readonly packages: ArrayBuffer;
  /** Files that Python reads as /lib/data/NAME. */
  readonly data: Readonly<Record<string, ArrayBuffer>>;
}

/** `snapshot`: a clean worker that boots, imports the library, hands its memory over and is ended. */
export type WorkerRole = 'kernel' | 'snapshot';

export interface WorkerConfig {
  readonly role: WorkerRole;
  readonly device: DevicePreference;
  /** Announce files that cells write, so that the page can keep them. */
  readonly mirrorFiles: boolean;
  /** Start plainly although a snapshot is there: it has failed in this browser. */
  readonly plain?: boolean;
}

export type WorkerId = number;

export type PageToHost =
  | { readonly type: 'spawn'; readonly id: WorkerId; readonly config: WorkerConfig }
  | { readonly type: 'send'; readonly id: WorkerId; readonly command: KernelCommand }
  | { readonly type: 'kill'; readonly id: WorkerId }
  | { readonly type: 'snapshot'; readonly bytes: ArrayBuffer }
  | { readonly type: 'ping'; readonly id: number };

export type DeathCause = 'killed' | 'flood' | 'crashed';

export type HostToPage =
  | { readonly type: 'up' }
  /** `event` comes from the worker unparsed: the page does not trust it. */
  | { readonly type: 'event'; readonly id: WorkerId; readonly event: unknown }
  | { readonly type: 'dead'; readonly id: WorkerId; readonly cause: DeathCause; readonly detail: string }
  | { readonly type: 'snapshot'; readonly bytes: ArrayBuffer }
  | { readonly type: 'failed'; readonly detail: string }
  | { readonly type: 'pong'; readonly id: number };

/** First message to a worker. */
export interface WorkerStart {
  readonly code: string;
  readonly port: MessagePort;
  readonly config: WorkerConfig;
  readonly assets: WorkerAssets;
}

export interface WorkerAssets {
  readonly python: WebAssembly.Module;
  readonly kernels: WebAssembly.Module;
  readonly stdlib: ArrayBuffer;
  readonly packages: ArrayBuffer;
  readonly data: Readonly<Record<string, ArrayBuffer>>;
  readonly snapshot: ArrayBuffer | null;
}

export function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
