/** Sliders for every scheduler of PyTorch, with the curve of learning rates redrawn as they move (schedules.ts has the formulas). */
import { useId, useMemo, useState } from 'react';
import { AxesView } from '../charts/AxesView';
import '../charts/charts.css';
import type { Axes } from '../protocol/figure';
import { SCHEDULES, get, placeOf, python, startValues, valueAt } from './schedules';
import type { Schedule, Values } from './schedules';
import { Slider } from './Slider';
import { textsFor } from './texts';
import { replaceScheduler } from './scheduler-line';
import type { WidgetProps } from './types';
import { useWidgetCell } from './use-widget-cell';
import './widgets.css';

interface Curve {
  readonly label: string;
  readonly rates: readonly number[];
}

/** More would not be told apart. */
const MOST_KEPT = 4;
const FIRST = SCHEDULES[0]?.name ?? '';

export default function SchedulesWidget({ options, language, cells }: WidgetProps) {
  const { schedules: text, writeToCell, written } = textsFor(language);
  const id = useId();
  const [name, setName] = useState(options['schedule'] ?? FIRST);
  const schedule = SCHEDULES.find((each) => each.name === name) ?? SCHEDULES[0];
  const [changed, setChanged] = useState<Readonly<Record<string, Values>>>({});
  const [lrPlace, setLrPlace] = useState(-1);
  const [epochs, setEpochs] = useState(40);
  const [log, setLog] = useState(false);
  const [kept, setKept] = useState<readonly Curve[]>([]);
  const [wrote, setWrote] = useState<string | null>(null);
  const target = options['cell'] ?? '';
  const cell = useWidgetCell(cells, target);
  if (!schedule) return null;
  const values = { ...startValues(schedule), ...changed[schedule.name] };
  const lr = 10 ** lrPlace;
  const rates = schedule.rates(lr, epochs, values);
  const code = schedule.code(lr, epochs, values);
  const change = (parameter: string, value: number) =>
    setChanged({ ...changed, [schedule.name]: { ...values, [parameter]: value } });
  const write = () => {
    if (!cell) return;
    cells.edit(target, replaceScheduler(cell.code, { code, lr: python(lr), epochs }));
    setWrote(code);
  };
  return (
    <section className="w-box" aria-label={text.label} data-testid="schedules">
      <div className="w-columns">
        <div className="w-controls">
          <div className="w-field">
            <label htmlFor={id}>{text.schedule}</label>
            <select
              id={id}
              className="w-select"
              value={schedule.name}
              onChange={(event) => setName(event.target.value)}
            >
              {SCHEDULES.map((each) => (
                <option key={each.name}>{each.name}</option>
              ))}
            </select>
          </div>
          <Slider
            label={schedule.name === 'OneCycleLR' || schedule.name === 'CyclicLR' ? text.maxLr : text.lr}
            value={lrPlace}
            min={-4}
            max={0}
            step={0.25}
            shown={python(lr)}
            onChange={setLrPlace}
          />
          <Slider
            label={text.epochs}
            value={epochs}
            min={10}
            max={100}
            step={1}
            shown={String(epochs)}
            onChange={setEpochs}
          />
          {schedule.parameters.map((parameter) => (
            <Slider
              key={`${schedule.name} ${parameter.name}`}
              code
              label={parameter.name}
              hint={text.hints[parameter.name]}
              value={placeOf(parameter, get(values, parameter.name))}
              min={parameter.min}
              max={parameter.max}
              step={parameter.step}
              shown={python(get(values, parameter.name))}
              onChange={(place) => change(parameter.name, valueAt(parameter, place))}
            />
          ))}
        </div>
        <div className="w-picture">
          <Chart
            curves={[...kept, { label: schedule.name, rates }]}
            log={log}
            labels={{ title: text.label, x: text.epoch, y: text.rate }}
          />
          <p className="w-facts" data-testid="schedule-facts">
            {text.facts(shown(rates[0]), shown(Math.max(...rates)), shown(rates.at(-1)))}
          </p>
        </div>
      </div>
      <pre className="w-code" data-testid="schedule-code">
        <code>{code}</code>
      </pre>
      <div className="w-buttons">
        {cell && (
          <button type="button" className="button" onClick={write}>
            {wrote === code ? written : writeToCell}
          </button>
        )}
        <button
          type="button"
          className="quiet"
          disabled={kept.length >= MOST_KEPT}
          onClick={() => setKept([...kept, { label: keptLabel(schedule, values), rates }])}
        >
          {text.keep}
        </button>
        {kept.length > 0 && (
          <button type="button" className="quiet" onClick={() => setKept([])}>
            {text.clear}
          </button>
        )}
        <label className="w-check">
          <input type="checkbox" checked={log} onChange={(event) => setLog(event.target.checked)} />
          {text.log}
        </label>
      </div>
    </section>
  );
}

const shown = (rate: number | undefined): string => python(rate ?? NaN);

function keptLabel({ name, parameters }: Schedule, values: Values): string {
  return `${name} (${parameters.map((each) => python(get(values, each.name))).join(', ')})`;
}

interface ChartProps {
  readonly curves: readonly Curve[];
  readonly log: boolean;
  readonly labels: { readonly title: string; readonly x: string; readonly y: string };
}

function Chart({ curves, log, labels }: ChartProps) {
  const axes = useMemo((): Axes => {
    const all = curves.flatMap(({ rates }) => rates);
    const top = Math.max(...all);
    const positive = all.filter((rate) => rate > 0);
    const bottom = Math.max(Math.min(...positive), top * 1e-5);
    const longest = Math.max(...curves.map(({ rates }) => rates.length));
    return {
      row: 0,
      column: 0,
      rowSpan: 1,
      columnSpan: 1,
      title: null,
      x: { label: labels.x, scale: 'linear', limits: [0, longest - 1], ticks: null, rotation: 0 },
      y: {
        label: labels.y,
        scale: log ? 'log' : 'linear',
        limits: log ? [bottom / 1.5, top * 1.5] : [0, top * 1.06],
        ticks: null,
        rotation: 0,
      },
      right: null,
      grid: 'both',
      frame: true,
      equal: false,
      colorbar: null,
      legend:
        curves.length < 2
          ? null
          : {
              title: null,
              entries: curves.map(({ label }, index) => ({
                label,
                color: `C${curveColor(index, curves.length)}`,
                shape: 'line',
                style: 'solid',
                series: [index],
              })),
            },
      series: curves.map(({ label, rates }, index) => ({
        kind: 'line',
        label,
        color: `C${curveColor(index, curves.length)}`,
        alpha: 1,
        side: 'left',
        style: 'solid',
        width: index === curves.length - 1 ? 2.2 : 1.4,
        marker: rates.length <= 40 && index === curves.length - 1 ? 'dot' : null,
        markerSize: 4,
        x: rates.map((_, epoch) => epoch),
        // A logarithmic axis has no place for zero.
        y: log ? rates.map((rate) => (rate > 0 ? rate : NaN)) : rates,
      })),
    };
  }, [curves, log, labels]);
  return <AxesView axes={axes} aspect={1.6} />;
}

/** The newest curve, which moves, keeps its colour. */
function curveColor(index: number, count: number): number {
  return index === count - 1 ? 0 : index + 1;
}
