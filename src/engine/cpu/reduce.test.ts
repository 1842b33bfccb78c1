import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Lanes } from '../core/backend';
import { EngineError } from '../core/errors';
import type { ReduceOp, ScanOp } from '../core/opcodes';
import { REDUCE_OPS } from '../core/opcodes';
import { drainScope, emptyTensor } from '../core/tensor';
import type { CpuBackend } from './backend';
import { BUILDS, createTestBackend, numbersOf, randomNumbers, tensorOf } from './harness';

const LANES: readonly Lanes[] = [
  { outer: 1, n: 1, inner: 1 },
  { outer: 1, n: 1000, inner: 1 },
  { outer: 7, n: 13, inner: 1 },
  { outer: 2, n: 5, inner: 3 },
  { outer: 3, n: 200, inner: 21 },
  { outer: 1, n: 70, inner: 16 },
  { outer: 2, n: 3, inner: 37 },
];

const sizeOf = ({ outer, n, inner }: Lanes): number => outer * n * inner;

/** Each lane as a list of its values. */
function lanesOf(values: readonly number[], { outer, n, inner }: Lanes): number[][] {
  const lanes: number[][] = [];
  for (let o = 0; o < outer; o++) {
    for (let i = 0; i < inner; i++) {
      lanes.push(Array.from({ length: n }, (_, k) => values[(o * n + k) * inner + i] as number));
    }
  }
  return lanes;
}

/** The inverse of lanesOf. */
function joined(lists: readonly (readonly number[])[], { outer, n, inner }: Lanes): number[] {
  const values = new Array<number>(outer * n * inner);
  lists.forEach((list, lane) => {
    const o = Math.floor(lane / inner);
    list.forEach((x, k) => (values[(o * n + k) * inner + (lane % inner)] = x));
  });
  return values;
}

const total = (list: readonly number[]): number => list.reduce((sum, x) => sum + x, 0);

const REDUCE: Record<ReduceOp, (list: readonly number[]) => number> = {
  sum: total,
  prod: (list) => list.reduce((product, x) => product * x, 1),
  max: (list) => Math.max(...list),
  min: (list) => Math.min(...list),
  sum_square: (list) => total(list.map((x) => x * x)),
  sum_abs: (list) => total(list.map(Math.abs)),
};

const expectNear = (actual: readonly number[], expected: readonly number[], tolerance: number): void => {
  expect(actual).toHaveLength(expected.length);
  const wrong = expected.flatMap((y, i) => {
    const x = actual[i] as number;
    const near = Number.isFinite(y) ? Math.abs(x - y) <= tolerance * Math.max(1, Math.abs(y)) : Object.is(x, y);
    return near ? [] : [`element ${i}: ${x} for ${y}`];
  });
  expect(wrong).toEqual([]);
};

