/** Hints, one after the other, and the solution: after full marks, or when the reader wants it all the same. */
import { useState } from 'react';
import { useStore } from 'zustand';
import { changePractice, isSolved } from '../grading/attempts';
import type { PracticeStore } from '../grading/attempts';
import { inLanguage } from '../grading/translated-code';
import type { Exercise, ExerciseTexts } from '../grading/types';
import { Hints } from '../practice/Hints';
import type { AskedHint } from '../practice/Hints';
import { usePracticeText } from '../shared/i18n/practice';
import { useLanguage } from '../shared/i18n/text';
import { pythonToHtml } from '../shared/python-tokens';

interface Props {
  readonly exercise: Exercise;
  readonly texts: ExerciseTexts;
  readonly practice: PracticeStore;
  /** The hint that was asked for last, here or at a test's result. */
  readonly focused: AskedHint | null;
  readonly onReveal: (number: number) => void;
  readonly onTake: (code: string) => void;
}

export function ExerciseHelp({ exercise, texts, practice, focused, onReveal, onTake }: Props) {
  const text = usePracticeText();
  const { hints } = exercise;
  const shown = useStore(practice, (state) => state.hints);
  return (
    <section className="exercise-help" aria-labelledby="hints">
      <h2 id="hints" className="exercise-part">
        {text.hints}
      </h2>
      <Hints hints={hints} rendered={texts.hints} shown={shown} focused={focused} />
      {shown < hints.length && (
        <button type="button" className="button" onClick={() => onReveal(shown + 1)}>
          {text.showHint(shown + 1)}
        </button>
      )}
      <Solution exercise={exercise} practice={practice} onTake={onTake} />
    </section>
  );
}

function Solution({ exercise, practice, onTake }: Pick<Props, 'exercise' | 'practice' | 'onTake'>) {
  const text = usePracticeText();
  const language = useLanguage();
  const { slug, solution } = exercise;
  const shown = useStore(practice, (state) => state.solution);
  const solved = useStore(practice, ({ attempts }) => isSolved(attempts));
  const [asking, setAsking] = useState(false);
  const code = inLanguage(solution, language).trimEnd();
  const show = () => {
    setAsking(false);
    void changePractice(slug, practice, { solution: true });
  };
  return (
    <div className="exercise-solution">
      <h2 className="exercise-part">{text.solution}</h2>
      {shown ? (
        <>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a box that scrolls is reached by keyboard */}
          <div className="exercise-code" tabIndex={0} role="group" aria-label={text.solution} data-testid="solution">
            <pre className="code-lines" dangerouslySetInnerHTML={{ __html: pythonToHtml(code) }} />
          </div>
          <button type="button" className="button" onClick={() => onTake(code)}>
            {text.take}
          </button>
        </>
      ) : asking ? (
        <div role="group" aria-label={text.showSolution}>
          <p className="exercise-sure">{text.sure}</p>
          <p className="exercise-actions">
            <button type="button" className="button" onClick={show}>
              {text.yes}
            </button>
            <button type="button" className="button" onClick={() => setAsking(false)}>
              {text.no}
            </button>
          </p>
        </div>
      ) : (
        <button type="button" className="button" onClick={() => (solved ? show() : setAsking(true))}>
          {text.showSolution}
        </button>
      )}
    </div>
  );
}
