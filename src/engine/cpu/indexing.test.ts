import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { DType } from '../core/dtype';
import type { ScatterOp } from '../core/opcodes';
import { SCATTER_OPS } from '../core/opcodes';
import { drainScope, emptyTensor } from '../core/tensor';
import type { CpuBackend } from './backend';
import { BUILDS, createTestBackend, numbersOf, randomNumbers, tensorOf } from './harness';

const TYPES: readonly DType[] = ['float32', 'float64', 'int64', 'int32', 'int16', 'int8', 'uint8'];
const JOIN: Record<ScatterOp, (y: number, x: number) => number> = {
  set: (_y, x) => x,
  add: (y, x) => y + x,
  prod: (y, x) => y * x,
  max: Math.max,
  min: Math.min,
};
const small = (count: number, seed: number): number[] => randomNumbers(count, 0, 5, seed).map(Math.floor);

describe.each(BUILDS)('indexing, %s build', (build) => {
  let cpu: CpuBackend;
  beforeAll(async () => {
    cpu = await createTestBackend(build);
  }, 60_000);
  afterEach(drainScope);

  const indexOf = (values: readonly number[]): ReturnType<typeof tensorOf> =>
    tensorOf(cpu, 'int64', [values.length], values);

  test('index_select takes rows of any width', () => {
    const index = [2, 0, 3, 3, 1];
    for (const type of TYPES) {
      for (const inner of [1, 2, 3, 5]) {
        const values = small(2 * 4 * inner, inner);
        const out = emptyTensor([2, index.length, inner], type, cpu);
        cpu.indexSelect(tensorOf(cpu, type, [2, 4, inner], values), indexOf(index), out, { outer: 2, n: 4, inner });
        const expected = [0, 1].flatMap((o) =>
          index.flatMap((j) => values.slice((o * 4 + j) * inner, (o * 4 + j + 1) * inner)),
        );
        expect(numbersOf(cpu, out)).toEqual(expected);
      }
    }
  });

  test.each(SCATTER_OPS)('index_write %s, positions repeating', (op) => {
    const index = [2, 0, 2, 3, 2];
    for (const type of TYPES) {
      for (const inner of [1, 3, 9]) {
        const start = small(2 * 4 * inner, 21);
        const values = small(2 * 5 * inner, 22).map((x) => x % 3);
        const out = tensorOf(cpu, type, [2, 4, inner], start);
        cpu.indexWrite(op, out, indexOf(index), tensorOf(cpu, type, [2, 5, inner], values), { outer: 2, n: 4, inner });
        const expected = [...start];
        for (let o = 0; o < 2; o++) {
          index.forEach((to, j) => {
            for (let i = 0; i < inner; i++) {
              const at = (o * 4 + to) * inner + i;
              expected[at] = JOIN[op](expected[at] as number, values[(o * 5 + j) * inner + i] as number);
            }
          });
        }
        expect(numbersOf(cpu, out)).toEqual(expected);
      }
    }
  });

  test('gather', () => {
    const lanes = { outer: 2, n: 3, inner: 4 };
    const index = small(24, 23);
    for (const type of TYPES) {
      const values = small(2 * 5 * 4, 24);
      const out = emptyTensor([24], type, cpu);
      cpu.gather(tensorOf(cpu, type, [2, 5, 4], values), indexOf(index), out, lanes, 5);
      const expected = index.map((at, p) => values[(Math.floor(p / 12) * 5 + at) * 4 + (p % 4)]);
      expect(numbersOf(cpu, out)).toEqual(expected);
    }
  });

  test.each(SCATTER_OPS)('scatter %s', (op) => {
    const lanes = { outer: 2, n: 3, inner: 4 };
    const index = small(24, 25);
    for (const type of TYPES) {
      const start = small(2 * 5 * 4, 26);
      const values = small(24, 27).map((x) => x % 3);
      const out = tensorOf(cpu, type, [2, 5, 4], start);
      cpu.scatter(op, out, indexOf(index), tensorOf(cpu, type, [24], values), lanes, 5);
      const expected = [...start];
      index.forEach((to, p) => {
        const at = (Math.floor(p / 12) * 5 + to) * 4 + (p % 4);
        expected[at] = JOIN[op](expected[at] as number, values[p] as number);
      });
      expect(numbersOf(cpu, out)).toEqual(expected);
    }
  });

  test('float16 adds through float32', () => {
    const out = tensorOf(cpu, 'float16', [2], [0x3c00, 0]);
    const ones = tensorOf(cpu, 'float16', [3], [0x3c00, 0x3c00, 0x4000]);
    cpu.indexWrite('add', out, indexOf([0, 0, 1]), ones, { outer: 1, n: 2, inner: 1 });
    expect(numbersOf(cpu, out)).toEqual([0x4200, 0x4000]);
  });

  test('positions outside are errors, and nothing is written', () => {
    const out = tensorOf(cpu, 'float32', [3], [1, 2, 3]);
    const lanes = { outer: 1, n: 1, inner: 1 };
    for (const bad of [3, -1, 2 ** 40]) {
      expect(() => cpu.indexSelect(out, indexOf([bad]), emptyTensor([1], 'float32', cpu), { ...lanes, n: 3 })).toThrow(
        'index out of range in self',
      );
      const value = tensorOf(cpu, 'float32', [1], [7]);
      expect(() => cpu.scatter('set', out, indexOf([bad]), value, lanes, 3)).toThrow(
        `index ${bad} is out of bounds for dimension with size 3`,
      );
    }
    expect(numbersOf(cpu, out)).toEqual([1, 2, 3]);
  });

  test('nonzero', () => {
    const mask = tensorOf(cpu, 'bool', [7], [0, 1, 1, 0, 0, 1, 0]);
    expect(cpu.nonzero(mask, null)).toBe(3);
    const out = emptyTensor([3], 'int64', cpu);
    cpu.nonzero(mask, out);
    expect(numbersOf(cpu, out)).toEqual([1, 2, 5]);
  });

  test('sort is stable in both directions, with NaN as the largest', () => {
    const key = (x: number): number => (Number.isNaN(x) ? Infinity : x);
    for (const type of ['float32', 'float64', 'int32', 'int64'] as const) {
      for (const [rows, n] of [
        [1, 1],
        [3, 2],
        [2, 17],
        [3, 100],
        [1, 1000],
      ] as const) {
        const values = randomNumbers(rows * n, -20, 20, n)
          .map(Math.round)
          .map((x) => x + 0);
        if (type === 'float32' || type === 'float64') for (let i = 0; i < n; i += 7) values[i] = NaN;
        for (const descending of [false, true]) {
          const sorted = emptyTensor([rows, n], type, cpu);
          const at = emptyTensor([rows, n], 'int64', cpu);
          cpu.sort(tensorOf(cpu, type, [rows, n], values), sorted, at, descending);
          const order = Array.from({ length: rows }, (_, r) => {
            const row = values.slice(r * n, (r + 1) * n);
            return row
              .map((_x, i) => i)
              .sort((i, j) => {
                const [x, y] = [key(row[i] as number), key(row[j] as number)];
                if (x === y) return i - j;
                return x < y === descending ? 1 : -1;
              });
          });
          expect(numbersOf(cpu, at)).toEqual(order.flat());
          expect(numbersOf(cpu, sorted).map((x) => x + 0)).toEqual(
            order.flatMap((row, r) => row.map((i) => values[r * n + i])),
          );
        }
      }
    }
  });
});
