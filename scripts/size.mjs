/**
 * `npm run size`: what the built site weighs with Brotli, by tier, against budgets; fails when one is exceeded.
 * Quality 9, as hosts use it: the best quality is about a twentieth smaller. `--files` lists the largest files too.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { ROOT } from './setup.mjs';

const KB = 1000;
const BUDGETS = { shell: 500 * KB, python: 9900 * KB, extras: 2600 * KB, dataset: 10_500 * KB };
/** Of what every reader gets; the dataset is fetched on request. */
const TOTAL = 13_000 * KB;
const LISTED = 15;

const compress = promisify(brotliCompress);
const dist = join(ROOT, 'dist');

/** @typedef {keyof typeof BUDGETS} Tier */
/** @type {{ files: { path: string, bytes: number, tier: Tier }[] }} */
const { files } = JSON.parse(readFileSync(join(dist, 'offline.json'), 'utf8'));

/** @type {{ path: string, tier: Tier, bytes: number, brotli: number }[]} */
const weighed = [];
for (const { path, tier, bytes } of files) {
  const content = readFileSync(join(dist, path));
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: bytes };
  const { length } = await compress(content, { params });
  // Hosts send what does not shrink as it is.
  weighed.push({ path, tier, bytes, brotli: Math.min(length, bytes) });
}

const kb = (/** @type {number} */ bytes) => `${(bytes / KB).toFixed(0)} KB`.padStart(10);
const sum = (/** @type {typeof weighed} */ some, /** @type {'bytes' | 'brotli'} */ key) =>
  some.reduce((total, each) => total + each[key], 0);

const forAll = weighed.filter(({ tier }) => tier !== 'dataset');
const rows = [
  ...Object.entries(BUDGETS).map(([tier, budget]) => {
    const some = weighed.filter((each) => each.tier === tier);
    return { name: tier, count: some.length, bytes: sum(some, 'bytes'), brotli: sum(some, 'brotli'), budget };
  }),
  {
    name: 'total',
    count: forAll.length,
    bytes: sum(forAll, 'bytes'),
    brotli: sum(forAll, 'brotli'),
    budget: TOTAL,
  },
];

console.log(`tier     files        size      brotli      budget`);
for (const { name, count, bytes, brotli, budget } of rows) {
  const mark = brotli > budget ? '  over' : '';
  console.log(`${name.padEnd(7)}${String(count).padStart(7)}  ${kb(bytes)}  ${kb(brotli)}  ${kb(budget)}${mark}`);
}
if (process.argv.includes('--files')) {
  for (const tier of Object.keys(BUDGETS)) {
    console.log(`\n${tier}`);
    const some = weighed.filter((each) => each.tier === tier).toSorted((a, b) => b.brotli - a.brotli);
    for (const { path, brotli } of some.slice(0, LISTED)) console.log(`${kb(brotli)}  ${path}`);
  }
}
const over = rows.filter(({ brotli, budget }) => brotli > budget);
console.log(`${rows.length - over.length} passed, ${over.length} failed`);
process.exitCode = over.length > 0 ? 1 : 0;
