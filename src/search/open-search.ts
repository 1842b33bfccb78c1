/** The search of a language, made of the lessons' own texts when a reader first asks for it: nothing is shipped twice. */
import { exampleSummaries, lessonSummaries, loadLesson } from '../content/lessons';
import type { Language } from '../shared/language';
import { passagesOf } from './passages';
import { makeSearch } from './search';
import type { Search } from './search';

const made = new Map<Language, Promise<Search>>();

export function openSearch(language: Language): Promise<Search> {
  const known = made.get(language);
  if (known) return known;
  const search = build(language);
  made.set(language, search);
  // Without a network and before all is stored: the next try may succeed.
  search.catch(() => made.delete(language));
  return search;
}

async function build(language: Language): Promise<Search> {
  const lessons = lessonSummaries.map(async ({ slug, kind }) => passagesOf(await loadLesson(slug, language), kind));
  const examples = exampleSummaries.map(async ({ slug }) => passagesOf(await loadLesson(slug, language), null));
  return makeSearch((await Promise.all([...lessons, ...examples])).flat());
}
