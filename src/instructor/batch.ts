/** Grades submissions one by one in several lanes. Nothing that one submission does keeps the others from being graded. */
import type { Exercise, GradeReport, Grader } from '../grading/types';
import type { Translated } from '../shared/language';
import { problemOf } from '../shared/problem';
import type { Bundle } from './bundle';
import { exerciseAnswer } from './submission';
import type { Submission } from './submission';

export interface BatchItem {
  readonly hash: string;
  readonly submission: Submission;
}

interface BatchOptions {
  readonly bundle: Bundle;
  readonly makeGrader: () => Grader;
  /** Submissions at a time. */
  readonly lanes: number;
  readonly signal: AbortSignal;
  readonly onDone: (hash: string, reports: readonly GradeReport[]) => void;
}

/** For all tests of one exercise; each test has a limit of its own, so only a grader that hangs gets here. */
const EXERCISE_LIMIT_MS = 300_000;

/** Resolves when all are done or the signal has come; what was being graded then is not reported. */
export async function gradeBatch(items: readonly BatchItem[], options: BatchOptions): Promise<void> {
  const waiting = [...items];
  const lane = async (): Promise<void> => {
    const holder = new GraderHolder(options.makeGrader);
    for (let item = waiting.shift(); item !== undefined && !options.signal.aborted; item = waiting.shift()) {
      const reports = await gradeOne(item, holder, options);
      if (reports) options.onDone(item.hash, reports);
    }
    holder.dispose();
  };
  await Promise.all(Array.from({ length: Math.max(1, Math.min(options.lanes, items.length)) }, lane));
}

async function gradeOne(
  { submission }: BatchItem,
  holder: GraderHolder,
  { bundle, signal }: BatchOptions,
): Promise<readonly GradeReport[] | null> {
  const reports: GradeReport[] = [];
  for (const exercise of exercisesOf(bundle)) {
    const code = exerciseAnswer(submission, exercise.slug)?.code ?? '';
    let report = await holder.grade(exercise, code, bundle, signal);
    // The grader's own failure is not the student's: once more in new kernels.
    if (report.state === 'failed' && !signal.aborted) report = await holder.grade(exercise, code, bundle, signal);
    if (signal.aborted) return null;
    reports.push(report);
  }
  return reports;
}

/** In the order of the assignment. */
export function exercisesOf({ assignment, exercises }: Bundle): readonly Exercise[] {
  return assignment.items.flatMap(({ kind, slug }) =>
    kind === 'exercise' ? exercises.filter((exercise) => exercise.slug === slug) : [],
  );
}

class GraderHolder {
  readonly #make: () => Grader;
  #grader: Grader | null = null;

  constructor(make: () => Grader) {
    this.#make = make;
  }

  async grade(exercise: Exercise, code: string, bundle: Bundle, signal: AbortSignal): Promise<GradeReport> {
    const grader = (this.#grader ??= this.#make());
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), EXERCISE_LIMIT_MS);
    try {
      const report = await grader.grade(exercise, code, {
        seed: bundle.seed,
        signal: AbortSignal.any([signal, stop.signal]),
        hiddenChecks: bundle.hidden.get(exercise.slug) ?? '',
      });
      if (report.state !== 'failed' && !stop.signal.aborted) return report;
      this.dispose();
      return stop.signal.aborted ? failed(exercise, bundle, TOO_LONG) : report;
    } catch (error) {
      this.dispose();
      return failed(exercise, bundle, problemOf(error));
    } finally {
      clearTimeout(timer);
    }
  }

  dispose(): void {
    this.#grader?.dispose();
    this.#grader = null;
  }
}

const TOO_LONG = { ja: '時間がかかりすぎました', en: 'it took too long' };

function failed({ slug, version }: Exercise, { seed }: Bundle, why: Translated): GradeReport {
  const reason = { ja: `採点できませんでした: ${why.ja}`, en: `It could not be graded: ${why.en}` };
  return { exercise: slug, version, seed, state: 'failed', reason, points: 0, of: 0, tests: [], elapsedMs: 0 };
}
