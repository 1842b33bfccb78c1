/** The page behind grader.html: the product's grader without its pages, for scripts and tests to drive as `window.grading`. */
import { loaders } from 'virtual:exercises';
import { createGrader } from './grader';
import type { GraderOptions } from './grader';
import type { Exercise, GradedExercise, GradeOptions, GradeReport } from './types';

type PlainOptions = Pick<GradeOptions, 'seed' | 'hiddenChecks'>;

declare global {
  interface Window {
    grading: {
      /** The exercises of this build. */
      exercises(): Promise<Exercise[]>;
      /** Grades in one of several graders, each with kernels of its own; the same number is the same grader. */
      grade(lane: number, exercise: GradedExercise, code: string, options?: PlainOptions): Promise<GradeReport>;
      /** For the graders that are made from now on. */
      configure(options: GraderOptions): void;
    };
  }
}

const lanes = new Map<number, ReturnType<typeof createGrader>>();
let made: GraderOptions = {};

window.grading = {
  exercises: async () => {
    const loaded = await Promise.all(Object.values(loaders).map((load) => load()));
    return loaded.map(({ exercise }) => exercise).toSorted((a, b) => a.order - b.order);
  },
  grade(lane, exercise, code, options = {}) {
    const grader = lanes.get(lane) ?? createGrader(made);
    lanes.set(lane, grader);
    return grader.grade(exercise, code, options);
  },
  configure(options) {
    made = options;
  },
};
