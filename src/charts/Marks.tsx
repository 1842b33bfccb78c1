/** Everything inside the frame of an axes, in drawing order: lines, points, bars, areas, texts, pictures, contours. */
import { Fragment, useId, useMemo } from 'react';
import { useActiveTooltipDataPoints, usePlotArea } from 'recharts';
import type { PlotArea } from 'recharts';
import type { Axes, Axis, LineStyle, Series } from '../protocol/figure';
import { ColorbarMark } from './ColorbarMark';
import { ContourLines, ContourBands } from './ContourMark';
import { PlacedImage } from './ImageCanvas';
import { TextMark } from './TextMark';
import type { Row } from './figure-rows';
import { figureColor } from './palette';
import { areaPath, isStroked, linePath, markersPath, polygonPath, segmentsPath } from './shapes';
import type { Scale } from './shapes';

export const DASHES: Readonly<Record<LineStyle, string | undefined>> = {
  solid: undefined,
  dashed: '6 4',
  dotted: '1.5 3.5',
  dashdot: '7 3.5 1.5 3.5',
  none: '0 1000',
};

/** The data coordinates of one side of the axes. */
export interface Space {
  readonly x: Scale;
  readonly y: Scale;
  readonly area: PlotArea;
}

/** The same mapping as the axis' own, which is Recharts'. */
function scaleOf({ limits, scale }: Axis, from: number, to: number): Scale {
  const at = scale === 'log' ? (value: number) => (value > 0 ? Math.log10(value) : NaN) : (value: number) => value;
  const low = at(limits[0]);
  const span = at(limits[1]) - low;
  return (value) => from + ((at(value) - low) / (span || 1)) * (to - from);
}

export function Marks({ axes, hidden }: { readonly axes: Axes; readonly hidden: ReadonlySet<number> }) {
  const area = usePlotArea();
  const active = useActiveTooltipDataPoints<Row>()?.[0];
  const clip = useId();
  const spaces = useMemo(() => {
    if (!area || !(area.width > 0) || !(area.height > 0)) return null;
    const x = scaleOf(axes.x, area.x, area.x + area.width);
    const left: Space = { x, y: scaleOf(axes.y, area.y + area.height, area.y), area };
    const right: Space = axes.right ? { x, y: scaleOf(axes.right, area.y + area.height, area.y), area } : left;
    return { left, right };
  }, [axes, area]);
  const drawn = useMemo(() => {
    if (!spaces) return null;
    return axes.series.map((series, index) => {
      if (hidden.has(index) || series.kind === 'text') return null;
      const space = 'side' in series ? spaces[series.side] : spaces.left;
      // oxlint-disable-next-line react/no-array-index-key -- the place in the figure is a series' only identity
      return <Mark key={index} series={series} space={space} />;
    });
  }, [axes, hidden, spaces]);
  if (!spaces || !area) return null;
  return (
    <g className="marks">
      <clipPath id={clip}>
        <rect x={area.x - 1} y={area.y - 1} width={area.width + 2} height={area.height + 2} />
      </clipPath>
      <g clipPath={`url(#${clip})`}>{drawn}</g>
      {axes.series.map((series, index) =>
        series.kind === 'text' && !hidden.has(index) ? (
          // oxlint-disable-next-line react/no-array-index-key -- as above
          <TextMark key={index} mark={series} space={spaces[series.side]} />
        ) : null,
      )}
      {active && <ActivePoints row={active} axes={axes} hidden={hidden} spaces={spaces} />}
      {axes.colorbar && <ColorbarMark colorbar={axes.colorbar} area={area} />}
    </g>
  );
}

interface ActiveProps {
  readonly row: Row;
  readonly axes: Axes;
  readonly hidden: ReadonlySet<number>;
  readonly spaces: Readonly<Record<'left' | 'right', Space>>;
}

