/** The exercises of this build, and those that the instructor keeps in this browser. */
import { hasExercise, loadExercise as loadBuilt } from '../content/exercises';
import { readExerciseFolder, writeExerciseFolder } from '../grading/exercise-folder';
import type { Exercise, ExerciseTexts } from '../grading/types';
import { Strict } from '../shared/strict';
import { listDocuments } from '../shared/storage/documents';
import { readExercise } from './exercise-data';
import { readZip, textOf, writeZip } from './zip';

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

const LIMITS = { packed: 2_000_000, files: 60, file: 500_000, all: 3_000_000 } as const;

/** The folder of plain files in one file. */
export function packExercise(exercise: Exercise): Uint8Array<ArrayBuffer> {
  const { folder, files } = writeExerciseFolder(exercise);
  return writeZip([...files].map(([path, content]) => [`${folder}/${path}`, content] as const));
}

/** @throws {FormatError | FolderError} which name the file and what to do */
export async function unpackExercise(bytes: Uint8Array): Promise<Exercise> {
  const files = readZip(bytes, LIMITS);
  const folder = [...files.keys()][0]?.split('/')[0] ?? '';
  const texts = new Map<string, string>();
  for (const path of files.keys()) {
    texts.set(path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path, textOf(files, path));
  }
  return readExerciseFolder(folder, texts);
}
