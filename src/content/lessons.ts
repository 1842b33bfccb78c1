/** The lessons of this build: a list at once, each lesson's text when it is opened. */
import { examples, loaders, summaries } from 'virtual:lessons';
import type { Language, Lesson, LessonSummary } from './types';

export const lessonSummaries: readonly LessonSummary[] = summaries;
/** Examples open as lessons do, but are listed on a page of their own. */
export const exampleSummaries: readonly LessonSummary[] = examples;

export function hasLesson(slug: string): boolean {
  return Object.hasOwn(loaders, slug);
}

export async function loadLesson(slug: string, language: Language): Promise<Lesson> {
  const loader = hasLesson(slug) ? loaders[slug]?.[language] : undefined;
  if (!loader) throw new Error(`There is no lesson "${slug}" in language "${language}".`);
  return (await loader()).lesson;
}
