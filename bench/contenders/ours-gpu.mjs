/** The product on the machine's GPU; left out where the browser has no real one, and for works that have nothing to gain there. */
import * as ours from './ours.mjs';

export const name = 'ours (Python, cuda)';

/** @param {{ browser: import('@playwright/test').Browser, work: string }} options */
export const start = async ({ browser, work }) =>
  work === 'w8' ? null : ours.start({ browser, work, device: 'auto' });
