/** Shapes the series of an axes for drawing: rows that the series share, categories of bars, limits of the axes. */
import type { Axes, Series } from '../protocol/messages';
import { decimate } from './decimate';
import { linearTicks, logTicks, padded } from './ticks';

export type ImageSeries = Extract<Series, { readonly kind: 'image' }>;
export type DrawnSeries = Exclude<Series, ImageSeries>;
export type Row = Record<string, number>;

export interface AxesData {
  readonly drawn: readonly DrawnSeries[];
  readonly rows: readonly Row[];
  /** Names along x when bars stand on names instead of numbers. */
  readonly categories: readonly string[] | null;
}

const POINTS_PER_LINE = 400;

/** matplotlib's convention: a label that starts with an underscore is not shown. */
export function visible(label: string | null): boolean {
  return label !== null && label !== '' && !label.startsWith('_');
}

export function axesData(axes: Axes): AxesData {
  const drawn = axes.series.filter((series) => series.kind !== 'image');
  const categories = findCategories(drawn);
  const rows: Row[] = [];
  const byX = new Map<number, Row>();
  for (const [index, series] of drawn.entries()) {
    const xs = series.x.map((x) => (typeof x === 'number' ? x : (categories?.indexOf(x) ?? 0)));
    const points =
      series.kind === 'line' && isSorted(xs)
        ? decimate(xs, series.y, POINTS_PER_LINE)
        : xs.map((x, at) => ({ x, y: series.y[at] ?? NaN }));
    for (const { x, y } of points) {
      if (!Number.isFinite(y) || !Number.isFinite(x)) continue;
      if ((axes.yScale === 'log' && y <= 0) || (axes.xScale === 'log' && x <= 0)) continue;
      // Only one value a series fits into a row: scattered points and curves that turn back get rows of their own.
      const shared = byX.get(x);
      if (shared && shared[`v${index}`] === undefined) shared[`v${index}`] = y;
      else {
        const row: Row = { x, [`v${index}`]: y };
        rows.push(row);
        if (!shared) byX.set(x, row);
      }
    }
  }
  const turnsBack = drawn.some(({ kind, x }) => kind === 'line' && !isSorted(x));
  return { drawn, categories, rows: turnsBack ? rows : rows.sort((a, b) => (a['x'] ?? 0) - (b['x'] ?? 0)) };
}

function findCategories(drawn: readonly DrawnSeries[]): readonly string[] | null {
  const names = drawn.flatMap((series): string[] => series.x.flatMap((x) => (typeof x === 'string' ? [x] : [])));
  return names.length > 0 ? [...new Set(names)] : null;
}

function isSorted(xs: readonly (number | string)[]): boolean {
  return xs.every((x, index) => index === 0 || x >= (xs[index - 1] ?? x));
}

export type Range = readonly [number, number];

/** What the code set, else the image's pixels, else the data with a little room. */
export function axisRange(
  axes: Axes,
  axis: 'x' | 'y',
  image: ImageSeries | null,
  { rows, categories }: Pick<AxesData, 'rows' | 'categories'>,
): Range {
  const limits = axis === 'x' ? axes.xLimits : axes.yLimits;
  if (limits) return limits;
  if (axis === 'x' && categories) return [-0.6, categories.length - 0.4];
  if (image) return axis === 'x' ? [-0.5, image.width - 0.5] : [image.height - 0.5, -0.5];
  const values = rows.flatMap((row) =>
    Object.entries(row).flatMap(([key, value]) => ((key === 'x') === (axis === 'x') ? [value] : [])),
  );
  if (values.length === 0) return [0, 1];
  let low = Math.min(...values);
  let high = Math.max(...values);
  if ((axis === 'x' ? axes.xScale : axes.yScale) === 'log') return low < high ? [low, high] : [low / 2, high * 2];
  const bars = axes.series.some(({ kind }) => kind === 'bar');
  if (axis === 'x' && bars) return padded(low, high, 0.6 / Math.max(1, new Set(values).size - 1));
  if (axis === 'x' && axes.series.every(({ kind }) => kind === 'line'))
    return low < high ? [low, high] : padded(low, high, 0);
  if (!bars) return padded(low, high, 0.06);
  // Bars stand on zero.
  low = Math.min(0, low);
  high = Math.max(0, high);
  const [below, above] = padded(low, high, 0.06);
  return [low === 0 ? 0 : below, high === 0 ? 0 : above];
}

export function axisTicks([low, high]: Range, scale: 'linear' | 'log', count: number): readonly number[] {
  const from = Math.min(low, high);
  const to = Math.max(low, high);
  return scale === 'log' ? logTicks(from, to) : linearTicks(from, to, count);
}
