/** The check of an exercise: starts and stops the grader and shows, test by test, what came of it. */
import { useEffect, useRef, useState } from 'react';
import { noteReport } from '../grading/attempts';
import type { PracticeStore } from '../grading/attempts';
import type { Exercise, GradeReport, TestResult } from '../grading/types';
import { openGrader } from '../instructor/page-grader';
import { usePracticeText } from '../shared/i18n/practice';
import { useLanguage } from '../shared/i18n/text';
import { CheckIcon, StopIcon } from '../ui/icons';

interface Props {
  readonly exercise: Exercise;
  readonly code: string;
  readonly practice: PracticeStore;
  readonly onHint: (number: number) => void;
}

type Progress = { readonly tests: readonly TestResult[]; readonly running: number | null };
type State =
  | { readonly kind: 'idle' }
  | { readonly kind: 'no-grader' }
  | ({ readonly kind: 'checking' } & Progress)
  | { readonly kind: 'done'; readonly report: GradeReport; readonly code: string };

export function ExerciseCheck({ exercise, code, practice, onHint }: Props) {
  const text = usePracticeText();
  const [state, setState] = useState<State>({ kind: 'idle' });
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);
  const checking = state.kind === 'checking';

  const check = async () => {
    const controller = new AbortController();
    const { signal } = controller;
    abort.current = controller;
    const show = (next: State) => {
      if (abort.current === controller) setState(next);
    };
    show({ kind: 'checking', tests: [], running: null });
    const grader = await openGrader().catch(() => null);
    if (!grader) return show({ kind: 'no-grader' });
    const report = await grader.grade(exercise, code, {
      signal,
      onProgress: (tests, running) => show({ kind: 'checking', tests, running }),
    });
    if (report.state === 'graded' || report.state === 'nothing-ran') {
      void noteReport(exercise.slug, practice, code, report);
    }
    return show({ kind: 'done', report, code });
  };

  return (
    <section className="exercise-check" aria-label={text.results} aria-busy={checking}>
      <div className="exercise-actions">
        {checking ? (
          <button type="button" className="button" onClick={() => abort.current?.abort()}>
            <StopIcon />
            {text.stop}
          </button>
        ) : (
          <button type="button" className="button primary" title={text.checkHint} onClick={() => void check()}>
            <CheckIcon />
            {text.check}
          </button>
        )}
        <p className="exercise-note">{text.honest}</p>
      </div>
      <div role="status" className="exercise-status">
        {checking && <Working {...state} />}
        {state.kind === 'done' && <Summary report={state.report} />}
        {state.kind === 'no-grader' && <p className="exercise-reason">{text.loadFailed}</p>}
      </div>
      {state.kind === 'done' && state.code !== code && <p className="exercise-note">{text.stale}</p>}
      {checking && <Tests tests={state.tests} running={state.running} onHint={onHint} />}
      {state.kind === 'done' && <Tests tests={state.report.tests} running={null} onHint={onHint} />}
    </section>
  );
}

function Working({ tests, running }: Progress) {
  const text = usePracticeText();
  return (
    <p className="exercise-working">
      <span className="spinner" />
      {tests.length === 0 ? text.preparing : text.checking(running ?? 0, tests.length)}
    </p>
  );
}

function Summary({ report: { state, points, of, reason } }: { readonly report: GradeReport }) {
  const text = usePracticeText();
  const language = useLanguage();
  const full = state === 'graded' && points === of;
  return (
    <div
      className="exercise-summary"
      data-testid="grade"
      data-state={state}
      data-points={points}
      data-of={of}
      data-full={full || undefined}
    >
      <p>
        {full && <CheckIcon />}
        {state === 'graded' ? text.summary.graded(points, of) : text.summary[state]}
      </p>
      {reason && <p className="exercise-reason">{reason[language]}</p>}
    </div>
  );
}

interface TestsProps extends Progress {
  readonly onHint: (number: number) => void;
}

function Tests({ tests, running, onHint }: TestsProps) {
  const text = usePracticeText();
  const language = useLanguage();
  if (tests.length === 0) return null;
  return (
    <ol className="exercise-tests">
      {tests.map((test, index) => (
        <li key={test.name} data-test={test.name} data-state={index === running ? 'running' : test.state}>
          <p className="exercise-test-head">
            <span className="exercise-test-state">{index === running ? text.running : text.states[test.state]}</span>
            <span className="exercise-test-title">{test.title[language]}</span>
            <span className="exercise-test-points">{text.points(test.points, test.of)}</span>
          </p>
          {test.reason && <p className="exercise-reason">{test.reason[language]}</p>}
          {test.hint !== null && (test.state === 'failed' || test.state === 'error') && (
            <HintLink number={test.hint} onHint={onHint} />
          )}
        </li>
      ))}
    </ol>
  );
}

function HintLink({ number, onHint }: { readonly number: number; readonly onHint: (number: number) => void }) {
  const text = usePracticeText();
  return (
    <button type="button" className="link" onClick={() => onHint(number)}>
      {text.toHint(number)}
    </button>
  );
}
