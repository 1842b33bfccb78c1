/** Tries hidden checks on the exercise's solution before they are handed out: a mistake in them would cost every student. */
import { useEffect, useRef, useState } from 'react';
import type { Exercise, GradeReport } from '../grading/types';
import { openGrader } from '../practice/page-grader';
import { ReportView } from '../practice/ReportView';
import { useTeachText } from '../shared/i18n/teach';
import { useText } from '../shared/i18n/text';
import { PlayIcon } from '../ui/icons';

interface Props {
  readonly hidden: string;
  readonly load: () => Promise<Exercise | null>;
}

/** `hidden`: the checks that the report is about. */
type State = 'idle' | 'running' | 'failed' | { readonly report: GradeReport; readonly hidden: string };

export function HiddenProof({ hidden, load }: Props) {
  const text = useTeachText();
  const { error } = useText();
  const [state, setState] = useState<State>('idle');
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);
  const begin = async () => {
    const abort = new AbortController();
    stop.current = abort;
    setState('running');
    try {
      const [exercise, grader] = await Promise.all([load(), openGrader()]);
      if (!exercise) return setState('failed');
      const options = { signal: abort.signal, hiddenChecks: hidden };
      return setState({ report: await grader.grade(exercise, exercise.solution, options), hidden });
    } catch {
      return setState('failed');
    }
  };
  return (
    <div data-testid="hidden-proof">
      <p className="teach-actions">
        <button
          type="button"
          className="button"
          disabled={state === 'running' || hidden.trim() === ''}
          onClick={() => void begin()}
        >
          <PlayIcon />
          {text.assign.tryHidden}
        </button>
        {state === 'running' && (
          <span className="teach-soft" role="status">
            <span className="spinner" /> {text.author.proving}
          </span>
        )}
      </p>
      {state === 'failed' && <p role="alert">{error.loadFailedText}</p>}
      {typeof state === 'object' && state.hidden !== hidden && <p role="status">{text.author.stale}</p>}
      {typeof state === 'object' && <ReportView report={state.report} />}
    </div>
  );
}
