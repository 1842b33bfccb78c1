/** Numbers as the words that kernels receive. */
const floats = new Float32Array(1);
const floatWords = new Uint32Array(floats.buffer);

/** A float32's bits. */
export function floatBits(value: number): number {
  floats[0] = value;
  return floatWords[0] as number;
}

/** The nearest int32: a missing bound may be given as an infinity. */
export const integerBits = (value: number): number =>
  Math.max(-2147483648, Math.min(2147483647, Math.trunc(value))) >>> 0;
