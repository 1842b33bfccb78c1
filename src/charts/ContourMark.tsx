/** Contour lines as paths, filled contours as a picture that is computed for the pixels it covers. */
import { useMemo } from 'react';
import type { Series } from '../protocol/figure';
import type { Space } from './Marks';
import { bandPixels, contourSegments } from './contour';
import { formatValue } from './metric-groups';
import { figureColor } from './palette';
import { segmentsPath } from './shapes';

type ContourSeries = Extract<Series, { readonly kind: 'contour' }>;
interface Props {
  readonly series: ContourSeries;
  readonly space: Space;
}

export function ContourLines({ series, space: { x, y, area } }: Props) {
  const lines = useMemo(() => series.levels.map((level) => contourSegments(series, level)), [series]);
  return (
    <g opacity={series.alpha}>
      {lines.map((line, index) => {
        const color = figureColor(series.colors[index % Math.max(1, series.colors.length)] ?? 'ink');
        const middle = placeOfLabel(line.x.map(x), area.x + 0.6 * area.width);
        return (
          // oxlint-disable-next-line react/no-array-index-key -- a level is known by its place
          <g key={index}>
            <path
              d={segmentsPath(line.x, line.y, line.x2, line.y2, x, y)}
              fill="none"
              stroke={color}
              strokeWidth={series.width}
              strokeLinecap="round"
            />
            {series.labels && line.x.length > 0 && (
              <text className="contour-label" x={x(line.x[middle] ?? 0)} y={y(line.y[middle] ?? 0)} fill={color}>
                {formatValue(series.levels[index])}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}

/** The piece of a line nearest to a column in which labels do not meet the frame. */
function placeOfLabel(columns: readonly number[], wanted: number): number {
  let best = 0;
  for (const [index, column] of columns.entries()) {
    if (Math.abs(column - wanted) < Math.abs((columns[best] ?? Infinity) - wanted)) best = index;
  }
  return best;
}

export function ContourBands({ series, space: { x, y, area } }: Props) {
  const [width, height] = [Math.round(area.width), Math.round(area.height)];
  const left = Math.max(area.x, Math.min(x(series.x[0] ?? 0), x(series.x.at(-1) ?? 0)));
  const right = Math.min(area.x + area.width, Math.max(x(series.x[0] ?? 0), x(series.x.at(-1) ?? 0)));
  const top = Math.max(area.y, Math.min(y(series.y[0] ?? 0), y(series.y.at(-1) ?? 0)));
  const bottom = Math.min(area.y + area.height, Math.max(y(series.y[0] ?? 0), y(series.y.at(-1) ?? 0)));
  const href = useMemo(() => {
    const columns = Math.max(1, Math.min(width, Math.round(right - left)));
    const rows = Math.max(1, Math.min(height, Math.round(bottom - top)));
    const canvas = document.createElement('canvas');
    canvas.width = columns;
    canvas.height = rows;
    const between = (scale: (value: number) => number, pixel: number, values: readonly number[]): number => {
      // Axes under filled contours are linear, so two points give the way back from pixels to data.
      const [a, b] = [values[0] ?? 0, values.at(-1) ?? 1];
      const share = (pixel - scale(a)) / (scale(b) - scale(a) || 1);
      return Math.min(Math.max(a + share * (b - a), Math.min(a, b)), Math.max(a, b));
    };
    const xs = Array.from({ length: columns }, (_, index) =>
      between(x, left + ((index + 0.5) * (right - left)) / columns, series.x),
    );
    const ys = Array.from({ length: rows }, (_, index) =>
      between(y, top + ((index + 0.5) * (bottom - top)) / rows, series.y),
    );
    const pixels = bandPixels(series, series.levels, series.colors.map(rgb), xs, ys);
    canvas.getContext('2d')?.putImageData(new ImageData(pixels, columns, rows), 0, 0);
    return canvas.toDataURL();
  }, [series, x, y, left, right, top, bottom, width, height]);
  return (
    <image
      href={href}
      x={left}
      y={top}
      width={Math.max(0, right - left)}
      height={Math.max(0, bottom - top)}
      opacity={series.alpha}
      preserveAspectRatio="none"
    />
  );
}

/** Filled contours take their colours from a colour map, so they are always hexadecimal. */
function rgb(color: string): readonly [number, number, number] {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16) || 0);
  return [r, g, b];
}
