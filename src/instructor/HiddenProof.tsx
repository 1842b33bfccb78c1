/** Tries hidden checks on the exercise's solution before they are handed out: a mistake in them would cost every student. */
import { useEffect, useRef, useState } from 'react';
import type { Exercise, GradeReport } from '../grading/types';
import { useTeachText } from '../shared/i18n/teach';
import { useText } from '../shared/i18n/text';
import { PlayIcon } from '../ui/icons';
import { ReportView } from './ReportView';
import { closeGrader, openGrader } from './page-grader';

interface Props {
  readonly hidden: string;
  readonly load: () => Promise<Exercise | null>;
}

export function HiddenProof({ hidden, load }: Props) {
  const text = useTeachText();
  const { error } = useText();
  const [report, setReport] = useState<GradeReport | 'running' | 'failed' | null>(null);
  const stop = useRef<AbortController | null>(null);
  useEffect(
    () => () => {
      stop.current?.abort();
      closeGrader();
    },
    [],
  );
  const begin = async () => {
    const abort = new AbortController();
    stop.current = abort;
    setReport('running');
    try {
      const [exercise, grader] = await Promise.all([load(), openGrader()]);
      if (!exercise) return setReport('failed');
      const options = { signal: abort.signal, hiddenChecks: hidden };
      return setReport(await grader.grade(exercise, exercise.solution, options));
    } catch {
      return setReport('failed');
    }
  };
  return (
    <div data-testid="hidden-proof">
      <p className="teach-actions">
        <button
          type="button"
          className="button"
          disabled={report === 'running' || hidden.trim() === ''}
          onClick={() => void begin()}
        >
          <PlayIcon />
          {text.assign.tryHidden}
        </button>
        {report === 'running' && (
          <span className="teach-soft" role="status">
            <span className="spinner" /> {text.assignment.checking}
          </span>
        )}
      </p>
      {report === 'failed' && <p role="alert">{error.loadFailedText}</p>}
      {typeof report === 'object' && report && <ReportView report={report} />}
    </div>
  );
}
