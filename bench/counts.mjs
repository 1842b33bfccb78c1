/**
 * `node bench/counts.mjs [WORK…]`: what a steady training step asks of the GPU. These figures do not depend on the machine, so
 * a software adapter serves: commands (dispatches), submissions, reads and the bytes they bring, shaders compiled, buffers
 * made and bytes of GPU memory taken.
 */
import { chromium } from '@playwright/test';
import { chromiumArgs, findBrowser } from '../scripts/browser.mjs';
import * as ours from './contenders/ours.mjs';

const WORKS = ['w1', 'w2', 'w3', 'w6', 'w7'];
const COUNTERS = ['dispatches', 'submits', 'reads', 'bytes_read', 'shaders', 'buffers', 'bytes'];
const WARM_UP = 2;
const STEPS = 3;

const COUNT = `
import bridge
_names = ${JSON.stringify(COUNTERS.map((name) => `gpu_${name}`))}
losses(${WARM_UP})
_before = [getattr(bridge, name)() for name in _names]
losses(${STEPS})
print(json.dumps([(getattr(bridge, name)() - before) / ${STEPS} for name, before in zip(_names, _before)]))
`;

const { executablePath } = await findBrowser();
const browser = await chromium.launch({ executablePath, args: chromiumArgs({ gpu: 'swiftshader' }) });
const asked = process.argv.slice(2).map((work) => work.toLowerCase());
console.log(`${'a step of'.padEnd(12)}${COUNTERS.map((name) => name.padStart(12)).join('')}`);
try {
  for (const work of WORKS.filter((name) => asked.length === 0 || asked.includes(name))) {
    const instance = await ours.start({ browser, work, device: 'gpu' });
    if (instance === null) throw new Error('this browser has no WebGPU, not even in software');
    const counts = JSON.parse(await instance.run(COUNT));
    console.log(`${work.padEnd(12)}${counts.map((/** @type {number} */ n) => String(n).padStart(12)).join('')}`);
    await instance.stop();
  }
} finally {
  await browser.close();
}
