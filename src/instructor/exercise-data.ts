/** A whole exercise as JSON in assignments and bundles; the folder of plain files that authors edit is grading/exercise-folder.ts'. */
import { LEVELS } from '../grading/types';
import type { Exercise, Translated, WrongAttempt } from '../grading/types';
import type { Strict } from '../shared/strict';

const LIMITS = { title: 120, prose: 50_000, code: 100_000, wrong: 20, hints: 10, number: 10_000 } as const;

/** What students get: the checks to practise with, and nothing that solves the exercise. */
export function withoutAnswers(exercise: Exercise): Exercise {
  const wrong = exercise.check.wrong.map(({ name, message }): WrongAttempt => ({ name, code: '', message }));
  return { ...exercise, solution: '', check: { code: exercise.check.code, wrong } };
}

/** Fields in their order, and no others. */
export function writeExercise(exercise: Exercise): Exercise {
  const { slug, order, version, title, level, minutes, task, starter, solution, check, hints } = exercise;
  const wrong = check.wrong.map(({ name, code, message }) => ({ name, code, message: both(message) }));
  return {
    slug,
    order,
    version,
    title: both(title),
    level,
    minutes,
    task: both(task),
    starter,
    solution,
    check: { code: check.code, wrong },
    hints: hints.map(both),
  };
}

/** @throws {FormatError} */
export function readExercise(value: Strict): Exercise {
  const field = value.object([
    'slug',
    'order',
    'version',
    'title',
    'level',
    'minutes',
    'task',
    'starter',
    'solution',
    'check',
    'hints',
  ]);
  const check = field('check').object(['code', 'wrong']);
  return {
    slug: field('slug').slug(),
    order: field('order').count(LIMITS.number),
    version: field('version').line(100),
    title: translated(field('title'), (text) => text.line(LIMITS.title)),
    level: field('level').oneOf(LEVELS),
    minutes: field('minutes').count(LIMITS.number),
    task: translated(field('task'), (text) => text.text(LIMITS.prose)),
    starter: field('starter').text(LIMITS.code),
    solution: field('solution').text(LIMITS.code),
    check: {
      code: check('code').text(LIMITS.code),
      wrong: check('wrong').list(LIMITS.wrong, (attempt) => {
        const part = attempt.object(['name', 'code', 'message']);
        return {
          name: part('name').slug(),
          code: part('code').text(LIMITS.code),
          message: translated(part('message'), (text) => text.text(LIMITS.prose)),
        };
      }),
    },
    hints: field('hints').list(LIMITS.hints, (hint) => translated(hint, (text) => text.text(LIMITS.prose))),
  };
}

const both = ({ ja, en }: Translated): Translated => ({ ja, en });

function translated(value: Strict, read: (text: Strict) => string): Translated {
  const field = value.object(['ja', 'en']);
  return { ja: read(field('ja')), en: read(field('en')) };
}
