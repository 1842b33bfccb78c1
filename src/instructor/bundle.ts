/**
 * The instructor's file of an assignment: what students get, and what they must not: solutions, hidden checks, the seed of the checks'
 * inputs. A zip of `bundle.json` and one `hidden/SLUG.py` for each exercise with hidden checks.
 */
import type { Exercise } from '../grading/types';
import { sha256 } from '../shared/sha256';
import { FormatError, Strict, parseJson } from '../shared/strict';
import { ASSIGNMENT_LIMITS, readAssignmentValue, writeAssignment } from './assignment';
import type { Assignment } from './assignment';
import { readExercise, writeExercise } from './exercise-data';
import { readZip, textOf, writeZip } from './zip';

const FORMAT = 'torch-playground-bundle';
const VERSION = 1;
const MAIN = 'bundle.json';
const LIMITS = { packed: 10_000_000, files: 200, file: 5_000_000, all: 20_000_000, code: 200_000 } as const;

export interface Bundle {
  readonly assignment: Assignment;
  /** All exercises of the assignment, whole: a later release of the site grades them as they were. */
  readonly exercises: readonly Exercise[];
  /** Python like check.py, by exercise. */
  readonly hidden: ReadonlyMap<string, string>;
  /** Of the checks' inputs: all students are asked the same, and a re-run asks the same again. */
  readonly seed: number;
}

export function newSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
}

export function writeBundle({ assignment, exercises, hidden, seed }: Bundle): Uint8Array<ArrayBuffer> {
  const main = {
    format: FORMAT,
    version: VERSION,
    seed,
    assignment: JSON.parse(writeAssignment(assignment)) as unknown,
    exercises: exercises.map(writeExercise),
  };
  const checks = [...hidden].filter(([, code]) => code.trim() !== '').toSorted(([a], [b]) => (a < b ? -1 : 1));
  return writeZip([
    [MAIN, `${JSON.stringify(main, null, 1)}\n`],
    ...checks.map(([slug, code]) => [`hidden/${slug}.py`, code] as const),
  ]);
}

/** @throws {FormatError} */
export function readBundle(bytes: Uint8Array): Bundle {
  const files = readZip(bytes, LIMITS);
  const field = new Strict(parseJson(textOf(files, MAIN), LIMITS.file)).object([
    'format',
    'version',
    'seed',
    'assignment',
    'exercises',
  ]);
  field('format').oneOf([FORMAT]);
  field('version').oneOf([VERSION]);
  const assignment = readAssignmentValue(field('assignment'));
  const exercises = field('exercises').list(ASSIGNMENT_LIMITS.items, readExercise);
  const missing = assignment.items.find(
    ({ kind, slug }) => kind === 'exercise' && !exercises.some((exercise) => exercise.slug === slug),
  );
  if (missing)
    throw new FormatError('exercises', { ja: `演習 ${missing.slug} `, en: `the exercise ${missing.slug}` }, undefined);
  const hidden = new Map<string, string>();
  for (const name of files.keys()) {
    if (name === MAIN) continue;
    const slug = /^hidden\/([a-z0-9-]+)\.py$/.exec(name)?.[1];
    if (slug === undefined)
      throw new FormatError(name, { ja: '決まったファイルだけであること', en: 'no such file' }, name);
    hidden.set(slug, new Strict(textOf(files, name), name).text(LIMITS.code));
  }
  return { assignment, exercises, hidden, seed: field('seed').count(0xffff_ffff) };
}

/** What a grade depends on besides the answer: a changed bundle makes grades of an earlier one old. */
export function bundleKey(bundle: Bundle): Promise<string> {
  return sha256(writeBundle(bundle));
}
