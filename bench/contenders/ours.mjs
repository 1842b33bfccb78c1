/** The product itself: the work's Python file in a kernel of the built site, in headless Chromium. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startServer } from '../../scripts/serve.mjs';
import { ensureBuilt, ROOT } from '../../scripts/setup.mjs';

export const name = 'ours (Python, cpu)';

/** @param {{ browser: import('@playwright/test').Browser, work: string }} options */
export async function start({ browser, work }) {
  await ensureBuilt({ log: (line) => process.stderr.write(`${line}\n`) });
  const server = await startServer();
  const page = await browser.newPage();
  await page.goto(`${server.url}runner.html`);
  await page.evaluate(() => window.runner.open({ device: 'cpu' }).ready());
  const run = async (/** @type {string} */ code) => {
    const report = await page.evaluate((code) => window.runner.sessions[0]?.run({ label: 'bench', code }), code);
    const outputs = report?.outputs ?? [];
    if (report?.outcome !== 'ok') throw new Error(`${name}: ${JSON.stringify(outputs)}`);
    return outputs.map((output) => (output.kind === 'text' ? output.text : '')).join('');
  };
  const common = work.startsWith('n') ? 'common_numpy' : 'common';
  for (const file of [common, work]) await run(readFileSync(join(ROOT, 'bench/works', `${file}.py`), 'utf8'));
  const ask = async (/** @type {string} */ expression) => JSON.parse(await run(`print(json.dumps(${expression}))`));
  return {
    losses: (/** @type {number} */ count) => ask(`losses(${count})`),
    measure: () => ask('measure()'),
    stop: async () => {
      await page.close();
      await server.close();
    },
  };
}
