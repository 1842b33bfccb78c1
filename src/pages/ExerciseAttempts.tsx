/** Every code that was checked, newest first; each can be brought back. */
import { useStore } from 'zustand';
import type { Attempt, PracticeStore } from '../grading/attempts';
import { usePracticeText } from '../shared/i18n/practice';
import { useLanguage } from '../shared/i18n/text';

interface Props {
  readonly practice: PracticeStore;
  readonly code: string;
  readonly onBringBack: (code: string) => void;
}

export function ExerciseAttempts({ practice, code, onBringBack }: Props) {
  const text = usePracticeText();
  const attempts = useStore(practice, (state) => state.attempts);
  const language = useLanguage();
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <section className="exercise-attempts" aria-labelledby="attempts">
      <h2 id="attempts" className="exercise-part">
        {text.attempts}
      </h2>
      {attempts.length === 0 && <p className="exercise-note">{text.noAttempts}</p>}
      <ol className="exercise-attempt-list" reversed>
        {attempts.toReversed().map((attempt) => (
          <li key={attempt.time} data-state={attempt.state}>
            <span className="exercise-attempt-time">{format.format(attempt.time)}</span>
            <span>{outcomeOf(attempt, text)}</span>
            <button
              type="button"
              className="quiet"
              disabled={attempt.code === code}
              aria-label={text.bringBackLabel(format.format(attempt.time))}
              onClick={() => onBringBack(attempt.code)}
            >
              {text.bringBack}
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

function outcomeOf({ state, points, of }: Attempt, text: ReturnType<typeof usePracticeText>): string {
  if (state === 'unchecked') return text.unchecked;
  return state === 'graded' ? text.points(points, of) : text.summary[state];
}
