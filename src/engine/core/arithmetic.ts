/** The operations that the graph itself computes with. They are set from outside: ops/ depends on the graph. */
import type { Backend } from './backend';
import type { DType } from './dtype';
import type { Sizes } from './shape';
import type { Tensor } from './tensor';

/** What the engine must know of an output to make a zero gradient or check a given one. */
export interface OutputShape {
  readonly sizes: Sizes;
  readonly dtype: DType;
  readonly backend: Backend;
}

export const shapeOf = (tensor: Tensor): OutputShape => ({
  sizes: tensor.sizes,
  dtype: tensor.dtype,
  backend: tensor.backend,
});

interface Arithmetic {
  add(a: Tensor, b: Tensor): Tensor;
  addInPlace(a: Tensor, b: Tensor): void;
  clone(a: Tensor): Tensor;
  cast(a: Tensor, dtype: DType): Tensor;
  /** Sums over the dimensions that broadcasting added. */
  sumTo(a: Tensor, sizes: Sizes): Tensor;
  filled(shape: OutputShape, value: number): Tensor;
  asStrided(a: Tensor, sizes: Sizes, strides: Sizes, offset: number): Tensor;
  copyInto(out: Tensor, source: Tensor): void;
}
export let arithmetic: Arithmetic;
export function setArithmetic(next: Arithmetic): void {
  arithmetic = next;
}
