/** Every message that crosses the border between the page and a kernel worker. Types only; parsers are in parse.ts. */
import type { Figure } from './figure';

declare const brand: unique symbol;
type Branded<T, Name extends string> = T & { readonly [brand]: Name };

/** One execution of one cell. */
export type RunId = Branded<number, 'RunId'>;
/** A cell of a lesson, unique within its kernel session. */
export type CellId = Branded<string, 'CellId'>;

/** What the reader chose; `auto` takes a real GPU when the browser has one. */
export type DevicePreference = 'auto' | 'gpu' | 'cpu';

/** Why the kernel cannot offer `torch.device("cuda")`. */
export type NoGpuReason = 'no-webgpu' | 'no-adapter' | 'software-adapter' | 'no-jspi' | 'device-lost' | 'switched-off';

export interface DeviceStatus {
  /** The device that `torch.cuda.is_available()` leads lesson code to. */
  readonly active: 'cpu' | 'cuda';
  /** The adapter's own name, or null on cpu. */
  readonly adapter: string | null;
  readonly software: boolean;
  readonly reason: NoGpuReason | null;
}

/** Named start-up steps, in order; the page shows them as progress. */
export const BOOT_STEPS = ['download', 'compile', 'python', 'engine', 'library', 'ready'] as const;
export type BootStep = (typeof BOOT_STEPS)[number];

/** Page → kernel. */
export type KernelCommand =
  | {
      readonly type: 'run';
      readonly runId: RunId;
      readonly cellId: CellId;
      readonly label: string;
      readonly code: string;
    }
  | { readonly type: 'interrupt' }
  | { readonly type: 'device'; readonly preference: DevicePreference }
  /** `null`: there is no more input; Python sees EOFError. */
  | { readonly type: 'answer'; readonly runId: RunId; readonly text: string | null }
  /** `null` removes the file. */
  | { readonly type: 'write-file'; readonly path: string; readonly bytes: Uint8Array | null };

/** Kernel → page. */
export type KernelEvent =
  | { readonly type: 'boot'; readonly step: BootStep }
  | { readonly type: 'ready'; readonly python: string; readonly device: DeviceStatus; readonly bootMs: number }
  | { readonly type: 'started'; readonly runId: RunId; readonly executionCount: number }
  /** Batched: a busy cell sends at most some 30 of these a second. */
  | { readonly type: 'output'; readonly runId: RunId; readonly outputs: readonly Output[] }
  | { readonly type: 'ask'; readonly runId: RunId; readonly prompt: string }
  | {
      readonly type: 'finished';
      readonly runId: RunId;
      readonly outcome: RunOutcome;
      readonly elapsedMs: number;
      readonly effort: Effort;
    }
  | { readonly type: 'device'; readonly device: DeviceStatus }
  | { readonly type: 'file'; readonly path: string; readonly bytes: Uint8Array | null }
  | { readonly type: 'gpu-lost' }
  | { readonly type: 'fatal'; readonly reason: string };

/** What a run asked of the machine. */
export interface Effort {
  /** Bytes that Python and the cpu device hold afterwards. */
  readonly memory: number;
  /** Null: the GPU had nothing to do. */
  readonly gpu: GpuEffort | null;
}

export interface GpuEffort {
  /** Kernels launched, batches in which they were sent, reads that Python waited for and the bytes that they brought. */
  readonly commands: number;
  readonly submits: number;
  readonly reads: number;
  readonly bytesRead: number;
  /** Bytes of GPU memory that tensors hold afterwards. */
  readonly memory: number;
}

export type RunOutcome = 'ok' | 'error' | 'interrupted';

/** What a cell shows, in the order in which it was produced. */
export type Output =
  | { readonly kind: 'text'; readonly stream: 'stdout' | 'stderr'; readonly text: string }
  | {
      readonly kind: 'error';
      readonly name: string;
      readonly message: string;
      readonly traceback: string;
      readonly lines: readonly ErrorLine[];
    }
  | { readonly kind: 'result'; readonly text: string }
  | { readonly kind: 'figure'; readonly id: string; readonly figure: Figure }
  | { readonly kind: 'table'; readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] }
  | {
      readonly kind: 'metric';
      readonly board: string;
      readonly tag: string;
      readonly step: number;
      readonly value: number;
    }
  /** Rich text of the code's making: the page shows what is harmless of it. The same id again replaces it. */
  | { readonly kind: 'html'; readonly id: string | null; readonly html: string }
  | {
      readonly kind: 'picture';
      readonly mime: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp' | 'image/svg+xml';
      readonly bytes: Uint8Array;
      /** CSS pixels; null: the picture's own. */
      readonly width: number | null;
      readonly height: number | null;
      readonly alt: string | null;
    }
  | ({ readonly kind: 'progress' } & Progress)
  | { readonly kind: 'clear'; readonly wait: boolean }
  | { readonly kind: 'truncated'; readonly limit: number };

/** A traceback entry inside a cell: the page marks this line in that cell. */
export interface ErrorLine {
  readonly cellId: string;
  readonly line: number;
}

/** A progress bar; the same id again moves it. */
export interface Progress {
  readonly id: string;
  readonly label: string | null;
  readonly done: number;
  /** Null: unknown. */
  readonly total: number | null;
  readonly unit: string;
  /** True: 1 k is 1000 units, shown with prefixes. */
  readonly scaled: boolean;
  readonly elapsedMs: number;
  /** Smoothed, units a second; null before there is any. */
  readonly rate: number | null;
  readonly note: string | null;
  /** `removed`: the bar disappears. */
  readonly state: 'running' | 'finished' | 'stopped' | 'removed';
  /** 0: the outermost; nested bars stand below it. */
  readonly depth: number;
}
