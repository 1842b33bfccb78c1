/** Where the parts of one axes stand: margins for labels and colour bar, the height, the ticks that fit. */
import type { Axes, Axis } from '../protocol/figure';
import { formatValue } from './metric-groups';
import { linearTicks, logTicks } from './ticks';

/** About the width of a digit in the ticks' 11 px. */
const DIGIT = 6.4;
const COLORBAR = 62;
/** Between two labels of a vertical axis. */
export const Y_TICK = 36;

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly margin: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
  /** Widths of the vertical axes' tick labels, height of the horizontal ones'. */
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
}

/** Only an image, without axes around it: no chart is needed, and many of them stand side by side. */
export function isPicture(axes: Axes): boolean {
  const bare = !axes.frame || (axes.x.ticks?.at.length === 0 && axes.y.ticks?.at.length === 0);
  const [first, ...others] = axes.series;
  return (
    bare && first?.kind === 'image' && others.length === 0 && axes.colorbar === null && !axes.x.label && !axes.y.label
  );
}

/** Places of ticks on a horizontal axis: as many as their labels leave room for. */
export function xAxisTicks(axis: Axis, length: number): readonly number[] {
  for (let count = 9; count > 2 && !axis.ticks; count--) {
    const found = axisTicks(axis, length, length / count);
    const widest = Math.max(0, ...found.map((value) => textWidth(tickText(axis, value))));
    if (found.length * (widest + 22) <= length) return found;
  }
  return axisTicks(axis, length, length / 2.5);
}

export function axisTicks({ limits, scale, ticks }: Axis, length: number, perTick: number): readonly number[] {
  const low = Math.min(...limits);
  const high = Math.max(...limits);
  if (ticks) return ticks.at.filter((at) => at >= low - 1e-9 * (high - low) && at <= high + 1e-9 * (high - low));
  if (scale === 'log') return logTicks(low, high);
  return linearTicks(low, high, Math.max(3, Math.min(9, Math.floor(length / perTick))));
}

export function tickText({ ticks }: Axis, value: number): string {
  const index = ticks?.labels ? ticks.at.indexOf(value) : -1;
  return ticks?.labels?.[index] ?? formatValue(value);
}

function longest(axis: Axis, length: number): number {
  const texts = axisTicks(axis, length, Y_TICK).map((value) => tickText(axis, value));
  return Math.max(0, ...texts.map(textWidth));
}

/** Japanese letters are twice as wide. */
function textWidth(text: string): number {
  let width = 0;
  for (const letter of text) width += letter.charCodeAt(0) > 0x2e80 ? 11.5 : DIGIT;
  return width;
}

export function layoutOf(axes: Axes, width: number, aspect: number): Layout {
  const wanted = Math.max(150, width / aspect);
  const margin = {
    top: 8,
    right:
      (axes.colorbar ? COLORBAR + (axes.colorbar.label ? 16 : 0) : 12) + (axes.frame && axes.right?.label ? 14 : 0),
    bottom: axes.frame && axes.x.label ? 18 : 2,
    left: axes.frame && axes.y.label ? 18 : 2,
  };
  const side = (axis: Axis | null): number =>
    axis && axes.frame ? Math.min(width / 3, Math.max(22, longest(axis, wanted) + 14)) : 0;
  const left = side(axes.y);
  const right = side(axes.right);
  const bottom = axes.frame ? xAxisHeight(axes.x) : 0;
  const across = Math.max(40, width - margin.left - margin.right - left - right);
  const [x0, x1] = axes.x.limits;
  const [y0, y1] = axes.y.limits;
  const down = axes.equal ? (across * Math.abs(y1 - y0)) / Math.max(1e-12, Math.abs(x1 - x0)) : 0;
  const height = axes.equal ? down + margin.top + margin.bottom + bottom : wanted;
  // A tall drawing narrows instead of filling several screens.
  const most = Math.max(wanted, 320);
  if (axes.equal && height > most) {
    const shrunk = across * ((most - margin.top - margin.bottom - bottom) / Math.max(1, down));
    const room = Math.max(0, across - shrunk) / 2;
    return {
      width,
      height: most,
      margin: { ...margin, left: margin.left + room, right: margin.right + room },
      left,
      right,
      bottom,
    };
  }
  return { width, height, margin, left, right, bottom };
}

function xAxisHeight(axis: Axis): number {
  if (axis.ticks?.at.length === 0) return 8;
  if (axis.rotation === 0 || !axis.ticks?.labels) return 24;
  const reach = Math.max(0, ...axis.ticks.labels.map(textWidth)) * Math.abs(Math.sin((axis.rotation * Math.PI) / 180));
  return Math.min(110, 18 + reach);
}

/** Which tick labels fit beside each other: every one, or every second, third, … */
export function labelStep(axis: Axis, count: number, length: number): number {
  if (axis.rotation !== 0 || count < 2) return 1;
  const room = length / count;
  const need = axis.ticks?.labels ? Math.max(0, ...axis.ticks.labels.map(textWidth)) + 6 : 0;
  return Math.max(1, Math.ceil(need / Math.max(1, room)));
}
