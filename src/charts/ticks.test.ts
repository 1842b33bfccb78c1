import { expect, test } from 'vitest';
import { linearTicks, logTicks, padded } from './ticks';

test.each([
  [0, 299, [0, 100, 200]],
  [-2.049, 2.55, [-2, -1, 0, 1, 2]],
  [0, 1, [0, 0.2, 0.4, 0.6, 0.8, 1]],
  [0.1234, 0.1239, [0.1234, 0.1235, 0.1236, 0.1237, 0.1238, 0.1239]],
  [59, 299, [100, 150, 200, 250]],
  [3, 3, [3]],
])('linear ticks of %s to %s', (low, high, expected) => {
  expect(linearTicks(low, high)).toEqual(expected);
});

test('logarithmic ticks are powers of ten, thinned when there are many', () => {
  expect(logTicks(0.005, 200)).toEqual([0.01, 0.1, 1, 10, 100]);
  expect(logTicks(1e-12, 1).length).toBeLessThanOrEqual(8);
  expect(logTicks(0.17, 9.7)).toEqual([0.2, 0.5, 1, 2, 5]);
  expect(logTicks(2, 9)).toEqual([2, 4, 6, 8]);
  expect(logTicks(11, 52)).toEqual(linearTicks(11, 52, 4));
});

test('a range of one value gets room', () => {
  expect(padded(5, 5, 0.05)).toEqual([4.5, 5.5]);
  expect(padded(0, 0, 0.05)).toEqual([-1, 1]);
  expect(padded(0, 10, 0.1)).toEqual([-1, 11]);
});
