/** Sorts a board's tags into charts (`loss/train` and `loss/test` share one) and shapes their points for drawing. */
import type { Point } from './decimate';
import { decimate } from './decimate';

export interface Series {
  readonly steps: readonly number[];
  readonly values: readonly number[];
}

export interface MetricLine {
  readonly tag: string;
  /** The part after the slash, or the whole tag. */
  readonly name: string;
  readonly series: Series;
}

export interface MetricGroup {
  readonly name: string;
  readonly lines: readonly MetricLine[];
  readonly points: number;
}

export function groupMetrics(series: ReadonlyMap<string, Series>): readonly MetricGroup[] {
  const groups = new Map<string, MetricLine[]>();
  for (const [tag, points] of series) {
    const slash = tag.indexOf('/');
    const group = slash > 0 ? tag.slice(0, slash) : tag;
    const name = slash > 0 ? tag.slice(slash + 1) : tag;
    const lines = groups.get(group) ?? [];
    groups.set(group, lines);
    lines.push({ tag, name, series: points });
  }
  return [...groups].map(([name, lines]) => ({
    name,
    lines,
    points: lines.reduce((sum, line) => sum + line.series.steps.length, 0),
  }));
}

/** One row a step; `v0`, `v1`, … are the values of the lines that have a point there. */
export type Row = Record<string, number>;

export function rowsOf(lines: readonly MetricLine[], limit: number): readonly Row[] {
  const rows = new Map<number, Row>();
  for (const [index, { series }] of lines.entries()) {
    for (const { x, y } of decimate(series.steps, series.values, limit) satisfies readonly Point[]) {
      const row = rows.get(x) ?? { step: x };
      rows.set(x, row);
      row[`v${index}`] = y;
    }
  }
  return [...rows.values()].sort((a, b) => (a['step'] ?? 0) - (b['step'] ?? 0));
}

/** A value as a reader wants it: four significant digits, no exponent where none is needed. */
export function formatValue(value: number | undefined): string {
  if (value === undefined) return '–';
  if (!Number.isFinite(value)) return String(value);
  if (Number.isInteger(value) && Math.abs(value) < 1e6) return String(value);
  const size = Math.abs(value);
  if (size >= 1e5 || size < 1e-4) return value.toExponential(2).replace(/\.?0+e/, 'e');
  return String(Number(value.toPrecision(4)));
}
