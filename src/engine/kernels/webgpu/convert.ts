/**
 * How element types lie in the GPU's words: floating types as float32 (half and bfloat16 rounded to their precision),
 * integers and bool as int32. Conversions in WGSL between types, and between words and the bytes that Python sees.
 */
import { bytesOf, scalarName, type DType } from '../../core/dtype';
import { fail } from '../../core/errors';
import { floatBits } from './bits';
import type { Kind } from './wgsl';

export const kindOf = (dtype: DType): Exclude<Kind, 'u32'> =>
  dtype === 'float32' || dtype === 'float16' || dtype === 'bfloat16' || dtype === 'float64' ? 'f32' : 'i32';

export function requireDtype(dtype: DType): void {
  if (dtype !== 'float64') return;
  fail(
    'TypeError',
    "Cannot convert a float64 Tensor to the GPU as WebGPU doesn't support float64. Please use float32 instead.",
  );
}

/** The kernels' refusal, in PyTorch's words. */
export function notImplemented(op: string, dtype: DType): never {
  return fail('RuntimeError', `"${op}_cuda" not implemented for '${scalarName(dtype)}'`);
}

/** A WGSL expression of `x` (as `from` is stored) that converts to `to`. */
export function conversion(from: DType, to: DType): string {
  if (from === to) return 'x';
  const floating = kindOf(from) === 'f32';
  switch (to) {
    case 'float64':
    case 'float32':
      return floating ? 'x' : 'f32(x)';
    case 'float16':
      return floating ? 'to_half(x)' : 'to_half(f32(x))';
    case 'bfloat16':
      return floating ? 'to_bfloat(x)' : 'to_bfloat(f32(x))';
    case 'bool':
      return floating ? 'select(0, 1, !(x == 0.0))' : 'select(0, 1, x != 0)';
    case 'int64':
    case 'int32':
      return floating ? 'i32(x)' : 'x';
    case 'int16':
      return floating ? '(i32(x) << 16u) >> 16u' : '(x << 16u) >> 16u';
    case 'int8':
      return floating ? '(i32(x) << 24u) >> 24u' : '(x << 24u) >> 24u';
    case 'uint8':
      return floating ? 'i32(x) & 255' : 'x & 255';
  }
}

function tooLarge(value: number | bigint): never {
  return fail(
    'RuntimeError',
    `value ${value} does not fit a tensor on the GPU, which stores int64 in 32 bits (-2147483648 to 2147483647). Keep this tensor on the cpu, or use float32.`,
  );
}

/** One element as a word, converted as PyTorch converts Python numbers. */
export function wordOf(value: number | bigint, dtype: DType): number {
  switch (dtype) {
    case 'float64':
    case 'float32':
      return floatBits(Number(value));
    case 'float16':
      return floatBits(halfToNumber(numberToHalf(Number(value))));
    case 'bfloat16':
      return floatBits(bfloatToNumber(numberToBfloat(Number(value))));
    case 'bool':
      return Number(value) === 0 ? 0 : 1;
    case 'int64': {
      const whole = typeof value === 'bigint' ? value : Number.isFinite(value) ? BigInt(Math.trunc(value)) : 0n;
      if (whole < -2147483648n || whole > 2147483647n) tooLarge(whole);
      return Number(whole) >>> 0;
    }
    default: {
      const whole = typeof value === 'bigint' ? value : Number.isFinite(value) ? BigInt(Math.trunc(value)) : 0n;
      const bits = bytesOf(dtype) * 8;
      return Number(dtype === 'uint8' ? BigInt.asUintN(8, whole) : BigInt.asIntN(bits, whole)) >>> 0;
    }
  }
}

