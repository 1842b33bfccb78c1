/**
 * Programs with what the real library prints beside them: src/python/tests/oracle for PyTorch, NumPy and scikit-learn, which
 * a machine can have, and src/python/tests/keras for TensorFlow and Keras (2.21 and 3.15 made what is there).
 *
 *   node scripts/oracle.mjs [NAME…]           runs them with the real library and writes .out; PyTorch's Python is
 *                                             $ORACLE_PYTHON, else /usr/bin/python3; TensorFlow's is $KERAS_PYTHON
 *   node scripts/oracle.mjs --check [NAME…]   runs them with our packages and compares
 *   node scripts/oracle.mjs --built [NAME…]   the same in the built site's kernel, as `npm test` does
 *   node scripts/oracle.mjs --cuda [NAME…]    there with cuda as the default device (which Keras takes by itself), the programs of
 *                                             on-cuda.txt or the named ones
 *
 * Text is compared token by token: words and whole numbers exactly, other numbers to 1e-4 relative and 1e-5 absolute.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sourceFiles } from './checks/source-files.mjs';
import { runFiles } from './run-cells.mjs';

const ROOT = resolve(import.meta.dirname, '..');
const FOLDER = 'src/python/tests/oracle';
const KERAS_FOLDER = 'src/python/tests/keras';
const TOKEN = /(?<word>[\p{L}_][\p{L}\p{N}_]*)|(?<number>[-+]?(?:\d+\.\d*|\.\d+|\d+)(?:[eE][-+]?\d+)?)|(?<other>\S)/gu;

/** @returns {{ text: string, number: boolean }[]} */
const tokens = (/** @type {string} */ text) =>
  [...text.matchAll(TOKEN)].map((match) => ({ text: match[0], number: match.groups?.['number'] !== undefined }));

const isWhole = (/** @type {string} */ text) => /^[-+]?\d+$/.test(text);

/** The first difference in words, or null. With `relative`, all numbers, also whole ones, may differ by that much. */
export function difference(
  /** @type {string} */ actual,
  /** @type {string} */ expected,
  /** @type {number} */ relative = NaN,
) {
  const got = tokens(actual);
  const want = tokens(expected);
  for (let i = 0; i < Math.min(got.length, want.length); i++) {
    const [a, e] = [got[i], want[i]];
    if (a === undefined || e === undefined || sameToken(a, e, relative)) continue;
    const before = want
      .slice(Math.max(0, i - 8), i)
      .map(({ text }) => text)
      .join(' ');
    return `token ${i + 1}: expected ${e.text}, got ${a.text}, after: ${before}`;
  }
  return got.length === want.length ? null : `expected ${want.length} tokens, got ${got.length}`;
}

function sameToken(
  /** @type {{ text: string, number: boolean }} */ a,
  /** @type {{ text: string, number: boolean }} */ e,
  /** @type {number} */ relative,
) {
  if (!a.number || !e.number) return a.text === e.text;
  if (Number.isNaN(relative) && (isWhole(a.text) || isWhole(e.text)))
    return isWhole(a.text) && isWhole(e.text) && BigInt(a.text) === BigInt(e.text);
  const [x, y] = [Number(a.text), Number(e.text)];
  return x === y || Math.abs(x - y) <= 1e-5 + (Number.isNaN(relative) ? 1e-4 : relative) * Math.abs(y);
}

/** What a pass on cuda prints, without the device that its tensors name. */
export const withoutDevice = (/** @type {string} */ text) =>
  text.replaceAll(/,\s+device='cuda:0'/g, '').replaceAll('torch.cuda.', 'torch.');

/** Programs whose path contains one of the names (all without names). */
export function programs(/** @type {readonly string[]} */ names) {
  return sourceFiles([FOLDER, KERAS_FOLDER], ['.py']).filter(
    (path) => names.length === 0 || names.some((name) => path.includes(name)),
  );
}

function write(/** @type {readonly string[]} */ paths) {
  const work = mkdtempSync(join(tmpdir(), 'oracle-'));
  for (const path of paths) {
    const file = resolve(ROOT, path);
    const { status, stdout } = spawnSync(realPython(path), ['-I', '-W', 'ignore', file], {
      encoding: 'utf8',
      cwd: work,
      env: { ...process.env, TF_CPP_MIN_LOG_LEVEL: '3', TF_ENABLE_ONEDNN_OPTS: '0' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    if (status === 0) writeFileSync(file.replace(/\.py$/, '.out'), stdout);
    else console.error(`${path}: the real library refuses it`);
    process.exitCode ||= status ?? 1;
  }
  rmSync(work, { recursive: true });
}

function realPython(/** @type {string} */ path) {
  if (!path.startsWith(KERAS_FOLDER)) return process.env['ORACLE_PYTHON'] ?? '/usr/bin/python3';
  const python = process.env['KERAS_PYTHON'];
  if (python !== undefined) return python;
  throw new Error(
    `${path} needs real TensorFlow: set KERAS_PYTHON to a Python that has it (pip install tensorflow-cpu)`,
  );
}

/**
 * @param {readonly string[]} paths
 * @param {string} mode
 * @returns {Promise<number>} how many differ
 */
async function check(paths, mode) {
  const work = mkdtempSync(join(tmpdir(), 'oracle-'));
  const files = paths.map((path) =>
    mode === 'cuda' && !path.startsWith(KERAS_FOLDER) ? onCuda(path, work) : resolve(ROOT, path),
  );
  if (mode === 'check')
    spawnSync(process.execPath, [join(ROOT, 'scripts/python.mjs'), '--out', work, ...files], { stdio: 'inherit' });
  else await runFiles(['--device', mode === 'cuda' ? 'cuda' : 'cpu', '--out', work, ...files]);
  let failed = 0;
  for (const path of paths) {
    const name = basename(path).replace(/\.py$/, '.out');
    const text = read(join(work, name));
    const problem = difference(mode === 'cuda' ? withoutDevice(text) : text, read(join(ROOT, dirname(path), name)));
    if (problem === null) continue;
    failed++;
    console.log(`${path}: ${problem}`);
  }
  rmSync(work, { recursive: true });
  console.log(`oracle: ${paths.length - failed} passed, ${failed} failed`);
  return failed;
}

/** The program with its tensors on the GPU; gives its path. */
function onCuda(/** @type {string} */ path, /** @type {string} */ folder) {
  const file = join(folder, basename(path));
  writeFileSync(file, `import torch; torch.set_default_device("cuda")\n${readFileSync(join(ROOT, path), 'utf8')}`);
  return file;
}

function read(/** @type {string} */ path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.chdir(ROOT);
  const args = process.argv.slice(2);
  const mode = /^--(check|built|cuda)$/.exec(args[0] ?? '')?.[1];
  const names = mode === undefined ? args : args.slice(1);
  if (mode === 'cuda' && names.length === 0)
    names.push(...read(join(FOLDER, 'on-cuda.txt')).split(/\s+/).filter(Boolean));
  const chosen = programs(names);
  if (mode === undefined) write(names.length > 0 ? chosen : chosen.filter((path) => !path.startsWith(KERAS_FOLDER)));
  else process.exitCode = (await check(chosen, mode)) > 0 ? 1 : 0;
}