/** Rings the points that the readout tells of. */
function ActivePoints({ row, axes, hidden, spaces }: ActiveProps) {
  return axes.series.map((series, index) => {
    const value = row[`v${index}`];
    if (value === undefined || hidden.has(index)) return null;
    if (series.kind !== 'line' && series.kind !== 'scatter') return null;
    const { x, y } = spaces[series.side];
    const [cx, cy] = [x(row['x'] ?? NaN), y(value)];
    if (!Number.isFinite(cx) || !Number.isFinite(cy)) return null;
    // oxlint-disable-next-line react/no-array-index-key -- as above
    return <circle key={index} cx={cx} cy={cy} r={4} fill={figureColor(series.color)} stroke="var(--surface)" />;
  });
}

function Mark({ series, space }: { readonly series: Series; readonly space: Space }) {
  const { x, y, area } = space;
  switch (series.kind) {
    case 'line': {
      const color = figureColor(series.color);
      const points = series.marker && markersPath(series.marker, series.x, series.y, [series.markerSize], x, y);
      return (
        <g opacity={series.alpha}>
          {series.style !== 'none' && (
            <path
              d={linePath(series.x, series.y, x, y, 2 * area.width)}
              fill="none"
              stroke={color}
              strokeWidth={series.width}
              strokeLinejoin="round"
              strokeDasharray={DASHES[series.style]}
            />
          )}
          {points && series.marker && <path d={points} {...inked(isStroked(series.marker), color)} />}
        </g>
      );
    }
    case 'scatter':
      return <Points series={series} space={space} />;
    case 'bar':
      return <Bars series={series} space={space} />;
    case 'area':
      return (
        <path
          d={areaPath(series.x, series.y, series.y2, x, y)}
          fill={figureColor(series.color)}
          fillOpacity={series.alpha}
        />
      );
    case 'segments':
      return <Segments series={series} path={segmentsPath(series.x, series.y, series.x2, series.y2, x, y)} />;
    case 'polygon': {
      const edge = series.edge ?? series.color;
      return (
        <path
          d={polygonPath(series.x, series.y, x, y, true)}
          opacity={series.alpha}
          fill={series.fill ? figureColor(series.color) : 'none'}
          stroke={figureColor(edge)}
          strokeWidth={series.width}
          strokeLinejoin="round"
        />
      );
    }
    case 'rule': {
      const [from, to] = [series.from, series.to];
      const across = series.axis === 'y';
      const at = across ? y(series.at) : x(series.at);
      if (!Number.isFinite(at)) return null;
      const path = across
        ? `M${area.x + from * area.width} ${at}H${area.x + to * area.width}`
        : `M${at} ${area.y + (1 - from) * area.height}V${area.y + (1 - to) * area.height}`;
      return (
        <path
          d={path}
          opacity={series.alpha}
          stroke={figureColor(series.color)}
          strokeWidth={series.width}
          strokeDasharray={DASHES[series.style]}
        />
      );
    }
    case 'span': {
      const across = series.axis === 'y';
      const [a, b] = across ? [y(series.from), y(series.to)] : [x(series.from), x(series.to)];
      const box = across
        ? { x: area.x, width: area.width, y: Math.min(a, b), height: Math.abs(a - b) }
        : { y: area.y, height: area.height, x: Math.min(a, b), width: Math.abs(a - b) };
      return <rect {...box} fill={figureColor(series.color)} fillOpacity={series.alpha} />;
    }
    case 'image':
      return <PlacedImage image={series} space={space} />;
    case 'contour':
      return series.filled ? (
        <ContourBands series={series} space={space} />
      ) : (
        <ContourLines series={series} space={space} />
      );
    case 'text':
      return null;
    default:
      return series satisfies never;
  }
}

function inked(stroked: boolean, color: string) {
  return stroked ? { fill: 'none', stroke: color, strokeWidth: 1.6 } : { fill: color };
}

type SeriesOf<K extends Series['kind']> = Extract<Series, { readonly kind: K }>;

