/** One coordinate system of a figure: lines, scatters and bars through Recharts, over an image where there is one. */
import { useMemo } from 'react';
import { Bar, CartesianGrid, ComposedChart, Line, ResponsiveContainer, Scatter, Tooltip, XAxis, YAxis } from 'recharts';
import type { Axes } from '../protocol/messages';
import { useText } from '../shared/i18n/text';
import { BackgroundImage, ImageCanvas } from './ImageCanvas';
import { ChartTooltip } from './ChartTooltip';
import { axesData, axisRange, axisTicks, visible } from './axes-data';
import type { DrawnSeries, ImageSeries } from './axes-data';
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
      {axes.legend && <AxesLegend axes={axes} />}
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

function AxesLegend({ axes }: { readonly axes: Axes }) {
  const drawn = axes.series.filter((series) => series.kind !== 'image');
  return (
    <p className="axes-legend">
      {drawn.map(
        (series, index) =>
          visible(series.label) && (
            // oxlint-disable-next-line react/no-array-index-key -- the index is what gives a series its colour
            <span key={index} className="metric-key">
              <span
                className="swatch"
                data-kind={series.kind}
                style={{ background: figureColor(series.color, index) }}
              />
              {series.label}
            </span>
          ),
      )}
    </p>
  );
}

function Plot({ axes, image }: { readonly axes: Axes; readonly image: ImageSeries | null }) {
  const data = useMemo(() => axesData(axes), [axes]);
  const { categories, rows, drawn } = data;
  const x = axisRange(axes, 'x', image, data);
  const y = axisRange(axes, 'y', image, data);
  const xTicks = categories ? categories.map((_, index) => index) : axisTicks(x, axes.xScale, 5);
  return (
    <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 360, height: 260 }}>
      <ComposedChart
        role="none"
        data={[...rows]}
        margin={{ top: 8, right: 14, bottom: axes.xLabel ? 18 : 2, left: axes.yLabel ? 14 : 0 }}
        accessibilityLayer={false}
      >
        {image && <BackgroundImage image={image} />}
        {axes.grid && <CartesianGrid stroke="var(--chart-grid)" syncWithTicks />}
        <XAxis
          dataKey="x"
          type="number"
          hide={!axes.frame}
          scale={axes.xScale === 'log' ? 'log' : 'linear'}
          domain={[...x]}
          ticks={[...xTicks]}
          interval={categories ? 0 : 'preserveStartEnd'}
          allowDataOverflow
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
          domain={[...y]}
          ticks={[...axisTicks(y, axes.yScale, 5)]}
          allowDataOverflow
          tickFormatter={formatValue}
          tickLine={false}
          axisLine={{ stroke: 'var(--chart-axis)' }}
          tick={TICK}
          {...(axes.yLabel && {
            label: { value: axes.yLabel, angle: -90, position: 'insideLeft', offset: 0, ...TICK },
          })}
        />
        <Tooltip isAnimationActive={false} content={<ChartTooltip xLabel={axes.xLabel ?? 'x'} />} />
        {drawn.map(drawSeries)}
      </ComposedChart>
    </ResponsiveContainer>
  );
}

/** Recharts finds its parts by type among the children, so this returns them directly instead of wrapping them. */
function drawSeries(series: DrawnSeries, index: number) {
  const colour = figureColor(series.color, index);
  const shared = {
    name: visible(series.label) ? (series.label ?? '') : `${index + 1}`,
    dataKey: `v${index}`,
    isAnimationActive: false,
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
      return <Scatter key={index} {...shared} fill={colour} shape={<Dot fill={colour} />} />;
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
