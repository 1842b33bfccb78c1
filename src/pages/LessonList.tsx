/** Cards that lead to lessons or examples, in order. */
import type { LessonSummary } from '../content/types';
import { useLanguage, useText } from '../shared/i18n/text';
import { ArrowIcon } from '../ui/icons';
import { LessonProgress } from './LessonProgress';
import { lessonHref } from './routes';
import './home.css';

export function LessonList({ summaries }: { readonly summaries: readonly LessonSummary[] }) {
  const text = useText();
  const language = useLanguage();
  return (
    <ol className="lesson-list">
      {summaries.map((lesson) => (
        <li key={lesson.slug}>
          <a className="lesson-card" href={lessonHref(language, lesson.slug)}>
            <span className="lesson-card-section">{text.lesson.number(lesson.kind, lesson.section)}</span>
            <span className="lesson-card-body">
              <span className="lesson-card-title">{lesson.titles[language]}</span>
              <span className="lesson-card-topics">{lesson.topics[language].join(' · ')}</span>
              <span className="lesson-card-facts">
                {text.home.minutes(lesson.minutes)}
                <span aria-hidden="true"> · </span>
                {text.home.cells(lesson.cells)}
              </span>
              <LessonProgress lesson={lesson} />
            </span>
            <ArrowIcon />
          </a>
        </li>
      ))}
    </ol>
  );
}
