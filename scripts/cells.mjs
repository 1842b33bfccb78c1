/**
 * The headless runner: runs Python files in kernels of the built site, in headless Chromium. docs/cells.md is its manual.
 * Building, serving and finding a browser are left to setup.mjs, serve.mjs and browser.mjs.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { openSitePage } from './site.mjs';

const USAGE = `usage: npm run -s cells -- [--device cpu|cuda] [--jobs N] [--timeout S] [--out DIR] [--session] FILE.py…

  --device   what torch.cuda sees: cpu (default), or cuda on a software WebGPU
  --jobs     kernels at a time (default: one for each core)
  --timeout  seconds a file may take (default 600)
  --out      write each file's stdout to DIR/NAME.out instead of printing it
  --session  run the files in order in one kernel; without it every file gets a fresh one`;

/** @typedef {{ path: string, name: string, code: string }} Case */
/** @typedef {{ outcome: string, stdout: string, stderr: string }} Report */

class UsageError extends Error {}

function parseCommandLine() {
  let parsed;
  try {
    parsed = parseArgs({
      allowPositionals: true,
      options: {
        device: { type: 'string', default: 'cpu' },
        jobs: { type: 'string', default: String(availableParallelism()) },
        timeout: { type: 'string', default: '600' },
        out: { type: 'string' },
        session: { type: 'boolean', default: false },
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
  if (values.device !== 'cpu' && values.device !== 'cuda') {
    throw new UsageError(`--device is cpu or cuda, not ${values.device}`);
  }
  const jobs = Number(values.jobs);
  if (!Number.isInteger(jobs) || jobs < 1)
    throw new UsageError(`--jobs takes a whole number from 1, not ${values.jobs}`);
  const timeout = Number(values.timeout);
  if (!(timeout > 0)) throw new UsageError(`--timeout takes seconds above 0, not ${values.timeout}`);
  if (positionals.length === 0) throw new UsageError('name at least one Python file');
  const cases = positionals.map(readCase);
  const names = cases.map(({ name }) => name);
  const twice = values.out === undefined ? undefined : names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new UsageError(`two files would write ${twice}.out`);
  return { ...values, jobs: values.session ? 1 : Math.min(jobs, cases.length), timeout, cases };
}

/**
 * @param {string} path
 * @returns {Case}
 */
function readCase(path) {
  if (!path.endsWith('.py')) throw new UsageError(`${path} is not a .py file`);
  try {
    return { path, name: basename(path, '.py'), code: readFileSync(path, 'utf8') };
  } catch (error) {
    throw new UsageError(`${path} cannot be read (${error instanceof Error ? error.message : String(error)})`);
  }
}

/**
 * Opens one kernel for each job in the page; later ones start from the first one's snapshot.
 *
 * @param {import('@playwright/test').Page} page
 * @param {{ device: string, jobs: number, cases: Case[], session: boolean }} options
 */
async function openKernels(page, { device, jobs, cases, session }) {
  const problem = await page.evaluate(
    async ({ device, jobs, reuse }) => {
      for (let job = 0; job < jobs; job += 1) {
        const session = window.runner.open({ device: device === 'cuda' ? 'gpu' : 'cpu', snapshotFirst: reuse });
        // The others start from the first one's snapshot.
        if (job === 0) await session.ready();
      }
      const statuses = await Promise.all(window.runner.sessions.map((session) => session.ready()));
      for (const { phase, notice, device: offered } of statuses) {
        if (phase === 'failed') return `the kernel did not start: ${JSON.stringify(notice)}`;
        if (device === 'cuda' && offered?.active !== 'cuda') {
          return `this browser offers no cuda device (${offered?.reason ?? 'unknown reason'})`;
        }
      }
      return null;
    },
    { device, jobs, reuse: !session && cases.length > 1 },
  );
  if (problem !== null) throw new Error(problem);
}

/**
 * @param {import('@playwright/test').Page} page
 * @param {number} job
 * @param {Case} item
 * @param {{ timeout: number, next: boolean }} options `next`: a fresh kernel is wanted afterwards
 * @returns {Promise<Report>}
 */
function runCase(page, job, item, { timeout, next }) {
  return page.evaluate(
    async ({ job, label, code, timeoutMs, next }) => {
      const session = window.runner.sessions[job];
      if (!session) throw new Error(`there is no kernel ${job}`);
      const { outcome, outputs } = await session.run({ label, code, timeoutMs });
      let stdout = '';
      let stderr = '';
      for (const output of outputs) {
        if (output.kind === 'text' && output.stream === 'stdout') stdout += output.text;
        else if (output.kind === 'text') stderr += output.text;
        else if (output.kind === 'error') stderr += output.traceback;
        else if (output.kind === 'truncated') stderr += `(output over ${output.limit} characters was cut)\n`;
      }
      const { notice } = session.status();
      if (outcome === 'lost' && notice?.kind === 'restarted') stderr += `(${notice.cause}: ${notice.detail})\n`;
      // A kernel that was lost or timed out has been replaced already.
      if (next && outcome !== 'lost' && outcome !== 'timeout') await session.restart();
      else await session.ready();
      return { outcome, stdout, stderr };
    },
    { job, label: item.path, code: item.code, timeoutMs: timeout * 1000, next },
  );
}

/** @param {ReturnType<typeof parseCommandLine>} options */
async function run(options) {
  const log = (/** @type {string} */ line) => void process.stderr.write(`${line}\n`);
  const gpu = options.device === 'cuda' ? 'swiftshader' : 'none';
  const { page, close } = await openSitePage('runner.html', { log, gpu });
  try {
    await openKernels(page, options);
    return await runAll(page, options);
  } finally {
    await close();
  }
}

/**
 * @param {import('@playwright/test').Page} page
 * @param {ReturnType<typeof parseCommandLine>} options
 * @returns {Promise<number>} how many files failed
 */
async function runAll(page, { cases, jobs, timeout, out, session }) {
  if (out !== undefined) mkdirSync(out, { recursive: true });
  /** @type {(Report | undefined)[]} */
  const reports = cases.map(() => undefined);
  let begun = 0;
  let shown = 0;
  let failed = 0;
  const work = async (/** @type {number} */ job) => {
    while (begun < cases.length) {
      const index = begun++;
      const next = !session && begun < cases.length;
      reports[index] = await runCase(page, job, /** @type {Case} */ (cases[index]), { timeout, next });
      // In the order of the command line, as soon as the ones before are there.
      for (; reports[shown] !== undefined; shown += 1) {
        const report = /** @type {Report} */ (reports[shown]);
        if (!present(/** @type {Case} */ (cases[shown]), report, out)) failed += 1;
        reports[shown] = { ...report, stdout: '', stderr: '' };
      }
    }
  };
  await Promise.all(Array.from({ length: jobs }, (_, job) => work(job)));
  return failed;
}

/**
 * @param {Case} item
 * @param {Report} report
 * @param {string | undefined} out
 * @returns {boolean} whether the file ran to its end
 */
function present(item, { outcome, stdout, stderr }, out) {
  if (out === undefined) process.stdout.write(stdout);
  else writeFileSync(join(out, `${item.name}.out`), stdout);
  const reasons = /** @type {Record<string, string>} */ ({
    error: 'failed',
    timeout: 'took too long',
    lost: 'ended its kernel',
    interrupted: 'was interrupted',
    failed: 'could not run: the kernel did not start',
  });
  const reason = reasons[outcome];
  if (stderr !== '') process.stderr.write(stderr);
  if (reason !== undefined) process.stderr.write(`${item.path} ${reason}\n`);
  return reason === undefined;
}

try {
  const failed = await run(parseCommandLine());
  process.exitCode = failed > 0 ? 1 : 0;
} catch (error) {
  const usage = error instanceof UsageError;
  process.stderr.write(
    `cells: ${error instanceof Error ? error.message : String(error)}\n${usage ? `\n${USAGE}\n` : ''}`,
  );
  process.exitCode = 2;
}
