/** The ways on at the end of a lesson: the one before and the one after. */
import { lessonSummaries } from '../content/lessons';
import { useLanguage, useText } from '../shared/i18n/text';
import { lessonHref } from './routes';

export function LessonNeighbours({ slug }: { readonly slug: string }) {
  const { nav: text } = useText();
  const language = useLanguage();
  const at = lessonSummaries.findIndex((lesson) => lesson.slug === slug);
  const ways = [
    { label: text.previous, lesson: lessonSummaries[at - 1] },
    { label: text.next, lesson: lessonSummaries[at + 1] },
  ];
  if (ways.every(({ lesson }) => !lesson)) return null;
  return (
    <nav className="neighbours" aria-label={`${text.previous} / ${text.next}`}>
      {ways.map(
        ({ label, lesson }) =>
          lesson && (
            <a key={label} href={lessonHref(language, lesson.slug)}>
              <span>{label}</span>
              {lesson.section} {lesson.titles[language]}
            </a>
          ),
      )}
    </nav>
  );
}
