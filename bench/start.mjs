/**
 * `node bench/start.mjs [--rounds 5]`: how long a visit takes on the built site, each in a browser that has just been started: until the
 * text of a lesson can be read, and until its Python is ready. The first visit fills the caches; of the others every second one finds no
 * snapshot of Python.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { chromiumArgs, findBrowser } from '../scripts/browser.mjs';
import { startServer } from '../scripts/serve.mjs';
import { ensureBuilt } from '../scripts/setup.mjs';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } });
const LESSON = '#/ja/lesson/pytorch-basics';
const LIMIT = { timeout: 180_000 };
const SNAPSHOT = 'python-snapshot';
const READABLE = 'text can be read';
const READY = 'Python is ready';

await ensureBuilt({ log: console.error });
const { executablePath } = await findBrowser();
const server = await startServer();
const profile = mkdtempSync(join(tmpdir(), 'visits-'));
try {
  report('first visit', [await visit()]);
  const plain = /** @type {number[][]} */ ([]);
  const fast = /** @type {number[][]} */ ([]);
  for (let round = 0; round < Number(values.rounds); round += 1) {
    fast.push(await visit({ dropSnapshot: true }));
    plain.push(await visit());
  }
  report('later visits without a snapshot', plain);
  report('later visits', fast);
} finally {
  await server.close();
  rmSync(profile, { recursive: true });
}

/** Ends when the site and the snapshot are kept for the next visit, or with the latter dropped. @param {{ dropSnapshot?: boolean }} [options] */
async function visit({ dropSnapshot = false } = {}) {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: chromiumArgs({ gpu: 'none' }),
  });
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    await page.addInitScript(watch, [READABLE, READY]);
    await page.goto(server.url + LESSON);
    await page.waitForFunction((name) => performance.getEntriesByName(name).length > 0, READY, LIMIT);
    await page.getByTestId('offline-badge').filter({ hasText: 'オフラインで使えます' }).waitFor(LIMIT);
    await page.evaluate(async (name) => {
      while ((await (await caches.open(name)).keys()).length === 0)
        await new Promise((resolve) => setTimeout(resolve, 200));
    }, SNAPSHOT);
    if (dropSnapshot) await page.evaluate((name) => caches.delete(name), SNAPSHOT);
    return await page.evaluate(
      (names) => names.map((name) => performance.getEntriesByName(name)[0]?.startTime ?? Number.NaN),
      [READABLE, READY],
    );
  } finally {
    await context.close();
  }
}

/** Runs in the page before its own code. @param {string[]} names */
function watch([readable = '', ready = '']) {
  const mark = (/** @type {string} */ name) => {
    if (performance.getEntriesByName(name).length === 0) performance.mark(name);
  };
  const look = () => {
    // The frame after the next one: then it has been drawn.
    if (document.querySelector('main p') !== null)
      requestAnimationFrame(() => requestAnimationFrame(() => mark(readable)));
    if (document.querySelector('[data-testid="kernel-badge"][data-phase="idle"]') !== null) mark(ready);
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
}

/** @param {string} what @param {number[][]} visits */
function report(what, visits) {
  [READABLE, READY].forEach((name, at) => {
    const times = visits.map((visit) => Math.round(visit[at] ?? Number.NaN)).toSorted((a, b) => a - b);
    console.log(`${what}, ${name}: median ${times[times.length >> 1]} ms of ${times.join(', ')}`);
  });
}
