/** Makes a fresh clone ready: Node's version, installed packages, a built site. Uses nothing but Node itself. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withLock } from './lock.mjs';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** What the site is made of; a change in any of them makes dist stale. */
const BUILD_INPUTS = [
  'src',
  'lessons',
  'exercises',
  'public',
  'index.html',
  'runner.html',
  'grader.html',
  'regrade.html',
  'vite.config.ts',
  'package-lock.json',
];

/** How the site is built, for this module and for `npm test`. */
export const BUILD = {
  command: ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'],
  // Vite announces that a later version will want file extensions in the modules of its configuration: no news for readers.
  env: { VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true' },
};

/** @returns {string | null} a sentence when this Node is too old */
export function nodeProblem() {
  const { engines } = readJson(join(ROOT, 'package.json'));
  const wanted = /(\d+)\.(\d+)/.exec(engines.node) ?? ['', '0', '0'];
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const enough = major > Number(wanted[1]) || (major === Number(wanted[1]) && minor >= Number(wanted[2]));
  return enough ? null : `This needs Node ${engines.node}; you have ${process.versions.node}. Get it from nodejs.org.`;
}

/**
 * Installs the locked packages when node_modules does not hold exactly them.
 *
 * @returns {Promise<boolean>} whether anything was installed
 */
export async function ensureInstalled() {
  if (isInstalled()) return false;
  const npm = process.env['npm_execpath'];
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const status = npm?.endsWith('.js')
    ? await runCommand(process.execPath, [npm, ...args])
    : await runCommand('npm', args);
  if (status !== 0) throw new Error('npm ci failed: its message is above.');
  return true;
}

/**
 * Builds the site when dist is missing or older than what it is made of. Of several scripts that find it so, one builds.
 *
 * @param {{ log?: (line: string) => void }} [options]
 */
export async function ensureBuilt({ log = () => undefined } = {}) {
  if (isBuilt()) return;
  await withLock(join(ROOT, '.cache/build.lock'), async () => {
    if (isBuilt()) return;
    log('Building the site (up to a minute) …');
    const status = await runCommand(process.execPath, BUILD.command, BUILD.env);
    if (status !== 0) throw new Error('The build failed: its message is above.');
  });
}

function isInstalled() {
  const installed = join(ROOT, 'node_modules/.package-lock.json');
  if (!existsSync(installed)) return false;
  const present = readJson(installed).packages;
  // Optional packages are those of other platforms: npm leaves them out.
  return Object.entries(readJson(join(ROOT, 'package-lock.json')).packages).every(
    ([path, entry]) => path === '' || entry.optional === true || present[path]?.version === entry.version,
  );
}

function isBuilt() {
  const result = join(ROOT, 'dist/index.html');
  if (!existsSync(result)) return false;
  const built = statSync(result).mtimeMs;
  return BUILD_INPUTS.every((input) => newest(join(ROOT, input)) <= built);
}

/** Folders count too: their time changes when a file in them is removed. */
function newest(/** @type {string} */ path) {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return 0;
  let time = stats.mtimeMs;
  if (!stats.isDirectory()) return time;
  for (const name of readdirSync(path)) time = Math.max(time, newest(join(path, name)));
  return time;
}

function readJson(/** @type {string} */ path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 * @returns {Promise<number>} its exit status; 127 when it did not start
 */
function runCommand(command, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32' && command === 'npm',
    });
    child.on('error', () => resolve(127));
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
