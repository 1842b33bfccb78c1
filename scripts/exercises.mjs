/**
 * `npm run -s exercises -- [NAME…]`: every exercise proves itself in the product's grader. The solution gets full marks, the starter
 * less, each wrong attempt less and its own message; hostile attempts (src/grading/hostile) pass no test at all.
 * `--exercise NAME FILE.py` grades one file instead and prints the report.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { inLanes, openGrader } from './grading.mjs';
import { ROOT } from './setup.mjs';

const HOSTILE = join(ROOT, 'src/grading/hostile');
/** On a busy machine the ten seconds of a learner's test would be a matter of luck. */
const TEST_LIMIT_MS = 30_000;
/** For attempts that only time can end. */
const SHORT_LIMIT_MS = 4_000;

/** @typedef {import('../src/grading/types').Exercise} Exercise */
/** @typedef {import('../src/grading/types').GradeReport} GradeReport */
/** @typedef {{ name: string, exercise: Exercise, code: string, problem: (report: GradeReport) => string | null }} Case */

const { values, positionals } = parseArgs({ allowPositionals: true, options: { exercise: { type: 'string' } } });

/** @param {Exercise} exercise @returns {Case[]} */
function proofs(exercise) {
  const { slug, starter, solution, check } = exercise;
  const fullMarks = (/** @type {GradeReport} */ { state, points, of }) => state === 'graded' && points === of && of > 0;
  return [
    {
      name: `${slug}: the solution has full marks`,
      exercise,
      code: solution,
      problem: (report) => (fullMarks(report) ? null : 'it has less'),
    },
    {
      name: `${slug}: the starter has less`,
      exercise,
      code: starter,
      problem: (report) => (report.state === 'failed' || fullMarks(report) ? 'it has full marks' : null),
    },
    ...check.wrong.map(({ name, code, message }) => ({
      name: `${slug}: ${name} is recognised`,
      exercise,
      code,
      problem: (/** @type {GradeReport} */ report) => {
        const said = report.tests.find(({ attempt }) => attempt === name);
        if (fullMarks(report)) return 'it has full marks';
        if (said === undefined) return 'no test recognises it';
        const { reason } = said;
        return reason?.ja.includes(message.ja) && reason.en.includes(message.en) ? null : 'its message is not told';
      },
    })),
  ];
}

/** @param {readonly Exercise[]} exercises @returns {Case[]} */
function attacks(exercises) {
  return readdirSync(HOSTILE)
    .filter((file) => file.endsWith('.py'))
    .toSorted()
    .map((file) => {
      const code = readFileSync(join(HOSTILE, file), 'utf8');
      const slug = /^# exercise: (\S+)/m.exec(code)?.[1];
      const exercise = exercises.find((each) => each.slug === slug);
      if (!exercise) throw new Error(`${file}: "# exercise: ${slug}" names no exercise`);
      return {
        name: `hostile: ${file} passes no test`,
        exercise,
        code,
        problem: ({ state, points }) => (state !== 'failed' && points === 0 ? null : `it has ${points} points`),
      };
    });
}

/** @param {GradeReport} report */
function describe({ state, reason, points, of, tests, elapsedMs }) {
  const lines = [`  ${state}, ${points} of ${of}, ${(elapsedMs / 1000).toFixed(1)} s`];
  if (reason) lines.push(`  ${reason.en}\n  ${reason.ja}`);
  for (const test of tests) {
    lines.push(`  ${test.state.padEnd(8)} ${test.points}/${test.of} ${test.name}${test.attempt ? ` [${test.attempt}]` : ''}`);
    if (test.reason) lines.push(`      ${test.reason.en}\n      ${test.reason.ja}`);
  }
  return lines.join('\n');
}

/** @param {readonly Case[]} cases @param {number} testLimitMs */
async function prove(cases, testLimitMs) {
  if (cases.length === 0) return { passed: 0, failed: 0 };
  const grader = await openGrader({ testLimitMs });
  const lanes = Math.min(2, availableParallelism());
  let failed = 0;
  try {
    await inLanes(cases, lanes, async ({ name, exercise, code, problem }, lane) => {
      const report = await grader.grade(lane, { exercise, code, seed: 20_260_401 });
      const found = problem(report);
      console.log(`${found === null ? 'ok    ' : 'FAILED'} ${name} (${(report.elapsedMs / 1000).toFixed(1)} s)`);
      if (found === null) return;
      failed += 1;
      console.log(`  ${found}\n${describe(report)}`);
    });
  } finally {
    await grader.close();
  }
  return { passed: cases.length - failed, failed };
}

async function readExercises() {
  const grader = await openGrader();
  try {
    return await grader.exercises();
  } finally {
    await grader.close();
  }
}

const exercises = await readExercises();
if (values.exercise === undefined) {
  const wanted = (/** @type {string} */ name) => positionals.length === 0 || positionals.some((part) => name.includes(part));
  const honest = exercises.flatMap(proofs).filter(({ name }) => wanted(name));
  const hostile = attacks(exercises).filter(({ name }) => wanted(name));
  const results = [await prove(honest, TEST_LIMIT_MS), await prove(hostile, SHORT_LIMIT_MS)];
  const sum = (/** @type {'passed' | 'failed'} */ key) => results.reduce((total, result) => total + result[key], 0);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  process.exitCode = sum('failed') > 0 || sum('passed') === 0 ? 1 : 0;
} else {
  const exercise = exercises.find(({ slug }) => slug === values.exercise);
  const [file] = positionals;
  if (!exercise || file === undefined) throw new Error(`--exercise NAME FILE.py; exercises: ${exercises.map(({ slug }) => slug).join(', ')}`);
  const grader = await openGrader();
  try {
    console.log(describe(await grader.grade(0, { exercise, code: readFileSync(file, 'utf8') })));
  } finally {
    await grader.close();
  }
}
