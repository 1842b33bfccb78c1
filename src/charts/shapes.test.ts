import { expect, test } from 'vitest';
import { areaPath, linePath, markersPath, runs, segmentsPath } from './shapes';

const same = (value: number): number => value;
const down = (value: number): number => 10 - value;

test('a line breaks where a point is missing', () => {
  expect(linePath([0, 1, 2, 3], [1, NaN, 3, 4], same, down, 100)).toBe('M0 9M2 7L3 6');
  expect(runs([0, 1, Infinity, 3], [0, 1, 2, 3]).map(({ x }) => x)).toEqual([[0, 1], [3]]);
});

test('a curve that turns back keeps its order', () => {
  expect(linePath([0, 2, 1], [0, 1, 2], same, same, 100)).toBe('M0 0L2 1L1 2');
});

test('a long line is thinned', () => {
  const many = Array.from({ length: 50_000 }, (_, index) => index);
  const path = linePath(many, many, same, same, 300);
  expect(path.split('L').length).toBeLessThanOrEqual(300);
  expect(path.endsWith('L49999 49999')).toBe(true);
});

test('an area goes there and back', () => {
  expect(areaPath([0, 1], [0, 0], [2, 3], same, same)).toBe('M0 0L1 0L1 3L0 2Z');
});

test('segments and markers without a place are left out', () => {
  expect(segmentsPath([0, NaN], [0, 0], [1, 1], [1, 1], same, same)).toBe('M0 0L1 1');
  expect(markersPath('plus', [5, NaN], [5, 5], [2], same, same)).toBe('M4 5H6M5 4V6');
});
