/** The values under the pointer, in the page's own style. */
import type { TooltipContentProps } from 'recharts';
import { formatValue } from './metric-groups';

interface Props extends Partial<TooltipContentProps<number, string>> {
  readonly xLabel: string;
}

export function ChartTooltip({ active, payload, label, xLabel }: Props) {
  if (!active || !payload || payload.length === 0) return null;
  return (
    <div className="chart-tooltip">
      <p>
        {xLabel} {typeof label === 'number' ? formatValue(label) : label}
      </p>
      <ul>
        {payload.map((entry) => (
          <li key={String(entry.dataKey)}>
            <span className="swatch" style={{ background: entry.color }} />
            {entry.name} <strong>{typeof entry.value === 'number' ? formatValue(entry.value) : entry.value}</strong>
          </li>
        ))}
      </ul>
    </div>
  );
}
