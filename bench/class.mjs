/**
 * `node bench/class.mjs [--students 200] [--jobs 2]`: how long a class takes to grade. Makes a bundle of all exercises of the site and so many
 * submissions (right ones, known wrong ones, starters, hostile ones, in a fixed mixture), and times `npm run -s grade` over them.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { createServer } from 'vite';
import { ROOT, ensureBuilt } from '../scripts/setup.mjs';

const { values } = parseArgs({
  options: { students: { type: 'string', default: '200' }, jobs: { type: 'string', default: '2' } },
});
const students = Number(values.students);

const server = await createServer({
  configFile: false,
  logLevel: 'error',
  optimizeDeps: { noDiscovery: true },
  server: { middlewareMode: true, ws: false, watch: null },
});
const { readExerciseFolder } = await server.ssrLoadModule('/src/grading/exercise-folder.ts');
const { writeBundle } = await server.ssrLoadModule('/src/instructor/bundle.ts');
const { writeSubmission } = await server.ssrLoadModule('/src/instructor/submission.ts');
await server.close();

/** @param {string} folder @returns {Map<string, string>} texts by path */
function textsOf(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [relative(folder, path), readFileSync(path, 'utf8')];
    }),
  );
}

const folder = join(ROOT, 'exercises');
/** @type {import('../src/grading/types').Exercise[]} */
const exercises = await Promise.all(
  readdirSync(folder)
    .filter((name) => /^\d{2}-/.test(name))
    .map((name) => readExerciseFolder(name, textsOf(join(folder, name)))),
);
const hostile = [...textsOf(join(ROOT, 'src/grading/hostile')).values()];

/** Of twenty answers ten are right, seven wrong in a known way, two not begun and one hostile. @param {number} student @param {number} index */
function answer(student, index) {
  const { slug, solution, starter, check } = /** @type {(typeof exercises)[number]} */ (exercises[index]);
  const lot = (student * 7 + index * 3) % 20;
  const of = (/** @type {readonly string[]} */ codes) => codes[student % codes.length] ?? starter;
  const code =
    lot < 10 ? solution : lot < 17 ? of(check.wrong.map((wrong) => wrong.code)) : lot < 19 ? starter : of(hostile);
  return { kind: 'exercise', slug, code, attempts: [], hints: 0, sawSolution: false };
}

await ensureBuilt({ log: console.error });
const work = mkdtempSync(join(tmpdir(), 'class-'));
try {
  const items = exercises.map(({ slug }) => ({ kind: 'exercise', slug }));
  const assignment = {
    id: 'a-class',
    title: 'A class',
    note: '',
    items,
    opens: null,
    due: null,
    attempts: null,
    hints: true,
    exercises: [],
  };
  writeFileSync(join(work, 'bundle.zip'), writeBundle({ assignment, exercises, hidden: new Map(), seed: 1 }));
  mkdirSync(join(work, 'submissions'));
  for (let student = 0; student < students; student++) {
    const answers = exercises.map((_, index) => answer(student, index));
    const submission = {
      student: `student ${student}`,
      assignment: 'a-class',
      made: '2026-04-01T10:00:00.000Z',
      language: 'ja',
      answers,
    };
    writeFileSync(join(work, 'submissions', `${student}.json`), await writeSubmission(submission));
  }
  const options = ['--bundle', 'bundle.zip', 'submissions', '--out', 'gradebook.csv', '--jobs', values.jobs];
  const begun = performance.now();
  const { status } = spawnSync(process.execPath, [join(ROOT, 'scripts/grade.mjs'), ...options], {
    cwd: work,
    stdio: 'inherit',
  });
  const minutes = (performance.now() - begun) / 60_000;
  console.log(readFileSync(join(work, 'gradebook.csv'), 'utf8').split('\r\n').slice(0, 6).join('\n'));
  console.log(
    `${students} submissions of ${exercises.length} answers: ${minutes.toFixed(1)} minutes with ${values.jobs} jobs, status ${status}`,
  );
} finally {
  rmSync(work, { recursive: true });
}
