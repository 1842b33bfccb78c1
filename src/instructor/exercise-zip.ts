/** An exercise as one file: a zip of the folder of plain files that authors know (docs/authoring.md). */
import { readExerciseFolder, writeExerciseFolder } from '../grading/exercise-folder';
import type { Exercise } from '../grading/types';
import { readZip, textOf, writeZip } from './zip';

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