function Points({ series, space: { x, y } }: { readonly series: SeriesOf<'scatter'>; readonly space: Space }) {
  const groups = useMemo(() => byColor(series), [series]);
  return (
    <g opacity={series.alpha}>
      {groups.map(({ color, points }) => (
        <path
          key={color}
          d={markersPath(
            series.marker,
            points.map((point) => series.x[point] ?? NaN),
            points.map((point) => series.y[point] ?? NaN),
            series.sizes.length === 1 ? series.sizes : points.map((point) => series.sizes[point] ?? 0),
            x,
            y,
          )}
          {...inked(isStroked(series.marker), color)}
          {...(series.edge && { stroke: figureColor(series.edge), strokeWidth: 1 })}
        />
      ))}
    </g>
  );
}

/** One path a colour; colours closer than the eye tells them apart share one, or a colour map would make thousands. */
function byColor({ colors, color, x }: SeriesOf<'scatter'>): readonly { color: string; points: readonly number[] }[] {
  if (!colors) return [{ color: figureColor(color), points: x.map((_, index) => index) }];
  const groups = new Map<number, number[]>();
  for (const index of x.keys()) {
    const [r = 0, g = 0, b = 0] = colors.subarray(3 * index, 3 * index + 3);
    const key = ((r >> 2) << 12) | ((g >> 2) << 6) | (b >> 2);
    const group = groups.get(key);
    if (group) group.push(index);
    else groups.set(key, [index]);
  }
  return [...groups.values()].map((points) => {
    const [r = 0, g = 0, b = 0] = colors.subarray(3 * (points[0] ?? 0), 3 * (points[0] ?? 0) + 3);
    return { color: `rgb(${r} ${g} ${b})`, points };
  });
}

function Bars({ series, space: { x, y } }: { readonly series: SeriesOf<'bar'>; readonly space: Space }) {
  const [along, up] = series.horizontal ? [y, x] : [x, y];
  return (
    <g opacity={series.alpha}>
      {series.from.map((from, index) => {
        const [a, b] = [along(from), along(series.to[index] ?? from)];
        // A bar on a logarithmic axis stands on the axis' end.
        const [low, high] = [series.low[index] ?? 0, series.high[index] ?? 0].map(up);
        if (low === undefined || high === undefined || !Number.isFinite(a + b + high)) return null;
        const foot = Number.isFinite(low) ? low : series.horizontal ? -1e4 : 1e4;
        const across = { from: Math.min(a, b), size: Math.max(0.5, Math.abs(a - b)) };
        const reach = { from: Math.min(foot, high), size: Math.abs(foot - high) };
        const box = series.horizontal
          ? { x: reach.from, width: reach.size, y: across.from, height: across.size }
          : { x: across.from, width: across.size, y: reach.from, height: reach.size };
        return (
          <rect
            // oxlint-disable-next-line react/no-array-index-key -- as above
            key={index}
            {...box}
            fill={figureColor(series.colors?.[index] ?? series.color)}
            {...(series.edge && { stroke: figureColor(series.edge), strokeWidth: 1 })}
          />
        );
      })}
    </g>
  );
}

function Segments({ series, path }: { readonly series: SeriesOf<'segments'>; readonly path: string }) {
  const id = useId();
  const color = figureColor(series.color);
  return (
    <Fragment>
      {series.arrow && (
        <marker id={id} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="5" markerHeight="5" orient="auto">
          <path d="M0 0L8 4L0 8Z" fill={color} />
        </marker>
      )}
      {path.split(/(?=M)/).length > 1 && series.arrow ? (
        path
          .split(/(?=M)/)
          .map((piece) => (
            <path
              key={piece}
              d={piece}
              stroke={color}
              strokeWidth={series.width}
              opacity={series.alpha}
              markerEnd={`url(#${id})`}
            />
          ))
      ) : (
        <path
          d={path}
          fill="none"
          opacity={series.alpha}
          stroke={color}
          strokeWidth={series.width}
          strokeDasharray={DASHES[series.style]}
          {...(series.arrow && { markerEnd: `url(#${id})` })}
        />
      )}
    </Fragment>
  );
}
