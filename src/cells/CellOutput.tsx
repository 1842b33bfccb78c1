/** What a run shows, in order; each kind of output has its own small part. */
import { Suspense, lazy, memo, useLayoutEffect, useRef } from 'react';
import { useText } from '../shared/i18n/text';
import { ErrorBoundary } from '../ui/ErrorBoundary';
import { parseAnsi } from './ansi';
import type { CellState } from './cell-state';
import { ErrorOutput } from './ErrorOutput';
import { Picture } from './Picture';
import { ProgressBar } from './ProgressBar';
import { RichText } from './RichText';
import type { OutputItem } from './output-log';
import { Question } from './Question';
import './outputs.css';

const MetricBoard = lazy(() => import('../charts/MetricBoard'));
const FigureView = lazy(() => import('../charts/FigureView'));

type TextItem = Extract<OutputItem, { readonly kind: 'text' }>;
type Section = OutputItem | { readonly kind: 'texts'; readonly key: number; readonly items: readonly TextItem[] };

export function CellOutput({ cell }: { readonly cell: CellState }) {
  const text = useText();
  const box = useRef<HTMLDivElement>(null);
  const running = cell.phase === 'running';
  const draws = cell.items.some(({ kind }) => kind === 'figure');
  // A cell that draws its figure anew in a loop must not make the page jump: while it runs, its output does not shrink.
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    if (!running) element.style.minHeight = '';
    else if (draws) element.style.minHeight = `${element.offsetHeight}px`;
  }, [running, draws, cell.items]);
  if (cell.items.length === 0 && !cell.question) return null;
  return (
    <div
      ref={box}
      className="cell-output"
      data-testid="cell-output"
      role="group"
      aria-label={text.cell.output(cell.number)}
    >
      {cell.stale && <p className="output-stale">{text.cell.stale}</p>}
      {sections(cell.items).map((section) => (
        <ErrorBoundary key={section.key} renderFallback={() => <p className="output-note">{text.error.partFailed}</p>}>
          <OutputSection section={section} running={running} />
        </ErrorBoundary>
      ))}
      {cell.question && <Question question={cell.question} />}
    </div>
  );
}

/** Neighbouring texts share one scrolling box. */
function sections(items: readonly OutputItem[]): readonly Section[] {
  const result: Section[] = [];
  for (const item of items) {
    const last = result.at(-1);
    if (item.kind !== 'text') result.push(item);
    else if (last?.kind === 'texts') result[result.length - 1] = { ...last, items: [...last.items, item] };
    else result.push({ kind: 'texts', key: item.key, items: [item] });
  }
  return result;
}

function OutputSection({ section, running }: { readonly section: Section; readonly running: boolean }) {
  const text = useText();
  switch (section.kind) {
    case 'texts':
      return <Texts items={section.items} running={running} />;
    case 'text':
      return <Texts items={[section]} running={running} />;
    case 'result':
      return <pre className="output-text output-result">{section.text}</pre>;
    case 'error':
      return <ErrorOutput error={section} />;
    case 'table':
      return <Table columns={section.columns} rows={section.rows} />;
    case 'board':
      return (
        <Suspense fallback={<div className="output-loading" />}>
          <MetricBoard series={section.series} points={section.points} />
        </Suspense>
      );
    case 'figure':
      return (
        <Suspense fallback={<div className="output-loading" />}>
          <FigureView figure={section.figure} />
        </Suspense>
      );
    case 'html':
      return <RichText html={section.html} />;
    case 'picture':
      return <Picture picture={section} />;
    case 'progress':
      return <ProgressBar progress={section} />;
    case 'truncated':
      return <p className="output-note">{text.cell.truncated(formatBytes(section.limit))}</p>;
    default:
      return section satisfies never;
  }
}

function formatBytes(count: number): string {
  return count >= 1e6 ? `${Math.round(count / 1e6)} MB` : `${Math.round(count / 1e3)} kB`;
}

/** While text streams in, the box follows its end, unless the reader has scrolled up. */
function Texts({ items, running }: { readonly items: readonly TextItem[]; readonly running: boolean }) {
  const text = useText();
  const box = useRef<HTMLDivElement>(null);
  const following = useRef(true);
  useLayoutEffect(() => {
    const element = box.current;
    if (element && running && following.current) element.scrollTop = element.scrollHeight;
  }, [items, running]);
  const onScroll = () => {
    const element = box.current;
    if (element) following.current = element.scrollHeight - element.scrollTop - element.clientHeight < 24;
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a box that scrolls is reached by keyboard
    <div ref={box} className="output-texts" tabIndex={0} role="group" aria-label={text.cell.text} onScroll={onScroll}>
      {items.map((item) => (
        <TextPiece key={item.key} item={item} />
      ))}
    </div>
  );
}

/** Lines of a table drawn with box characters, as model.summary() prints: wrapped, they would be a heap of pieces. */
const DRAWN_TABLE = /[│┃]/;

const TextPiece = memo(function TextPiece({ item }: { readonly item: TextItem }) {
  return (
    <pre
      className={`output-text${item.stream === 'stderr' ? ' output-stderr' : ''}${DRAWN_TABLE.test(item.text) ? ' output-drawn' : ''}`}
    >
      {parseAnsi(item.text.replace(/\r$/, '')).map((run, index) =>
        run.className ? (
          // oxlint-disable-next-line react/no-array-index-key -- runs have no identity of their own
          <span key={index} className={run.className}>
            {run.text}
          </span>
        ) : (
          run.text
        ),
      )}
    </pre>
  );
});

function Table({
  columns,
  rows,
}: {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}) {
  const text = useText();
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a box that scrolls is reached by keyboard
    <div className="table-box output-table" tabIndex={0} role="group" aria-label={text.cell.table}>
      <table>
        <thead>
          <tr>
            {columns.map((column, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- columns may have the same name
              <th key={index} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, rowIndex) => (
            // oxlint-disable-next-line react/no-array-index-key -- rows have no identity of their own
            <tr key={rowIndex}>
              {row.map((value, index) => (
                // oxlint-disable-next-line react/no-array-index-key -- as above
                <td key={index}>{value}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
