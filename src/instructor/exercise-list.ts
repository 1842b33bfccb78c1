/** The exercises of this build, and those that the instructor keeps in this browser. */
import { hasExercise, loadExercise as loadBuilt } from '../content/exercises';
import type { Exercise, ExerciseTexts } from '../grading/types';
import { Strict } from '../shared/strict';
import { listDocuments } from '../shared/storage/documents';
import { readExercise } from './exercise-data';

export { exerciseSummaries } from '../content/exercises';

export interface LoadedExercise {
  readonly exercise: Exercise;
  /** Null for one that is not of this build: its Markdown is rendered when it is shown. */
  readonly texts: ExerciseTexts | null;
}

export async function loadExercise(slug: string): Promise<LoadedExercise | null> {
  return hasExercise(slug) ? await loadBuilt(slug) : null;
}

export async function ownExercises(): Promise<readonly Exercise[]> {
  const rows = await listDocuments('exercise').catch(() => []);
  return rows.flatMap(({ content }) => {
    try {
      return [readExercise(new Strict(content))];
    } catch {
      return [];
    }
  });
}
