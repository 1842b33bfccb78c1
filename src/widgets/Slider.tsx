/** A labelled native slider with its value beside it. */
import { useId } from 'react';

interface Props {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** What the value means, for eyes and ears. */
  readonly shown: string;
  readonly hint?: string | undefined;
  readonly code?: boolean;
  readonly onChange: (value: number) => void;
}

export function Slider({ label, value, min, max, step, shown, hint, code = false, onChange }: Props) {
  const id = useId();
  return (
    <div className="w-slider">
      <label htmlFor={id}>
        {code ? <code>{label}</code> : label}
        {hint !== undefined && <span className="w-hint">{hint}</span>}
      </label>
      <output htmlFor={id}>{shown}</output>
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        step={step}
        value={value}
        aria-valuetext={shown}
        onChange={(event) => onChange(event.target.valueAsNumber)}
      />
    </div>
  );
}
