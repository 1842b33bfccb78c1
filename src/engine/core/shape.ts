/** Arithmetic on sizes and strides; knows nothing of tensors. */
import { fail } from './errors';

export type Sizes = readonly number[];

export function numelOf(sizes: Sizes): number {
  let count = 1;
  for (const size of sizes) count *= size;
  return count;
}

export function contiguousStrides(sizes: Sizes): number[] {
  const strides = new Array<number>(sizes.length);
  let step = 1;
  for (let d = sizes.length - 1; d >= 0; d--) {
    strides[d] = step;
    step *= Math.max(sizes[d] as number, 1);
  }
  return strides;
}

export function isContiguous(sizes: Sizes, strides: Sizes): boolean {
  if (sizes.includes(0)) return true;
  let step = 1;
  for (let d = sizes.length - 1; d >= 0; d--) {
    const size = sizes[d] as number;
    if (size !== 1 && strides[d] !== step) return false;
    step *= size;
  }
  return true;
}

/** Whether every element has a place of its own and the places leave no gap: some order of the dimensions is contiguous. */
export function isDense(sizes: Sizes, strides: Sizes): boolean {
  if (isContiguous(sizes, strides)) return true;
  const order = sizes.map((_, d) => d).filter((d) => sizes[d] !== 1);
  order.sort((a, b) => (strides[b] as number) - (strides[a] as number));
  return isContiguous(
    order.map((d) => sizes[d] as number),
    order.map((d) => strides[d] as number),
  );
}

export function sameSizes(a: Sizes, b: Sizes): boolean {
  if (a.length !== b.length) return false;
  for (let d = 0; d < a.length; d++) if (a[d] !== b[d]) return false;
  return true;
}

export const formatSizes = (sizes: Sizes): string => `[${sizes.join(', ')}]`;

/** Sizes after broadcasting; PyTorch's message when they do not fit. */
export function broadcastSizes(a: Sizes, b: Sizes): Sizes {
  if (sameSizes(a, b)) return a;
  const rank = Math.max(a.length, b.length);
  const out = new Array<number>(rank);
  for (let i = 0; i < rank; i++) {
    const sizeA = i < a.length ? (a[a.length - 1 - i] as number) : 1;
    const sizeB = i < b.length ? (b[b.length - 1 - i] as number) : 1;
    if (sizeA !== sizeB && sizeA !== 1 && sizeB !== 1) {
      fail(
        'RuntimeError',
        `The size of tensor a (${sizeA}) must match the size of tensor b (${sizeB}) at non-singleton dimension ${rank - 1 - i}`,
      );
    }
    out[rank - 1 - i] = sizeA === 1 ? sizeB : sizeA;
  }
  return out;
}

/** A dimension counted from the front; PyTorch's IndexError outside [-rank, rank-1]. */
export function wrapDim(dim: number, rank: number): number {
  const span = Math.max(rank, 1);
  if (dim < -span || dim >= span) {
    fail('IndexError', `Dimension out of range (expected to be in range of [${-span}, ${span - 1}], but got ${dim})`);
  }
  return dim < 0 ? dim + span : dim;
}

/** Wrapped and checked for repeats; an empty list means every dimension. */
export function wrapDims(dims: Sizes, rank: number): number[] {
  if (dims.length === 0) return Array.from({ length: rank }, (_, d) => d);
  const seen = new Set<number>();
  for (const dim of dims) {
    const wrapped = wrapDim(dim, rank);
    if (seen.has(wrapped)) fail('RuntimeError', `dim ${wrapped} appears multiple times in the list of dims`);
    seen.add(wrapped);
  }
  return [...seen].filter((dim) => dim < rank).sort((a, b) => a - b);
}

/** Resolves one -1 in a view's sizes; PyTorch's message when the count of elements differs. */
export function inferSizes(sizes: Sizes, count: number): number[] {
  let known = 1;
  let hole = -1;
  for (let d = 0; d < sizes.length; d++) {
    const size = sizes[d] as number;
    if (size === -1) {
      if (hole >= 0) fail('RuntimeError', 'only one dimension can be inferred');
      hole = d;
    } else if (size < 0) {
      fail('RuntimeError', `invalid shape dimension ${size}`);
    } else {
      known *= size;
    }
  }
  const mismatch = hole >= 0 ? known === 0 || count % known !== 0 : known !== count;
  if (hole >= 0 && known === 0 && count === 0) {
    fail(
      'RuntimeError',
      `cannot reshape tensor of 0 elements into shape ${formatSizes(sizes)} because the unspecified dimension size -1 can be any value and is ambiguous`,
    );
  }
  if (mismatch) fail('RuntimeError', `shape '${formatSizes(sizes)}' is invalid for input of size ${count}`);
  const out = [...sizes];
  if (hole >= 0) out[hole] = count / known;
  return out;
}

/** Strides under which the same memory shows `next` sizes, or null when a copy is needed. */
export function viewStrides(sizes: Sizes, strides: Sizes, next: Sizes): number[] | null {
  if (numelOf(sizes) === 0) return contiguousStrides(next);
  const out = new Array<number>(next.length).fill(1);
  let nextDim = next.length - 1;
  let chunkBase = sizes.length > 0 ? (strides[sizes.length - 1] as number) : 1;
  let tensorCount = 1;
  let viewCount = 1;
  for (let d = sizes.length - 1; d >= 0; d--) {
    tensorCount *= sizes[d] as number;
    const chunkEnds =
      d === 0 || ((sizes[d - 1] as number) !== 1 && (strides[d - 1] as number) !== tensorCount * chunkBase);
    if (!chunkEnds) continue;
    while (nextDim >= 0 && (viewCount < tensorCount || next[nextDim] === 1)) {
      out[nextDim] = viewCount * chunkBase;
      viewCount *= next[nextDim] as number;
      nextDim--;
    }
    if (viewCount !== tensorCount) return null;
    if (d > 0) {
      chunkBase = strides[d - 1] as number;
      tensorCount = 1;
      viewCount = 1;
    }
  }
  if (sizes.length === 0) return out;
  return nextDim === -1 ? out : null;
}
