/** The list of exercises, with the reader's best attempt at each. */
import { useEffect, useState } from 'react';
import { exerciseSummaries } from '../content/exercises';
import { bestAttempts } from '../grading/attempts';
import type { Attempt } from '../grading/attempts';
import { usePracticeText } from '../shared/i18n/practice';
import { useLanguage } from '../shared/i18n/text';
import { ArrowIcon } from '../ui/icons';
import { Shell } from './Shell';
import { exerciseHref } from './routes';
import './home.css';
import './exercise.css';

export default function ExercisesPage() {
  const text = usePracticeText();
  const language = useLanguage();
  const [best, setBest] = useState<ReadonlyMap<string, Attempt>>(new Map());
  useEffect(() => {
    scrollTo({ top: 0, behavior: 'instant' });
    let current = true;
    void bestAttempts().then((found) => {
      if (current) setBest(found);
    });
    return () => {
      current = false;
    };
  }, []);
  return (
    <Shell title={text.title}>
      <div className="home">
        <h1 className="home-lessons-title">{text.title}</h1>
        <p className="examples-lead">{text.lead}</p>
        <ol className="lesson-list">
          {exerciseSummaries.map(({ slug, order, title, level, minutes }) => {
            const attempt = best.get(slug);
            return (
              <li key={slug}>
                <a className="lesson-card" href={exerciseHref(language, slug)} data-exercise={slug}>
                  <span className="lesson-card-section">{order}</span>
                  <span className="lesson-card-body">
                    <span className="lesson-card-title">{title[language]}</span>
                    <span className="lesson-card-facts">
                      {text.levels[level]}
                      <span aria-hidden="true"> · </span>
                      {text.minutes(minutes)}
                      {attempt && (
                        <>
                          <span aria-hidden="true"> · </span>
                          <span className="exercise-best">{text.best(attempt.points, attempt.of)}</span>
                        </>
                      )}
                    </span>
                  </span>
                  <ArrowIcon />
                </a>
              </li>
            );
          })}
        </ol>
      </div>
    </Shell>
  );
}
