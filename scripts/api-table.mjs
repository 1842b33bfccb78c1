/**
 * `npm run api`: looks up every public name of PyTorch and of Keras (scripts/api/reference.json, keras-reference.json) in our
 * packages, running in Pyodide, and writes what it finds: docs/torch-api.md, docs/keras-api.md, src/content/torch-api.json and
 * keras-api.json for the page, and the names that torch/_missing.py and keras/_missing.py refuse.
 * `npm run api -- --check` writes nothing and fails when one of them is stale, as does a unit test.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { KERAS, TORCH, markdown } from './api/markdown.mjs';

const ROOT = resolve(import.meta.dirname, '..');
const read = (/** @type {string} */ path) => readFileSync(join(ROOT, path), 'utf8');

/** @typedef {{ en: string, ja: string }} Words */
/** @typedef {{ name: string, lacks: string[], note: Words | null }} Partly */
/** @typedef {{ name: string, nearest: Words }} Absent */
/** @typedef {{ name: string, works: string[], partly: Partly[], none: Absent[] }} Section */
/** @typedef {{ works: string[], partly: [string, string[], string][], none: [string, string][] }} Found */

/**
 * @param {string} referenceFile
 * @param {string} lookFile
 * @returns {{ found: Record<string, Found>, problems: string[] }}
 */
function look(referenceFile, lookFile) {
  const work = mkdtempSync(join(tmpdir(), 'api-'));
  try {
    const program = join(work, 'look.py');
    const reference = read(`scripts/api/${referenceFile}`);
    writeFileSync(
      program,
      `import json\nREFERENCE = json.loads(r'''${reference}''')\n${read(`scripts/api/${lookFile}`)}`,
    );
    const { stderr, status } = spawnSync(process.execPath, ['scripts/python.mjs', '--out', work, program], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`scripts/api/${lookFile} failed:\n${stderr}`);
    return JSON.parse(readFileSync(join(work, 'look.out'), 'utf8'));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

const torch = look('reference.json', 'look.py');
const keras = look('keras-reference.json', 'look_keras.py');
const problems = [...torch.problems, ...keras.problems];
const japanese = /** @type {Record<string, string>} */ (JSON.parse(read('scripts/api/japanese.json')));
const used = new Set();

/** A single dotted name is the same in every language. */
function words(/** @type {string} */ en) {
  if (/^[\w.()]+$/.test(en)) return { en, ja: en };
  used.add(en);
  const ja = japanese[en];
  if (ja === undefined) problems.push(`scripts/api/japanese.json lacks "${en}"`);
  return { en, ja: ja ?? en };
}

/** @returns {Section[]} */
function sectionsOf(/** @type {Record<string, Found>} */ found) {
  return Object.entries(found).map(([name, { works, partly, none }]) => ({
    name,
    works,
    partly: partly.map(([each, lacks, note]) => ({ name: each, lacks, note: note === '' ? null : words(note) })),
    none: none.map(([each, nearest]) => ({ name: each, nearest: words(nearest ?? '') })),
  }));
}

const torchSections = sectionsOf(torch.found);
const kerasSections = sectionsOf(keras.found);
if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exit(1);
}

const stillUsed = Object.fromEntries(Object.entries(japanese).filter(([text]) => used.has(text)));
const files = {
  'scripts/api/japanese.json': `${JSON.stringify(stillUsed, null, 2)}\n`,
  'docs/torch-api.md': markdown(TORCH, torchSections),
  'docs/keras-api.md': markdown(KERAS, kerasSections),
  'src/content/torch-api.json': `${JSON.stringify(torchSections)}\n`,
  'src/content/keras-api.json': `${JSON.stringify(kerasSections)}\n`,
  'src/python/torch/_missing_names.py': missingNames('PyTorch', torchSections),
  'src/python/keras/_missing_names.py': missingNames('Keras', kerasSections),
};

/**
 * @param {string} library
 * @param {Section[]} all
 */
function missingNames(library, all) {
  const entries = all
    .filter(({ none }) => none.length > 0)
    .map(({ name, none }) => `    "${name}": """\n${wrap(none.map((each) => each.name))}\n    """,`);
  return [
    `"""The public names of ${library} that are not here, by module. Written by \`npm run api\`, read by _missing.py."""`,
    '',
    `NAMES = {\n${entries.join('\n')}\n}`,
    '',
  ].join('\n');
}

function wrap(/** @type {string[]} */ names) {
  const lines = [''];
  for (const name of names) {
    if (`${lines.at(-1)} ${name}`.length > 110) lines.push('');
    lines[lines.length - 1] += lines.at(-1) === '' ? name : ` ${name}`;
  }
  return lines.map((line) => `        ${line}`).join('\n');
}

const current = (/** @type {string} */ path) => {
  try {
    return read(path);
  } catch {
    return null;
  }
};
const stale = Object.entries(files).filter(([path, text]) => current(path) !== text);
if (process.argv.includes('--check')) {
  for (const [path] of stale) console.error(`${path} is not what the package says any more: npm run api`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  for (const [path, text] of stale) writeFileSync(join(ROOT, path), text);
  console.log(stale.length === 0 ? 'nothing has changed' : `wrote ${stale.map(([path]) => path).join(', ')}`);
}
