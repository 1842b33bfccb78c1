/** The grader of the page, loaded with the first check; one at a time, since each has two kernels of its own. */
import type { Grader } from '../grading/types';

let opening: Promise<Grader> | null = null;

export function openGrader(): Promise<Grader> {
  opening ??= import('../grading/grader').then(({ createGrader }) => createGrader());
  // A failed download may be tried again.
  opening.catch(() => {
    opening = null;
  });
  return opening;
}

export function closeGrader(): void {
  void opening?.then(
    (grader) => grader.dispose(),
    () => undefined,
  );
  opening = null;
}
