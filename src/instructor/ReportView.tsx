/** What a grade says, test by test: to students about their own work, to instructors about a submission. */
import type { GradeReport, TestResult } from '../grading/types';
import { useTeachText } from '../shared/i18n/teach';
import { useLanguage } from '../shared/i18n/text';
import './teach.css';

export function ReportView({ report }: { readonly report: GradeReport }) {
  const text = useTeachText().report;
  const language = useLanguage();
  const { state, points, of, reason, tests } = report;
  return (
    <div className="teach-report" role="group" aria-label={text.label} data-testid="report" data-state={state}>
      <p className="teach-report-head">
        {text.summary[state]}
        {of > 0 && <strong data-testid="points"> {text.points(points, of)}</strong>}
      </p>
      {reason && <p className="teach-reason">{reason[language]}</p>}
      <TestList tests={tests} running={null} />
    </div>
  );
}

export function TestList({
  tests,
  running,
}: {
  readonly tests: readonly TestResult[];
  readonly running: number | null;
}) {
  const text = useTeachText().report;
  const language = useLanguage();
  return (
    <ul className="teach-tests">
      {tests.map((test, index) => (
        <li key={`${test.hidden} ${test.name}`} data-state={test.state}>
          <span className="teach-test-state">{running === index ? text.running : text.states[test.state]}</span>
          <span>
            {test.title[language]}
            {test.hidden && ` (${text.hidden})`} <span className="teach-soft">{text.points(test.points, test.of)}</span>
            {test.reason && <span className="teach-reason">{test.reason[language]}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}
