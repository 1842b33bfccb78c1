/**
 * `npm run bench [-- --only w1,n2 --rounds 7 --json FILE]`: times the same work on every contender, in turn in one run, after
 * checking that all reach the same losses from the same weights (the same numbers, for n1 to n3, which are NumPy's). Prints
 * medians, minima and ratios to native PyTorch or NumPy (to ours where that is missing). It is a measurement, not a test:
 * nothing fails on time.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { chromiumArgs, findBrowser } from '../scripts/browser.mjs';
import * as jaxJs from './contenders/jax-js.mjs';
import * as numpy from './contenders/numpy.mjs';
import * as ours from './contenders/ours.mjs';
import * as oursGpu from './contenders/ours-gpu.mjs';
import * as pytorch from './contenders/pytorch.mjs';
import * as tfjsCore from './contenders/tfjs-core.mjs';
import * as tfjsLayers from './contenders/tfjs-layers.mjs';

const WORKS = ['w1', 'w2', 'w3', 'w4', 'w5', 'w6', 'w7', 'w8', 'n1', 'n2', 'n3'];
const CHECKED_LOSSES = 4;

const { values } = parseArgs({
  options: { only: { type: 'string' }, rounds: { type: 'string', default: '7' }, json: { type: 'string' } },
});
const rounds = Number(values.rounds);
const works = WORKS.filter((work) => values.only === undefined || values.only.toLowerCase().split(',').includes(work));
if (works.length === 0 || !(rounds >= 1)) {
  console.error(`usage: npm run bench [-- --only ${WORKS.join(',')} --rounds N --json FILE]`);
  process.exit(2);
}

const { executablePath } = await findBrowser();
const browser = await chromium.launch({ executablePath, args: chromiumArgs({ gpu: 'none' }) });
const results = [];
try {
  for (const work of works) results.push(await compare(work));
} finally {
  await browser.close();
}
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(results, null, 2)}\n`);

/** @param {string} work */
async function compare(work) {
  const running = [];
  const contenders = work.startsWith('n') ? [numpy, ours] : [pytorch, ours, oursGpu, tfjsLayers, tfjsCore, jaxJs];
  for (const contender of contenders) {
    const instance = await contender.start({ browser, work });
    if (instance === null) console.log(`${contender.name}: not here`);
    else running.push({ name: contender.name, instance, times: /** @type {number[]} */ ([]) });
  }
  await checkLosses(running);
  for (const { instance } of running) await instance.measure();
  for (let round = 0; round < rounds; round += 1) {
    for (const { instance, times } of running) times.push(await instance.measure());
  }
  for (const { instance } of running) await instance.stop();
  const rows = running.map(({ name, times }) => ({ name, median: median(times), minimum: Math.min(...times), times }));
  const base = rows[0]?.median ?? Number.NaN;
  console.log(`\n${work}, ms a ${work.startsWith('n') ? 'call' : 'step'} (${rounds} rounds in turn)\n`);
  console.log(`${'contender'.padEnd(28)}${'median'.padStart(9)}${'minimum'.padStart(9)}${'ratio'.padStart(8)}`);
  for (const { name, median, minimum } of rows) {
    console.log(
      `${name.padEnd(28)}${median.toFixed(3).padStart(9)}${minimum.toFixed(3).padStart(9)}${(median / base).toFixed(2).padStart(8)}`,
    );
  }
  return { work, rounds, rows };
}

/** @param {{ name: string, instance: { losses(count: number): Promise<number[]> } }[]} running */
async function checkLosses(running) {
  /** @type {{ name: string, losses: number[] } | undefined} */
  let first;
  for (const { name, instance } of running) {
    const losses = await instance.losses(CHECKED_LOSSES);
    first ??= { name, losses };
    losses.forEach((loss, i) => {
      const wanted = /** @type {number} */ (first?.losses[i]);
      if (!(Math.abs(loss - wanted) <= 1e-3 * Math.abs(wanted))) {
        throw new Error(`number ${i}: ${name} has ${loss}, ${first?.name} has ${wanted}`);
      }
    });
  }
  console.log(`all agree on ${first?.losses.map((loss) => loss.toFixed(4)).join(' ')}`);
}

/** @param {readonly number[]} numbers */
function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return /** @type {number} */ (sorted[sorted.length >> 1]);
}
