/** One coordinate system of a figure: its title, its legend, and below them the chart or the picture. */
import { useEffect, useRef, useState } from 'react';
import type { Axes, LegendEntry } from '../protocol/figure';
import { useText } from '../shared/i18n/text';
import { ImageCanvas } from './ImageCanvas';
import { Plot } from './Plot';
import { isPicture } from './axes-layout';
import { DASHES } from './Marks';
import { figureColor } from './palette';

const NONE: ReadonlySet<number> = new Set();

export function AxesView({ axes, aspect }: { readonly axes: Axes; readonly aspect: number }) {
  const { chart: text } = useText();
  const [hidden, setHidden] = useState(NONE);
  const kinds = [...new Set(axes.series.flatMap(({ kind }) => (kind === 'text' ? [] : [text.kinds[kind]])))].join(', ');
  const label = text.axes(axes.title ?? text.untitled, kinds);
  const toggle = (series: readonly number[]) => {
    const next = new Set(hidden);
    const on = series.every((index) => next.has(index));
    for (const index of series) {
      if (on) next.delete(index);
      else next.add(index);
    }
    setHidden(next);
  };
  const image = axes.series[0];
  return (
    <div className="axes">
      {axes.title && <p className="axes-title">{axes.title}</p>}
      {axes.legend && <AxesLegend legend={axes.legend} hidden={hidden} onToggle={toggle} />}
      {isPicture(axes) && image?.kind === 'image' ? (
        <ImageCanvas image={image} framed={axes.frame} label={label} />
      ) : (
        <Sized>{(width) => <Plot axes={axes} aspect={aspect} width={width} hidden={hidden} label={label} />}</Sized>
      )}
    </div>
  );
}

/** Draws what it holds for the width that there is, and again when that changes. */
function Sized({ children }: { readonly children: (width: number) => React.ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(element);
    setWidth(Math.floor(element.clientWidth));
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={box} className="axes-plot">
      {width > 0 ? children(width) : null}
    </div>
  );
}

interface LegendProps {
  readonly legend: NonNullable<Axes['legend']>;
  readonly hidden: ReadonlySet<number>;
  readonly onToggle: (series: readonly number[]) => void;
}

function AxesLegend({ legend, hidden, onToggle }: LegendProps) {
  return (
    <p className="axes-legend">
      {legend.title && <span className="legend-title">{legend.title}</span>}
      {legend.entries.map((entry, index) => (
        <button
          // oxlint-disable-next-line react/no-array-index-key -- entries may have the same label
          key={index}
          type="button"
          className="legend-entry"
          aria-pressed={!entry.series.some((each) => hidden.has(each))}
          disabled={entry.series.length === 0}
          onClick={() => onToggle(entry.series)}
        >
          <Key entry={entry} />
          {entry.label}
        </button>
      ))}
    </p>
  );
}

function Key({ entry }: { readonly entry: LegendEntry }) {
  const fill = figureColor(entry.color);
  return (
    <svg className="legend-key" width="18" height="10" aria-hidden="true">
      {entry.shape === 'area' && <rect x="3" y="0.5" width="12" height="9" rx="1.5" fill={fill} />}
      {entry.shape === 'point' && <circle cx="9" cy="5" r="4" fill={fill} />}
      {entry.shape === 'line' && (
        <path d="M0 5H18" stroke={fill} strokeWidth="2.2" strokeDasharray={DASHES[entry.style]} />
      )}
    </svg>
  );
}
