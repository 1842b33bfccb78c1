import { expect, test } from 'vitest';
import type { Exercise, GradeReport, Grader } from '../grading/types';
import { BLANK } from './exercise-draft';
import { claimsOf, prove } from './proof';

const exercise: Exercise = BLANK;
const result = (
  points: number,
  attempt: string | null = null,
  state: GradeReport['state'] = 'graded',
): GradeReport => ({
  exercise: exercise.slug,
  version: exercise.version,
  seed: 1,
  state,
  reason: null,
  points,
  of: 3,
  tests: [
    {
      name: 't',
      title: { ja: '', en: '' },
      points,
      of: 3,
      state: 'failed',
      reason: null,
      attempt,
      hint: null,
      hidden: false,
    },
  ],
  elapsedMs: 1,
});

test.each([
  ['solution', 3, null, 'graded', true],
  ['solution', 2.5, null, 'graded', false],
  ['solution', 3, null, 'failed', false],
  ['starter', 0, null, 'graded', true],
  ['starter', 0, null, 'nothing-ran', true],
  ['starter', 3, null, 'graded', false],
  ['wrong', 1, 'adds-two', 'graded', true],
  ['wrong', 1, 'another', 'graded', false],
  ['wrong', 1, null, 'graded', false],
  ['wrong', 3, 'adds-two', 'graded', false],
] as const)(
  '%s with %d of 3 points, recognised as %s, %s: holds is %s',
  async (kind, points, attempt, state, holds) => {
    const claim = claimsOf(exercise).find((each) => each.kind === kind);
    if (!claim) throw new Error(`the exercise claims no ${kind}`);
    const grader: Grader = { grade: async () => result(points, attempt, state), dispose: () => undefined };
    expect((await prove(exercise, claim, grader, new AbortController().signal)).holds).toBe(holds);
  },
);

test('each mistake is a claim of its own, run with its own code', () => {
  expect(claimsOf(exercise).map(({ kind, name, code }) => [kind, name, code])).toEqual([
    ['solution', '', exercise.solution],
    ['starter', '', exercise.starter],
    ['wrong', 'adds-two', exercise.check.wrong[0]?.code],
  ]);
});
