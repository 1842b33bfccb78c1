/** TensorFlow.js: LayersModel.fit on the WASM backend, in the same browser as ours. */
import { copyFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { startServer } from '../../scripts/serve.mjs';
import { ROOT } from '../../scripts/setup.mjs';

export const name = 'tfjs LayersModel (WASM)';

/** @param {{ browser: import('@playwright/test').Browser, work: string }} options */
export async function start({ browser, work }) {
  if (work !== 'w1' && work !== 'w8') return null;
  const root = join(ROOT, 'node_modules/.cache/bench-tfjs');
  const { build } = await import('vite');
  await build({
    root: join(ROOT, 'bench/tfjs'),
    configFile: false,
    logLevel: 'error',
    base: './',
    build: { outDir: root, emptyOutDir: true },
  });
  const wasm = join(ROOT, 'node_modules/@tensorflow/tfjs-backend-wasm/dist');
  for (const file of readdirSync(wasm)) if (file.endsWith('.wasm')) copyFileSync(join(wasm, file), join(root, file));
  const server = await startServer({ root });
  const page = await browser.newPage();
  await page.goto(server.url);
  const backend = await page.evaluate(() => window.work.setup());
  if (backend !== 'wasm') throw new Error(`${name} runs on ${backend}`);
  return {
    losses: (/** @type {number} */ count) => page.evaluate((count) => window.work.losses(count), count),
    measure: () => page.evaluate(() => window.work.measure()),
    stop: async () => {
      await page.close();
      await server.close();
    },
  };
}
