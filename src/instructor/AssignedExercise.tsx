/** One exercise of an assignment as a student works on it: task, code, hints, and checks for practice. */
import { useState } from 'react';
import { useStore } from 'zustand';
import { inLanguage } from '../grading/translated-code';
import { Hints } from '../practice/Hints';
import type { AskedHint } from '../practice/Hints';
import { Markdown } from '../practice/Markdown';
import { CheckView } from '../practice/ReportView';
import { useCheck } from '../practice/use-check';
import { usePracticeText } from '../shared/i18n/practice';
import { useTeachText } from '../shared/i18n/teach';
import { useLanguage } from '../shared/i18n/text';
import { CheckIcon, ResetIcon, StopIcon } from '../ui/icons';
import type { Assignment } from './assignment';
import type { LoadedExercise } from './exercise-list';
import { CodeBox } from './parts';
import { changeWork, noteAttempt } from './student-work';
import type { WorkStore } from './student-work';
import { SUBMISSION_LIMITS } from './submission';
import { NO_WORK, isTooLong } from './work';

interface Props {
  readonly number: number;
  readonly loaded: LoadedExercise;
  readonly assignment: Assignment;
  readonly store: WorkStore;
}

export function AssignedExercise({ number, loaded, assignment, store }: Props) {
  const text = useTeachText().assignment;
  const practice = usePracticeText();
  const language = useLanguage();
  const { exercise, texts } = loaded;
  const { slug } = exercise;
  const work = useStore(store, ({ exercises }) => exercises[slug] ?? NO_WORK);
  const [asked, setAsked] = useState<AskedHint | null>(null);
  const { state, start, stop } = useCheck(exercise, (report) => {
    const claimed = report.state === 'graded' ? { points: report.points, of: report.of } : null;
    noteAttempt(store, slug, claimed, new Date());
  });
  const first = inLanguage(exercise.starter, language);
  const code = work.code ?? first;
  const left = assignment.attempts === null ? null : Math.max(0, assignment.attempts - work.checks);
  const running = state.kind === 'checking';
  const run = () => {
    if (!running && left !== 0) void start(code);
  };
  // The hints before it come along, since each says more than the last.
  const reveal = (hint: number) => {
    if (hint > work.hints) changeWork(store, slug, { hints: hint });
    setAsked({ number: hint });
  };
  return (
    <section className="teach-card" aria-labelledby={`exercise-${slug}`} data-exercise={slug}>
      <h2 id={`exercise-${slug}`}>
        {text.exercise(number)}: {exercise.title[language]}
      </h2>
      <p className="teach-soft">
        {practice.levels[exercise.level]} · {practice.minutes(exercise.minutes)}
        {work.best && ` · ${practice.best(work.best.points, work.best.of)}`}
      </p>
      {texts ? (
        <div className="prose" dangerouslySetInnerHTML={{ __html: texts.task[language] }} />
      ) : (
        <Markdown source={exercise.task[language]} />
      )}
      <CodeBox
        label={`${text.code} – ${exercise.title[language]}`}
        code={code}
        onChange={(next) => changeWork(store, slug, { code: next === first ? null : next })}
        onRun={run}
      />
      {isTooLong(work) && <p role="alert">{text.tooLong(SUBMISSION_LIMITS.code, code.length)}</p>}
      <p className="teach-actions">
        {running ? (
          <button type="button" className="button" onClick={stop}>
            <StopIcon />
            {practice.stop}
          </button>
        ) : (
          <button type="button" className="button primary" disabled={left === 0} onClick={run}>
            <CheckIcon />
            {practice.check}
          </button>
        )}
        <button
          type="button"
          className="quiet"
          disabled={code === first}
          onClick={() => changeWork(store, slug, { code: null })}
        >
          <ResetIcon />
          {text.reset}
        </button>
        {left !== null && <span className="teach-soft">{left === 0 ? text.none : text.left(left)}</span>}
        {assignment.hints && work.hints < exercise.hints.length && (
          <button type="button" className="quiet" onClick={() => reveal(work.hints + 1)}>
            {practice.showHint(work.hints + 1)}
          </button>
        )}
      </p>
      {assignment.hints && (
        <Hints hints={exercise.hints} rendered={texts?.hints ?? null} shown={work.hints} focused={asked} />
      )}
      {state.kind === 'done' && state.code !== code && <p className="teach-soft">{practice.stale}</p>}
      <CheckView state={state} {...(assignment.hints && { onHint: reveal })} />
    </section>
  );
}
