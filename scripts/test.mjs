/**
 * `npm test -- [STEP…] [--list] [--verbose]`: makes a fresh clone ready, runs every step (or the named ones) and closes with
 * one line, `tests: N passed, N failed`. The output of a step is shown when it fails, or passed only at a second try.
 */
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findBrowser } from './browser.mjs';
import { ensureInstalled, nodeProblem, ROOT } from './setup.mjs';
import { prepareResults, STEPS } from './test-steps.mjs';

const LONGEST_OUTPUT = 300;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { list: { type: 'boolean', default: false }, verbose: { type: 'boolean', default: false } },
});

async function main() {
  const unknown = positionals.filter((name) => !STEPS.some((step) => step.name === name));
  if (unknown.length > 0) {
    console.error(`No such step: ${unknown.join(', ')}. Steps: ${STEPS.map(({ name }) => name).join(', ')}.`);
    return 2;
  }
  const steps = STEPS.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  const total = { passed: 0, failed: 0, skipped: 0 };
  /** @type {Set<string>} */
  const broken = new Set();

  const ready = await timed('install', async () => {
    const problem = nodeProblem();
    if (problem !== null) throw new Error(problem);
    return (await ensureInstalled()) ? 'installed the packages' : 'nothing missing';
  });
  if (!ready) broken.add('install');

  if (ready && steps.some(({ browser }) => browser)) {
    const found = await timed('browser', async () => {
      const { executablePath, source } = await findBrowser({ install: true });
      process.env['CHROMIUM_PATH'] = executablePath;
      return `${executablePath} (${source})`;
    });
    if (!found) broken.add('browser');
  }

  for (const report of prepareResults()) rmSync(report, { force: true });
  for (const step of steps) {
    const missing = ['install', step.browser ? 'browser' : '', step.after ?? ''].find((name) => broken.has(name));
    if (missing !== undefined) {
      console.log(`✗ ${step.name.padEnd(8)} not run: ${missing} failed`);
      total.failed += 1;
      continue;
    }
    const counts = await runStep(step);
    total.passed += counts.passed;
    total.failed += counts.failed;
    total.skipped += counts.skipped ?? 0;
    if (counts.failed > 0) broken.add(step.name);
  }

  if (total.skipped > 0) console.log(`${total.skipped} skipped`);
  console.log(`tests: ${total.passed} passed, ${total.failed} failed`);
  return total.failed > 0 ? 1 : 0;
}

/**
 * @param {import('./test-steps.mjs').Step} step
 * @returns {Promise<import('./test-steps.mjs').Counts>}
 */
async function runStep(step) {
  const start = performance.now();
  if (process.stdout.isTTY) process.stdout.write(`  ${step.name.padEnd(8)} ${step.about} …`);
  const { status, output } = await runNode(step);
  const counts = step.count(status, output);
  if (process.stdout.isTTY) process.stdout.write('\r\u001B[K');
  const mark = counts.failed === 0 ? '✓' : '✗';
  const numbers = counts.passed + counts.failed > 1 ? `  ${counts.passed} passed, ${counts.failed} failed` : '';
  const { unsteady = 0 } = counts;
  const second = unsteady > 0 ? `, ${unsteady} at the second try` : '';
  console.log(`${mark} ${step.name.padEnd(8)} ${seconds(start)}${numbers}${second}`);
  if (counts.failed > 0 || unsteady > 0 || values.verbose) console.log(tail(output));
  return counts;
}

/**
 * @param {import('./test-steps.mjs').Step} step
 * @returns {Promise<{ status: number, output: string }>}
 */
function runNode({ command, env, timeout }) {
  const [script = '', ...args] = command;
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(process.execPath, [join(ROOT, script), ...args], {
      cwd: ROOT,
      env: { ...process.env, ...env, FORCE_COLOR: '0', NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own, so that the time limit also ends servers and browsers that the step started.
      detached: process.platform !== 'win32',
    });
    const end = (/** @type {NodeJS.Signals} */ signal) => {
      if (child.pid === undefined || child.exitCode !== null) return;
      if (process.platform === 'win32') child.kill(signal);
      else process.kill(-child.pid, signal);
    };
    const limit = setTimeout(() => {
      output += `\nStopped after ${timeout / 60_000} minutes.\n`;
      end('SIGKILL');
    }, timeout);
    const stop = () => {
      end('SIGTERM');
      process.exit(130);
    };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (text) => (output += text));
    }
    const finish = (/** @type {number} */ status) => {
      clearTimeout(limit);
      process.off('SIGINT', stop);
      process.off('SIGTERM', stop);
      resolve({ status, output });
    };
    child.on('error', (error) => {
      output += error.message;
      finish(127);
    });
    child.on('close', (code) => finish(code ?? 1));
  });
}

/**
 * A step of making ready: shown with its result, not counted as a test.
 *
 * @param {string} name
 * @param {() => Promise<string>} work
 * @returns {Promise<boolean>}
 */
async function timed(name, work) {
  const start = performance.now();
  try {
    const result = await work();
    console.log(`· ${name.padEnd(8)} ${seconds(start)}  ${result}`);
    return true;
  } catch (error) {
    console.log(`✗ ${name.padEnd(8)} ${seconds(start)}\n${error instanceof Error ? error.message : String(error)}`);
    return false;
  }
}

const seconds = (/** @type {number} */ start) => `${((performance.now() - start) / 1000).toFixed(1).padStart(6)} s`;

function tail(/** @type {string} */ output) {
  const lines = output.trimEnd().split('\n');
  const cut = lines.length > LONGEST_OUTPUT ? [`… ${lines.length - LONGEST_OUTPUT} lines above …`] : [];
  return [...cut, ...lines.slice(-LONGEST_OUTPUT)].map((line) => `    ${line}`).join('\n');
}

if (values.list) {
  for (const { name, about } of STEPS) console.log(`${name.padEnd(8)} ${about}`);
} else {
  process.exitCode = await main();
}
