/** What the other libraries' works share, as bench/works/common.py does for Python's: numbers that follow from a formula, and the clock. */

/** A work as bench/contenders/web.mjs drives it. */
export interface Work {
  /** What the library says that it runs on. */
  readonly backend: string;
  /** The losses of the next `count` steps, from the first batch on. */
  losses(count: number): Promise<number[]>;
  /** Milliseconds a step. */
  measure(): Promise<number>;
}

export interface Batches {
  readonly batch: number;
  readonly batches: number;
  /** How many steps one timed turn takes. */
  readonly steps: number;
}

export const BATCHES: Readonly<Record<string, Batches>> = {
  w1: { batch: 32, batches: 32, steps: 192 },
  w2: { batch: 256, batches: 4, steps: 32 },
  w3: { batch: 64, batches: 4, steps: 2 },
};

/** W4: sides of the matrices, and products in one timed turn. */
export const MATRIX = { side: 1000, steps: 3 };

/** The chapter's MLP: inputs and units of its layers. */
export const MLP = [
  [784, 128],
  [128, 128],
  [128, 10],
] as const;

function hashed(count: number, seed: number): Float64Array {
  return Float64Array.from({ length: count }, (_, k) => {
    const wave = Math.sin(k * 12.9898 + seed) * 43758.5453;
    return wave - Math.floor(wave);
  });
}

/** Numbers in [-1, 1), times `scale`. */
export function spread(seed: number, count: number, scale = 1): Float32Array<ArrayBuffer> {
  return Float32Array.from(hashed(count, seed), (u) => (u * 2 - 1) * scale);
}

/** Whole numbers in [0, below). */
export function classes(count: number, seed: number, below: number): Int32Array<ArrayBuffer> {
  return Int32Array.from(hashed(count, seed), (u) => Math.floor(u * below));
}

/** A work whose step gives the loss. */
export function steppedWork(
  backend: string,
  { batches, steps }: Pick<Batches, 'batches' | 'steps'>,
  step: (i: number) => number | Promise<number>,
): Work {
  return {
    backend,
    async losses(count) {
      const losses = [];
      for (let i = 0; i < count; i++) losses.push(await step(i % batches));
      return losses;
    },
    async measure() {
      const start = performance.now();
      for (let i = 0; i < steps; i++) await step(i % batches);
      return (performance.now() - start) / steps;
    },
  };
}
