/** A drawing that Python made: a grid of axes. Each axes is drawn by AxesView; images alone by ImageCanvas. */
import type { Figure } from '../protocol/messages';
import { useText } from '../shared/i18n/text';
import { AxesView } from './AxesView';
import './charts.css';

export default function FigureView({ figure }: { readonly figure: Figure }) {
  const { chart: text } = useText();
  const title = figure.title ?? figure.axes.find((axes) => axes.title)?.title ?? text.untitled;
  const aspect = figure.width / figure.columns / (figure.height / figure.rows);
  return (
    <figure className="figure" data-testid="figure" aria-label={text.figure(title)}>
      {figure.title && <figcaption className="figure-title">{figure.title}</figcaption>}
      <div
        className="figure-grid"
        style={{ gridTemplateColumns: `repeat(${figure.columns}, minmax(0, 1fr))`, maxWidth: figure.width * 1.1 }}
      >
        {figure.axes.map((axes) => (
          <div
            key={`${axes.row}-${axes.column}`}
            className="figure-cell"
            style={{ gridRow: axes.row + 1, gridColumn: axes.column + 1 }}
          >
            <AxesView axes={axes} aspect={aspect} />
          </div>
        ))}
      </div>
    </figure>
  );
}
