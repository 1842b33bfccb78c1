import { expect, test } from 'vitest';
import type { Axes, Axis, Series } from '../protocol/figure';
import { axisTicks, isPicture, layoutOf } from './axes-layout';
import { figureRows, tableOf } from './figure-rows';

const axis: Axis = { label: null, scale: 'linear', limits: [0, 10], ticks: null, rotation: 0 };
const DRAWN = { label: null, color: 'C0', alpha: 1, side: 'left' } as const;

function axesOf(series: Series[], change: Partial<Axes> = {}): Axes {
  return {
    row: 0,
    column: 0,
    rowSpan: 1,
    columnSpan: 1,
    title: null,
    x: axis,
    y: axis,
    right: null,
    grid: 'none',
    frame: true,
    equal: false,
    legend: null,
    colorbar: null,
    series,
    ...change,
  };
}

const line = (x: number[], y: number[], label: string | null = null): Series => ({
  ...DRAWN,
  kind: 'line',
  label,
  style: 'solid',
  width: 1,
  marker: null,
  markerSize: 6,
  x,
  y,
});
const bars: Series = {
  ...DRAWN,
  kind: 'bar',
  horizontal: false,
  edge: null,
  colors: null,
  from: [-0.4, 0.6],
  to: [0.4, 1.4],
  low: [0, 1],
  high: [3, 5],
};
const image: Series = {
  kind: 'image',
  height: 1,
  width: 1,
  channels: 1,
  pixels: new Uint8Array(1),
  extent: [-0.5, 0.5, 0.5, -0.5],
  smooth: false,
  alpha: 1,
};

test('series with the same x share rows; bars stand for their heights', () => {
  expect(figureRows(axesOf([line([0, 1], [5, 6]), line([1, 2], [7, 8])]))).toEqual([
    { x: 0, v0: 5 },
    { x: 1, v0: 6, v1: 7 },
    { x: 2, v1: 8 },
  ]);
  expect(figureRows(axesOf([bars]))).toEqual([
    { x: 0, v0: 3 },
    { x: 1, v0: 4 },
  ]);
});

test('the table names its columns as the figure does, and rows under bars by their names', () => {
  const named = { ...axis, label: 'city', ticks: { at: [0, 1], labels: ['Tokyo', 'Kyoto'] } };
  expect(tableOf(axesOf([bars, line([0, 1], [9, 8], 'trend')], { x: named }), 60)).toEqual({
    names: ['city', '1', 'trend'],
    rows: [
      ['Tokyo', 3, 9],
      ['Kyoto', 4, 8],
    ],
  });
  expect(tableOf(axesOf([image]), 60)).toBeNull();
});

test('an image without axes is a picture, with ticks a chart', () => {
  expect(isPicture(axesOf([image], { frame: false }))).toBe(true);
  expect(isPicture(axesOf([image]))).toBe(false);
  expect(isPicture(axesOf([image, line([0], [0])], { frame: false }))).toBe(false);
});

test('ticks are those asked for, as far as they lie on the axis', () => {
  expect(axisTicks({ ...axis, ticks: { at: [-1, 0, 10, 11], labels: null } }, 300, 50)).toEqual([0, 10]);
  expect(axisTicks({ ...axis, limits: [10, 0] }, 300, 50)).toEqual([0, 2, 4, 6, 8, 10]);
});

test('equal axes keep their proportion, and a tall drawing narrows', () => {
  const wide = layoutOf(axesOf([], { equal: true, frame: false }), 400, 1.5);
  expect(wide.height - wide.margin.top - wide.margin.bottom).toBeCloseTo(400 - wide.margin.left - wide.margin.right, 5);
  const tall = layoutOf(axesOf([], { equal: true, frame: false, y: { ...axis, limits: [0, 100] } }), 400, 1.5);
  expect(tall.height).toBe(320);
  expect((400 - tall.margin.left - tall.margin.right) * 10).toBeCloseTo(320 - tall.margin.top - tall.margin.bottom, 5);
});
