import { describe, expect, test } from 'vitest';
import type { Axes, Series } from '../protocol/messages';
import { axesData, axisRange } from './axes-data';

function axes(series: Series[], change: Partial<Axes> = {}): Axes {
  return {
    row: 0,
    column: 0,
    title: null,
    xLabel: null,
    yLabel: null,
    xScale: 'linear',
    yScale: 'linear',
    xLimits: null,
    yLimits: null,
    grid: false,
    legend: false,
    frame: true,
    series,
    ...change,
  };
}

const line = (x: number[], y: number[]): Series => ({
  kind: 'line',
  label: null,
  color: null,
  style: 'solid',
  marker: false,
  x,
  y,
});
const bar = (x: (number | string)[], y: number[]): Series => ({ kind: 'bar', label: null, color: null, x, y });
const image: Series = { kind: 'image', height: 2, width: 4, channels: 1, pixels: new Uint8Array(8) };

describe('axesData', () => {
  test('series with the same x share rows', () => {
    expect(axesData(axes([line([0, 1], [5, 6]), line([1, 2], [7, 8])])).rows).toEqual([
      { x: 0, v0: 5 },
      { x: 1, v0: 6, v1: 7 },
      { x: 2, v1: 8 },
    ]);
  });

  test('a curve that turns back keeps the order of its points', () => {
    const { rows } = axesData(axes([line([0, 2, 1, 2], [1, 2, 3, 4])]));
    expect(rows.map((row) => [row['x'], row['v0']])).toEqual([
      [0, 1],
      [2, 2],
      [1, 3],
      [2, 4],
    ]);
  });

  test('names under bars become categories', () => {
    const data = axesData(axes([bar(['猫', '犬'], [1, 2]), bar(['犬', '鳥'], [3, 4])]));
    expect(data.categories).toEqual(['猫', '犬', '鳥']);
    expect(data.rows).toEqual([
      { x: 0, v0: 1 },
      { x: 1, v0: 2, v1: 3 },
      { x: 2, v1: 4 },
    ]);
  });

  test('a logarithmic axis leaves out what it cannot show', () => {
    expect(axesData(axes([line([1, 2, 3], [0, 10, -1])], { yScale: 'log' })).rows).toEqual([{ x: 2, v0: 10 }]);
  });
});

describe('axisRange', () => {
  const range = (each: Axes, axis: 'x' | 'y') => axisRange(each, axis, null, axesData(each));
  test('limits from the code win', () => {
    expect(range(axes([line([0, 1], [0, 1])], { xLimits: [2, 9] }), 'x')).toEqual([2, 9]);
  });
  test('an image spans its pixels, the first row on top', () => {
    if (image.kind !== 'image') throw new Error('not an image');
    const each = axes([image]);
    expect(axisRange(each, 'x', image, axesData(each))).toEqual([-0.5, 3.5]);
    expect(axisRange(each, 'y', image, axesData(each))).toEqual([1.5, -0.5]);
  });
  test('bars stand on zero and have room at both ends', () => {
    const bars = axes([bar([1, 2, 3], [4, 5, 6])]);
    expect(range(bars, 'y')).toEqual([0, 6.36]);
    expect(range(bars, 'x')).toEqual([0.4, 3.6]);
  });
  test('a curve fills its width; one without points still has a range', () => {
    expect(range(axes([line([0, 5], [1, 1])]), 'x')).toEqual([0, 5]);
    expect(range(axes([line([0, 5], [1, 1])]), 'y')).toEqual([0.9, 1.1]);
    expect(range(axes([line([], [])]), 'y')).toEqual([0, 1]);
  });
});
