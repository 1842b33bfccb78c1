/** A student's work on one assignment as data; what two tabs made of it is put together so that neither undoes the other. */
import { SUBMISSION_LIMITS } from './submission';
import type { Attempt, Score } from './submission';

export interface ExerciseWork {
  /** Null: as the exercise begins. */
  readonly code: string | null;
  readonly attempts: readonly Attempt[];
  /** Checks made in all, also those that `attempts` has no room for. */
  readonly checks: number;
  readonly hints: number;
  readonly sawSolution: boolean;
  readonly best: Score | null;
}

export interface Work {
  readonly student: string;
  readonly exercises: Readonly<Record<string, ExerciseWork>>;
}

export const NO_WORK: ExerciseWork = { code: null, attempts: [], checks: 0, hints: 0, sawSolution: false, best: null };

/** Longer code can be neither kept nor handed in: the student is told, and what was kept before stays. */
export function isTooLong({ code }: ExerciseWork): boolean {
  return code !== null && code.length > SUBMISSION_LIMITS.code;
}

/** `mine` grew out of `base`, which both had; what is as in `base` did not change here. `stored`: null where nothing is kept. */
export function mergeWork(base: Work, mine: Work, stored: Work | null): Work {
  if (stored === null) return mine;
  const exercises: Record<string, ExerciseWork> = { ...stored.exercises };
  for (const [slug, work] of Object.entries(mine.exercises)) {
    const kept = stored.exercises[slug];
    exercises[slug] = kept ? mergeExercise(base.exercises[slug] ?? NO_WORK, work, kept) : work;
  }
  return { student: mine.student === base.student ? stored.student : mine.student, exercises };
}

function mergeExercise(base: ExerciseWork, mine: ExerciseWork, stored: ExerciseWork): ExerciseWork {
  if (mine === base) return stored;
  const attempts = new Map([...stored.attempts, ...mine.attempts].map((each) => [JSON.stringify(each), each]));
  const best = [mine.best, stored.best].filter((score) => score !== null);
  return {
    code: mine.code === base.code ? stored.code : mine.code,
    attempts: [...attempts.values()]
      .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
      .slice(-SUBMISSION_LIMITS.attempts),
    checks: stored.checks + Math.max(0, mine.checks - base.checks),
    hints: Math.max(stored.hints, mine.hints),
    sawSolution: stored.sawSolution || mine.sawSolution,
    best: best.toSorted((a, b) => b.points - a.points)[0] ?? null,
  };
}

/** As `mergeWork`, for the page: code that could not be stored stays in its editor. */
export function takeOver(saved: Work, now: Work, all: Work): Work {
  const { student, exercises } = mergeWork(saved, now, all);
  const tooLong = Object.entries(now.exercises).filter(([, work]) => isTooLong(work));
  return { student, exercises: { ...exercises, ...Object.fromEntries(tooLong) } };
}

/** What can be stored: code that is too long stays as it was in `base`. */
export function storable(base: Work, mine: Work): Work {
  const exercises = Object.entries(mine.exercises).map(([slug, work]) => {
    const code = base.exercises[slug]?.code ?? null;
    return [slug, isTooLong(work) ? { ...work, code } : work] as const;
  });
  return { ...mine, exercises: Object.fromEntries(exercises) };
}
