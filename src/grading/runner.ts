/** The page behind grader.html: the product's grader without its pages, for scripts and tests to drive as `window.grading`. */
import { loaders } from 'virtual:exercises';
import { createGrader } from './grader';
import type { Exercise, GradedExercise, Grader, GradeOptions, GradeReport } from './types';

type PlainOptions = Pick<GradeOptions, 'seed' | 'hiddenChecks' | 'testLimitMs'>;

declare global {
  interface Window {
    grading: {
      /** The exercises of this build. */
      exercises(): Promise<Exercise[]>;
      /** Grades in one of several graders, each with kernels of its own; the same number is the same grader. */
      grade(lane: number, exercise: GradedExercise, code: string, options?: PlainOptions): Promise<GradeReport>;
    };
  }
}

const lanes = new Map<number, Grader>();
/** The first grader leaves a snapshot from which the others start. */
let first: Promise<unknown> | null = null;

window.grading = {
  exercises: async () => {
    const loaded = await Promise.all(Object.values(loaders).map((load) => load()));
    return loaded.map(({ exercise }) => exercise).toSorted((a, b) => a.order - b.order);
  },
  async grade(lane, exercise, code, options = {}) {
    if (first !== null && !lanes.has(lane)) await first;
    const grader = lanes.get(lane) ?? createGrader();
    lanes.set(lane, grader);
    const report = grader.grade(exercise, code, options);
    first ??= report;
    return report;
  },
};
