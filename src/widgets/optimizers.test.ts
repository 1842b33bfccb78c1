import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { OPTIMIZERS, SURFACES, arrival, descend, distance } from './optimizers';

const SHOWN = [0, 1, 2, 5, 10, 20, 40];
/** What PyTorch printed: surface, optimizer, learning rate, then x and y after the steps of SHOWN. */
const printed = readFileSync('src/python/tests/oracle/sched/race_lab.out', 'utf8').trim().split('\n');

describe('the race', () => {
  test.each(printed.map((line) => line.split(' ')))(
    'on the %s, %s goes the way that it goes in PyTorch',
    (...words) => {
      const surface = SURFACES.find(({ name }) => name === words[0]);
      const optimizer = OPTIMIZERS.find(({ name }) => name === words[1]);
      if (!surface || !optimizer) throw new Error(`${words.slice(0, 2).join(' ')} is not in the lab`);
      expect(optimizer.rates[surface.name]).toBe(Number(words[2]));
      const path = descend(surface, optimizer, Number(words[2]), surface.start, 40);
      const numbers = words.slice(3).map(Number);
      for (const [index, step] of SHOWN.entries()) {
        expect(path[step]?.[0], `x after ${step}`).toBeCloseTo(numbers[2 * index] ?? NaN, 4);
        expect(path[step]?.[1], `y after ${step}`).toBeCloseTo(numbers[2 * index + 1] ?? NaN, 4);
      }
    },
  );

  test('PyTorch has run every optimizer on every surface', () => {
    expect(printed).toHaveLength(SURFACES.length * OPTIMIZERS.length);
  });

  test('gradients are those of the heights', () => {
    for (const { height, gradient } of SURFACES) {
      const [x, y] = [0.7, -0.4];
      const h = 1e-5;
      const slopes = gradient(x, y);
      expect(slopes[0]).toBeCloseTo((height(x + h, y) - height(x - h, y)) / (2 * h), 4);
      expect(slopes[1]).toBeCloseTo((height(x, y + h) - height(x, y - h)) / (2 * h), 4);
    }
  });

  test('a path ends where it diverges, and arrival is told only of those who stay', () => {
    const [bowl] = SURFACES;
    const [sgd] = OPTIMIZERS;
    if (!bowl || !sgd) throw new Error('no surface');
    const lost = descend(bowl, sgd, 0.3, bowl.start, 200);
    expect(lost.length).toBeLessThan(60);
    expect(arrival(bowl, lost, 0.1)).toBeNull();
    const found = descend(bowl, sgd, 0.2, bowl.start, 200);
    const step = arrival(bowl, found, 0.1) ?? 0;
    expect(step).toBeGreaterThan(5);
    expect(distance(bowl, found[step] ?? [9, 9])).toBeLessThanOrEqual(0.1);
    expect(distance(bowl, found[step - 1] ?? [0, 0])).toBeGreaterThan(0.1);
  });
});
