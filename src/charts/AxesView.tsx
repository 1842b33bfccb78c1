/** One coordinate system of a figure: lines, scatters and bars through Recharts, over an image where there is one. */
import { useMemo } from 'react';
import {
  Bar,
  CartesianGrid,
  ComposedChart,
  Legend,
  Line,
  ResponsiveContainer,
  Scatter,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import type { Axes, Series } from '../protocol/messages';
import { useText } from '../shared/i18n/text';
import { BackgroundImage, ImageCanvas } from './ImageCanvas';
import { ChartTooltip } from './ChartTooltip';
import { axesData, axisDomain, visible } from './axes-data';
import { formatValue } from './metric-groups';
import { figureColor } from './palette';

const DASHES = { solid: '', dashed: '6 4', dotted: '2 4' } as const;
const TICK = { fill: 'var(--ink-soft)', fontSize: 11 } as const;

export function AxesView({ axes, aspect }: { readonly axes: Axes; readonly aspect: number }) {
  const { chart: text } = useText();
  const kinds = [...new Set(axes.series.map(({ kind }) => text.kinds[kind]))].join(', ');
  const label = text.axes(axes.title ?? text.untitled, kinds);
  const images = axes.series.filter((series) => series.kind === 'image');
  const image = images.at(-1);
  const onlyImage = image !== undefined && images.length === axes.series.length;
  return (
    <div className="axes" role="img" aria-label={label}>
      {axes.title && <p className="axes-title">{axes.title}</p>}
      {onlyImage ? (
        <ImageCanvas image={image} framed={axes.frame} />
      ) : (
        <div className="axes-plot" style={{ aspectRatio: aspect }}>
          <Plot axes={axes} image={image ?? null} />
        </div>
      )}
    </div>
  );
}

type Drawn = Exclude<Series, { readonly kind: 'image' }>;

function Plot({ axes, image }: { readonly axes: Axes; readonly image: Extract<Series, { kind: 'image' }> | null }) {
  const { categories, rows, drawn } = useMemo(() => axesData(axes), [axes]);
  const limits = { x: axisDomain(axes, 'x', image, categories), y: axisDomain(axes, 'y', image, null) };
  const legend = axes.legend && drawn.some(({ label }) => visible(label));
  return (
    <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 360, height: 260 }}>
      <ComposedChart data={[...rows]} margin={{ top: 8, right: 14, bottom: axes.xLabel ? 18 : 2, left: axes.yLabel ? 14 : 0 }} accessibilityLayer={false}>
        {image && <BackgroundImage image={image} />}
        {axes.grid && <CartesianGrid stroke="var(--chart-grid)" />}
        <XAxis
          dataKey="x"
          type="number"
          hide={!axes.frame}
          scale={axes.xScale === 'log' ? 'log' : 'linear'}
          domain={limits.x}
          allowDataOverflow
          {...(categories && { ticks: categories.map((_, index) => index), interval: 0 as const })}
          tickFormatter={(value: number) => categories?.[value] ?? formatValue(value)}
          tickLine={false}
          tickMargin={6}
          axisLine={{ stroke: 'var(--chart-axis)' }}
          tick={TICK}
          {...(axes.xLabel && { label: { value: axes.xLabel, position: 'insideBottom', offset: -12, ...TICK } })}
        />
        <YAxis
          type="number"
          width={48}
          hide={!axes.frame}
          scale={axes.yScale === 'log' ? 'log' : 'linear'}
          domain={limits.y}
          allowDataOverflow
          tickFormatter={formatValue}
          tickLine={false}
          axisLine={{ stroke: 'var(--chart-axis)' }}
          tick={TICK}
          {...(axes.yLabel && { label: { value: axes.yLabel, angle: -90, position: 'insideLeft', offset: 0, ...TICK } })}
        />
        <Tooltip isAnimationActive={false} content={<ChartTooltip xLabel={axes.xLabel ?? 'x'} />} />
        {legend && <Legend verticalAlign="top" align="right" height={26} iconSize={10} wrapperStyle={{ fontSize: 12 }} />}
        {drawn.map((series, index) => drawSeries(series, index, legend))}
      </ComposedChart>
    </ResponsiveContainer>
  );
}

/** Recharts finds its parts by type among the children, so this returns them directly instead of wrapping them. */
function drawSeries(series: Drawn, index: number, legend: boolean) {
  const colour = figureColor(series.color, index);
  const shared = {
    name: visible(series.label) ? (series.label ?? '') : `${index + 1}`,
    dataKey: `v${index}`,
    isAnimationActive: false,
    ...(legend && visible(series.label) ? {} : { legendType: 'none' as const }),
  };
  switch (series.kind) {
    case 'line':
      return (
        <Line
          key={index}
          {...shared}
          type="linear"
          stroke={colour}
          strokeWidth={1.8}
          {...(DASHES[series.style] && { strokeDasharray: DASHES[series.style] })}
          dot={series.marker ? { r: 2.5, strokeWidth: 0, fill: colour } : false}
          activeDot={{ r: 3.5, strokeWidth: 0, fill: colour }}
          connectNulls
        />
      );
    case 'scatter':
      return (
        <Scatter key={index} {...shared} fill={colour} shape={<Dot fill={colour} />} />
      );
    case 'bar':
      return <Bar key={index} {...shared} fill={colour} barSize={barSize(series.x.length)} />;
    default:
      return series satisfies never;
  }
}

function barSize(count: number): number {
  return Math.max(2, Math.min(36, Math.floor(260 / Math.max(1, count)) - 3));
}

function Dot({ cx, cy, fill }: { readonly cx?: number; readonly cy?: number; readonly fill: string }) {
  return cx === undefined || cy === undefined ? null : <circle cx={cx} cy={cy} r={3} fill={fill} fillOpacity={0.85} />;
}
