/** Proves an exercise by running it: what must hold of every exercise, whoever wrote it. */
import type { Exercise, GradeReport, Grader } from '../grading/types';

export interface Claim {
  readonly kind: 'solution' | 'starter' | 'wrong';
  /** Of the wrong attempt. */
  readonly name: string;
  readonly code: string;
}

export interface Proven {
  readonly claim: Claim;
  readonly holds: boolean;
  readonly report: GradeReport;
}

export function claimsOf({ solution, starter, check }: Exercise): readonly Claim[] {
  return [
    { kind: 'solution', name: '', code: solution },
    { kind: 'starter', name: '', code: starter },
    ...check.wrong.map(({ name, code }): Claim => ({ kind: 'wrong', name, code })),
  ];
}

export async function prove(exercise: Exercise, claim: Claim, grader: Grader, signal: AbortSignal): Promise<Proven> {
  const report = await grader.grade(exercise, claim.code, { signal });
  return { claim, holds: holds(claim, report), report };
}

function holds({ kind, name }: Claim, { state, points, of, tests }: GradeReport): boolean {
  if (state === 'failed' || state === 'cancelled' || of === 0) return false;
  const full = state === 'graded' && points >= of;
  if (kind === 'solution') return full;
  return !full && (kind === 'starter' || tests.some(({ attempt }) => attempt === name));
}
