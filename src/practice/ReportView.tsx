/** What a grade says, test by test: to readers about their own code, to instructors about a submission or an exercise. */
import type { GradeReport, TestResult } from '../grading/types';
import { usePracticeText } from '../shared/i18n/practice';
import { useLanguage } from '../shared/i18n/text';
import { CheckIcon } from '../ui/icons';
import type { CheckState } from './use-check';
import './practice.css';

type OnHint = (number: number) => void;

export function ReportView({ report }: { readonly report: GradeReport }) {
  return (
    <div>
      <Summary report={report} />
      <Tests tests={report.tests} running={null} />
    </div>
  );
}

interface CheckProps {
  readonly state: CheckState;
  /** Without it the tests name no hints. */
  readonly onHint?: OnHint;
}

/** Only how it stands is announced, not the whole list with every step. */
export function CheckView({ state, onHint }: CheckProps) {
  const text = usePracticeText();
  const hint = onHint && { onHint };
  return (
    <>
      <div role="status" className="exercise-status">
        {state.kind === 'checking' && <Working tests={state.tests} running={state.running} />}
        {state.kind === 'done' && <Summary report={state.report} />}
        {state.kind === 'no-grader' && <p className="exercise-reason">{text.loadFailed}</p>}
      </div>
      {state.kind === 'checking' && <Tests tests={state.tests} running={state.running} {...hint} />}
      {state.kind === 'done' && <Tests tests={state.report.tests} running={null} {...hint} />}
    </>
  );
}

interface TestsProps {
  readonly tests: readonly TestResult[];
  readonly running: number | null;
  readonly onHint?: OnHint;
}

function Working({ tests, running }: Omit<TestsProps, 'onHint'>) {
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

function Tests({ tests, running, onHint }: TestsProps) {
  const text = usePracticeText();
  const language = useLanguage();
  if (tests.length === 0) return null;
  return (
    <ol className="exercise-tests">
      {tests.map(({ name, title, points, of, state, reason, hint, hidden }, index) => (
        <li key={`${hidden} ${name}`} data-test={name} data-state={index === running ? 'running' : state}>
          <p className="exercise-test-head">
            <span className="exercise-test-state">{index === running ? text.running : text.states[state]}</span>
            <span className="exercise-test-title">
              {title[language]}
              {hidden && ` (${text.hidden})`}
            </span>
            <span className="exercise-test-points">{text.points(points, of)}</span>
          </p>
          {reason && <p className="exercise-reason">{reason[language]}</p>}
          {onHint && hint !== null && (state === 'failed' || state === 'error') && (
            <button type="button" className="link" onClick={() => onHint(hint)}>
              {text.toHint(hint)}
            </button>
          )}
        </li>
      ))}
    </ol>
  );
}
