/** The live charts of a training run: one chart a group of tags. The cell decides how often it is drawn. */
import { useMemo, useState } from 'react';
import { CartesianGrid, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { useText } from '../shared/i18n/text';
import { ChartTooltip } from './ChartTooltip';
import { formatValue, groupMetrics, rowsOf } from './metric-groups';
import type { MetricGroup, Row, Series } from './metric-groups';
import { seriesColor } from './palette';
import { linearTicks, padded } from './ticks';
import './charts.css';

/** About one point every two pixels of a card. */
const POINTS_PER_LINE = 200;
/** More rows are no help to a reader of the table; the ends and the shape stay. */
const TABLE_ROWS = 60;

interface Props {
  /** Its arrays grow in place; `points` tells that they have. */
  readonly series: ReadonlyMap<string, Series>;
  readonly points: number;
}

export default function MetricBoard({ series, points }: Props) {
  // oxlint-disable-next-line react/exhaustive-deps -- the series grow in place, their number of points is the change
  const groups = useMemo(() => groupMetrics(series), [series, points]);
  return (
    <div className="metric-board">
      {groups.map((group) => (
        <MetricChart key={group.name} group={group} />
      ))}
    </div>
  );
}

function MetricChart({ group }: { readonly group: MetricGroup }) {
  const { chart: text } = useText();
  const [tableShown, setTableShown] = useState(false);
  const rows = useMemo(() => rowsOf(group.lines, POINTS_PER_LINE), [group]);
  const steps: readonly [number, number] = [rows[0]?.['step'] ?? 0, rows.at(-1)?.['step'] ?? 0];
  const range = valueRange(rows);
  const latest = group.lines.map(({ tag, series }) =>
    text.last(tag, formatValue(series.values.at(-1)), String(series.steps.at(-1) ?? 0)),
  );
  return (
    <figure
      className="metric-chart"
      data-testid="metric-chart"
      data-tag={group.name}
      data-tags={group.lines.map(({ tag }) => tag).join(' ')}
      data-points={group.points}
    >
      <figcaption className="metric-head">
        <span className="metric-title">{group.name}</span>
        <span className="metric-legend">
          {group.lines.map((line, index) => (
            <span key={line.tag} className="metric-key">
              <span className="swatch" style={{ background: seriesColor(index) }} />
              {line.name !== group.name && line.name}
              <strong>{formatValue(line.series.values.at(-1))}</strong>
            </span>
          ))}
        </span>
      </figcaption>
      <div className="metric-plot" role="img" aria-label={text.summary(group.name, latest.join('. '))}>
        <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 320, height: 190 }}>
          <LineChart
            role="none"
            data={[...rows]}
            margin={{ top: 6, right: 12, bottom: 0, left: 0 }}
            accessibilityLayer={false}
          >
            <CartesianGrid stroke="var(--chart-grid)" vertical={false} syncWithTicks />
            <XAxis
              dataKey="step"
              type="number"
              domain={['dataMin', 'dataMax']}
              ticks={[...linearTicks(...steps, 5)]}
              tickLine={false}
              tickMargin={6}
              axisLine={{ stroke: 'var(--chart-axis)' }}
              tick={{ fill: 'var(--ink-soft)', fontSize: 11 }}
            />
            <YAxis
              width={46}
              domain={[...range]}
              ticks={[...linearTicks(...range, 5)]}
              tickLine={false}
              axisLine={false}
              tickFormatter={formatValue}
              tick={{ fill: 'var(--ink-soft)', fontSize: 11 }}
            />
            <Tooltip
              isAnimationActive={false}
              cursor={{ stroke: 'var(--chart-axis)' }}
              content={<ChartTooltip xLabel={text.step} />}
            />
            {group.lines.map((line, index) => (
              <Line
                key={line.tag}
                name={line.name}
                dataKey={`v${index}`}
                stroke={seriesColor(index)}
                strokeWidth={1.8}
                dot={line.series.steps.length < 16 ? { r: 2.5, strokeWidth: 0, fill: seriesColor(index) } : false}
                activeDot={{ r: 3.5, strokeWidth: 0, fill: seriesColor(index) }}
                connectNulls
                isAnimationActive={false}
                type="linear"
              />
            ))}
          </LineChart>
        </ResponsiveContainer>
      </div>
      <button
        type="button"
        className="quiet chart-table-button"
        aria-expanded={tableShown}
        onClick={() => setTableShown(!tableShown)}
      >
        {tableShown ? text.hideTable : text.showTable}
      </button>
      {tableShown && <MetricTable group={group} />}
    </figure>
  );
}

/** The values' range with a little room; zero is the floor of what cannot be negative and comes near it. */
function valueRange(rows: readonly Row[]): readonly [number, number] {
  const values = rows.flatMap((row) => Object.entries(row).flatMap(([key, value]) => (key === 'step' ? [] : [value])));
  if (values.length === 0) return [0, 1];
  const low = Math.min(...values);
  const high = Math.max(...values);
  const [below, above] = padded(low, high, 0.06);
  return [low >= 0 && low < 0.25 * high ? 0 : below, above];
}

function MetricTable({ group }: { readonly group: MetricGroup }) {
  const { chart: text } = useText();
  const rows = rowsOf(group.lines, TABLE_ROWS);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a box that scrolls is reached by keyboard
    <div className="table-box chart-table" tabIndex={0} role="group" aria-label={text.tableCaption(group.name)}>
      <table>
        <caption>
          {text.tableCaption(group.name)}
          {rows.length < group.points && ` · ${text.shownRows(rows.length, group.points)}`}
        </caption>
        <thead>
          <tr>
            <th scope="col">{text.step}</th>
            {group.lines.map(({ tag, name }) => (
              <th key={tag} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row['step']}>
              <th scope="row">{row['step']}</th>
              {group.lines.map(({ tag }, index) => (
                <td key={tag}>{row[`v${index}`] === undefined ? '' : formatValue(row[`v${index}`])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
