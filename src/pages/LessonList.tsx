/** Cards that lead to lessons or examples, in order. */
import type { LessonSummary } from '../content/types';
import { useLanguage, useText } from '../shared/i18n/text';
import { ArrowIcon } from '../ui/icons';
import { LessonProgress } from './LessonProgress';
import { lessonHref } from './routes';
import './home.css';

interface Props {
  readonly summaries: readonly LessonSummary[];
  /** Small cards, two in a row: for many short texts. */
  readonly compact?: boolean;
}

export function LessonList({ summaries, compact = false }: Props) {
  const text = useText();
  const language = useLanguage();
  return (
    <ol className="lesson-list" data-compact={compact}>
      {summaries.map((lesson) => (
        <li key={lesson.slug}>
          <a className="lesson-card" href={lessonHref(language, lesson.slug)}>
            <span className="lesson-card-section" data-kind={lesson.kind}>
              {text.lesson.number(lesson.kind, lesson.section)}
            </span>
            <span className="lesson-card-body">
              <span className="lesson-card-title">{lesson.titles[language]}</span>
              {!compact && <span className="lesson-card-topics">{lesson.topics[language].join(' · ')}</span>}
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
