/**
 * What an instructor asks of students: exercises and lessons, dates, attempts. It travels as a link or as a file and holds nothing that
 * students should not see: hidden checks are in the instructor's bundle alone (bundle.ts).
 */
import { packText, unpackText } from '../shared/deflated-text';
import type { Language } from '../shared/language';
import { siteAddress } from '../shared/site-address';
import { Strict, parseJson } from '../shared/strict';
import { readExercise, withoutAnswers, writeExercise } from './exercise-data';
import type { Exercise } from '../grading/types';

export const ASSIGNMENT_FORMAT = 'torch-playground-assignment';
const VERSION = 1;

export const ASSIGNMENT_LIMITS = {
  /** Bytes of the whole assignment. */
  file: 1_000_000,
  title: 120,
  note: 2_000,
  items: 50,
  /** Characters of a link: mail and chat programs cut longer ones. */
  link: 16_000,
} as const;

export interface AssignmentItem {
  readonly kind: 'exercise' | 'lesson';
  readonly slug: string;
}

export interface Assignment {
  /** Names the assignment in submissions; made by `newAssignmentId`. */
  readonly id: string;
  readonly title: string;
  /** The instructor's words to the students, plain text. */
  readonly note: string;
  readonly items: readonly AssignmentItem[];
  readonly opens: string | null;
  readonly due: string | null;
  /** How often an exercise may be checked; null: as often as one likes. */
  readonly attempts: number | null;
  readonly hints: boolean;
  /** Exercises that are not the site's own, without solutions. */
  readonly exercises: readonly Exercise[];
}

/** Readable, and different for two assignments of the same title. */
export function newAssignmentId(title: string): string {
  const words = title
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .split('-')
    .slice(0, 6)
    .join('-')
    .slice(0, 40);
  const [random = 0] = crypto.getRandomValues(new Uint32Array(1));
  return [words, random.toString(36).padStart(7, '0')].filter((part) => part !== '' && part !== '-').join('-');
}

export function writeAssignment({
  id,
  title,
  note,
  items,
  opens,
  due,
  attempts,
  hints,
  exercises,
}: Assignment): string {
  return JSON.stringify({
    format: ASSIGNMENT_FORMAT,
    version: VERSION,
    id,
    title,
    note,
    items: items.map(({ kind, slug }) => ({ kind, slug })),
    opens,
    due,
    attempts,
    hints,
    exercises: exercises.map((exercise) => writeExercise(withoutAnswers(exercise))),
  });
}

/** @throws {FormatError} */
export function readAssignment(text: string): Assignment {
  return readAssignmentValue(new Strict(parseJson(text, ASSIGNMENT_LIMITS.file)));
}

export function readAssignmentValue(value: Strict): Assignment {
  const field = value.object([
    'format',
    'version',
    'id',
    'title',
    'note',
    'items',
    'opens',
    'due',
    'attempts',
    'hints',
    'exercises',
  ]);
  field('format').oneOf([ASSIGNMENT_FORMAT]);
  field('version').oneOf([VERSION]);
  return {
    id: field('id').slug(),
    title: field('title').line(ASSIGNMENT_LIMITS.title),
    note: field('note').text(ASSIGNMENT_LIMITS.note),
    items: field('items').list(ASSIGNMENT_LIMITS.items, (item) => {
      const part = item.object(['kind', 'slug']);
      return { kind: part('kind').oneOf(['exercise', 'lesson']), slug: part('slug').slug() };
    }),
    opens: field('opens').orNull((time) => time.time()),
    due: field('due').orNull((time) => time.time()),
    attempts: field('attempts').orNull((count) => count.count(1000)),
    hints: field('hints').flag(),
    exercises: field('exercises').list(ASSIGNMENT_LIMITS.items, readExercise),
  };
}

/** The part of an address that holds the assignment; null when that would be longer than a link may be. */
export async function packAssignment(assignment: Assignment): Promise<string | null> {
  const packed = await packText(writeAssignment(assignment));
  return packed.length <= ASSIGNMENT_LIMITS.link ? packed : null;
}

/** Null for whatever `packAssignment` could not have made. */
export async function unpackAssignment(packed: string): Promise<Assignment | null> {
  try {
    return readAssignment(await unpackText(packed, ASSIGNMENT_LIMITS.file));
  } catch {
    return null;
  }
}

export function assignmentAddress(language: Language, packed: string): string {
  return `${siteAddress()}#/${language}/assignment/${packed}`;
}

/** Whether it may be worked on: `early` and `late` are told, never enforced: the clock is the student's. */
export function phaseOf({ opens, due }: Assignment, now: number): 'early' | 'open' | 'late' {
  if (opens !== null && now < Date.parse(opens)) return 'early';
  return due !== null && now > Date.parse(due) ? 'late' : 'open';
}
