/** `node scripts/boot-times.mjs`: how long kernels of the built site take to start, for the table in src/kernel/README.md. */
import { openSitePage } from './site.mjs';

const ROUNDS = 5;

const { page, close } = await openSitePage('runner.html', { log: console.log });
try {
  const times = await page.evaluate(async (rounds) => {
    const { runner } = window;
    /** @param {() => Promise<unknown>} work */
    const measure = async (work) => {
      const begun = performance.now();
      await work();
      return Math.round(performance.now() - begun);
    };
    /** @param {import('../src/kernel/runner').RunnerSession} session */
    const rest = async (session) => {
      await session.run({ label: 'rest', code: 'import time\ntime.sleep(5)' });
    };
    const plain = runner.open({ standby: false });
    const results = {
      'first kernel (assets from localhost, compile, plain start)': [await measure(() => plain.ready())],
      'plain start': /** @type {number[]} */ ([]),
      'start from the snapshot': /** @type {number[]} */ ([]),
      'swap to the standby': /** @type {number[]} */ ([]),
    };
    for (let round = 0; round < rounds; round += 1) {
      results['plain start'].push(await measure(() => plain.restart()));
    }
    plain.dispose();
    const fast = runner.open({ snapshotFirst: true });
    await fast.ready();
    for (let round = 0; round < rounds; round += 1) {
      await rest(fast);
      results['swap to the standby'].push(await measure(() => fast.restart()));
      // The standby has just been used up, so this one boots.
      results['start from the snapshot'].push(await measure(() => fast.restart()));
    }
    fast.dispose();
    return results;
  }, ROUNDS);
  for (const [what, values] of Object.entries(times)) {
    const sorted = values.toSorted((a, b) => a - b);
    console.log(`${what}: median ${sorted[sorted.length >> 1] ?? '–'} ms of ${values.join(', ')}`);
  }
} finally {
  await close();
}
