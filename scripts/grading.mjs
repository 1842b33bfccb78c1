/** The product's grader, headless: graders of the built site in a browser, for the scripts that prove exercises and grade submissions. */
import { chromiumArgs, findBrowser } from './browser.mjs';
import { startServer } from './serve.mjs';
import { ensureBuilt } from './setup.mjs';

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
  await ensureBuilt({ log });
  const { executablePath } = await findBrowser();
  const { chromium } = await import('@playwright/test');
  const server = await startServer();
  const browser = await chromium.launch({ executablePath, args: chromiumArgs({ gpu: 'none' }) });
  try {
    const page = await browser.newPage();
    page.on('pageerror', (error) => log(`page: ${error.message}`));
    await page.goto(`${server.url}grader.html`);
    return {
      exercises: () => page.evaluate(() => window.grading.exercises()),
      grade: (lane, { exercise: { slug, version, check }, code, ...options }) =>
        page.evaluate(
          ([lane, exercise, code, options]) => window.grading.grade(lane, exercise, code, options),
          /** @type {const} */ ([lane, { slug, version, check }, code, options]),
        ),
      close: async () => {
        await browser.close();
        await server.close();
      },
    };
  } catch (error) {
    await browser.close();
    await server.close();
    throw error;
  }
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
