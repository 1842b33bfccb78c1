/** A library for browsers as a contender: its works of bench/web, built once, in the same browser as ours. */
import { copyFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { startServer } from '../../scripts/serve.mjs';
import { ROOT } from '../../scripts/setup.mjs';

/** @type {Promise<string> | undefined} */
let built;

/** The folder of the built page. */
async function build() {
  const root = join(ROOT, 'node_modules/.cache/bench-web');
  const vite = await import('vite');
  await vite.build({
    root: join(ROOT, 'bench/web'),
    configFile: false,
    logLevel: 'error',
    base: './',
    build: { outDir: root, emptyOutDir: true, target: 'es2024' },
  });
  const wasm = join(ROOT, 'node_modules/@tensorflow/tfjs-backend-wasm/dist');
  for (const file of readdirSync(wasm)) if (file.endsWith('.wasm')) copyFileSync(join(wasm, file), join(root, file));
  return root;
}

/**
 * @param {{ name: string, library: string, works: readonly string[] }} contender what bench/web/main.ts calls the library, and
 *   the works that it can do
 */
export function webContender({ name, library, works }) {
  /** @param {{ browser: import('@playwright/test').Browser, work: string }} options */
  async function start({ browser, work }) {
    if (!works.includes(work)) return null;
    built ??= build();
    const server = await startServer({ root: await built });
    const page = await browser.newPage();
    await page.goto(`${server.url}?library=${library}&work=${work}`);
    const backend = await page.evaluate(async () => (await window.work).backend);
    if (backend !== 'wasm') throw new Error(`${name} runs on ${backend}`);
    return {
      losses: (/** @type {number} */ count) => page.evaluate(async (count) => (await window.work).losses(count), count),
      measure: () => page.evaluate(async () => (await window.work).measure()),
      stop: async () => {
        await page.close();
        await server.close();
      },
    };
  }
  return { name, start };
}
