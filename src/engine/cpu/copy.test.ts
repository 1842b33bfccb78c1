import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { DTYPES, type DType } from '../core/dtype';
import { alias, drainScope, emptyTensor } from '../core/tensor';
import type { CpuBackend } from './backend';
import { BUILDS, createTestBackend, numbersOf, randomNumbers, tensorOf } from './harness';

/** float16 or bfloat16 bits as a number, from the definition of the formats. */
function decode(bits: number, exponentBits: number, fractionBits: number): number {
  const sign = bits >> 15 ? -1 : 1;
  const exponent = (bits >> fractionBits) & (2 ** exponentBits - 1);
  const fraction = bits & (2 ** fractionBits - 1);
  const bias = 2 ** (exponentBits - 1) - 1;
  if (exponent === 2 ** exponentBits - 1) return fraction === 0 ? sign * Infinity : NaN;
  const scale = 2 ** -fractionBits;
  return sign * (exponent === 0 ? fraction * scale * 2 ** (1 - bias) : (1 + fraction * scale) * 2 ** (exponent - bias));
}
const halfOf = (bits: number): number => decode(bits, 5, 10);
const brainOf = (bits: number): number => decode(bits, 8, 7);

/** The nearest of all finite and infinite values of a format, ties to the even bits: by search over the positive ones. */
function encode(x: number, valueOf: (bits: number) => number, infinity: number, overflow: number): number {
  if (Number.isNaN(x)) return NaN;
  const sign = x < 0 || Object.is(x, -0) ? 0x8000 : 0;
  const a = Math.abs(x);
  if (a >= overflow) return sign | infinity;
  let low = 0;
  let high = infinity - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (valueOf(middle) <= a) low = middle;
    else high = middle - 1;
  }
  if (low === infinity - 1) return sign | low;
  const below = a - valueOf(low);
  const above = valueOf(low + 1) - a;
  if (below === above) return sign | (low % 2 === 0 ? low : low + 1);
  return sign | (below < above ? low : low + 1);
}

const wrap = (x: number, bits: number): number => {
  const size = 2 ** bits;
  const y = ((x % size) + size) % size;
  return y >= size / 2 ? y - size : y;
};

