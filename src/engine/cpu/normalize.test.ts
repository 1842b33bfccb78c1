import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { drainScope, emptyTensor } from '../core/tensor';
import type { CpuBackend, Groups } from './backend';
import { BUILDS, createTestBackend, numbersOf, randomNumbers, tensorOf } from './harness';

/** Layer norm of rows, and batch norm of [images, channels, area]. */
const rows = (count: number, run: number): Groups => ({ groups: count, groupStep: run, parts: 1, partStep: 0, run });
const channels = (images: number, count: number, area: number): Groups => ({
  groups: count,
  groupStep: area,
  parts: images,
  partStep: count * area,
  run: area,
});
const CASES = [
  rows(1, 1),
  rows(3, 5),
  rows(4, 128),
  rows(2, 1003),
  channels(3, 2, 9),
  channels(32, 5, 1),
  channels(2, 3, 70),
];

const positionsOf = ({ groupStep, parts, partStep, run }: Groups, group: number): number[] =>
  Array.from({ length: parts * run }, (_, i) => group * groupStep + Math.floor(i / run) * partStep + (i % run));
const mean = (list: readonly number[]): number => list.reduce((sum, x) => sum + x, 0) / list.length;

const expectNear = (actual: readonly number[], expected: readonly number[], tolerance: number): void => {
  const far = expected.filter((y, i) => !(Math.abs((actual[i] ?? NaN) - y) <= tolerance * Math.max(1, Math.abs(y))));
  expect(far).toEqual([]);
};

describe.each(BUILDS)('normalisation, %s build', (build) => {
  let cpu: CpuBackend;
  beforeAll(async () => {
    cpu = await createTestBackend(build);
  }, 60_000);
  afterEach(drainScope);

  test.each(['float32', 'float64'] as const)('statistics, output and derivative, %s', (type) => {
    const tolerance = type === 'float32' ? 1e-5 : 1e-12;
    for (const groups of CASES) {
      const count = groups.groups * groups.parts * groups.run;
      const values = randomNumbers(count, 9, 11, count).map(Math.fround);
      const grads = randomNumbers(count, -1, 1, count + 1).map(Math.fround);
      const eps = 0.01;
      const [out, slope] = [emptyTensor([count], type, cpu), emptyTensor([count], type, cpu)];
      const [average, spread, inverse] = [0, 1, 2].map(() => emptyTensor([groups.groups], type, cpu)) as [
        ReturnType<typeof emptyTensor>,
        ReturnType<typeof emptyTensor>,
        ReturnType<typeof emptyTensor>,
      ];
      cpu.normalize(tensorOf(cpu, type, [count], values), out, average, spread, inverse, groups, eps);
      cpu.normalizeBackward(tensorOf(cpu, type, [count], grads), out, inverse, slope, groups);
      const y = new Array<number>(count);
      const slopes = new Array<number>(count);
      const statistics = Array.from({ length: groups.groups }, (_, group) => {
        const at = positionsOf(groups, group);
        const x = at.map((i) => values[i] as number);
        const g = at.map((i) => grads[i] as number);
        const m = mean(x);
        const variance = mean(x.map((v) => (v - m) ** 2));
        const s = Math.sqrt(variance + eps);
        const normal = x.map((v) => (v - m) / s);
        const product = mean(g.map((v, i) => v * (normal[i] as number)));
        at.forEach((to, i) => {
          y[to] = normal[i] as number;
          slopes[to] = ((g[i] as number) - mean(g) - (normal[i] as number) * product) / s;
        });
        return { m, variance, s };
      });
      expectNear(
        numbersOf(cpu, average),
        statistics.map(({ m }) => m),
        tolerance,
      );
      expectNear(
        numbersOf(cpu, spread),
        statistics.map(({ variance }) => variance),
        tolerance,
      );
      expectNear(
        numbersOf(cpu, inverse),
        statistics.map(({ s }) => 1 / s),
        tolerance,
      );
      expectNear(numbersOf(cpu, out), y, tolerance);
      expectNear(numbersOf(cpu, slope), slopes, tolerance * 4);
    }
  });
});
