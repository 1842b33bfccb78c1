/** Writes how kernels should walk strided tensors: few dimensions, in the order of the result's memory. */
import { bytesOf } from '../core/dtype';
import type { Tensor } from '../core/tensor';

const MAX_RANK = 64;
/** i32 values of a record: size, strides of the result and of up to three operands, a counter. */
const FIELDS = 6;
export const DESCRIPTOR_BYTES = 4 + MAX_RANK * FIELDS * 4;

/**
 * Dimensions of size 1 are dropped, the others sorted by the result's strides and merged where all operands allow it.
 * Used again and again for one operation after another, so it is a set of arrays rather than a value.
 */
export class Descriptor {
  rank = 0;
  /** From the outermost to the innermost; strides in bytes, 0 where an operand is broadcast or absent. */
  readonly sizes = new Int32Array(MAX_RANK);
  readonly out = new Int32Array(MAX_RANK);
  readonly a = new Int32Array(MAX_RANK);
  readonly b = new Int32Array(MAX_RANK);
  readonly c = new Int32Array(MAX_RANK);

  describe(out: Tensor, a: Tensor | null, b: Tensor | null, c: Tensor | null): void {
    const { sizes } = out;
    const width = bytesOf(out.dtype);
    let rank = 0;
    for (let d = 0; d < sizes.length; d++) {
      const size = sizes[d] as number;
      if (size === 1) continue;
      const fromEnd = sizes.length - d;
      const stride = (out.strides[d] as number) * width;
      let at = rank++;
      for (; at > 0 && (this.out[at - 1] as number) < stride; at--) this.move(at - 1, at);
      this.sizes[at] = size;
      this.out[at] = stride;
      this.a[at] = a === null ? 0 : broadcastStride(a, fromEnd);
      this.b[at] = b === null ? 0 : broadcastStride(b, fromEnd);
      this.c[at] = c === null ? 0 : broadcastStride(c, fromEnd);
    }
    this.rank = rank;
    if (rank > 1) this.merge();
    if (this.rank === 0) {
      this.rank = 1;
      this.sizes[0] = 1;
      this.out[0] = this.a[0] = this.b[0] = this.c[0] = 0;
    }
  }

  write(view: Int32Array, pointer: number): void {
    let at = pointer >>> 2;
    view[at++] = this.rank;
    for (let d = 0; d < this.rank; d++, at += FIELDS) {
      view[at] = this.sizes[d] as number;
      view[at + 1] = this.out[d] as number;
      view[at + 2] = this.a[d] as number;
      view[at + 3] = this.b[d] as number;
      view[at + 4] = this.c[d] as number;
    }
  }

  private merge(): void {
    let last = 0;
    for (let d = 1; d < this.rank; d++) {
      const size = this.sizes[d] as number;
      const fits =
        this.out[last] === (this.out[d] as number) * size &&
        this.a[last] === (this.a[d] as number) * size &&
        this.b[last] === (this.b[d] as number) * size &&
        this.c[last] === (this.c[d] as number) * size;
      if (fits) {
        const merged = (this.sizes[last] as number) * size;
        this.move(d, last);
        this.sizes[last] = merged;
      } else {
        this.move(d, ++last);
      }
    }
    this.rank = last + 1;
  }

  private move(from: number, to: number): void {
    this.sizes[to] = this.sizes[from] as number;
    this.out[to] = this.out[from] as number;
    this.a[to] = this.a[from] as number;
    this.b[to] = this.b[from] as number;
    this.c[to] = this.c[from] as number;
  }
}

function broadcastStride(tensor: Tensor, fromEnd: number): number {
  const d = tensor.sizes.length - fromEnd;
  return d < 0 || tensor.sizes[d] === 1 ? 0 : (tensor.strides[d] as number) * bytesOf(tensor.dtype);
}
