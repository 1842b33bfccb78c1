/** The names of the axes, outside of their tick labels. */
import { usePlotArea } from 'recharts';
import type { Axes } from '../protocol/figure';
import type { Layout } from './axes-layout';

export function AxisLabels({ axes, layout }: { readonly axes: Axes; readonly layout: Layout }) {
  const area = usePlotArea();
  if (!area) return null;
  const middle = area.y + area.height / 2;
  const across = area.x + area.width / 2;
  const bottom = area.y + area.height + layout.bottom;
  const left = area.x - layout.left - 8;
  const right = area.x + area.width + layout.right + 8;
  return (
    <g className="axis-labels">
      {axes.x.label && (
        <text x={across} y={bottom + 8}>
          {axes.x.label}
        </text>
      )}
      {axes.y.label && <text transform={`translate(${left} ${middle}) rotate(-90)`}>{axes.y.label}</text>}
      {axes.right?.label && <text transform={`translate(${right} ${middle}) rotate(-90)`}>{axes.right.label}</text>}
    </g>
  );
}
