/** Calls scripts/cells.mjs, the headless runner, for the scripts that check lessons and Python packages. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './setup.mjs';

/**
 * @param {readonly string[]} args as on the runner's command line
 * @returns {Promise<number>} its exit status: 0 when every file ran to its end
 */
export function runFiles(args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(ROOT, 'scripts/cells.mjs'), ...args], {
      cwd: ROOT,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.on('error', () => resolve(127));
    child.on('close', (code) => resolve(code ?? 1));
  });
}
