/** The check of an exercise: starts and stops the grader, shows what came of it, and notes it as an attempt. */
import { noteReport } from '../grading/attempts';
import type { PracticeStore } from '../grading/attempts';
import type { Exercise } from '../grading/types';
import { CheckView } from '../practice/ReportView';
import { useCheck } from '../practice/use-check';
import { usePracticeText } from '../shared/i18n/practice';
import { CheckIcon, StopIcon } from '../ui/icons';

interface Props {
  readonly exercise: Exercise;
  readonly code: string;
  readonly practice: PracticeStore;
  readonly onHint: (number: number) => void;
}

export function ExerciseCheck({ exercise, code, practice, onHint }: Props) {
  const text = usePracticeText();
  const { state, start, stop } = useCheck(
    exercise,
    (report, checked) => void noteReport(exercise.slug, practice, checked, report),
  );
  const checking = state.kind === 'checking';
  return (
    <section className="exercise-check" aria-label={text.results} aria-busy={checking}>
      <div className="exercise-actions">
        {checking ? (
          <button type="button" className="button" onClick={stop}>
            <StopIcon />
            {text.stop}
          </button>
        ) : (
          <button type="button" className="button primary" title={text.checkHint} onClick={() => void start(code)}>
            <CheckIcon />
            {text.check}
          </button>
        )}
        <p className="exercise-note">{text.honest}</p>
      </div>
      {state.kind === 'done' && state.code !== code && <p className="exercise-note">{text.stale}</p>}
      <CheckView state={state} onHint={onHint} />
    </section>
  );
}
