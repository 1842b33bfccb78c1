/** The table of results, and below it what one student's row is made of. */
import { useId, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { usePracticeText } from '../shared/i18n/practice';
import { useTeachText } from '../shared/i18n/teach';
import { useLanguage } from '../shared/i18n/text';
import { RowDetails } from './RowDetails';
import { exercisesOf } from './batch';
import { rowsOf } from './gradebook';
import type { Cell, Row } from './gradebook';
import type { GradebookStore } from './gradebook-store';

export function GradeTable({ store }: { readonly store: GradebookStore }) {
  const text = useTeachText().gradebook;
  const language = useLanguage();
  const state = useStore(store);
  const [shown, setShown] = useState<string | null>(null);
  const details = useId();
  const opener = useRef<HTMLButtonElement>(null);
  const close = () => {
    setShown(null);
    opener.current?.focus();
  };
  const rows = rowsOf(state);
  const row = rows.find(({ hash }) => hash === shown);
  const exercises = exercisesOf(state.bundle);
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a box that scrolls is reached by keyboard */}
      <div className="table-box teach-table" tabIndex={0} role="group" aria-label={text.results}>
        <table data-testid="grades">
          <thead>
            <tr>
              <th scope="col">{text.student}</th>
              <th scope="col">{text.total}</th>
              {exercises.map(({ slug, title }) => (
                <th key={slug} scope="col">
                  {title[language]}
                </th>
              ))}
              <th scope="col">{text.submitted}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((each) => (
              <tr key={each.hash} data-student={each.student}>
                <th scope="row">
                  <button
                    type="button"
                    className="link"
                    aria-expanded={each.hash === shown}
                    aria-label={text.details(each.student)}
                    aria-controls={each.hash === shown ? details : undefined}
                    onClick={(event) => {
                      opener.current = event.currentTarget;
                      setShown(each.hash === shown ? null : each.hash);
                    }}
                  >
                    {each.student}
                  </button>
                </th>
                <td>{scoreText(each) ?? text.waiting}</td>
                {each.cells.map((cell) => (
                  <td key={cell.slug} data-state={cell.report?.state ?? 'waiting'}>
                    <CellText cell={cell} />
                  </td>
                ))}
                <td>
                  <Submitted row={each} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {row && <RowDetails key={row.hash} id={details} row={row} store={store} onClose={close} />}
    </>
  );
}

function scoreText({ points, of }: Pick<Row, 'points' | 'of'>): string | null {
  if (points === null) return null;
  return of === null ? String(points) : `${points} / ${of}`;
}

function CellText({ cell }: { readonly cell: Cell }) {
  const { summary } = usePracticeText();
  const teach = useTeachText();
  const score = scoreText(cell);
  const { report, override } = cell;
  if (report === null && score === null) return teach.gradebook.waiting;
  return (
    <>
      {score}{' '}
      {override ? (
        <span className="teach-mark">{teach.gradebook.changedBy}</span>
      ) : (
        report && report.state !== 'graded' && <span className="teach-mark">{summary[report.state]}</span>
      )}
    </>
  );
}

function Submitted({ row: { made, late, replaced } }: { readonly row: Row }) {
  const text = useTeachText().gradebook;
  const language = useLanguage();
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'short', timeStyle: 'short' }).format(new Date(made));
  return (
    <>
      {time} {late && <span className="teach-mark">{text.late}</span>}{' '}
      {replaced && <span className="teach-mark">{text.replaced}</span>}
    </>
  );
}
