/** For unit tests: the two devices of a test file, opened once, and tensors of numbers for them. */
import type { DType } from '../../core/dtype';
import type { Tensor } from '../../core/tensor';
import { LAYOUTS, randomNumbers, tensorOf } from '../../cpu/harness';
import { createPair, type Pair } from './harness';

const opened = await createPair();
/** Why there is no GPU here, or null. */
export const reason = typeof opened === 'string' ? opened : null;
if (reason !== null) console.warn(`the WebGPU device is not tested: ${reason}`);
/** The cpu and the GPU of this test file; there is none when `reason` says why. */
export const pair = opened as Pair;

/** Kernels of two forms: with workgroups that share memory, as on a GPU, and without, as on a software adapter. */
export const FORMS = ['workgroups', 'single threads'] as const;
export const use = (form: (typeof FORMS)[number]): void => {
  pair.gpu.machine.software = form === 'single threads';
};

export const make = (
  dtype: DType,
  sizes: readonly number[],
  values: readonly number[] = [],
  layout = LAYOUTS[0],
): Tensor => tensorOf(pair.cpu, dtype, sizes, values, layout);
export const random = (sizes: readonly number[], low = -3, high = 3, seed = 1): Tensor =>
  make(
    'float32',
    sizes,
    randomNumbers(
      sizes.reduce((a, b) => a * b, 1),
      low,
      high,
      seed,
    ),
  );
export const whole = (sizes: readonly number[], low: number, high: number, dtype: DType = 'int64', seed = 2): Tensor =>
  make(
    dtype,
    sizes,
    randomNumbers(
      sizes.reduce((a, b) => a * b, 1),
      low,
      high,
      seed,
    ).map(Math.floor),
  );
