/** The entrance: what the site is, where the reader was, and its lessons. */
import { useEffect } from 'react';
import { lessonSummaries } from '../content/lessons';
import type { LessonKind, LessonSummary } from '../content/types';
import { shareOf, useProgress } from '../progress/progress';
import { useLanguage, useText } from '../shared/i18n/text';
import { ArrowIcon } from '../ui/icons';
import { LessonList } from './LessonList';
import { Shell } from './Shell';
import { examplesHref, exercisesHref, lessonHref } from './routes';
import './home.css';

export function HomePage() {
  const text = useText();
  const language = useLanguage();
  const { lesson: next, started } = useNextLesson();
  useEffect(() => {
    // In braces: newer browsers return a promise here, which must not become the effect's cleanup.
    scrollTo({ top: 0, behavior: 'instant' });
  }, []);
  return (
    <Shell title={null}>
      <div className="home">
        <section className="hero">
          <div>
            <h1>{text.home.title}</h1>
            <p className="hero-lead">{text.home.lead}</p>
            {next && (
              <p className="hero-actions">
                <a className="button primary hero-action" href={lessonHref(language, next.slug)}>
                  {started ? text.learn.progress.resume : text.home.open}
                  <ArrowIcon />
                </a>
                {started && (
                  <span className="hero-next">
                    {text.lesson.number(next.kind, next.section)} {next.titles[language]}
                  </span>
                )}
              </p>
            )}
          </div>
          <LossCurve />
        </section>
        <ul className="home-points">
          {text.home.points.map(({ title, text: words }) => (
            <li key={title}>
              <h2>{title}</h2>
              <p>{words}</p>
            </li>
          ))}
        </ul>
        <LessonGroup id="lessons" kind="section" title={text.home.lessons} />
        <LessonGroup id="labs" kind="lab" title={text.home.labs} />
        <LessonGroup id="notes" kind="note" title={text.home.notes} />
        <p className="home-more">
          <a href={exercisesHref(language)}>{text.home.exercises}</a>
        </p>
        <p className="home-more">
          <a href={examplesHref(language)}>{text.examples.lead}</a>
        </p>
      </div>
    </Shell>
  );
}

/** The lesson that the reader was in last, or the one after when that is done. */
function useNextLesson(): { readonly lesson: LessonSummary | undefined; readonly started: boolean } {
  const rows = useProgress();
  const last = lessonSummaries
    .filter(({ slug }) => rows.has(slug))
    .sort((a, b) => (rows.get(b.slug)?.changed ?? 0) - (rows.get(a.slug)?.changed ?? 0))[0];
  if (!last) return { lesson: lessonSummaries[0], started: false };
  const done = shareOf(rows.get(last.slug), last)?.part === 1;
  const after = lessonSummaries[lessonSummaries.indexOf(last) + 1];
  return { lesson: done && after ? after : last, started: true };
}

function LessonGroup({ id, kind, title }: { readonly id: string; readonly kind: LessonKind; readonly title: string }) {
  const summaries = lessonSummaries.filter((lesson) => lesson.kind === kind);
  if (summaries.length === 0) return null;
  return (
    <section aria-labelledby={id} className="home-group">
      <h2 id={id} className="home-lessons-title">
        {title}
      </h2>
      <LessonList summaries={summaries} compact={kind === 'note'} />
    </section>
  );
}

/** A loss going down, step by step: what the site is about, in one line. */
function LossCurve() {
  const points = Array.from({ length: 44 }, (_, index) => {
    const t = index / 43;
    const wobble = Math.sin(index * 2.4) * 9 * (1 - t) + Math.sin(index * 5.1) * 4 * (1 - t * 0.7);
    return { x: 16 + t * 368, y: 226 - 196 * Math.exp(-3.4 * t) + wobble };
  });
  const end = points.at(-1);
  return (
    <svg className="hero-curve" viewBox="0 0 400 260" aria-hidden="true">
      {[50, 110, 170, 230].map((y) => (
        <line key={y} x1="16" x2="384" y1={y} y2={y} className="hero-grid" />
      ))}
      <polyline className="hero-line" points={points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')} />
      {end && <circle className="hero-dot" cx={end.x} cy={end.y} r="5" />}
    </svg>
  );
}
