/**
 * `npm run -s exercises -- [NAME…]`: every exercise proves itself in the product's grader. The solution gets full marks, the starter
 * less, each wrong attempt less and its own message; hostile attempts (src/grading/hostile) pass no test at all and end as they say.
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
const SHORT_LIMIT_MS = 3_000;
/** The inputs of the checks are the same in every run: a proof that fails can be looked into. */
const SEED = 20_260_401;

/** @typedef {import('../src/grading/types').Exercise} Exercise */
/** @typedef {import('../src/grading/types').GradeReport} GradeReport */
/** @typedef {{ name: string, exercise: Exercise, code: string, problem: (report: GradeReport) => string | null }} Case */

const { values, positionals } = parseArgs({ allowPositionals: true, options: { exercise: { type: 'string' } } });

/** The grader's own failure says nothing about an exercise. @param {GradeReport} report */
function ungraded({ state }) {
  return state === 'failed' || state === 'cancelled' ? `the grader could not work (${state})` : null;
}

/** @param {Exercise} exercise @returns {Case[]} */
function proofs(exercise) {
  const { slug, starter, solution, check } = exercise;
  const fullMarks = (/** @type {GradeReport} */ { state, points, of }) => state === 'graded' && points === of && of > 0;
  return [
    {
      name: `${slug}: the solution has full marks`,
      exercise,
      code: solution,
      problem: (report) => ungraded(report) ?? (fullMarks(report) ? null : 'it has less'),
    },
    {
      name: `${slug}: the starter has less`,
      exercise,
      code: starter,
      problem: (report) => ungraded(report) ?? (fullMarks(report) ? 'it has full marks' : null),
    },
    ...check.wrong.map(({ name, code, message }) => ({
      name: `${slug}: ${name} is recognised`,
      exercise,
      code,
      problem: (/** @type {GradeReport} */ report) => {
        const failed = ungraded(report);
        if (failed !== null) return failed;
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
      const ends = /^# ends: (graded|nothing-ran)$/m.exec(code)?.[1];
      if (ends === undefined) throw new Error(`${file}: "# ends: graded" or "# ends: nothing-ran" is missing`);
      return {
        name: `hostile: ${file} passes no test`,
        exercise,
        code,
        problem: (report) => {
          if (report.points > 0) return `it has ${report.points} points`;
          return report.state === ends ? null : `it ends as ${report.state}, not as ${ends}`;
        },
      };
    });
}

/** @param {GradeReport} report */
function describe({ state, reason, points, of, tests, elapsedMs }) {
  const lines = [`  ${state}, ${points} of ${of}, ${(elapsedMs / 1000).toFixed(1)} s`];
  if (reason) lines.push(`  ${reason.en}\n  ${reason.ja}`);
  for (const test of tests) {
    lines.push(
      `  ${test.state.padEnd(8)} ${test.points}/${test.of} ${test.name}${test.attempt ? ` [${test.attempt}]` : ''}`,
    );
    if (test.reason) lines.push(`      ${test.reason.en}\n      ${test.reason.ja}`);
  }
  return lines.join('\n');
}

/** @typedef {Awaited<ReturnType<typeof openGrader>>} Graders */

/** @param {Graders} graders @param {readonly Case[]} cases @param {number} testLimitMs */
async function prove(graders, cases, testLimitMs) {
  let failed = 0;
  const lanes = Math.min(2, availableParallelism());
  await inLanes(cases, lanes, async ({ name, exercise, code, problem }, lane) => {
    const report = await graders.grade(lane, { exercise, code, seed: SEED, testLimitMs });
    const found = problem(report);
    console.log(
      `${found === null ? 'ok    ' : 'FAILED'} ${name} (${report.state}, ${(report.elapsedMs / 1000).toFixed(1)} s)`,
    );
    if (found === null) return;
    failed += 1;
    console.log(`  ${found}\n${describe(report)}`);
  });
  return { passed: cases.length - failed, failed };
}

/** @param {Graders} graders @param {readonly Exercise[]} exercises */
async function proveAll(graders, exercises) {
  const wanted = (/** @type {Case} */ { name }) =>
    positionals.length === 0 || positionals.some((part) => name.includes(part));
  const results = [
    await prove(graders, exercises.flatMap(proofs).filter(wanted), TEST_LIMIT_MS),
    await prove(graders, attacks(exercises).filter(wanted), SHORT_LIMIT_MS),
  ];
  const sum = (/** @type {'passed' | 'failed'} */ key) => results.reduce((total, result) => total + result[key], 0);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') === 0 && sum('passed') > 0;
}

/** @param {Graders} graders @param {readonly Exercise[]} exercises @param {string} slug @param {string | undefined} file */
async function gradeFile(graders, exercises, slug, file) {
  const exercise = exercises.find((each) => each.slug === slug);
  if (!exercise)
    throw new Error(`there is no exercise ${slug}; there are ${exercises.map((each) => each.slug).join(', ')}`);
  if (file === undefined) throw new Error('--exercise NAME wants a FILE.py to grade');
  console.log(describe(await graders.grade(0, { exercise, code: readFileSync(file, 'utf8') })));
  return true;
}

const graders = await openGrader();
try {
  const exercises = await graders.exercises();
  const [file] = positionals;
  const slug = values.exercise;
  const good = await (slug === undefined ? proveAll(graders, exercises) : gradeFile(graders, exercises, slug, file));
  process.exitCode = good ? 0 : 1;
} finally {
  await graders.close();
}
