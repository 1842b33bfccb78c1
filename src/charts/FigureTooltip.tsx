/** The values under the pointer: every series that has a point at that x. */
import type { TooltipContentProps } from 'recharts';
import type { Axes } from '../protocol/figure';
import { shownLabel, tickLabel } from './figure-rows';
import type { Row } from './figure-rows';
import { formatValue } from './metric-groups';
import { figureColor } from './palette';

interface Props extends Partial<TooltipContentProps<number, string>> {
  readonly axes: Axes;
  readonly hidden: ReadonlySet<number>;
}

export function FigureTooltip({ active, payload, axes, hidden }: Props) {
  const row = payload?.[0]?.payload as Row | undefined;
  if (!active || !row) return null;
  const x = tickLabel(axes, row['x'] ?? NaN);
  const values = axes.series.flatMap((series, index) => {
    const value = row[`v${index}`];
    return value === undefined || hidden.has(index) || !('color' in series)
      ? []
      : [{ index, value, name: shownLabel(series, index), color: figureColor(series.color) }];
  });
  if (values.length === 0) return null;
  return (
    <div className="chart-tooltip">
      <p>
        {axes.x.label ?? 'x'} {typeof x === 'number' ? formatValue(x) : x}
      </p>
      <ul>
        {values.map(({ index, value, name, color }) => (
          <li key={index}>
            <span className="swatch" style={{ background: color }} />
            {name} <strong>{formatValue(value)}</strong>
          </li>
        ))}
      </ul>
    </div>
  );
}
