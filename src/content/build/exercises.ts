/** Reads the folder of exercises from disk, has their texts checked and rendered as lessons' are; throws a ContentError. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { FolderError, readExerciseFolder } from '../../grading/exercise-folder';
import type { Exercise, ExerciseTexts, Translated } from '../../grading/types';
import { LANGUAGES } from '../types';
import type { Language } from '../types';
import { anchorsOf } from './anchors';
import { ContentError } from './error';
import { readOutline } from './outline';
import { renderLesson } from './render';

export interface BuiltExercise {
  readonly exercise: Exercise;
  readonly texts: ExerciseTexts;
}

export async function readExercises(root: string): Promise<readonly BuiltExercise[]> {
  if (!existsSync(root)) return [];
  const folders = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted();
  const built: BuiltExercise[] = [];
  for (const folder of folders) {
    const exercise = await readFolder(root, folder);
    const twin = built.find(({ exercise: { slug, order } }) => slug === exercise.slug || order === exercise.order);
    if (twin) throw new ContentError(folder, 1, `shares its number or its name with ${twin.exercise.slug}`);
    built.push({ exercise, texts: await renderTexts(folder, exercise) });
  }
  return built;
}

async function readFolder(root: string, folder: string): Promise<Exercise> {
  const files = new Map<string, string>();
  for (const entry of readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    files.set(path.relative(path.join(root, folder), file).split(path.sep).join('/'), readFileSync(file, 'utf8'));
  }
  try {
    return await readExerciseFolder(folder, files);
  } catch (error) {
    if (!(error instanceof FolderError)) throw error;
    throw new ContentError(`exercises/${folder}/${error.file}`, error.line, error.message);
  }
}

async function renderTexts(folder: string, exercise: Exercise): Promise<ExerciseTexts> {
  const inBoth = async (file: string, markdown: Translated): Promise<Translated> => {
    const html: Partial<Record<Language, string>> = {};
    for (const language of LANGUAGES) {
      html[language] = await renderProse(`exercises/${folder}/${file}.${language}.md`, markdown[language], language);
    }
    return { ja: html.ja ?? '', en: html.en ?? '' };
  };
  const hints: Translated[] = [];
  for (const hint of exercise.hints) hints.push(await inBoth('hints', hint));
  return { task: await inBoth('task', exercise.task), hints };
}

/** Plain prose: what can be run is the exercise's own editor. */
async function renderProse(file: string, markdown: string, language: Language): Promise<string> {
  const outline = readOutline(file, language, `---\ntitle: exercise\nsection: exercise\nminutes: 1\n---\n${markdown}`);
  const { blocks } = await renderLesson(outline, anchorsOf(outline), []);
  return blocks
    .map((block) => {
      if (block.kind !== 'prose') throw new ContentError(file, 1, `an exercise holds no ${block.kind}`);
      return block.html;
    })
    .join('\n');
}
