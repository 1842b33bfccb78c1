/** The frame of one axes – Recharts' axes, grid and hover readout – around the marks that Python asked for. */
import { useMemo } from 'react';
import { CartesianGrid, ComposedChart, Line, Tooltip, XAxis, YAxis } from 'recharts';
import type { Axes, Axis } from '../protocol/figure';
import { FigureTooltip } from './FigureTooltip';
import { AxisLabels } from './AxisLabels';
import { Marks } from './Marks';
import { Y_TICK, axisTicks, labelStep, layoutOf, tickText, xAxisTicks } from './axes-layout';
import { figureRows } from './figure-rows';

/** The size stands twice: the text is drawn by the attribute, but measured, to wrap it, by the style. */
const TICK = { fill: 'var(--ink-soft)', fontSize: 11, style: { fontSize: '11px' } } as const;

interface Props {
  readonly axes: Axes;
  readonly width: number;
  readonly aspect: number;
  readonly hidden: ReadonlySet<number>;
  readonly label: string;
}

export function Plot({ axes, width, aspect, hidden, label }: Props) {
  const rows = useMemo(() => figureRows(axes), [axes]);
  const layout = useMemo(() => layoutOf(axes, width, aspect), [axes, width, aspect]);
  const across = width - layout.left - layout.right - layout.margin.left - layout.margin.right;
  const down = layout.height - layout.bottom - layout.margin.top - layout.margin.bottom;
  const hasBars = axes.series.some(({ kind }) => kind === 'bar');
  const xTicks = xAxisTicks(axes.x, across);
  return (
    <div role="img" aria-label={label} style={{ height: layout.height }}>
      <ComposedChart
        role="none"
        width={width}
        height={layout.height}
        data={[...rows]}
        margin={layout.margin}
        accessibilityLayer={false}
      >
        <CartesianGrid
          stroke="var(--chart-grid)"
          horizontal={axes.grid === 'y' || axes.grid === 'both'}
          vertical={axes.grid === 'x' || axes.grid === 'both'}
          syncWithTicks
        />
        <XAxis
          dataKey="x"
          type="number"
          hide={!axes.frame}
          height={layout.bottom}
          scale={axes.x.scale}
          domain={[...axes.x.limits]}
          ticks={[...xTicks]}
          interval={labelStep(axes.x, xTicks.length, across) - 1}
          allowDataOverflow
          tickFormatter={(value: number) => tickText(axes.x, value)}
          tickLine={false}
          tickMargin={6}
          axisLine={{ stroke: 'var(--chart-axis)' }}
          tick={TICK}
          {...(axes.x.rotation !== 0 && { angle: -axes.x.rotation, textAnchor: axes.x.rotation > 0 ? 'end' : 'start' })}
        />
        <YAxis {...vertical(axes.y, down)} yAxisId={0} width={layout.left} hide={!axes.frame} />
        {axes.right && (
          <YAxis
            {...vertical(axes.right, down)}
            yAxisId={1}
            width={layout.right}
            hide={!axes.frame}
            orientation="right"
          />
        )}
        {rows.length > 0 && (
          <Tooltip
            isAnimationActive={false}
            cursor={hasBars ? false : { stroke: 'var(--chart-axis)' }}
            content={<FigureTooltip axes={axes} hidden={hidden} />}
          />
        )}
        {/* Without a series Recharts has neither scales nor a readout; the marks are drawn by Marks. */}
        <Line
          yAxisId={0}
          dataKey="x"
          stroke="none"
          dot={false}
          activeDot={false}
          isAnimationActive={false}
          legendType="none"
        />
        {axes.right && (
          <Line yAxisId={1} dataKey="x" stroke="none" dot={false} activeDot={false} isAnimationActive={false} />
        )}
        <Marks axes={axes} hidden={hidden} />
        {axes.frame && <AxisLabels axes={axes} layout={layout} />}
      </ComposedChart>
    </div>
  );
}

/** Recharts finds its axes by type among the children, so this gives properties and not a component around them. */
function vertical(axis: Axis, length: number) {
  const ticks = axisTicks(axis, length, Y_TICK);
  return {
    type: 'number' as const,
    scale: axis.scale,
    domain: [...axis.limits],
    ticks: [...ticks],
    interval: axis.ticks ? (0 as const) : ('preserveStartEnd' as const),
    allowDataOverflow: true,
    tickFormatter: (value: number) => tickText(axis, value),
    tickLine: false,
    axisLine: { stroke: 'var(--chart-axis)' },
    tick: TICK,
  };
}