/** Bytes of a dtype's elements → words. */
export function toWords(bytes: Uint8Array, dtype: DType): Uint32Array<ArrayBuffer> {
  // A copy starts at a multiple of 8, as typed arrays need.
  const { buffer } = bytes.slice();
  switch (dtype) {
    case 'float32':
    case 'int32':
      return new Uint32Array(buffer);
    case 'int64':
      return Uint32Array.from(new BigInt64Array(buffer), (value) => {
        if (value < -2147483648n || value > 2147483647n) tooLarge(value);
        return Number(value) >>> 0;
      });
    case 'int16':
      return Uint32Array.from(new Int16Array(buffer), (value) => value >>> 0);
    case 'int8':
      return Uint32Array.from(new Int8Array(buffer), (value) => value >>> 0);
    case 'uint8':
    case 'bool':
      return Uint32Array.from(new Uint8Array(buffer));
    case 'float16':
      return Uint32Array.from(new Uint16Array(buffer), (bits) => floatBits(halfToNumber(bits)));
    case 'bfloat16':
      return Uint32Array.from(new Uint16Array(buffer), (bits) => (bits << 16) >>> 0);
    case 'float64':
      return Uint32Array.from(new Float64Array(buffer), floatBits);
  }
}

/** Words → bytes of a dtype's elements. */
export function toBytes(words: Uint32Array<ArrayBuffer>, dtype: DType): Uint8Array {
  const asBytes = ({ buffer, byteOffset, byteLength }: ArrayBufferView<ArrayBuffer>): Uint8Array =>
    new Uint8Array(buffer, byteOffset, byteLength);
  switch (dtype) {
    case 'float32':
    case 'int32':
      return asBytes(words.slice());
    case 'int64':
      return asBytes(BigInt64Array.from(words, (word) => BigInt(word | 0)));
    case 'int16':
      return asBytes(Int16Array.from(words));
    case 'int8':
      return asBytes(Int8Array.from(words));
    case 'uint8':
      return asBytes(Uint8Array.from(words));
    case 'bool':
      return asBytes(Uint8Array.from(words, (word) => (word === 0 ? 0 : 1)));
    case 'float16':
    case 'bfloat16': {
      const numbers = new Float32Array(words.slice().buffer);
      return asBytes(Uint16Array.from(numbers, dtype === 'float16' ? numberToHalf : numberToBfloat));
    }
    case 'float64':
      return asBytes(Float64Array.from(new Float32Array(words.slice().buffer)));
  }
}

/** Bits of the nearest IEEE half, ties to even. */
export function numberToHalf(value: number): number {
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
  const size = Math.abs(value);
  if (Number.isNaN(value)) return 0x7e00;
  if (size >= 65520) return sign | 0x7c00;
  const exponent = size < 2 ** -14 ? -14 : Math.floor(Math.log2(size));
  const step = 2 ** (exponent - 10);
  const steps = size / step;
  const down = Math.floor(steps);
  const rest = steps - down;
  const rounded = rest > 0.5 || (rest === 0.5 && down % 2 === 1) ? down + 1 : down;
  // 1024 steps are the implicit leading bit, so a carry moves on to the exponent by itself.
  return sign | (((exponent + 14) << 10) + rounded);
}

export function halfToNumber(bits: number): number {
  const sign = (bits & 0x8000) === 0 ? 1 : -1;
  const exponent = (bits >> 10) & 31;
  const mantissa = bits & 1023;
  if (exponent === 31) return mantissa === 0 ? sign * Infinity : NaN;
  return sign * (exponent === 0 ? mantissa * 2 ** -24 : (1024 + mantissa) * 2 ** (exponent - 25));
}

function numberToBfloat(value: number): number {
  const bits = floatBits(value);
  if ((bits & 0x7fffffff) > 0x7f800000) return (bits >>> 16) | 0x40;
  return ((bits + 0x7fff + ((bits >>> 16) & 1)) >>> 16) & 0xffff;
}

const bfloatToNumber = (bits: number): number =>
  new Float32Array(new Uint32Array([(bits << 16) >>> 0]).buffer)[0] as number;
