/** Every message that crosses the border between the page and a kernel worker. Types only; parsers are in parse.ts. */

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
  | { readonly type: 'write-file'; readonly path: string; readonly bytes: Uint8Array };

/** Kernel → page. */
export type KernelEvent =
  | { readonly type: 'boot'; readonly step: BootStep }
  | { readonly type: 'ready'; readonly python: string; readonly device: DeviceStatus; readonly bootMs: number }
  | { readonly type: 'started'; readonly runId: RunId; readonly executionCount: number }
  /** Batched: a busy cell sends at most some 30 of these a second. */
  | { readonly type: 'output'; readonly runId: RunId; readonly outputs: readonly Output[] }
  | { readonly type: 'ask'; readonly runId: RunId; readonly prompt: string }
  | { readonly type: 'finished'; readonly runId: RunId; readonly outcome: RunOutcome; readonly elapsedMs: number }
  | { readonly type: 'device'; readonly device: DeviceStatus }
  | { readonly type: 'file'; readonly path: string; readonly bytes: Uint8Array | null }
  | { readonly type: 'gpu-lost' }
  | { readonly type: 'fatal'; readonly reason: string };

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
  | { readonly kind: 'clear'; readonly wait: boolean }
  | { readonly kind: 'truncated'; readonly limit: number };

/** A traceback entry inside a cell: the page marks this line in that cell. */
export interface ErrorLine {
  readonly cellId: string;
  readonly line: number;
}

/** A drawing as data: a grid of axes that the page renders. */
export interface Figure {
  readonly title: string | null;
  readonly rows: number;
  readonly columns: number;
  readonly width: number;
  readonly height: number;
  readonly axes: readonly Axes[];
}

export interface Axes {
  readonly row: number;
  readonly column: number;
  readonly title: string | null;
  readonly xLabel: string | null;
  readonly yLabel: string | null;
  readonly xScale: 'linear' | 'log';
  readonly yScale: 'linear' | 'log';
  readonly xLimits: readonly [number, number] | null;
  readonly yLimits: readonly [number, number] | null;
  readonly grid: boolean;
  readonly legend: boolean;
  readonly frame: boolean;
  readonly series: readonly Series[];
}

export type Series =
  | {
      readonly kind: 'line';
      readonly label: string | null;
      readonly color: string | null;
      readonly style: 'solid' | 'dashed' | 'dotted';
      readonly marker: boolean;
      readonly x: readonly number[];
      readonly y: readonly number[];
    }
  | {
      readonly kind: 'scatter';
      readonly label: string | null;
      readonly color: string | null;
      readonly x: readonly number[];
      readonly y: readonly number[];
    }
  | {
      readonly kind: 'bar';
      readonly label: string | null;
      readonly color: string | null;
      readonly x: readonly (number | string)[];
      readonly y: readonly number[];
    }
  | {
      readonly kind: 'image';
      readonly height: number;
      readonly width: number;
      readonly channels: 1 | 3 | 4;
      readonly pixels: Uint8Array;
    };
