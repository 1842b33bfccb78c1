/** The steps of `npm test`, in order: what each runs and how its tests are counted. Running them is test.mjs's part. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUILD, ROOT } from './setup.mjs';

const MINUTE = 60_000;
const RESULTS = join(ROOT, '.cache', 'test-results');

/** @typedef {{ passed: number, failed: number, skipped?: number, unsteady?: number }} Counts `unsteady`: of those passed, the ones that failed first */
/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string} about
 * @property {readonly string[]} command a script for Node and its arguments
 * @property {Record<string, string>} [env]
 * @property {boolean} [browser] it drives the browser
 * @property {string} [after] a step without which this one is pointless
 * @property {number} timeout milliseconds
 * @property {(status: number, output: string) => Counts} count
 */

/** One check: it holds or it does not. */
const asOne = (/** @type {number} */ status) => ({ passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1 });

/** Our own runners end with "N passed, N failed". */
function fromLastLine(/** @type {number} */ status, /** @type {string} */ output) {
  const found = /(\d+) passed, (\d+) failed\s*$/.exec(output);
  return atLeastOneFailure(status, { passed: Number(found?.[1] ?? 0), failed: Number(found?.[2] ?? 0) });
}

const vitestFile = join(RESULTS, 'vitest.json');
function fromVitest(/** @type {number} */ status) {
  const report = readReport(vitestFile);
  if (report === null) return { passed: 0, failed: 1 };
  // A file that fails to load has no tests of its own.
  const broken = report.testResults.filter(
    (/** @type {{ status: string, assertionResults: unknown[] }} */ file) =>
      file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  return atLeastOneFailure(status, {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken,
    skipped: report.numPendingTests + report.numTodoTests,
  });
}

const playwrightFile = join(RESULTS, 'playwright.json');
function fromPlaywright(/** @type {number} */ status) {
  const report = readReport(playwrightFile);
  if (report === null) return { passed: 0, failed: 1 };
  const { expected, unexpected, flaky, skipped } = report.stats;
  return atLeastOneFailure(status, { passed: expected + flaky, failed: unexpected, skipped, unsteady: flaky });
}

/** @type {readonly Step[]} */
export const STEPS = [
  {
    name: 'lock',
    about: 'package-lock.json serves every platform',
    command: ['scripts/checks/lock.mjs'],
    timeout: MINUTE,
    count: asOne,
  },
  {
    name: 'format',
    about: 'oxfmt',
    command: ['node_modules/oxfmt/bin/oxfmt', '--check'],
    timeout: MINUTE,
    count: asOne,
  },
  {
    name: 'types',
    about: 'TypeScript 7',
    command: ['node_modules/@typescript/native/bin/tsc', '--noEmit'],
    timeout: 5 * MINUTE,
    count: asOne,
  },
  {
    name: 'lint',
    about: 'oxlint with type information',
    command: ['node_modules/oxlint/bin/oxlint', '--type-aware'],
    timeout: 5 * MINUTE,
    count: asOne,
  },
  {
    name: 'deps',
    about: 'which module may import which',
    command: ['scripts/checks/dependencies.mjs'],
    timeout: 5 * MINUTE,
    count: asOne,
  },
  {
    name: 'layout',
    about: "Python's imports, the length of files and the parts of lessons",
    command: ['scripts/checks/layout.mjs'],
    timeout: MINUTE,
    count: asOne,
  },
  {
    name: 'dead',
    about: 'unused files, exports and packages',
    command: ['node_modules/knip/bin/knip.js', '--no-progress'],
    timeout: 5 * MINUTE,
    count: asOne,
  },
  {
    name: 'unit',
    about: 'unit tests',
    command: [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${vitestFile}`,
    ],
    timeout: 15 * MINUTE,
    count: fromVitest,
  },
  {
    name: 'build',
    about: 'content and site',
    ...BUILD,
    timeout: 10 * MINUTE,
    count: asOne,
  },
  {
    name: 'size',
    about: 'what the built site weighs, against budgets',
    command: ['scripts/size.mjs'],
    after: 'build',
    timeout: 5 * MINUTE,
    count: fromLastLine,
  },
  {
    name: 'python',
    about: "the Python packages' own tests, in the built site's kernel",
    command: ['scripts/python-tests.mjs'],
    browser: true,
    after: 'build',
    timeout: 15 * MINUTE,
    count: fromLastLine,
  },
  {
    name: 'oracle',
    about: 'programs that must print what the real libraries print',
    command: ['scripts/oracle.mjs', '--built'],
    browser: true,
    after: 'build',
    timeout: 15 * MINUTE,
    count: fromLastLine,
  },
  {
    name: 'cuda',
    about: 'some of them on the cuda device, with a software GPU',
    command: ['scripts/oracle.mjs', '--cuda'],
    browser: true,
    after: 'build',
    timeout: 10 * MINUTE,
    count: fromLastLine,
  },
  {
    name: 'lessons',
    about: "every lesson's cells, in both languages",
    command: ['scripts/lessons.mjs'],
    browser: true,
    after: 'build',
    timeout: 10 * MINUTE,
    count: fromLastLine,
  },
  {
    name: 'lessons-cuda',
    about: 'a smaller pass of the lessons on the cuda device, with a software GPU',
    command: ['scripts/lessons.mjs', '--cuda'],
    browser: true,
    after: 'build',
    timeout: 5 * MINUTE,
    count: fromLastLine,
  },
  {
    name: 'exercises',
    about: 'every exercise proves itself; hostile answers pass nothing',
    command: ['scripts/exercises.mjs'],
    browser: true,
    after: 'build',
    timeout: 10 * MINUTE,
    count: fromLastLine,
  },
  {
    name: 'e2e',
    about: 'the built site in a browser, but for the tests marked @long (npm run e2e runs all)',
    command: ['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json', '--grep-invert=@long'],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: playwrightFile },
    browser: true,
    after: 'build',
    timeout: 25 * MINUTE,
    count: fromPlaywright,
  },
];

/** A step that failed counts at least one failure, whatever its report says; one without any test has failed. */
function atLeastOneFailure(/** @type {number} */ status, /** @type {Counts} */ counts) {
  const empty = counts.passed + counts.failed === 0;
  return (status !== 0 || empty) && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

function readReport(/** @type {string} */ path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

/** Makes the folder for reports; test.mjs removes what an earlier run left there. */
export function prepareResults() {
  mkdirSync(RESULTS, { recursive: true });
  return [vitestFile, playwrightFile];
}
