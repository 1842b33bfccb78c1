/** Turns coordinates into SVG paths: lines with gaps, markers, areas. Scales come from the chart; colours are left to Marks. */
import type { Marker } from '../protocol/figure';
import { decimate } from './decimate';

/** Data → pixels; NaN where the axis has no place for a value (zero on a logarithmic axis). */
export type Scale = (value: number) => number;
type Numbers = readonly number[];

/** Tenths of a pixel are as fine as a screen gets, and keep paths short. */
function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** The stretches between gaps. */
export function runs(xs: Numbers, ys: Numbers): readonly { readonly x: Numbers; readonly y: Numbers }[] {
  const found: { x: number[]; y: number[] }[] = [];
  let open = false;
  for (const [index, x] of xs.entries()) {
    const y = ys[index] ?? NaN;
    if (!Number.isFinite(x) || !Number.isFinite(y)) {
      open = false;
      continue;
    }
    if (!open) found.push({ x: [], y: [] });
    open = true;
    const last = found.at(-1);
    last?.x.push(x);
    last?.y.push(y);
  }
  return found;
}

function isSorted(values: Numbers): boolean {
  return values.every((value, index) => index === 0 || value >= (values[index - 1] ?? value));
}

export function linePath(xs: Numbers, ys: Numbers, x: Scale, y: Scale, limit: number): string {
  const px = xs.map(x);
  const py = ys.map(y);
  let path = '';
  for (const run of runs(px, py)) {
    const share = Math.max(8, Math.ceil((limit * run.x.length) / Math.max(1, px.length)));
    const points = isSorted(run.x)
      ? decimate(run.x, run.y, share)
      : run.x.map((each, index) => ({ x: each, y: run.y[index] ?? 0 }));
    for (const [index, point] of points.entries())
      path += `${index === 0 ? 'M' : 'L'}${round(point.x)} ${round(point.y)}`;
  }
  return path;
}

export function areaPath(xs: Numbers, lower: Numbers, upper: Numbers, x: Scale, y: Scale): string {
  const px = xs.map((value, index) =>
    Number.isFinite((lower[index] ?? NaN) + (upper[index] ?? NaN)) ? x(value) : NaN,
  );
  const low = lower.map(y);
  const indexes = px.map((value, index) => (Number.isFinite(value) ? index : NaN));
  let path = '';
  for (const run of runs(indexes, low)) {
    const there = run.x.map((index) => `${round(px[index] ?? 0)} ${round(low[index] ?? 0)}`);
    const back = run.x.map((index) => `${round(px[index] ?? 0)} ${round(y(upper[index] ?? 0))}`).toReversed();
    path += `M${[...there, ...back].join('L')}Z`;
  }
  return path;
}

export function polygonPath(xs: Numbers, ys: Numbers, x: Scale, y: Scale, closed: boolean): string {
  const points = xs.map((value, index) => `${round(x(value))} ${round(y(ys[index] ?? NaN))}`);
  if (points.length === 0 || points.some((point) => point.includes('NaN'))) return '';
  return `M${points.join('L')}${closed ? 'Z' : ''}`;
}

export function segmentsPath(x1: Numbers, y1: Numbers, x2: Numbers, y2: Numbers, x: Scale, y: Scale): string {
  let path = '';
  for (const [index, start] of x1.entries()) {
    const ends = [x(start), y(y1[index] ?? NaN), x(x2[index] ?? NaN), y(y2[index] ?? NaN)].map(round);
    if (ends.every(Number.isFinite)) path += `M${ends[0]} ${ends[1]}L${ends[2]} ${ends[3]}`;
  }
  return path;
}

/** Markers that are strokes and not areas. */
export function isStroked(marker: Marker): boolean {
  return marker === 'plus' || marker === 'cross' || marker === 'hline' || marker === 'vline';
}

const CORNERS: Readonly<
  Record<
    Exclude<Marker, 'circle' | 'dot' | 'plus' | 'cross' | 'hline' | 'vline'>,
    readonly (readonly [number, number])[]
  >
> = {
  square: corners([45, 135, 225, 315], 1.25),
  triangle: corners([90, 210, 330], 1.2),
  down: corners([270, 30, 150], 1.2),
  left: corners([180, 300, 60], 1.2),
  right: corners([0, 120, 240], 1.2),
  diamond: corners([0, 90, 180, 270], 1.3),
  star: Array.from({ length: 10 }, (_, index) => corner(90 + 36 * index, index % 2 === 0 ? 1.3 : 0.5)),
};

function corner(degrees: number, reach: number): readonly [number, number] {
  const angle = (degrees * Math.PI) / 180;
  return [reach * Math.cos(angle), -reach * Math.sin(angle)];
}

function corners(degrees: readonly number[], reach: number): readonly (readonly [number, number])[] {
  return degrees.map((each) => corner(each, reach));
}

/** One marker around a point, as a piece of a path. */
export function markerPath(marker: Marker, cx: number, cy: number, diameter: number): string {
  const r = (marker === 'dot' ? 0.55 : 1) * (diameter / 2);
  const [left, right, top, bottom] = [cx - r, cx + r, cy - r, cy + r].map(round);
  switch (marker) {
    case 'circle':
    case 'dot':
      return `M${left} ${round(cy)}a${round(r)} ${round(r)} 0 1 0 ${round(2 * r)} 0a${round(r)} ${round(r)} 0 1 0 ${round(-2 * r)} 0Z`;
    case 'plus':
      return `M${left} ${round(cy)}H${right}M${round(cx)} ${top}V${bottom}`;
    case 'hline':
      return `M${left} ${round(cy)}H${right}`;
    case 'vline':
      return `M${round(cx)} ${top}V${bottom}`;
    case 'cross':
      return `M${left} ${top}L${right} ${bottom}M${left} ${bottom}L${right} ${top}`;
    default:
      return `M${CORNERS[marker].map(([dx, dy]) => `${round(cx + r * dx)} ${round(cy + r * dy)}`).join('L')}Z`;
  }
}

export function markersPath(marker: Marker, xs: Numbers, ys: Numbers, sizes: Numbers, x: Scale, y: Scale): string {
  let path = '';
  for (const [index, each] of xs.entries()) {
    const px = x(each);
    const py = y(ys[index] ?? NaN);
    if (Number.isFinite(px) && Number.isFinite(py)) path += markerPath(marker, px, py, sizes[index] ?? sizes[0] ?? 6);
  }
  return path;
}
