/** Switches, choices and sliders that set variables in a cell: the code changes before the reader's eyes (python-settings.ts). */
import { useId, useMemo } from 'react';
import { readLabels, readSetting, readValue, writeValue } from './python-settings';
import type { Setting } from './python-settings';
import { python } from './schedules';
import { Slider } from './Slider';
import { textsFor } from './texts';
import type { WidgetProps } from './types';
import { useWidgetCell } from './use-widget-cell';
import './widgets.css';

export default function SettingsWidget({ options, fallback, language, cells }: WidgetProps) {
  const texts = textsFor(language);
  const target = options['cell'] ?? '';
  const cell = useWidgetCell(cells, target);
  const labels = useMemo(() => readLabels(fallback), [fallback]);
  const settings = useMemo(
    () => Object.entries(options).flatMap(([name, written]) => (name === 'cell' ? [] : [readSetting(name, written)])),
    [options],
  );
  if (!cell) return <p className="w-facts">{texts.noCell}</p>;
  const missing = settings.some(({ name }) => readValue(cell.code, name) === null);
  return (
    <section className="w-box" aria-label={texts.settings.label} data-testid="settings">
      <div className="w-settings">
        {settings.map((setting) => (
          <Control
            key={setting.name}
            setting={setting}
            label={labels.get(setting.name) ?? ''}
            value={readValue(cell.code, setting.name)}
            onChange={(value) => cells.edit(target, writeValue(cell.code, setting.name, value))}
          />
        ))}
      </div>
      <div className="w-buttons">
        <button type="button" className="button primary" disabled={cell.active} onClick={() => cells.run(target)}>
          {cell.active ? texts.running : texts.run}
        </button>
        {missing && <span className="w-hint">{texts.noCell}</span>}
      </div>
    </section>
  );
}

interface ControlProps {
  readonly setting: Setting;
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (value: string) => void;
}

function Control({ setting: { name, choice }, label, value, onChange }: ControlProps) {
  const id = useId();
  const disabled = value === null;
  switch (choice.kind) {
    case 'switch':
      return (
        <div className="w-check w-setting">
          <input
            id={id}
            type="checkbox"
            checked={value === 'True'}
            disabled={disabled}
            onChange={(event) => onChange(event.target.checked ? 'True' : 'False')}
          />
          <label htmlFor={id}>
            <code>{name}</code>
            <span className="w-hint">{label}</span>
          </label>
        </div>
      );
    case 'options':
      return (
        <div className="w-field w-setting">
          <label htmlFor={id}>
            <code>{name}</code>
            <span className="w-hint">{label}</span>
          </label>
          <select
            id={id}
            className="w-select"
            value={value ?? ''}
            disabled={disabled}
            onChange={(event) => onChange(event.target.value)}
          >
            {[...new Set([...choice.options, ...(value === null ? [] : [value])])].map((option) => (
              <option key={option} value={option}>
                {option.replaceAll('"', '')}
              </option>
            ))}
          </select>
        </div>
      );
    case 'range':
      return (
        <Slider
          code
          label={name}
          hint={label}
          min={choice.min}
          max={choice.max}
          step={choice.step}
          value={Number(value) || 0}
          shown={value ?? '–'}
          onChange={(next) => onChange(python(next))}
        />
      );
    default:
      return choice satisfies never;
  }
}
