/** A drawing that Python made: a grid of axes and the tools below it. Each axes is drawn by AxesView. */
import { useRef } from 'react';
import type { Axes, Figure } from '../protocol/figure';
import { useText } from '../shared/i18n/text';
import { AxesView } from './AxesView';
import { FigureTools } from './FigureTools';
import { isPicture } from './axes-layout';
import './charts.css';

export default function FigureView({ figure }: { readonly figure: Figure }) {
  const { chart: text } = useText();
  const drawing = useRef<HTMLDivElement>(null);
  const title = figure.title ?? figure.axes.find((axes) => axes.title)?.title ?? text.untitled;
  return (
    <figure className="figure" data-testid="figure" aria-label={text.figure(title)}>
      <div ref={drawing} className="figure-drawing" style={{ maxWidth: figure.width * 1.15 }}>
        {figure.title && <p className="figure-title">{figure.title}</p>}
        <div
          className="figure-grid"
          // Pictures stay side by side on a phone; charts need the width.
          data-stacks={figure.columns > 1 && !figure.axes.every(isPicture)}
          style={{
            gridTemplateColumns: tracks(figure.columnRatios, figure.columns),
            gridTemplateRows: figure.rowRatios ? tracks(figure.rowRatios, figure.rows) : undefined,
          }}
        >
          {figure.axes.map((axes, index) => (
            <div
              // oxlint-disable-next-line react/no-array-index-key -- axes may share a place; their order is their identity
              key={index}
              className="figure-cell"
              style={{
                gridRow: `${axes.row + 1} / span ${axes.rowSpan}`,
                gridColumn: `${axes.column + 1} / span ${axes.columnSpan}`,
              }}
            >
              <AxesView axes={axes} aspect={aspect(figure, axes)} />
            </div>
          ))}
        </div>
      </div>
      <FigureTools figure={figure} title={title} drawing={drawing} />
    </figure>
  );
}

function tracks(ratios: readonly number[] | null, count: number): string {
  return ratios ? ratios.map((ratio) => `minmax(0, ${ratio}fr)`).join(' ') : `repeat(${count}, minmax(0, 1fr))`;
}

function share(ratios: readonly number[] | null, count: number, from: number, span: number): number {
  if (!ratios) return span / count;
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  return sum(ratios.slice(from, from + span)) / sum(ratios);
}

function aspect(figure: Figure, axes: Axes): number {
  const width = figure.width * share(figure.columnRatios, figure.columns, axes.column, axes.columnSpan);
  return width / (figure.height * share(figure.rowRatios, figure.rows, axes.row, axes.rowSpan));
}
