/**
 * In which order of dimensions an elementwise result lies in memory: PyTorch's rule (aten/src/ATen/TensorIterator.cpp,
 * reorder_dimensions), so that strides, `is_contiguous()` and the refusals of `view()` are those that its users see.
 */
import type { Backend } from './backend';
import { bytesOf, type DType } from './dtype';
import { contiguousStrides, isDense, numelOf, sameSizes, type Sizes } from './shape';
import { emptyTensor, Storage, Tensor } from './tensor';

/** Row by row, also where a dimension has one element and its stride means nothing. */
function isPlain({ sizes, strides }: Tensor): boolean {
  let step = 1;
  for (let d = sizes.length - 1; d >= 0; d--) {
    if (strides[d] !== step) return false;
    const size = sizes[d] as number;
    if (size > 1) step *= size;
  }
  return true;
}

/** Uninitialised, laid out as PyTorch lays out what an elementwise operation makes of these operands. */
export function emptyLaidOut(
  sizes: Sizes,
  dtype: DType,
  backend: Backend,
  a: Tensor,
  b: Tensor | null = null,
  c: Tensor | null = null,
): Tensor {
  if (isPlain(a) && (b === null || isPlain(b)) && (c === null || isPlain(c))) return emptyTensor(sizes, dtype, backend);
  const operands = [a, b, c].filter((operand) => operand !== null);
  return emptyStrided(sizes, stridesFor(sizes, operands), dtype, backend);
}

/** Uninitialised; the strides leave no gaps. */
function emptyStrided(sizes: Sizes, strides: Sizes, dtype: DType, backend: Backend): Tensor {
  backend.requireDtype(dtype);
  const bytes = numelOf(sizes) * bytesOf(dtype);
  return new Tensor(new Storage(backend, backend.allocate(bytes, dtype), bytes), dtype, sizes, strides, 0, {
    count: 0,
  });
}

function stridesFor(sizes: Sizes, operands: readonly Tensor[]): Sizes {
  const [first] = operands as [Tensor];
  if (operands.every((operand) => sameSizes(operand.sizes, sizes))) {
    if (operands.every(({ contiguous }) => contiguous)) return contiguousStrides(sizes);
    const same = operands.every(({ strides }) => sameSizes(strides, first.strides));
    if (same && isDense(sizes, first.strides)) return first.strides;
  }
  if (numelOf(sizes) === 0) return contiguousStrides(sizes);
  const steps = operands.map((operand) => stepsAlong(sizes, operand));
  // From the innermost dimension to the outermost, sorted by insertion: "no opinion" leaves the order of the sizes.
  const order = sizes.map((_, d) => sizes.length - 1 - d);
  for (let i = 1; i < order.length; i++) {
    let at = i;
    for (let before = i - 1; before >= 0; before--) {
      const opinion = compare(steps, sizes, order[before] as number, order[at] as number);
      if (opinion < 0) break;
      if (opinion === 0) continue;
      [order[before], order[at]] = [order[at] as number, order[before] as number];
      at = before;
    }
  }
  const strides = [...sizes];
  let step = 1;
  for (const d of order) {
    strides[d] = step;
    step *= sizes[d] as number;
  }
  return strides;
}

/** An operand's strides along the result's dimensions, 0 where it is broadcast. */
function stepsAlong(sizes: Sizes, operand: Tensor): number[] {
  const missing = sizes.length - operand.rank;
  return sizes.map((size, d) => {
    const own = d - missing;
    return own < 0 || (operand.sizes[own] === 1 && size !== 1) ? 0 : (operand.strides[own] as number);
  });
}

/** Positive: `outer` should be inside `inner`. The first operand that tells the two apart decides. */
function compare(steps: readonly number[][], sizes: Sizes, inner: number, outer: number): number {
  for (const list of steps) {
    const [a, b] = [list[inner] as number, list[outer] as number];
    if (a === 0 || b === 0) continue;
    if (a !== b) return a - b;
    if ((sizes[inner] as number) > (sizes[outer] as number)) return 1;
  }
  return 0;
}

/** A tensor of the same geometry as PyTorch's `empty_like` makes it: without gaps, in the order of `a`'s memory. */
export const emptyLike = (a: Tensor, dtype: DType = a.dtype, backend: Backend = a.backend): Tensor =>
  emptyLaidOut(a.sizes, dtype, backend, a);
