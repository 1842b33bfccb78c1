/**
 * `npm run examples -- [NAME…]`: runs the programs of lessons/examples in the built site's kernel, one at a time, and checks that
 * each ends in less than a minute and learns what its text promises. (`npm test` runs two of them, on their pages.)
 */
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runFiles } from './run-cells.mjs';
import { ensureBuilt, ROOT } from './setup.mjs';

const SECONDS = 60;

/** @typedef {{ text: RegExp, holds: (value: number) => boolean, promise: string }} Aim */

/** The last number that the pattern finds in the output, and what it must be. @type {Record<string, Aim>} */
const PROMISES = {
  '01-scalar-autograd': {
    text: /step\s+59 .*right (\d+)/g,
    holds: (right) => right >= 54,
    promise: 'tells 54 of 60 points apart',
  },
  '02-names-mlp': { text: /held out ([\d.]+)/g, holds: (loss) => loss < 2.2, promise: 'held-out loss below 2.2' },
  '03-tiny-gpt': { text: /loss ([\d.]+)/g, holds: (loss) => loss < 0.6, promise: 'loss below 0.6' },
  '04-digits-cnn': {
    text: /test accuracy ([\d.]+)%/g,
    holds: (accuracy) => accuracy >= 97,
    promise: '97 % test accuracy',
  },
  '05-gan': {
    text: /radius ([\d.]+)/g,
    holds: (radius) => Math.abs(radius - 2) < 0.3,
    promise: 'a radius near 2',
  },
  '06-vae': { text: /test ([\d.]+)/g, holds: (loss) => loss < 132, promise: 'test loss below 132' },
  '07-lstm': { text: /typical test error ([\d.]+)/g, holds: (error) => error < 0.1, promise: 'test error below 0.1' },
  '08-figures': { text: /last loss ([\d.]+)/g, holds: (loss) => loss < 0.2, promise: 'draws to its end' },
};

process.chdir(ROOT);
const wanted = process.argv.slice(2);
const folder = join('lessons', 'examples');
const out = join('.cache', 'examples');
await ensureBuilt({ log: (line) => console.error(line) });

let passed = 0;
let failed = 0;
for (const name of readdirSync(folder).sort()) {
  if (!/^\d/.test(name) || (wanted.length > 0 && !wanted.some((part) => name.includes(part)))) continue;
  const { problem, seconds } = await tryExample(name);
  console.log(
    `${name.padEnd(20)} ${seconds.toFixed(1).padStart(6)} s  ${problem ?? PROMISES[name]?.promise ?? 'ran to its end'}`,
  );
  if (problem === null) passed += 1;
  else failed += 1;
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;

async function tryExample(/** @type {string} */ name) {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const start = performance.now();
  const status = await runFiles(['--timeout', String(SECONDS), '--out', out, join(folder, name, 'example.py')]);
  const seconds = (performance.now() - start) / 1000;
  return { seconds, problem: status === 0 ? brokenPromise(name) : 'did not end well (see above)' };
}

function brokenPromise(/** @type {string} */ name) {
  const promise = PROMISES[name];
  if (promise === undefined) return null;
  const printed = readFileSync(join(out, 'example.out'), 'utf8');
  const last = [...printed.matchAll(promise.text)].at(-1)?.[1];
  if (last !== undefined && promise.holds(Number(last))) return null;
  return `promises: ${promise.promise}; got ${last ?? 'nothing'}`;
}
