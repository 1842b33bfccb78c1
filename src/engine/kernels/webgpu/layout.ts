/** How a kernel walks strided operands: few dimensions, in the order of the result's memory, strides in elements. */
import type { Tensor } from '../../core/tensor';

/** Dimensions that a kernel's parameters have room for. */
export const MAX_RANK = 12;

export interface Layout {
  readonly sizes: number[];
  /** One list for the result, then one for each operand; 0 where it is broadcast. */
  readonly strides: number[][];
}

/** Drops dimensions of size 1, sorts the others by the result's strides and joins those that follow each other. */
export function layoutOf(out: Tensor, operands: readonly Tensor[]): Layout {
  const all = [out, ...operands];
  const order = out.sizes.map((_, d) => d).filter((d) => out.sizes[d] !== 1);
  order.sort((x, y) => (out.strides[y] as number) - (out.strides[x] as number));
  const sizes: number[] = [];
  const strides: number[][] = all.map(() => []);
  for (const d of order) {
    const size = out.sizes[d] as number;
    const steps = all.map((tensor) => broadcastStride(tensor, out.rank - d));
    const last = sizes.length - 1;
    if (last >= 0 && strides.every((list, k) => list[last] === (steps[k] as number) * size)) {
      sizes[last] = (sizes[last] as number) * size;
      strides.forEach((list, k) => (list[last] = steps[k] as number));
    } else {
      sizes.push(size);
      strides.forEach((list, k) => list.push(steps[k] as number));
    }
  }
  return { sizes, strides };
}

function broadcastStride(tensor: Tensor, fromEnd: number): number {
  const d = tensor.rank - fromEnd;
  return d < 0 || tensor.sizes[d] === 1 ? 0 : (tensor.strides[d] as number);
}
