/** The product itself: the work's Python file in a kernel of the built site, in headless Chromium; on a GPU if there is one. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startServer } from '../../scripts/serve.mjs';
import { ensureBuilt, ROOT } from '../../scripts/setup.mjs';

export const name = 'ours (Python, cpu)';

/**
 * @param {{ browser: import('@playwright/test').Browser, work: string, device?: 'cpu' | 'auto' | 'gpu' }} options `auto`
 *   takes a real GPU only and gives null without one, `gpu` also a software adapter
 */
export async function start({ browser, work, device = 'cpu' }) {
  await ensureBuilt({ log: (line) => process.stderr.write(`${line}\n`) });
  const server = await startServer();
  const page = await browser.newPage();
  await page.goto(`${server.url}runner.html`);
  const status = await page.evaluate((device) => window.runner.open({ device }).ready(), device);
  const stop = async () => {
    await page.close();
    await server.close();
  };
  const isGpu = status.device?.active === 'cuda';
  if (device !== 'cpu' && !isGpu) return stop().then(() => null);
  const run = async (/** @type {string} */ code) => {
    const report = await page.evaluate((code) => window.runner.sessions[0]?.run({ label: 'bench', code }), code);
    const outputs = report?.outputs ?? [];
    if (report?.outcome !== 'ok') throw new Error(`${name}: ${JSON.stringify(outputs)}`);
    return outputs.map((output) => (output.kind === 'text' ? output.text : '')).join('');
  };
  await run(`DEVICE = "${isGpu ? 'cuda' : 'cpu'}"`);
  const common = work.startsWith('n') ? 'common_numpy' : 'common';
  for (const file of [common, work]) await run(readFileSync(join(ROOT, 'bench/works', `${file}.py`), 'utf8'));
  const ask = async (/** @type {string} */ expression) => JSON.parse(await run(`print(json.dumps(${expression}))`));
  return {
    losses: (/** @type {number} */ count) => ask(`losses(${count})`),
    measure: () => ask('measure()'),
    run,
    stop,
  };
}
