/** The parser of figure.ts. Coordinates come as lists of numbers or, packed, as the bytes of float64 values. */
import type { Axes, Axis, Colorbar, Figure, Legend, LegendEntry, LineStyle, Marker, Series, Ticks } from './figure';
import { LIMITS, bytes, count, fields, finite, flag, list, name, oneOf, text } from './primitives';
import type { Fields, Parser } from './primitives';

const scale = oneOf<'linear' | 'log'>(['linear', 'log']);
const lineStyle = oneOf<LineStyle>(['solid', 'dashed', 'dotted', 'dashdot', 'none']);
const axisName = oneOf<'x' | 'y'>(['x', 'y']);
const marker = oneOf<Marker>([
  'circle',
  'dot',
  'square',
  'triangle',
  'down',
  'left',
  'right',
  'diamond',
  'star',
  'plus',
  'hline',
  'vline',
  'cross',
]);
/** What may stand in a style attribute: nothing that could load or run something. */
const COLOR = /^(C\d|ink|paper|#[\da-f]{6}([\da-f]{2})?)$/i;
const color: Parser<string> = (value) => (typeof value === 'string' && COLOR.test(value) ? value : null);

/** Any number, NaN and the infinities too. */
const number: Parser<number> = (value) => (typeof value === 'number' ? value : null);

/** Points may be NaN or infinite: a gap in the drawing. */
function numbers(value: unknown): number[] | null {
  if (!(value instanceof Uint8Array)) return list(value, LIMITS.points, number);
  if (value.length % 8 !== 0 || value.length / 8 > LIMITS.points) return null;
  // A copy, because the bytes may start anywhere in their buffer.
  return Array.from(new Float64Array(value.slice().buffer));
}

function tuple(value: unknown, length: number): number[] | null {
  const parsed = list(value, length, finite);
  return parsed?.length === length ? parsed : null;
}

const pair: Parser<[number, number]> = (value) => tuple(value, 2) as [number, number] | null;
const ratios: Parser<number[]> = (value) => list(value, LIMITS.axes, finite);

/** The same parsers for all fields; null when one of them is malformed. */
function record<T extends object>(value: unknown, parsers: { readonly [K in keyof T]: Parser<unknown> }): T | null {
  const given = fields(value);
  if (!given) return null;
  const result: Fields = {};
  for (const [key, parse] of Object.entries(parsers as Record<string, Parser<unknown>>)) {
    const parsed = parse(given[key]);
    if (parsed === null) return null;
    result[key] = parsed === NOTHING ? null : parsed;
  }
  return result as T;
}

/** Stands for a null that is allowed, inside `record`. */
const NOTHING = Symbol('null');

function orNull<T>(parse: Parser<T>): Parser<unknown> {
  return (value) => (value === null || value === undefined ? NOTHING : parse(value));
}

/** A flag as it is: `record` only asks whether it is null. */
const bool: Parser<boolean> = (value) => flag(value)?.is ?? null;
const small: Parser<number> = (value) => count(value, LIMITS.axes);

export function parseFigure(value: unknown): Figure | null {
  return record<Figure>(value, {
    title: orNull(name),
    rows: small,
    columns: small,
    rowRatios: orNull(ratios),
    columnRatios: orNull(ratios),
    width: finite,
    height: finite,
    axes: (axes) => list(axes, LIMITS.axes, parseAxes),
  });
}

function parseAxes(value: unknown): Axes | null {
  return record<Axes>(value, {
    row: small,
    column: small,
    rowSpan: small,
    columnSpan: small,
    title: orNull(name),
    x: parseAxis,
    y: parseAxis,
    right: orNull(parseAxis),
    grid: oneOf(['none', 'x', 'y', 'both']),
    frame: bool,
    equal: bool,
    legend: orNull(parseLegend),
    colorbar: orNull(parseColorbar),
    series: (series) => list(series, LIMITS.series, parseSeries),
  });
}

function parseAxis(value: unknown): Axis | null {
  return record<Axis>(value, {
    label: orNull(name),
    scale,
    limits: pair,
    ticks: orNull(parseTicks),
    rotation: finite,
  });
}

function parseTicks(value: unknown): Ticks | null {
  const ticks = record<Ticks>(value, {
    at: (at) => list(at, LIMITS.lines, finite),
    labels: orNull((labels) => list(labels, LIMITS.lines, name)),
  });
  return ticks?.labels && ticks.labels.length !== ticks.at.length ? null : ticks;
}

function parseLegend(value: unknown): Legend | null {
  return record<Legend>(value, {
    title: orNull(name),
    entries: (entries) => list(entries, LIMITS.series, parseEntry),
  });
}

function parseEntry(value: unknown): LegendEntry | null {
  return record<LegendEntry>(value, {
    label: name,
    color,
    shape: oneOf(['line', 'point', 'area']),
    style: lineStyle,
    series: (series) => list(series, LIMITS.series, (index) => count(index, LIMITS.series)),
  });
}

const rgbTriples: Parser<Uint8Array> = (value) => {
  const parsed = bytes(value, 3 * LIMITS.points);
  return parsed && parsed.length % 3 === 0 ? parsed : null;
};

function parseColorbar(value: unknown): Colorbar | null {
  return record<Colorbar>(value, {
    label: orNull(name),
    limits: pair,
    scale,
    ticks: orNull(parseTicks),
    colors: rgbTriples,
  });
}

const DRAWN = { label: orNull(name), color, alpha: finite, side: oneOf(['left', 'right']) };

type Of<K extends Series['kind']> = Extract<Series, { readonly kind: K }>;

function kind<K extends string>(expected: K): Parser<K> {
  return (value) => (value === expected ? expected : null);
}

function sameLength(...lists: readonly (readonly unknown[])[]): boolean {
  return lists.every(({ length }) => length === lists[0]?.length);
}

function parseSeries(value: unknown): Series | null {
  switch (fields(value)?.['kind'] as Series['kind']) {
    case 'line': {
      const line = record<Of<'line'>>(value, {
        ...DRAWN,
        kind: kind('line'),
        style: lineStyle,
        width: finite,
        marker: orNull(marker),
        markerSize: finite,
        x: numbers,
        y: numbers,
      });
      return line && sameLength(line.x, line.y) ? line : null;
    }
    case 'scatter': {
      const scatter = record<Of<'scatter'>>(value, {
        ...DRAWN,
        kind: kind('scatter'),
        marker,
        edge: orNull(color),
        sizes: numbers,
        colors: orNull(rgbTriples),
        x: numbers,
        y: numbers,
      });
      if (!scatter || !sameLength(scatter.x, scatter.y)) return null;
      if (scatter.sizes.length !== 1 && scatter.sizes.length !== scatter.x.length) return null;
      return scatter.colors && scatter.colors.length !== 3 * scatter.x.length ? null : scatter;
    }
    case 'bar': {
      const bars = record<Of<'bar'>>(value, {
        ...DRAWN,
        kind: kind('bar'),
        horizontal: bool,
        edge: orNull(color),
        colors: orNull((colors) => list(colors, LIMITS.points, color)),
        from: numbers,
        to: numbers,
        low: numbers,
        high: numbers,
      });
      if (!bars || !sameLength(bars.from, bars.to, bars.low, bars.high)) return null;
      return bars.colors && bars.colors.length !== bars.from.length ? null : bars;
    }
    case 'area': {
      const area = record<Of<'area'>>(value, { ...DRAWN, kind: kind('area'), x: numbers, y: numbers, y2: numbers });
      return area && sameLength(area.x, area.y, area.y2) ? area : null;
    }
    case 'segments': {
      const segments = record<Of<'segments'>>(value, {
        ...DRAWN,
        kind: kind('segments'),
        style: lineStyle,
        width: finite,
        arrow: bool,
        x: numbers,
        y: numbers,
        x2: numbers,
        y2: numbers,
      });
      return segments && sameLength(segments.x, segments.y, segments.x2, segments.y2) ? segments : null;
    }
    case 'polygon': {
      const polygon = record<Of<'polygon'>>(value, {
        ...DRAWN,
        kind: kind('polygon'),
        fill: bool,
        edge: orNull(color),
        width: finite,
        x: numbers,
        y: numbers,
      });
      return polygon && sameLength(polygon.x, polygon.y) ? polygon : null;
    }
    case 'rule':
      return record<Of<'rule'>>(value, {
        ...DRAWN,
        kind: kind('rule'),
        axis: axisName,
        at: finite,
        from: finite,
        to: finite,
        style: lineStyle,
        width: finite,
      });
    case 'span':
      return record<Of<'span'>>(value, { ...DRAWN, kind: kind('span'), axis: axisName, from: finite, to: finite });
    case 'text':
      return record<Of<'text'>>(value, {
        ...DRAWN,
        kind: kind('text'),
        text: (words) => text(words, LIMITS.name),
        x: finite,
        y: finite,
        space: oneOf(['data', 'axes']),
        shift: pair,
        size: finite,
        bold: bool,
        align: oneOf(['start', 'middle', 'end']),
        vertical: oneOf(['top', 'middle', 'baseline']),
        rotation: finite,
        box: orNull(color),
        arrow: orNull(pair),
      });
    case 'image':
      return parseImage(value);
    case 'contour': {
      const contour = record<Of<'contour'>>(value, {
        kind: kind('contour'),
        x: numbers,
        y: numbers,
        values: numbers,
        levels: numbers,
        colors: (colors) => list(colors, LIMITS.lines, color),
        filled: bool,
        labels: bool,
        width: finite,
        alpha: finite,
      });
      return contour && contour.values.length === contour.x.length * contour.y.length ? contour : null;
    }
    default:
      return null;
  }
}

function parseImage(value: unknown): Series | null {
  const side: Parser<number> = (length) => count(length, LIMITS.pixels);
  const image = record<Of<'image'>>(value, {
    kind: kind('image'),
    height: side,
    width: side,
    channels: (channels) => ([1, 3, 4] as const).find((n) => n === channels) ?? null,
    pixels: (pixels) => bytes(pixels, LIMITS.pixels),
    extent: (extent) => tuple(extent, 4),
    smooth: bool,
    alpha: finite,
  });
  return image && image.pixels.length === image.height * image.width * image.channels ? image : null;
}
