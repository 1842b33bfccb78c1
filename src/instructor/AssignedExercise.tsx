/** One exercise of an assignment as a student works on it: task, code, hints, and checks for practice. */
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { inLanguage } from '../grading/translated-code';
import type { GradeReport, TestResult } from '../grading/types';
import { useTeachText } from '../shared/i18n/teach';
import { useLanguage, useText } from '../shared/i18n/text';
import { PlayIcon, ResetIcon, StopIcon } from '../ui/icons';
import { ReportView, TestList } from './ReportView';
import type { Assignment } from './assignment';
import type { LoadedExercise } from './exercise-list';
import { openGrader } from './page-grader';
import { CodeBox, Markdown } from './parts';
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

type Check =
  | { readonly state: 'idle' | 'unloaded' }
  | { readonly state: 'running'; readonly tests: readonly TestResult[]; readonly running: number | null }
  | { readonly state: 'done'; readonly report: GradeReport };

export function AssignedExercise({ number, loaded, assignment, store }: Props) {
  const teach = useTeachText();
  const text = teach.assignment;
  const { error } = useText();
  const language = useLanguage();
  const { exercise, texts } = loaded;
  const { slug } = exercise;
  const work = useStore(store, ({ exercises }) => exercises[slug] ?? NO_WORK);
  const [check, setCheck] = useState<Check>({ state: 'idle' });
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);
  const first = inLanguage(exercise.starter, language);
  const code = work.code ?? first;
  const left = assignment.attempts === null ? null : Math.max(0, assignment.attempts - work.checks);
  const running = check.state === 'running';

  const run = async () => {
    if (running || left === 0) return;
    const abort = new AbortController();
    stop.current = abort;
    setCheck({ state: 'running', tests: [], running: null });
    const grader = await openGrader().catch(() => null);
    if (!grader) return setCheck({ state: 'unloaded' });
    const report = await grader.grade(exercise, code, {
      signal: abort.signal,
      onProgress: (tests, at) => setCheck({ state: 'running', tests, running: at }),
    });
    // A check that was stopped, or that the grader could not make, is none.
    if (report.state === 'graded') noteAttempt(store, slug, { points: report.points, of: report.of }, new Date());
    if (report.state === 'nothing-ran') noteAttempt(store, slug, null, new Date());
    return setCheck({ state: 'done', report });
  };

  return (
    <section className="teach-card" aria-labelledby={`exercise-${slug}`} data-exercise={slug}>
      <h2 id={`exercise-${slug}`}>
        {text.exercise(number)}: {exercise.title[language]}
      </h2>
      <p className="teach-soft">
        {teach.levels[exercise.level]} · {teach.minutes(exercise.minutes)}
        {work.best && ` · ${text.best(work.best.points, work.best.of)}`}
      </p>
      {texts ? (
        <div className="prose teach-prose" dangerouslySetInnerHTML={{ __html: texts.task[language] }} />
      ) : (
        <Markdown source={exercise.task[language]} />
      )}
      <CodeBox
        label={`${text.code} – ${exercise.title[language]}`}
        code={code}
        onChange={(next) => changeWork(store, slug, { code: next === first ? null : next })}
        onRun={() => void run()}
      />
      {isTooLong(work) && <p role="alert">{text.tooLong(SUBMISSION_LIMITS.code, code.length)}</p>}
      <p className="teach-actions">
        {running ? (
          <button type="button" className="button" onClick={() => stop.current?.abort()}>
            <StopIcon />
            {text.stop}
          </button>
        ) : (
          <button type="button" className="button primary" disabled={left === 0} onClick={() => void run()}>
            <PlayIcon />
            {text.check}
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
          <button type="button" className="quiet" onClick={() => changeWork(store, slug, { hints: work.hints + 1 })}>
            {text.hint(work.hints + 1)}
          </button>
        )}
      </p>
      {assignment.hints &&
        exercise.hints.slice(0, work.hints).map((hint, index) => {
          const html = texts?.hints[index]?.[language];
          return (
            <div key={hint.en} className="teach-hint">
              <p className="teach-label">{text.hintShown(index + 1)}</p>
              {html === undefined ? (
                <Markdown source={hint[language]} />
              ) : (
                <div className="prose teach-prose" dangerouslySetInnerHTML={{ __html: html }} />
              )}
            </div>
          );
        })}
      <div role="status" aria-busy={running}>
        {check.state === 'running' && (
          <div className="teach-report">
            <p className="teach-report-head">
              <span className="spinner" /> {text.checking}
            </p>
            <TestList tests={check.tests} running={check.running} />
          </div>
        )}
        {check.state === 'unloaded' && <p role="alert">{error.loadFailedText}</p>}
        {check.state === 'done' && <ReportView report={check.report} />}
      </div>
    </section>
  );
}
