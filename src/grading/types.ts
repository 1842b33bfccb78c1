/** Exercises and their grades as plain data: what the content build, the exercise page, the grader and the instructor's pages share. Types only. */
import type { Translated } from '../shared/language';

export type { Translated } from '../shared/language';

export const LEVELS = ['easy', 'medium', 'hard'] as const;
export type ExerciseLevel = (typeof LEVELS)[number];

/** An attempt that goes wrong in a known way. The checks recognise it by what it does, never by its text. */
export interface WrongAttempt {
  /** The name of its file, and what the checks call it: `shallow-copy`. */
  readonly name: string;
  /** An example of it, for the exercise's self-proof. */
  readonly code: string;
  /** What its author is told. */
  readonly message: Translated;
}

/** The checks of an exercise: Python that runs in a kernel of its own, away from the learner's code (docs/authoring.md). */
export interface ExerciseCheck {
  readonly code: string;
  readonly wrong: readonly WrongAttempt[];
}

/** One exercise, whole. Its files are text as they stand in exercises/NN-slug/; `# ja:` and `# en:` comments are still in the code. */
export interface Exercise extends ExerciseSummary {
  /** Markdown without its front matter. */
  readonly task: Translated;
  readonly starter: string;
  readonly solution: string;
  readonly check: ExerciseCheck;
  /** Each says more than the one before. */
  readonly hints: readonly Translated[];
}

export interface ExerciseSummary {
  /** Folder name without its number: `early-stopping`. */
  readonly slug: string;
  readonly order: number;
  /** Changes with every file of the exercise (version.ts). */
  readonly version: string;
  readonly title: Translated;
  readonly level: ExerciseLevel;
  readonly minutes: number;
}

/** The texts of an exercise as the content build rendered them: HTML. */
export interface ExerciseTexts {
  readonly task: Translated;
  readonly hints: readonly Translated[];
}

/**
 * `failed`: the checks ran and did not get what they asked for. `error`: they could not be finished, because the code raised, took too
 * long or ended Python. `not-run`: they were never begun. A failed test may still have a part of its points.
 */
export const TEST_STATES = ['passed', 'failed', 'error', 'not-run'] as const;
export type TestState = (typeof TEST_STATES)[number];

export interface TestResult {
  /** The check's own name, stable over languages: `constant_column`. */
  readonly name: string;
  /** What it asks for, in words. */
  readonly title: Translated;
  readonly points: number;
  readonly of: number;
  readonly state: TestState;
  /** Something to act on: shapes, values, where they differ. Of a passed test: why it is so, or null. */
  readonly reason: Translated | null;
  /** The known wrong attempt that this was recognised as; its message is part of the reason. */
  readonly attempt: string | null;
  /** From 1: the hint that helps here. */
  readonly hint: number | null;
  /** One of the instructor's own checks. */
  readonly hidden: boolean;
}

/** `nothing-ran`: the code is empty, or it failed before anything could be asked of it; `failed`: the grader itself could not work. */
export const REPORT_STATES = ['graded', 'nothing-ran', 'cancelled', 'failed'] as const;
export type ReportState = (typeof REPORT_STATES)[number];

export interface GradeReport {
  readonly exercise: string;
  readonly version: string;
  /** The inputs of the checks follow from it: the same seed asks the same questions. */
  readonly seed: number;
  readonly state: ReportState;
  /** Why it is not `graded`. */
  readonly reason: Translated | null;
  readonly points: number;
  readonly of: number;
  readonly tests: readonly TestResult[];
  readonly elapsedMs: number;
}

export interface GradeOptions {
  /** A whole number from 0, below 2³²; without it a random one. */
  readonly seed?: number;
  readonly signal?: AbortSignal;
  /** For each test, and for loading the code: 10 seconds unless said otherwise. */
  readonly testLimitMs?: number;
  /** More checks, as Python like check.py; they come last and are marked `hidden`. */
  readonly hiddenChecks?: string;
  /** Called with all tests whenever one has begun or ended; `running` is the one at work. */
  readonly onProgress?: (tests: readonly TestResult[], running: number | null) => void;
}

export type GradedExercise = Pick<Exercise, 'slug' | 'version' | 'check'>;

export interface Grader {
  /** One at a time: a second call waits for the first. Never rejects: what goes wrong is a report of the state `failed`. */
  grade(exercise: GradedExercise, code: string, options?: GradeOptions): Promise<GradeReport>;
  dispose(): void;
}
