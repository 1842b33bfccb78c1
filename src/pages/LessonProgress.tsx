/** How far the reader is: a bar with figures on the cards of lessons, and the part that notes it while a lesson is open. */
import { useEffect } from 'react';
import { useSession } from '../cells/current-session';
import type { LessonSummary } from '../content/types';
import { loadProgress, noteRun, noteVisit, shareOf, useProgress } from '../progress/progress';
import { useLanguage, useText } from '../shared/i18n/text';
import { CheckIcon } from '../ui/icons';
import './progress.css';

/** Nothing is shown of a lesson that was not opened yet. */
export function LessonProgress({ lesson }: { readonly lesson: LessonSummary }) {
  const { progress: text } = useText().learn;
  const language = useLanguage();
  const rows = useProgress();
  useEffect(() => void loadProgress(), []);
  const share = shareOf(rows.get(lesson.slug), lesson);
  if (!share) return null;
  const done = share.part === 1;
  const percent = Math.round(share.part * 100);
  return (
    <span className="lesson-progress" data-done={done} data-testid="lesson-progress">
      <progress max={100} value={percent} aria-label={text.label(lesson.titles[language])} />
      <span className="lesson-progress-words">
        {done ? (
          <>
            <CheckIcon />
            {text.done}
          </>
        ) : (
          [
            share.cells > 0 ? text.cells(share.ran, share.cells) : null,
            share.quizzes > 0 ? text.quizzes(share.answered, share.quizzes) : null,
          ]
            .filter((words) => words !== null)
            .join(' · ')
        )}
      </span>
    </span>
  );
}

/** Notes the visit, and every cell that runs to its end. */
export function ProgressKeeper() {
  const session = useSession();
  useEffect(() => {
    noteVisit(session.slug);
    return session.store.subscribe(({ cells }, before) => {
      if (cells === before.cells) return;
      for (const [id, { phase }] of cells) {
        if (phase === 'ok' && before.cells.get(id)?.phase !== 'ok') noteRun(session.slug, id);
      }
    });
  }, [session]);
  return null;
}
