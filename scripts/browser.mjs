/**
 * Finds (or, when asked, installs) the Chromium that tests and the headless runner drive.
 * Starting and driving it is left to Playwright.
 */
import { execFile, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** JSPI, which `device="cuda"` needs, is on by default from this version. */
const OLDEST_CHROMIUM = 137;

const COMMANDS = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'chrome', 'microsoft-edge'];

const APPLICATIONS = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
    .flatMap((name) => process.env[name] ?? [])
    .flatMap((folder) => [
      join(folder, 'Google/Chrome/Application/chrome.exe'),
      join(folder, 'Chromium/Application/chrome.exe'),
      join(folder, 'Microsoft/Edge/Application/msedge.exe'),
    ]),
};

const NOT_FOUND = [
  'No usable Chrome or Chromium was found, and none could be installed.',
  `Install Chrome or Chromium ${OLDEST_CHROMIUM} or newer, or set CHROMIUM_PATH to its executable, and run this again.`,
].join('\n');

const isRoot = () => process.getuid?.() === 0;

/**
 * Command line flags for every Chromium this project starts.
 * `swiftshader` gives a software WebGPU: slow, but right. `none` leaves WebGPU as the machine has it.
 *
 * @param {{ gpu: 'none' | 'swiftshader' }} options
 * @returns {string[]}
 */
export function chromiumArgs({ gpu }) {
  const args = [];
  // Chromium refuses to start its own sandbox as root; containers have a /dev/shm too small for it.
  if (isRoot()) args.push('--no-sandbox');
  if (process.platform === 'linux') args.push('--disable-dev-shm-usage');
  if (gpu === 'swiftshader') {
    args.push('--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader', '--enable-features=Vulkan');
  }
  return args;
}

/**
 * The browser to use, in this order: CHROMIUM_PATH, an installed Chrome or Chromium, Playwright's download, and with
 * `install` also `npx playwright install chromium`, then `apt-get install chromium` (Debian, as root).
 *
 * @param {{ install?: boolean }} [options]
 * @returns {Promise<{ executablePath: string, source: string }>}
 * @throws {Error} with a sentence for people when there is none.
 */
export async function findBrowser({ install = false } = {}) {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined && named !== '') {
    const problem = await whyUnusable(named);
    if (problem !== null) throw new Error(`CHROMIUM_PATH is ${named}, but ${problem}.`);
    return { executablePath: named, source: 'CHROMIUM_PATH' };
  }

  const present = (await findInstalled()) ?? (await findPlaywright());
  if (present !== null) return present;
  if (!install) throw new Error(NOT_FOUND);

  const attempts = [];
  const downloaded = await runVisibly('npx', ['playwright', 'install', 'chromium'], 8 * 60_000);
  const fromPlaywright = await findPlaywright();
  if (fromPlaywright !== null) return fromPlaywright;
  attempts.push(
    `npx playwright install chromium: ${downloaded ? 'the browser does not start (system libraries missing?)' : 'failed'}`,
  );

  if (isRoot() && isDebian()) {
    const updated = await runVisibly('apt-get', ['update'], 5 * 60_000);
    const installed =
      updated && (await runVisibly('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], 10 * 60_000));
    const fromPackages = await findInstalled();
    if (fromPackages !== null) return { ...fromPackages, source: 'apt-get install chromium' };
    attempts.push(`apt-get install chromium: ${installed ? 'the browser does not start' : 'failed'}`);
  } else {
    attempts.push('apt-get install chromium: only tried on Debian as root');
  }
  throw new Error([NOT_FOUND, ...attempts.map((line) => `  tried ${line}`)].join('\n'));
}

async function findInstalled() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command)));
  const applications = process.platform in APPLICATIONS ? APPLICATIONS[platformKey()] : [];
  for (const executablePath of [...onPath, ...applications]) {
    if (existsSync(executablePath) && (await whyUnusable(executablePath)) === null) {
      return { executablePath, source: 'installed' };
    }
  }
  return null;
}

async function findPlaywright() {
  // Resolved at call time: this module is also loaded before the dependencies are installed.
  const require = createRequire(import.meta.url);
  let executablePath = '';
  try {
    executablePath = require('@playwright/test').chromium.executablePath();
  } catch {
    return null;
  }
  if (!existsSync(executablePath) || (await whyUnusable(executablePath)) !== null) return null;
  return { executablePath, source: 'playwright' };
}

/**
 * @param {string} executablePath
 * @returns {Promise<string | null>} null when it starts and is new enough
 */
async function whyUnusable(executablePath) {
  if (!existsSync(executablePath)) return 'there is no such file';
  // `chrome.exe --version` opens a window instead of printing.
  if (process.platform === 'win32') return null;
  try {
    const { stdout } = await run(executablePath, ['--version'], { timeout: 20_000 });
    const version = Number(/(\d+)\.\d+\.\d+/.exec(stdout)?.[1]);
    if (!Number.isFinite(version)) return `it does not name its version (it printed "${stdout.trim()}")`;
    return version >= OLDEST_CHROMIUM ? null : `version ${version} is older than ${OLDEST_CHROMIUM}`;
  } catch (error) {
    return `it does not start (${error instanceof Error ? error.message.trim() : String(error)})`;
  }
}

function platformKey() {
  return process.platform === 'darwin' ? 'darwin' : 'win32';
}

function isDebian() {
  try {
    return /^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

/**
 * Runs an installer with its output on stderr, so that stdout stays the caller's.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {number} timeout milliseconds
 * @returns {Promise<boolean>} whether it ended with status 0
 */
function runVisibly(command, args, timeout) {
  process.stderr.write(`$ ${command} ${args.join(' ')}\n`);
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 2, 2],
      timeout,
      shell: process.platform === 'win32',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    child.on('error', () => resolve(false));
    child.on('exit', (code) => resolve(code === 0));
  });
}
