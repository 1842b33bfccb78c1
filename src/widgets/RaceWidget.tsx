/** Four optimizers race down a surface from a point that the reader clicks (optimizers.ts has their rules). */
import { useEffect, useMemo, useState } from 'react';
import { Segmented } from '../ui/Segmented';
import { OPTIMIZERS, SURFACES, arrival, descend } from './optimizers';
import type { Optimizer, Point, Surface } from './optimizers';
import { RaceMap } from './RaceMap';
import { Slider } from './Slider';
import { python } from './schedules';
import { textsFor } from './texts';
import type { WidgetTexts } from './texts';
import type { WidgetProps } from './types';
import './widgets.css';

const STEPS = 200;
/** How long the race takes to watch. */
const SECONDS = 5;
const NEAR = 0.1;

export interface Runner {
  readonly optimizer: Optimizer;
  readonly color: string;
  readonly path: readonly Point[];
}

export default function RaceWidget({ language }: WidgetProps) {
  const { race: text } = textsFor(language);
  const [surface, setSurface] = useState<Surface>(SURFACES[0] as Surface);
  const [start, setStart] = useState<Point>(surface.start);
  const [rates, setRates] = useState<Readonly<Record<string, number>>>({});
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const [step, setStep] = useState(STEPS);
  const [racing, setRacing] = useState(false);
  useRace(racing, setStep, setRacing);

  const rateOf = (optimizer: Optimizer): number =>
    rates[`${surface.name} ${optimizer.name}`] ?? optimizer.rates[surface.name];
  const runners = useMemo(
    () =>
      OPTIMIZERS.map((optimizer, index): Runner => {
        const lr = rates[`${surface.name} ${optimizer.name}`] ?? optimizer.rates[surface.name];
        return {
          optimizer,
          color: `var(--series-${COLORS[index] ?? 1})`,
          path: descend(surface, optimizer, lr, start, STEPS),
        };
      }),
    [surface, start, rates],
  );
  const go = () => {
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    setStep(still ? STEPS : 0);
    setRacing(!still);
  };
  const choose = (next: Surface) => {
    setSurface(next);
    setStart(next.start);
    setStep(STEPS);
    setRacing(false);
  };
  const from = (point: Point) => {
    setStart(point);
    go();
  };
  const toggle = (name: string) => {
    const next = new Set(hidden);
    if (!next.delete(name)) next.add(name);
    setHidden(next);
  };
  return (
    <section className="w-box" aria-label={text.label} data-testid="race" data-step={step}>
      <div className="w-head">
        <Segmented
          label={text.surface}
          value={surface.name}
          options={SURFACES.map(({ name }) => ({ value: name, label: text.surfaces[name] }))}
          onChange={(name) => choose(SURFACES.find((each) => each.name === name) ?? surface)}
        />
        <code className="w-formula">{surface.formula}</code>
      </div>
      <RaceMap
        surface={surface}
        runners={runners.filter(({ optimizer }) => !hidden.has(optimizer.name))}
        start={start}
        step={step}
        label={text.map(text.surfaces[surface.name])}
        onPick={from}
      />
      <p className="w-facts">{text.hint}</p>
      <div className="w-row">
        <Slider
          label={text.startX}
          value={start[0]}
          min={surface.x[0]}
          max={surface.x[1]}
          step={0.05}
          shown={start[0].toFixed(2)}
          onChange={(x) => setStart([x, start[1]])}
        />
        <Slider
          label={text.startY}
          value={start[1]}
          min={surface.y[0]}
          max={surface.y[1]}
          step={0.05}
          shown={start[1].toFixed(2)}
          onChange={(y) => setStart([start[0], y])}
        />
        <Slider
          label={text.step}
          value={step}
          min={0}
          max={STEPS}
          step={1}
          shown={String(step)}
          onChange={(next) => {
            setRacing(false);
            setStep(next);
          }}
        />
        <button type="button" className="button primary" onClick={racing ? () => setRacing(false) : go}>
          {racing ? text.stop : text.go}
        </button>
      </div>
      <Standings
        surface={surface}
        runners={runners}
        step={step}
        hidden={hidden}
        text={text}
        rateOf={rateOf}
        onToggle={toggle}
        onRate={(name, rate) => setRates({ ...rates, [`${surface.name} ${name}`]: rate })}
      />
    </section>
  );
}

/** The places of the optimizers' colours among the series' colours. */
const COLORS = [1, 2, 3, 4] as const;

function useRace(racing: boolean, setStep: (step: number) => void, setRacing: (racing: boolean) => void): void {
  useEffect(() => {
    if (!racing) return undefined;
    const began = performance.now();
    let frame = requestAnimationFrame(function next(now) {
      const step = Math.min(STEPS, Math.floor((STEPS * (now - began)) / (1000 * SECONDS)));
      setStep(Math.max(0, step));
      if (step < STEPS) frame = requestAnimationFrame(next);
      else setRacing(false);
    });
    return () => cancelAnimationFrame(frame);
  }, [racing, setStep, setRacing]);
}

interface StandingsProps {
  readonly surface: Surface;
  readonly runners: readonly Runner[];
  readonly step: number;
  readonly hidden: ReadonlySet<string>;
  readonly text: WidgetTexts['race'];
  readonly rateOf: (optimizer: Optimizer) => number;
  readonly onToggle: (name: string) => void;
  readonly onRate: (name: string, rate: number) => void;
}

function Standings({ surface, runners, step, hidden, text, rateOf, onToggle, onRate }: StandingsProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a box that scrolls is reached by keyboard
    <div className="table-box" tabIndex={0} role="group" aria-label={text.label}>
      <table className="w-standings">
        <thead>
          <tr>
            <th scope="col">{text.optimizer}</th>
            <th scope="col">{text.lr}</th>
            <th scope="col">{text.height}</th>
            <th scope="col">{text.arrived}</th>
          </tr>
        </thead>
        <tbody>
          {runners.map(({ optimizer, color, path }) => {
            const at = path[Math.min(step, path.length - 1)] ?? surface.start;
            const lost = path.length <= step;
            const arrived = arrival(surface, path, NEAR);
            return (
              <tr key={optimizer.name} data-optimizer={optimizer.name}>
                <th scope="row">
                  <label className="w-check">
                    <input
                      type="checkbox"
                      checked={!hidden.has(optimizer.name)}
                      aria-label={text.show(optimizer.name)}
                      onChange={() => onToggle(optimizer.name)}
                    />
                    <span className="swatch" style={{ background: color }} />
                    {optimizer.name}
                  </label>
                </th>
                <td className="w-rate">
                  <input
                    type="range"
                    min={-4}
                    max={0}
                    step={0.05}
                    value={Math.log10(rateOf(optimizer))}
                    aria-label={text.lrOf(optimizer.name)}
                    aria-valuetext={rateText(rateOf(optimizer))}
                    onChange={(event) =>
                      onRate(optimizer.name, Number((10 ** event.target.valueAsNumber).toPrecision(2)))
                    }
                  />
                  <output>{rateText(rateOf(optimizer))}</output>
                </td>
                <td className="w-number">{lost ? text.lost : surface.height(...at).toFixed(4)}</td>
                <td className="w-number">{arrived === null || arrived > step ? text.never : text.after(arrived)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

const rateText = (rate: number): string => python(Number(rate.toPrecision(2)));
