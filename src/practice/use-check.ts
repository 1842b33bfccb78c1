/** One check of an answer after the other, from the press of a button to its report; what a report is kept as is the caller's part. */
import { useEffect, useRef, useState } from 'react';
import type { GradeReport, GradedExercise, TestResult } from '../grading/types';
import { openGrader } from './page-grader';

export type CheckState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'no-grader' }
  /** `running`: the test at work. */
  | { readonly kind: 'checking'; readonly tests: readonly TestResult[]; readonly running: number | null }
  | { readonly kind: 'done'; readonly report: GradeReport; readonly code: string };

export interface Check {
  readonly state: CheckState;
  readonly start: (code: string) => Promise<void>;
  readonly stop: () => void;
}

/** `onReport` is not called for a check that was stopped, or that the grader could not make: it is none. */
export function useCheck(exercise: GradedExercise, onReport: (report: GradeReport, code: string) => void): Check {
  const [state, setState] = useState<CheckState>({ kind: 'idle' });
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);
  const start = async (code: string) => {
    const controller = new AbortController();
    abort.current = controller;
    const show = (next: CheckState) => {
      if (abort.current === controller) setState(next);
    };
    show({ kind: 'checking', tests: [], running: null });
    const grader = await openGrader().catch(() => null);
    if (!grader) return show({ kind: 'no-grader' });
    const report = await grader.grade(exercise, code, {
      signal: controller.signal,
      onProgress: (tests, running) => show({ kind: 'checking', tests, running }),
    });
    if (report.state === 'graded' || report.state === 'nothing-ran') onReport(report, code);
    return show({ kind: 'done', report, code });
  };
  return { state, start, stop: () => abort.current?.abort() };
}
