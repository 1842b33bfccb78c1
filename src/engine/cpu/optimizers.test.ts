import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { AdamStep, SgdStep } from '../core/backend';
import { drainScope } from '../core/tensor';
import type { CpuBackend } from './backend';
import { BUILDS, createTestBackend, numbersOf, randomNumbers, tensorOf } from './harness';

const COUNTS = [1, 3, 4, 130];

const expectNear = (actual: readonly number[], expected: readonly number[], tolerance: number): void => {
  expected.forEach((y, i) =>
    expect(Math.abs((actual[i] ?? NaN) - y)).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(y))),
  );
};

describe.each(BUILDS)('optimizers, %s build', (build) => {
  let cpu: CpuBackend;
  beforeAll(async () => {
    cpu = await createTestBackend(build);
  }, 60_000);
  afterEach(drainScope);

  const adams: readonly (Partial<AdamStep> & { readonly amsgrad?: boolean })[] = [
    {},
    { weightDecay: 0.1 },
    { weightDecay: 0.1, decoupled: true },
    { maximize: true },
    { amsgrad: true, weightDecay: 0.01 },
  ];

  test.each(['float32', 'float64'] as const)(
    'Adam, AdamW and AMSGrad against the formulas of the papers, %s',
    (type) => {
      for (const { amsgrad = false, ...variant } of adams) {
        const base = { lr: 0.1, beta1: 0.9, beta2: 0.99, eps: 1e-3, weightDecay: 0, decoupled: false, maximize: false };
        const make = (seed: number): number[][] =>
          COUNTS.map((n) => randomNumbers(n, -1, 1, seed + n).map(Math.fround));
        const [p, zeros] = [make(1), COUNTS.map((n) => new Array<number>(n).fill(0))];
        const m = zeros.map((list) => [...list]);
        const v = zeros.map((list) => [...list]);
        const top = zeros.map((list) => [...list]);
        const put = (lists: readonly number[][]): ReturnType<typeof tensorOf>[] =>
          lists.map((list) => tensorOf(cpu, type, [list.length], list));
        const [parameters, means, squares, maxima] = [put(p), put(m), put(v), amsgrad ? put(top) : null];
        for (let step = 1; step <= 4; step++) {
          const options: AdamStep = { ...base, ...variant, step };
          const g = make(10 * step);
          cpu.adam(parameters, put(g), means, squares, maxima, options);
          p.forEach((list, r) =>
            list.forEach((x, i) => {
              const [mr, vr, tr] = [m[r] ?? [], v[r] ?? [], top[r] ?? []];
              let grad = (options.maximize ? -1 : 1) * (g[r]?.[i] ?? NaN);
              if (!options.decoupled) grad += options.weightDecay * x;
              const kept = options.decoupled ? x * (1 - options.lr * options.weightDecay) : x;
              mr[i] = options.beta1 * (mr[i] ?? NaN) + (1 - options.beta1) * grad;
              vr[i] = options.beta2 * (vr[i] ?? NaN) + (1 - options.beta2) * grad * grad;
              tr[i] = Math.max(tr[i] ?? NaN, vr[i] ?? NaN);
              const unbiased = ((amsgrad ? tr : vr)[i] ?? NaN) / (1 - options.beta2 ** step);
              list[i] =
                kept -
                (options.lr * ((mr[i] ?? NaN) / (1 - options.beta1 ** step))) / (Math.sqrt(unbiased) + options.eps);
            }),
          );
        }
        const tolerance = type === 'float32' ? 3e-6 : 1e-13;
        COUNTS.forEach((_, r) => {
          expectNear(numbersOf(cpu, parameters[r] as never), p[r] ?? [], tolerance);
          expectNear(numbersOf(cpu, means[r] as never), m[r] ?? [], tolerance);
          expectNear(numbersOf(cpu, squares[r] as never), v[r] ?? [], tolerance);
          if (maxima !== null) expectNear(numbersOf(cpu, maxima[r] as never), top[r] ?? [], tolerance);
        });
      }
    },
  );

  const sgds: readonly Partial<SgdStep>[] = [
    {},
    { weightDecay: 0.1, maximize: true },
    { momentum: 0.9 },
    { momentum: 0.9, dampening: 0.3, weightDecay: 0.01 },
    { momentum: 0.8, nesterov: true },
  ];

  test.each(['float32', 'float64'] as const)('SGD with momentum, %s', (type) => {
    for (const variant of sgds) {
      const base = { lr: 0.1, momentum: 0, dampening: 0, weightDecay: 0, nesterov: false, maximize: false };
      const make = (seed: number): number[][] => COUNTS.map((n) => randomNumbers(n, -1, 1, seed + n).map(Math.fround));
      const p = make(2);
      const buffers = COUNTS.map((n) => new Array<number>(n).fill(NaN));
      const put = (lists: readonly number[][]): ReturnType<typeof tensorOf>[] =>
        lists.map((list) => tensorOf(cpu, type, [list.length], list));
      const parameters = put(p);
      const momenta = variant.momentum === undefined ? null : put(buffers);
      for (let step = 1; step <= 3; step++) {
        const options: SgdStep = { ...base, ...variant, first: step === 1 };
        const g = make(20 * step);
        cpu.sgd(parameters, put(g), momenta, options);
        p.forEach((list, r) =>
          list.forEach((x, i) => {
            let grad = (options.maximize ? -1 : 1) * (g[r]?.[i] ?? NaN) + options.weightDecay * x;
            if (momenta !== null) {
              const buffer = buffers[r] ?? [];
              buffer[i] = options.first ? grad : options.momentum * (buffer[i] ?? NaN) + (1 - options.dampening) * grad;
              grad = options.nesterov ? grad + options.momentum * buffer[i] : buffer[i];
            }
            list[i] = x - options.lr * grad;
          }),
        );
      }
      COUNTS.forEach((_, r) => {
        expectNear(numbersOf(cpu, parameters[r] as never), p[r] ?? [], type === 'float32' ? 1e-6 : 1e-14);
      });
    }
  });
});
