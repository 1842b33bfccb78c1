/** One submission in full: per-test reasons, the code, and the instructor's own points and words. */
import { useEffect, useRef, useState } from 'react';
import { ReportView } from '../practice/ReportView';
import { useTeachText } from '../shared/i18n/teach';
import { useLanguage } from '../shared/i18n/text';
import { pythonToHtml } from '../shared/python-tokens';
import { CloseIcon } from '../ui/icons';
import { exercisesOf } from './batch';
import { studentKey } from './collect';
import type { Cell, Override, Row } from './gradebook';
import { judge } from './gradebook-store';
import type { GradebookStore } from './gradebook-store';
import { Field } from './parts';

interface Props {
  readonly id: string;
  readonly row: Row;
  readonly store: GradebookStore;
  readonly onClose: () => void;
}

export function RowDetails({ id, row, store, onClose }: Props) {
  const text = useTeachText().gradebook;
  const { student, cells, lessons, feedback } = row;
  const heading = useRef<HTMLHeadingElement>(null);
  // It stands below a table that may be long.
  useEffect(() => heading.current?.focus(), []);
  return (
    <section id={id} className="teach-card" aria-label={text.details(student)} data-testid="details">
      <div className="teach-actions">
        <h2 ref={heading} tabIndex={-1} className="teach-grow">
          {student}
        </h2>
        <button type="button" className="quiet" onClick={onClose}>
          <CloseIcon />
          {text.close}
        </button>
      </div>
      {cells.map((cell) => (
        <CellDetails key={cell.slug} cell={cell} row={row} store={store} />
      ))}
      {lessons.map(({ slug, ran, cells: of }) => (
        <p key={slug} className="teach-soft">
          {text.lesson(slug, ran, of)}
        </p>
      ))}
      <Field
        label={text.feedback}
        lines={3}
        value={feedback}
        onChange={(words) => judge(store, student, { feedback: words })}
      />
    </section>
  );
}

function CellDetails({ cell, row, store }: { readonly cell: Cell } & Omit<Props, 'id' | 'onClose'>) {
  const text = useTeachText().gradebook;
  const language = useLanguage();
  const { slug, report, override, answer } = cell;
  const title = exercisesOf(store.getState().bundle).find((each) => each.slug === slug)?.title[language] ?? slug;
  const claimed = answer?.attempts.findLast((each) => each.claimed)?.claimed;
  return (
    <div className="teach-cell" data-exercise={slug}>
      <h3>{title}</h3>
      <p className="teach-soft">
        {[
          text.attempts(answer?.attempts.length ?? 0, answer?.hints ?? 0),
          ...(claimed ? [text.claimed(claimed.points, claimed.of)] : []),
          ...(answer?.sawSolution ? [text.saw] : []),
        ].join(' · ')}
      </p>
      {report && <ReportView report={report} />}
      {answer && (
        <details className="teach-pair">
          <summary>{text.answer}</summary>
          <div className="teach-sides">
            {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a box that scrolls is reached by keyboard */}
            <pre tabIndex={0} dangerouslySetInnerHTML={{ __html: pythonToHtml(answer.code) }} />
          </div>
        </details>
      )}
      <Points slug={slug} override={override} student={row.student} store={store} />
    </div>
  );
}

interface PointsProps {
  readonly slug: string;
  readonly override: Override | null;
  readonly student: string;
  readonly store: GradebookStore;
}

function Points({ slug, override, student, store }: PointsProps) {
  const text = useTeachText().gradebook;
  const change = (next: Override | null) => {
    const all = store.getState().judgements.get(studentKey(student))?.overrides ?? {};
    const { [slug]: _, ...others } = all;
    judge(store, student, { overrides: next ? { ...others, [slug]: next } : others });
  };
  /** While it is typed it may be empty or half a number: that takes nothing back. */
  const [typed, setTyped] = useState<string | null>(null);
  const given = typed !== null && typed.trim() !== '' && Number(typed) >= 0 ? Math.min(Number(typed), 10_000) : null;
  const take = () => {
    setTyped(null);
    if (given !== null) change({ points: given, note: override?.note ?? '' });
  };
  // As soon as there are points, so that the keyboard goes from them to the reason.
  const changed = override ?? (given === null ? null : { points: given, note: '' });
  return (
    <div className="teach-grid">
      <Field
        label={text.override}
        type="number"
        value={typed ?? (override === null ? '' : String(override.points))}
        onChange={setTyped}
        onBlur={take}
      />
      {changed && (
        <Field
          label={text.overrideNote}
          value={changed.note}
          onChange={(note) => change({ points: changed.points, note: note.slice(0, 1000) })}
        />
      )}
      {changed && (
        <button type="button" className="quiet" onClick={() => change(null)}>
          {text.clear}
        </button>
      )}
    </div>
  );
}
