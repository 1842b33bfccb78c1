import { expect, test } from 'vitest';
import { decimate } from './decimate';

const xs = Array.from({ length: 1000 }, (_, index) => index);

test('short curves stay as they are', () => {
  expect(decimate([0, 1], [5, 6], 10)).toEqual([
    { x: 0, y: 5 },
    { x: 1, y: 6 },
  ]);
});

test('long curves keep both ends, their order and a lone spike', () => {
  const ys = xs.map((x) => (x === 637 ? 50 : Math.sin(x / 100)));
  const points = decimate(xs, ys, 100);
  expect(points.length).toBe(100);
  expect(points[0]).toEqual({ x: 0, y: 0 });
  expect(points.at(-1)?.x).toBe(999);
  expect(points.some(({ x, y }) => x === 637 && y === 50)).toBe(true);
  expect(points.every(({ x }, index) => index === 0 || x > (points[index - 1]?.x ?? 0))).toBe(true);
});

test('values that are not finite leave a gap instead of breaking the scale', () => {
  expect(decimate([0, 1, 2, 3], [1, NaN, Infinity, 2], 10)).toEqual([
    { x: 0, y: 1 },
    { x: 3, y: 2 },
  ]);
});
