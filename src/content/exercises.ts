/** The exercises of this build: a list at once, each exercise when it is opened. */
import { loaders, summaries } from 'virtual:exercises';
import type { Exercise, ExerciseSummary, ExerciseTexts } from '../grading/types';

export const exerciseSummaries: readonly ExerciseSummary[] = summaries;

export function hasExercise(slug: string): boolean {
  return Object.hasOwn(loaders, slug);
}

export async function loadExercise(
  slug: string,
): Promise<{ readonly exercise: Exercise; readonly texts: ExerciseTexts }> {
  const loader = hasExercise(slug) ? loaders[slug] : undefined;
  if (!loader) throw new Error(`There is no exercise "${slug}".`);
  return loader();
}