describe.each(BUILDS)('copies and conversions, %s build', (build) => {
  let cpu: CpuBackend;
  beforeAll(async () => {
    cpu = await createTestBackend(build);
  }, 60_000);
  afterEach(drainScope);

  const convert = (values: readonly number[], from: DType, to: DType): number[] => {
    const out = emptyTensor([values.length], to, cpu);
    cpu.copy(tensorOf(cpu, from, [values.length], values), out);
    return numbersOf(cpu, out);
  };

  test('between all pairs of dtypes, values that all can hold', () => {
    const values = [0, 1, 1, 0, 1];
    const stored: Partial<Record<DType, number[]>> = {
      float16: [0, 0x3c00, 0x3c00, 0, 0x3c00],
      bfloat16: [0, 0x3f80, 0x3f80, 0, 0x3f80],
    };
    for (const from of DTYPES) {
      for (const to of DTYPES) {
        expect([from, to, convert(stored[from] ?? values, from, to)]).toEqual([from, to, stored[to] ?? values]);
      }
    }
  });

  test('floats to integers truncate and wrap; NaN and what is too large become the smallest integer', () => {
    const values = [1.9, -1.9, 0.5, -0.5, 300, -300, 70000];
    const expected = values.map((x) => Math.trunc(x) + 0);
    for (const from of ['float32', 'float64'] as const) {
      expect(convert(values, from, 'int64')).toEqual(expected);
      expect(convert(values, from, 'int32')).toEqual(expected);
      expect(convert(values, from, 'int16')).toEqual(expected.map((x) => wrap(x, 16)));
      expect(convert(values, from, 'int8')).toEqual(expected.map((x) => wrap(x, 8)));
      expect(convert(values, from, 'uint8')).toEqual(expected.map((x) => x & 255));
      expect(convert([NaN, Infinity, -Infinity, 1e20], from, 'int64')).toEqual(Array(4).fill(-(2 ** 63)));
      expect(convert([NaN, 3e9, -3e9], from, 'int32')).toEqual(Array(3).fill(-(2 ** 31)));
      expect(convert([0, -0, 0.1, NaN, -5], from, 'bool')).toEqual([0, 0, 1, 1, 1]);
    }
  });

  test('integers wrap into narrower ones', () => {
    const values = [0, 127, 128, 255, 256, -1, -129, 65535, 2147483647];
    expect(convert(values, 'int64', 'int8')).toEqual(values.map((x) => wrap(x, 8)));
    expect(convert(values, 'int64', 'uint8')).toEqual(values.map((x) => x & 255));
    expect(convert(values, 'int32', 'int16')).toEqual(values.map((x) => wrap(x, 16)));
    expect(convert([2 ** 40 + 5], 'int64', 'int32')).toEqual([5]);
    expect(convert([200, 255], 'uint8', 'float32')).toEqual([200, 255]);
    expect(convert([256, 0, -1], 'int64', 'bool')).toEqual([1, 0, 1]);
  });

  test('float16: every value widens right, and narrows to itself', () => {
    const bits = Array.from({ length: 65536 }, (_, i) => i);
    const wide = convert(bits, 'float16', 'float32');
    for (let i = 0; i < bits.length; i++) expect(Object.is(wide[i], halfOf(i)) || Number.isNaN(wide[i])).toBe(true);
    expect(wide.filter(Number.isNaN)).toHaveLength(2 * 1023);
    const back = convert(wide, 'float32', 'float16');
    const numbers = bits.filter((i) => !Number.isNaN(wide[i]));
    expect(numbers.map((i) => back[i])).toEqual(numbers);
  });

  test('float16 and bfloat16 round to the nearest even', () => {
    const random = randomNumbers(3000, -26, 17, 2).map((e, i) => Math.fround((i % 2 === 0 ? 1 : -1) * 2 ** e));
    const ties = [1 + 2 ** -11, 1 + 3 * 2 ** -11, 2 ** -25, 3 * 2 ** -25, 2 ** -24, 65519, 65520, 65504, -65536];
    const edges = [0, -0, 2 ** -14, 2 ** -14 - 2 ** -26, Infinity, -Infinity, 1 + 2 ** -8, 1 + 3 * 2 ** -8, 3.4e38];
    const values = [...random, ...ties, ...edges].map(Math.fround);
    expect(convert(values, 'float32', 'float16')).toEqual(values.map((x) => encode(x, halfOf, 0x7c00, 65520)));
    const brain = values.map((x) => encode(x, brainOf, 0x7f80, 2 ** 128 - 2 ** 119));
    expect(convert(values, 'float32', 'bfloat16')).toEqual(brain);
    expect(convert([NaN], 'float32', 'float16').map(halfOf)).toEqual([NaN]);
    expect(convert([NaN], 'float32', 'bfloat16').map(brainOf)).toEqual([NaN]);
  });

  test('transposes of every shape, also in batches and of other widths', () => {
    for (const type of ['float32', 'int64', 'uint8', 'int16'] as const) {
      for (const [rows, columns] of [
        [1, 1],
        [4, 4],
        [5, 7],
        [33, 70],
        [64, 3],
        [2, 129],
      ] as const) {
        for (const batch of [1, 3]) {
          const values = Array.from({ length: batch * rows * columns }, (_, i) => i % 100);
          const a = tensorOf(cpu, type, [batch, rows, columns], values);
          const turned = alias(a, [batch, columns, rows], [rows * columns, 1, columns], 0);
          const out = emptyTensor([batch, columns, rows], type, cpu);
          cpu.copy(turned, out);
          const expected: number[] = [];
          for (let b = 0; b < batch; b++) {
            for (let c = 0; c < columns; c++) {
              for (let r = 0; r < rows; r++) expected.push(values[(b * rows + r) * columns + c] as number);
            }
          }
          expect(numbersOf(cpu, out)).toEqual(expected);
        }
      }
    }
  });

  test('a copy broadcasts and converts at once', () => {
    const out = tensorOf(cpu, 'float64', [2, 3], [], 'gaps');
    cpu.copy(tensorOf(cpu, 'int32', [3], [1, 2, 3]), out);
    expect(numbersOf(cpu, out)).toEqual([1, 2, 3, 1, 2, 3]);
    cpu.copy(tensorOf(cpu, 'bool', [2, 1], [1, 0]), out);
    expect(numbersOf(cpu, out)).toEqual([1, 1, 1, 0, 0, 0]);
  });

  test('fill converts the value', () => {
    const filled = (dtype: DType, value: number | bigint): number[] => {
      const out = emptyTensor([7], dtype, cpu);
      cpu.fill(out, value);
      return numbersOf(cpu, out);
    };
    expect(filled('float32', 0.1)).toEqual(Array(7).fill(Math.fround(0.1)));
    expect(filled('float64', 0.1)).toEqual(Array(7).fill(0.1));
    expect(filled('float16', 1.5)).toEqual(Array(7).fill(0x3e00));
    expect(filled('bool', 7)).toEqual(Array(7).fill(1));
    expect(filled('int8', -3)).toEqual(Array(7).fill(-3));
    expect(filled('int32', 5n)).toEqual(Array(7).fill(5));
    expect(filled('int64', 2.9)).toEqual(Array(7).fill(2));
    const exact = emptyTensor([1], 'int64', cpu);
    cpu.fill(exact, 2n ** 62n + 1n);
    expect(new BigInt64Array(cpu.read(exact).buffer)[0]).toBe(2n ** 62n + 1n);
  });
});
