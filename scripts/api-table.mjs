/**
 * `npm run api`: looks up every public name of PyTorch (scripts/api/reference.json) in our torch, running in Pyodide, and writes
 * what it finds: docs/torch-api.md, src/content/torch-api.json for the page, and the names that torch/_missing.py refuses.
 * `npm run api -- --check` writes nothing and fails when one of them is stale, as does a unit test.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { markdown } from './api/markdown.mjs';

const ROOT = resolve(import.meta.dirname, '..');
const read = (/** @type {string} */ path) => readFileSync(join(ROOT, path), 'utf8');

/** @typedef {{ en: string, ja: string }} Words */
/** @typedef {{ name: string, lacks: string[], note: Words | null }} Partly */
/** @typedef {{ name: string, nearest: Words }} Absent */
/** @typedef {{ name: string, works: string[], partly: Partly[], none: Absent[] }} Section */
/** @typedef {{ works: string[], partly: [string, string[], string][], none: [string, string][] }} Found */

/** @returns {{ found: Record<string, Found>, problems: string[] }} */
function look() {
  const work = mkdtempSync(join(tmpdir(), 'torch-api-'));
  try {
    const program = join(work, 'look.py');
    const reference = read('scripts/api/reference.json');
    writeFileSync(program, `import json\nREFERENCE = json.loads(r'''${reference}''')\n${read('scripts/api/look.py')}`);
    const { stderr, status } = spawnSync(process.execPath, ['scripts/python.mjs', '--out', work, program], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`scripts/api/look.py failed:\n${stderr}`);
    return JSON.parse(readFileSync(join(work, 'look.out'), 'utf8'));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

const { found, problems } = look();
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

/** @type {Section[]} */
const sections = Object.entries(found).map(([name, { works, partly, none }]) => ({
  name,
  works,
  partly: partly.map(([each, lacks, note]) => ({ name: each, lacks, note: note === '' ? null : words(note) })),
  none: none.map(([each, nearest]) => ({ name: each, nearest: words(nearest ?? '') })),
}));
if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exit(1);
}

const stillUsed = Object.fromEntries(Object.entries(japanese).filter(([text]) => used.has(text)));
const files = {
  'scripts/api/japanese.json': `${JSON.stringify(stillUsed, null, 2)}\n`,
  'docs/torch-api.md': markdown(sections),
  'src/content/torch-api.json': `${JSON.stringify(sections)}\n`,
  'src/python/torch/_missing_names.py': missingNames(sections),
};

function missingNames(/** @type {Section[]} */ all) {
  const entries = all
    .filter(({ none }) => none.length > 0)
    .map(({ name, none }) => `    "${name}": """\n${wrap(none.map((each) => each.name))}\n    """,`);
  return [
    '"""The public names of PyTorch that are not here, by module. Written by `npm run api`, read by _missing.py."""',
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
