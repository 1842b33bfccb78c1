/** The product's grader, headless: graders of the built site in a browser, for the scripts that prove exercises and grade submissions. */
import { openSitePage } from './site.mjs';

/** @typedef {import('../src/grading/types').Exercise} Exercise */
/** @typedef {import('../src/grading/types').GradedExercise} GradedExercise */
/** @typedef {import('../src/grading/types').GradeReport} GradeReport */
/** @typedef {{ exercise: GradedExercise, code: string, seed?: number, hiddenChecks?: string, testLimitMs?: number }} Job */

/**
 * @param {{ log?: (line: string) => void }} [options]
 * @returns {Promise<{
 *   exercises: () => Promise<Exercise[]>,
 *   grade: (lane: number, job: Job) => Promise<GradeReport>,
 *   close: () => Promise<void>,
 * }>} `grade`: jobs of one lane follow each other, lanes work side by side, each with kernels of its own
 */
export async function openGrader({ log = (line) => process.stderr.write(`${line}\n`) } = {}) {
  const { page, close } = await openSitePage('grader.html', { log });
  return {
    exercises: () => page.evaluate(() => window.grading.exercises()),
    grade: (lane, { exercise: { slug, version, check }, code, ...options }) =>
      page.evaluate(
        ([lane, exercise, code, options]) => window.grading.grade(lane, exercise, code, options),
        /** @type {const} */ ([lane, { slug, version, check }, code, options]),
      ),
    close,
  };
}

/**
 * Runs jobs in so many lanes; results come in the order of the jobs.
 *
 * @template T, R
 * @param {readonly T[]} jobs
 * @param {number} lanes
 * @param {(job: T, lane: number) => Promise<R>} work
 * @returns {Promise<R[]>}
 */
export async function inLanes(jobs, lanes, work) {
  /** @type {R[]} */
  const results = [];
  let next = 0;
  await Promise.all(
    Array.from({ length: Math.min(lanes, jobs.length) }, async (_, lane) => {
      while (next < jobs.length) {
        const index = next++;
        results[index] = await work(/** @type {T} */ (jobs[index]), lane);
      }
    }),
  );
  return results;
}
