/**
 * `npm run -s grade`: grades submissions in headless Chromium with the built site's own gradebook. docs/grading-at-scale.md is its manual.
 * What a submission, a bundle and a grade are is src/instructor's part; building, serving and finding a browser are those of the others.
 */
import { appendFileSync, existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openSitePage } from './site.mjs';

const USAGE = `usage: npm run -s grade -- --bundle B.zip SUBMISSIONS… --out gradebook.csv [--jobs N] [--shard I/N]

  SUBMISSIONS  files, zip files, or folders of them
  --bundle     the instructor's bundle of the assignment, with its hidden checks
  --out        the table to write; grades are kept beside it in OUT.results.jsonl and not made twice
  --results    grades of other shards or machines to take in (may be repeated)
  --jobs       submissions at a time (default: one for each core)
  --shard      grade the I-th of N parts only
  --feedback   also write a zip with a file for each student
  --language   of the feedback: ja (default) or en`;

/** Files go to the page in parts, so that no message is too large. */
const PART_BYTES = 20_000_000;

class UsageError extends Error {}

function parseCommandLine() {
  let parsed;
  try {
    parsed = parseArgs({
      allowPositionals: true,
      options: {
        bundle: { type: 'string' },
        out: { type: 'string' },
        results: { type: 'string', multiple: true, default: [] },
        jobs: { type: 'string', default: String(availableParallelism()) },
        shard: { type: 'string', default: '1/1' },
        feedback: { type: 'string' },
        language: { type: 'string', default: 'ja' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
  const { values, positionals } = parsed;
  if (values.help) {
    console.log(USAGE);
    process.exit(0);
  }
  const { bundle, out } = values;
  if (bundle === undefined) throw new UsageError("name the instructor's bundle: --bundle B.zip");
  if (out === undefined) throw new UsageError('name the table to write: --out gradebook.csv');
  if (positionals.length === 0) throw new UsageError('name at least one submission, or a folder of them');
  const jobs = Number(values.jobs);
  if (!Number.isInteger(jobs) || jobs < 1)
    throw new UsageError(`--jobs takes a whole number from 1, not ${values.jobs}`);
  const [, shard = 0, of = 0] = (/^(\d+)\/(\d+)$/.exec(values.shard) ?? []).map(Number);
  if (shard < 1 || shard > of) throw new UsageError(`--shard takes I/N with I from 1 to N, not ${values.shard}`);
  if (values.language !== 'ja' && values.language !== 'en') throw new UsageError('--language is ja or en');
  for (const path of [bundle, ...positionals, ...values.results]) {
    if (!existsSync(path)) throw new UsageError(`there is no ${path}`);
  }
  return { ...values, bundle, out, jobs, shard, of, given: positionals };
}

/**
 * @param {readonly string[]} paths
 * @returns {{ name: string, path: string }[]} the names are for people: of several folders they begin with the folder's
 */
function listFiles(paths) {
  return paths.flatMap((path) => {
    const folder = paths.length > 1 ? `${basename(path)}/` : '';
    if (!statSync(path).isDirectory()) return [{ name: basename(path), path }];
    return readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => ({ name: folder + file.slice(join(path, '/').length).replaceAll('\\', '/'), path: file }))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  });
}

/** @param {ReturnType<typeof parseCommandLine>} options */
async function run(options) {
  const { page, close } = await openSitePage('regrade.html', { log });
  try {
    return await regrade(page, options);
  } finally {
    await close();
  }
}

/**
 * @param {import('@playwright/test').Page} page
 * @param {ReturnType<typeof parseCommandLine>} options
 * @returns {Promise<number>} how many submissions of this shard have no grade
 */
async function regrade(page, { bundle, out, results, jobs, shard, of, feedback, language, given }) {
  await page.waitForFunction(() => 'regrade' in window);
  const { title } = await page.evaluate((base64) => window.regrade.open(base64), base64Of(bundle));
  await addFiles(page, listFiles(given));
  const { read, refused } = await page.evaluate(() => window.regrade.read());
  for (const { file, reason } of refused) log(`${file} refused: ${reason}`);

  const own = `${out}.results.jsonl`;
  for (const path of [...results, ...(existsSync(own) ? [own] : [])]) await takeIn(page, path);
  const left = await page.evaluate(([i, n]) => window.regrade.left(i, n), /** @type {const} */ ([shard, of]));
  log(`${title}: ${read} submissions, ${left} to grade${of > 1 ? ` in shard ${shard} of ${of}` : ''}`);

  for (const file of [own, ...(feedback === undefined ? [] : [feedback])])
    mkdirSync(dirname(resolve(file)), { recursive: true });
  // A shard may have nothing to grade; its file is there all the same.
  appendFileSync(own, '');
  let done = 0;
  await page.exposeFunction('onRecord', (/** @type {string} */ student, /** @type {string} */ line) => {
    // At once, so that a run that is ended loses nothing but what it was at.
    appendFileSync(own, `${line}\n`);
    done += 1;
    log(`${done}/${left} ${student}`);
  });
  await page.evaluate(
    ([lanes, i, n]) => {
      const { onRecord } = /** @type {{ onRecord: (student: string, line: string) => void }} */ (
        /** @type {unknown} */ (window)
      );
      return window.regrade.grade(lanes, i, n, onRecord);
    },
    /** @type {const} */ ([jobs, shard, of]),
  );
  writeFileSync(out, await page.evaluate(() => window.regrade.csv()));
  if (feedback !== undefined) {
    const base64 = await page.evaluate((words) => window.regrade.feedback(words), language);
    writeFileSync(feedback, Buffer.from(base64, 'base64'));
  }
  return page.evaluate(([i, n]) => window.regrade.left(i, n), /** @type {const} */ ([shard, of]));
}

/**
 * @param {import('@playwright/test').Page} page
 * @param {{ name: string, path: string }[]} files
 */
async function addFiles(page, files) {
  /** @type {{ name: string, base64: string }[]} */
  let part = [];
  let size = 0;
  const send = async () => {
    await page.evaluate((sent) => window.regrade.add(sent), part);
    part = [];
    size = 0;
  };
  for (const { name, path } of files) {
    const base64 = base64Of(path);
    if (size + base64.length > PART_BYTES) await send();
    part.push({ name, base64 });
    size += base64.length;
  }
  await send();
}

/**
 * @param {import('@playwright/test').Page} page
 * @param {string} path
 */
async function takeIn(page, path) {
  const lines = readFileSync(path, 'utf8').split('\n');
  for (const [index, line] of lines.entries()) {
    if (line === '') continue;
    const problem = await page.evaluate((each) => window.regrade.know(each), line);
    // The last line of a run that was ended may be cut: it is graded again.
    if (problem !== null) log(`${path}:${index + 1} not taken: ${problem}`);
  }
}

const base64Of = (/** @type {string} */ path) => readFileSync(path).toString('base64');
const log = (/** @type {string} */ line) => void process.stderr.write(`${line}\n`);

try {
  process.exitCode = (await run(parseCommandLine())) > 0 ? 1 : 0;
} catch (error) {
  log(`grade: ${error instanceof Error ? error.message : String(error)}`);
  if (error instanceof UsageError) log(`\n${USAGE}`);
  process.exitCode = 2;
}
