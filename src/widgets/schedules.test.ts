import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { SCHEDULES, startValues, valueAt, placeOf } from './schedules';

/** What PyTorch printed: a name, the first learning rate, then the rates in ten-thousandths. */
const printed = readFileSync('src/python/tests/oracle/sched/sched_lab.out', 'utf8').trim().split('\n');

describe('the schedules of the lab', () => {
  test('PyTorch has printed every one of them', () => {
    expect(printed.map((line) => line.split(' ')[0])).toEqual(SCHEDULES.map(({ name }) => name));
  });

  test.each(printed.map((line) => [line.split(' ')[0] ?? '', line] as const))(
    '%s gives the rates of PyTorch',
    (name, line) => {
      const [lr = NaN, ...expected] = line.split(' ').slice(1).map(Number);
      const schedule = SCHEDULES.find((each) => each.name === name);
      const rates = schedule?.rates(lr, expected.length, startValues(schedule)) ?? [];
      expect(rates).toHaveLength(40);
      for (const [epoch, rate] of rates.entries()) {
        expect(rate * 1e4, `epoch ${epoch}`).toBeCloseTo(expected[epoch] ?? NaN, 2);
      }
    },
  );

  test('no place of a slider makes a rate that cannot be drawn', () => {
    for (const schedule of SCHEDULES) {
      for (const parameter of schedule.parameters) {
        for (const place of [parameter.min, parameter.max]) {
          for (const epochs of [10, 100]) {
            const rates = schedule.rates(0.1, epochs, {
              ...startValues(schedule),
              [parameter.name]: valueAt(parameter, place),
            });
            expect(rates).toHaveLength(epochs);
            expect(
              rates.every((rate) => Number.isFinite(rate) && rate >= 0),
              `${schedule.name} ${parameter.name}`,
            ).toBe(true);
          }
        }
      }
    }
  });

  test('writes the Python that makes it', () => {
    const step = SCHEDULES.find(({ name }) => name === 'StepLR');
    expect(step?.code(0.1, 30, startValues(step))).toBe('StepLR(optimizer, step_size=10, gamma=0.5)');
    const cosine = SCHEDULES.find(({ name }) => name === 'CosineAnnealingLR');
    expect(cosine?.code(0.1, 30, startValues(cosine))).toBe('CosineAnnealingLR(optimizer, T_max=30, eta_min=0.0001)');
    const multi = SCHEDULES.find(({ name }) => name === 'MultiStepLR');
    expect(multi?.code(0.1, 30, { first: 20, second: 5, gamma: 0.1 })).toContain('milestones=[5, 20]');
  });

  test('sliders of powers of ten go there and back', () => {
    const parameter = SCHEDULES.flatMap(({ parameters }) => parameters).find(({ powers }) => powers);
    if (!parameter) throw new Error('no schedule has such a slider');
    expect(placeOf(parameter, valueAt(parameter, parameter.start))).toBeCloseTo(parameter.start, 10);
  });
});
