import { describe, expect, test } from 'vitest';
import { bandOf, bandPixels, contourSegments } from './contour';

const RAMP = { x: [0, 1, 2], y: [0, 1], values: [0, 1, 2, 0, 1, 2] };

describe('contour lines', () => {
  test('of a ramp stand where the value is', () => {
    const { x, x2, y, y2 } = contourSegments(RAMP, 0.5);
    expect([...x, ...x2]).toEqual([0.5, 0.5]);
    expect([...y, ...y2].toSorted((a, b) => a - b)).toEqual([0, 1]);
  });

  test('of a cone are a closed circle', () => {
    const axis = Array.from({ length: 41 }, (_, index) => (index - 20) / 10);
    const values = axis.flatMap((y) => axis.map((x) => Math.hypot(x, y)));
    const { x, y, x2, y2 } = contourSegments({ x: axis, y: axis, values }, 1.05);
    const radii = x.map((each, index) => Math.hypot(each, y[index] ?? 0));
    expect(Math.min(...radii)).toBeGreaterThan(1.03);
    expect(Math.max(...radii)).toBeLessThan(1.07);
    // Closed: every end is met by another piece.
    const ends = [...x.map((each, i) => [each, y[i]]), ...x2.map((each, i) => [each, y2[i]])].map(([a, b]) =>
      [a, b].map((value) => value?.toFixed(6).replace('-0.000000', '0.000000')).join(),
    );
    for (const end of ends) expect(ends.filter((other) => other === end)).toHaveLength(2);
  });

  test('of a saddle do not cross', () => {
    const { x, y, x2, y2 } = contourSegments({ x: [0, 1], y: [0, 1], values: [1, 0, 0, 1] }, 0.4);
    const pieces = x.map((each, index) => [each + (y[index] ?? 0), (x2[index] ?? 0) + (y2[index] ?? 0)]);
    // The high corners are joined through the middle, so the lines cut off the low ones at (1, 0) and (0, 1).
    expect(x.map((each, index) => Math.sign(each - (y[index] ?? 0)))).toEqual(
      x2.map((each, index) => Math.sign(each - (y2[index] ?? 0))),
    );
    expect(pieces).toHaveLength(2);
  });

  test('leave out what is not a number', () => {
    expect(contourSegments({ ...RAMP, values: [NaN, 1, 2, 0, 1, 2] }, 0.5).x).toEqual([]);
  });
});

describe('filled contours', () => {
  test('a value belongs to the band above its level, the highest level to the last band', () => {
    expect([-1, 0, 0.5, 1, 2, 3, NaN].map((value) => bandOf([0, 1, 2], value))).toEqual([-1, 0, 0, 1, 1, -1, -1]);
  });

  test('pixels take the colour of their band and stay clear outside', () => {
    const bands = [
      [255, 0, 0],
      [0, 0, 255],
    ] as const;
    const pixels = bandPixels(RAMP, [0, 1, 2], bands, [0.5, 1.5, 9], [0.5]);
    expect([...pixels]).toEqual([255, 0, 0, 255, 0, 0, 255, 255, 0, 0, 0, 0]);
  });
});