describe.each(BUILDS)('reductions, %s build', (build) => {
  let cpu: CpuBackend;
  beforeAll(async () => {
    cpu = await createTestBackend(build);
  }, 60_000);
  afterEach(drainScope);

  test.each(REDUCE_OPS)('%s', (op) => {
    for (const lanes of LANES) {
      const values = randomNumbers(sizeOf(lanes), -1.1, 1.1, lanes.n).map(Math.fround);
      for (const type of ['float32', 'float64'] as const) {
        const out = emptyTensor([lanes.outer * lanes.inner], type, cpu);
        cpu.reduce(op, tensorOf(cpu, type, [values.length], values), out, lanes);
        expectNear(numbersOf(cpu, out), lanesOf(values, lanes).map(REDUCE[op]), type === 'float32' ? 2e-6 : 1e-12);
      }
      const integers = values.map((x) => Math.round(x * 3) || 1);
      for (const type of ['int32', 'int64'] as const) {
        if (op === 'prod' && lanes.n > 13) continue;
        const out = emptyTensor([lanes.outer * lanes.inner], type, cpu);
        cpu.reduce(op, tensorOf(cpu, type, [values.length], integers), out, lanes);
        expect(numbersOf(cpu, out)).toEqual(lanesOf(integers, lanes).map(REDUCE[op]));
      }
    }
  });

  test('a million float32 keep their accuracy, in a row and in columns', () => {
    const n = 2 ** 20;
    const values = randomNumbers(n, 0, 1).map(Math.fround);
    const a = tensorOf(cpu, 'float32', [n], values);
    for (const inner of [1, 2, 16]) {
      const lanes = { outer: 1, n: n / inner, inner };
      const out = emptyTensor([inner], 'float32', cpu);
      cpu.reduce('sum', a, out, lanes);
      const exact = lanesOf(values, lanes).map(total);
      numbersOf(cpu, out).forEach((x, i) => expect(Math.abs(x / (exact[i] as number) - 1)).toBeLessThan(1.2e-7));
    }
  });

  test('nothing to reduce, and NaN', () => {
    const empty = emptyTensor([0], 'float32', cpu);
    const out = emptyTensor([2], 'float32', cpu);
    cpu.reduce('sum', empty, out, { outer: 2, n: 0, inner: 1 });
    expect(numbersOf(cpu, out)).toEqual([0, 0]);
    cpu.reduce('prod', empty, out, { outer: 1, n: 0, inner: 2 });
    expect(numbersOf(cpu, out)).toEqual([1, 1]);
    for (const type of ['float32', 'float64'] as const) {
      for (const inner of [1, 2, 8]) {
        const n = 24 / inner;
        const values = randomNumbers(24, -1, 1);
        values[5] = NaN;
        const result = emptyTensor([inner], type, cpu);
        cpu.reduce('max', tensorOf(cpu, type, [24], values), result, { outer: 1, n, inner });
        numbersOf(cpu, result).forEach((x, i) => expect(Number.isNaN(x)).toBe(i === 5 % inner));
      }
    }
  });

  test('any and all', () => {
    const a = tensorOf(cpu, 'bool', [2, 3], [0, 0, 0, 1, 1, 0]);
    const rows = emptyTensor([2], 'bool', cpu);
    const columns = emptyTensor([3], 'bool', cpu);
    cpu.reduceBool('any', a, rows, { outer: 2, n: 3, inner: 1 });
    expect(numbersOf(cpu, rows)).toEqual([0, 1]);
    cpu.reduceBool('any', a, columns, { outer: 1, n: 2, inner: 3 });
    expect(numbersOf(cpu, columns)).toEqual([1, 1, 0]);
    cpu.reduceBool('all', tensorOf(cpu, 'bool', [2, 3], [1, 2, 1, 1, 0, 1]), rows, { outer: 2, n: 3, inner: 1 });
    expect(numbersOf(cpu, rows)).toEqual([1, 0]);
    cpu.reduceBool('all', a, rows, { outer: 2, n: 0, inner: 1 });
    expect(numbersOf(cpu, rows)).toEqual([1, 1]);
  });

  test('positions of extremes: the first of equals, NaN above all', () => {
    for (const type of ['float32', 'float64', 'int32', 'int64'] as const) {
      for (const lanes of LANES) {
        const values = randomNumbers(sizeOf(lanes), -5, 5, 11).map(Math.round);
        for (const op of ['max', 'min'] as const) {
          const out = emptyTensor([lanes.outer * lanes.inner], type, cpu);
          const at = emptyTensor([lanes.outer * lanes.inner], 'int64', cpu);
          cpu.reduceIndex(op, tensorOf(cpu, type, [values.length], values), out, at, lanes);
          const best = lanesOf(values, lanes).map((list) => Math[op](...list));
          expect(numbersOf(cpu, out).map((x) => x + 0)).toEqual(best.map((x) => x + 0));
          const places = lanesOf(values, lanes).map((list, i) => list.findIndex((x) => x === best[i]));
          expect(numbersOf(cpu, at)).toEqual(places);
        }
      }
    }
    const at = emptyTensor([1], 'int64', cpu);
    const withNan = tensorOf(cpu, 'float32', [5], [1, 9, NaN, 10, NaN]);
    cpu.reduceIndex('min', withNan, null, at, { outer: 1, n: 5, inner: 1 });
    expect(numbersOf(cpu, at)).toEqual([2]);
  });

  test('variance with and without correction', () => {
    for (const type of ['float32', 'float64'] as const) {
      for (const lanes of LANES.slice(1)) {
        const values = randomNumbers(sizeOf(lanes), 99, 101, 12).map(Math.fround);
        const count = lanes.outer * lanes.inner;
        for (const correction of [0, 1]) {
          const mean = emptyTensor([count], type, cpu);
          const variance = emptyTensor([count], type, cpu);
          cpu.variance(tensorOf(cpu, type, [values.length], values), mean, variance, correction, lanes);
          const means = lanesOf(values, lanes).map((list) => total(list) / list.length);
          const expected = lanesOf(values, lanes).map(
            (list, i) => total(list.map((x) => (x - (means[i] as number)) ** 2)) / (list.length - correction),
          );
          expectNear(numbersOf(cpu, mean), means, type === 'float32' ? 1e-7 : 1e-14);
          expectNear(numbersOf(cpu, variance), expected, type === 'float32' ? 1e-6 : 1e-12);
        }
      }
    }
    const out = emptyTensor([1], 'float32', cpu);
    cpu.variance(tensorOf(cpu, 'float32', [1], [3]), emptyTensor([1], 'float32', cpu), out, 1, {
      outer: 1,
      n: 1,
      inner: 1,
    });
    expect(numbersOf(cpu, out)).toEqual([NaN]);
  });

  test('running sums, products, extremes and log-sum-exp', () => {
    const running = (list: readonly number[], join: (y: number, x: number) => number): number[] => {
      const out: number[] = [];
      list.forEach((x, k) => out.push(k === 0 ? x : join(out[k - 1] as number, x)));
      return out;
    };
    const f: Record<ScanOp, (y: number, x: number) => number> = {
      cumsum: (y, x) => y + x,
      cumprod: (y, x) => y * x,
      logcumsumexp: (y, x) => Math.log(Math.exp(y) + Math.exp(x)),
      cummax: Math.max,
      cummin: Math.min,
    };
    for (const lanes of [
      { outer: 2, n: 9, inner: 1 },
      { outer: 3, n: 5, inner: 4 },
    ]) {
      const values = randomNumbers(sizeOf(lanes), -2, 2, 13).map((x) => Math.round(x) || 1);
      for (const type of ['float32', 'float64', 'int32', 'int64'] as const) {
        for (const op of ['cumsum', 'cumprod', 'cummax', 'cummin', 'logcumsumexp'] as const) {
          if (op === 'logcumsumexp' && type.startsWith('int')) continue;
          const out = emptyTensor([values.length], type, cpu);
          const extremes = op === 'cummax' || op === 'cummin';
          const at = extremes ? emptyTensor([values.length], 'int64', cpu) : null;
          cpu.scan(op, tensorOf(cpu, type, [values.length], values), out, at, lanes);
          const expected = lanesOf(values, lanes).map((list) => running(list, f[op]));
          expectNear(numbersOf(cpu, out), joined(expected, lanes), type === 'float32' ? 1e-6 : 1e-12);
          if (at === null) continue;
          const places = lanesOf(values, lanes).map((list, lane) =>
            list.map((_, k) => list.slice(0, k + 1).lastIndexOf(expected[lane]?.[k] ?? NaN)),
          );
          expect(numbersOf(cpu, at)).toEqual(joined(places, lanes));
        }
      }
    }
  });

  test('softmax, log_softmax and their derivatives', () => {
    for (const lanes of LANES) {
      const values = randomNumbers(sizeOf(lanes), -30, 30, 14).map(Math.fround);
      const grads = randomNumbers(sizeOf(lanes), -1, 1, 15).map(Math.fround);
      for (const log of [false, true]) {
        const expected = lanesOf(values, lanes).map((list) => {
          const m = Math.max(...list);
          const sum = total(list.map((x) => Math.exp(x - m)));
          return list.map((x) => (log ? x - m - Math.log(sum) : Math.exp(x - m) / sum));
        });
        const slopes = lanesOf(grads, lanes).map((g, lane) => {
          const y = expected[lane] ?? [];
          const dot = total(g.map((x, k) => (log ? x : x * (y[k] ?? NaN))));
          return g.map((x, k) => (log ? x - Math.exp(y[k] ?? NaN) * dot : (y[k] ?? NaN) * (x - dot)));
        });
        for (const type of ['float32', 'float64'] as const) {
          const tolerance = type === 'float32' ? 3e-6 : 1e-13;
          const out = emptyTensor([values.length], type, cpu);
          cpu.softmax(tensorOf(cpu, type, [values.length], values), out, log, lanes);
          expectNear(numbersOf(cpu, out), joined(expected, lanes), tolerance);
          const slope = emptyTensor([values.length], type, cpu);
          cpu.softmaxBackward(tensorOf(cpu, type, [grads.length], grads), out, slope, log, lanes);
          expectNear(numbersOf(cpu, slope), joined(slopes, lanes), tolerance * 4);
        }
      }
    }
  });

  test('cross entropy and its derivative', () => {
    for (const [rows, columns] of [
      [4, 10],
      [3, 1],
      [5, 7],
      [2, 33],
    ] as const) {
      const values = randomNumbers(rows * columns, -9, 9, 16).map(Math.fround);
      const labels = Array.from({ length: rows }, (_, r) => (r === 1 ? -100 : (r * 3) % columns));
      const lists = lanesOf(values, { outer: rows, n: columns, inner: 1 });
      const softmax = lists.map((list) => {
        const sum = total(list.map(Math.exp));
        return list.map((x) => Math.exp(x) / sum);
      });
      const expected = softmax.map((list, r) => (labels[r] === -100 ? 0 : -Math.log(list[labels[r] ?? 0] ?? NaN)));
      for (const type of ['float32', 'float64'] as const) {
        const tolerance = type === 'float32' ? 2e-6 : 1e-12;
        const logits = tensorOf(cpu, type, [rows, columns], values);
        const target = tensorOf(cpu, 'int64', [rows], labels);
        const losses = emptyTensor([rows], type, cpu);
        const probabilities = emptyTensor([rows, columns], type, cpu);
        cpu.crossEntropy(logits, target, losses, probabilities, -100);
        expectNear(numbersOf(cpu, losses), expected, tolerance);
        expectNear(numbersOf(cpu, probabilities), softmax.flat(), tolerance);
        const slope = emptyTensor([rows, columns], type, cpu);
        for (const scale of [[0.25], Array.from({ length: rows }, (_, r) => r + 1)]) {
          const scales = tensorOf(cpu, type, [scale.length], scale);
          cpu.crossEntropyBackward(probabilities, target, scales, null, slope, -100);
          const slopes = softmax.flatMap((list, r) =>
            list.map((p, c) =>
              labels[r] === -100 ? 0 : (p - Number(labels[r] === c)) * (scale[r] ?? scale[0] ?? NaN),
            ),
          );
          expectNear(numbersOf(cpu, slope), slopes, tolerance);
          cpu.crossEntropyBackward(probabilities, target, scales, tensorOf(cpu, type, [], [0.5]), slope, -100);
          expectNear(
            numbersOf(cpu, slope),
            slopes.map((value) => value / 2),
            tolerance,
          );
        }
        const [mean, share] = [emptyTensor([], type, cpu), emptyTensor([], type, cpu)];
        cpu.keptMean(losses, target, mean, share, -100);
        const kept = labels.filter((label) => label !== -100).length;
        const sum = expected.reduce((total, loss) => total + loss, 0);
        expectNear([...numbersOf(cpu, mean), ...numbersOf(cpu, share)], [sum / kept, 1 / kept], tolerance);
        const wrong = tensorOf(
          cpu,
          'int64',
          [rows],
          labels.map((label, r) => (r === rows - 1 ? columns : label)),
        );
        expect(() => cpu.crossEntropy(logits, wrong, losses, probabilities, -100)).toThrow(
          new EngineError('IndexError', `Target ${columns} is out of bounds.`),
        );
      }
    }
  });
});
