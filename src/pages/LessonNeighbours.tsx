/** The ways on at the end of a lesson: the one before and the one after. */
import { exampleSummaries, lessonSummaries } from '../content/lessons';
import { useLanguage, useText } from '../shared/i18n/text';
import { lessonHref } from './routes';

export function LessonNeighbours({ slug }: { readonly slug: string }) {
  const { nav: text, lesson: words } = useText();
  const language = useLanguage();
  const isExample = exampleSummaries.some((example) => example.slug === slug);
  const list = isExample ? exampleSummaries : lessonSummaries;
  const at = list.findIndex((lesson) => lesson.slug === slug);
  const ways = [
    { label: isExample ? text.previousExample : text.previous, lesson: list[at - 1] },
    { label: isExample ? text.nextExample : text.next, lesson: list[at + 1] },
  ];
  if (ways.every(({ lesson }) => !lesson)) return null;
  return (
    <nav className="neighbours" aria-label={`${text.previous} / ${text.next}`}>
      {ways.map(
        ({ label, lesson }) =>
          lesson && (
            <a key={label} href={lessonHref(language, lesson.slug)}>
              <span>{label}</span>
              {words.number(lesson.kind, lesson.section)} {lesson.titles[language]}
            </a>
          ),
      )}
    </nav>
  );
}
