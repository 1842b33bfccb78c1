/** The values of a figure as rows: what the hover readout, the data table and the CSV file show. */
import type { Axes, Series } from '../protocol/figure';
import { decimate } from './decimate';

/** `x`, and `v3` for the value of the fourth series. */
export type Row = Record<string, number>;

/** Enough for the pointer to find a point in every few pixels. */
const HOVER_POINTS = 400;

interface Points {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/** The points that a series stands for, or null when it is decoration. Horizontal bars give (value, place). */
export function pointsOf(series: Series): Points | null {
  switch (series.kind) {
    case 'line':
    case 'scatter':
      return series;
    case 'area':
      return { x: series.x, y: series.y2 };
    case 'bar': {
      const places = series.from.map((from, index) => (from + (series.to[index] ?? from)) / 2);
      const values = series.high.map((high, index) => high - (series.low[index] ?? 0));
      return series.horizontal ? { x: values, y: places } : { x: places, y: values };
    }
    default:
      return null;
  }
}

/** One row an x, in rising order; a series that has several values at an x gets several rows. */
export function figureRows(axes: Axes, limit = HOVER_POINTS): readonly Row[] {
  const rows: Row[] = [];
  const byX = new Map<number, Row>();
  for (const [index, series] of axes.series.entries()) {
    const points = pointsOf(series);
    if (!points) continue;
    for (const { x, y } of decimate(points.x, points.y, limit)) {
      const shared = byX.get(x);
      if (shared && shared[`v${index}`] === undefined) shared[`v${index}`] = y;
      else {
        const row: Row = { x, [`v${index}`]: y };
        rows.push(row);
        if (!shared) byX.set(x, row);
      }
    }
  }
  return rows.toSorted((a, b) => (a['x'] ?? 0) - (b['x'] ?? 0));
}

/** matplotlib's convention: a label that starts with an underscore is not shown. */
export function shownLabel(series: Series, index: number): string {
  const label = 'label' in series ? series.label : null;
  return label && !label.startsWith('_') ? label : `${index + 1}`;
}

export interface Columns {
  readonly names: readonly string[];
  readonly rows: readonly (readonly (number | string | null)[])[];
}

/** What a table of one axes shows. */
export function tableOf(axes: Axes, limit: number): Columns | null {
  const drawn = axes.series.flatMap((series, index) => (pointsOf(series) ? [{ series, index }] : []));
  if (drawn.length === 0) return null;
  const names = [axes.x.label ?? 'x', ...drawn.map(({ series, index }) => name(axes, series, index, drawn.length))];
  const rows = figureRows(axes, limit).map((row) => [
    tickLabel(axes, row['x'] ?? NaN),
    ...drawn.map(({ index }) => row[`v${index}`] ?? null),
  ]);
  return { names, rows };
}

function name(axes: Axes, series: Series, index: number, count: number): string {
  const label = shownLabel(series, index);
  return count === 1 && label === `${index + 1}` ? (axes.y.label ?? 'y') : label;
}

/** The name at an x where the axis has names, as under bars. */
export function tickLabel(axes: Axes, x: number): number | string {
  const at = axes.x.ticks?.labels ? axes.x.ticks.at.indexOf(x) : -1;
  return axes.x.ticks?.labels?.[at] ?? x;
}
