/**
 * Runs every cell of every lesson, in both languages, in the built site's kernel, as one session a lesson, and compares what
 * cells print with lessons/NN-slug/expected/. Reading and checking the Markdown is the content build's part.
 *
 *   npm run -s lessons -- [SLUG…]           runs and compares (all lessons without names)
 *   npm run -s lessons -- --write [SLUG…]   runs and stores what they print
 *   npm run -s lessons -- --cuda            a smaller pass on a software GPU (see CUDA), compared with the same outputs
 *
 * What is stored: expected/CELL.out, or CELL.ja.out and CELL.en.out where the languages print different words; nothing for a
 * cell that prints nothing or whose fence says `varies`. `varies=5%` compares numbers to that.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { difference, withoutDevice } from './oracle.mjs';
import { runFiles } from './run-cells.mjs';
import { ROOT } from './setup.mjs';

const LANGUAGES = /** @type {const} */ (['ja', 'en']);
const FENCE = /^(`{3,}|~{3,})python +cell +(?<attributes>[^\n]*)\n(?<code>[^]*?)^\1[ \t]*$/gm;

/** @typedef {{ id: string, code: string, varies: string | null }} Cell */
/** @typedef {Map<string, string>} Printed what each cell printed, by its id */

const { values: options, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: { write: { type: 'boolean', default: false }, cuda: { type: 'boolean', default: false } },
});

/**
 * What runs on a software GPU, by lesson: `skip` names cells that are too much work for it, or need those; `own` those that rightly print
 * something else there.
 *
 * @type {Readonly<Record<string, { skip: readonly string[], own: readonly string[] }>>}
 */
const CUDA = {
  '01-pytorch-basics': { skip: ['matmul-time', 'train-mnist', 'look-at-mistakes'], own: ['device'] },
};

const work = join(ROOT, '.cache', 'lessons');
rmSync(work, { recursive: true, force: true });

/** @returns {Cell[]} */
function cellsOf(/** @type {string} */ slug, /** @type {string} */ language) {
  const text = readFileSync(join(ROOT, 'lessons', slug, `lesson.${language}.md`), 'utf8').replaceAll('\r\n', '\n');
  return [...text.matchAll(FENCE)].map(({ groups }) => {
    const words = (groups?.['attributes'] ?? '').split(/\s+/);
    const value = (/** @type {string} */ start) => words.find((word) => word.startsWith(start)) ?? null;
    return { id: value('id=')?.slice('id='.length) ?? '', code: groups?.['code'] ?? '', varies: value('varies') };
  });
}

/** @returns {Promise<Printed | null>} null when a cell failed */
async function run(/** @type {string} */ name, /** @type {readonly Cell[]} */ cells) {
  const folder = join(work, name);
  const out = join(folder, 'out');
  mkdirSync(folder, { recursive: true });
  const files = cells.map(({ id, code }, index) => {
    const file = join(folder, `${String(index + 1).padStart(2, '0')}-${id}.py`);
    writeFileSync(file, code);
    return file;
  });
  const device = options.cuda ? 'cuda' : 'cpu';
  const status = files.length === 0 ? 0 : await runFiles(['--device', device, '--session', '--out', out, ...files]);
  if (status !== 0) return null;
  return new Map(
    cells.map(({ id }, index) => [id, read(join(out, basename(files[index] ?? '').replace(/\.py$/, '.out')))]),
  );
}

function read(/** @type {string} */ path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

/** The stored file that a cell is compared with; the one without a language holds for both. */
function expectedOf(/** @type {string} */ slug, /** @type {string} */ id, /** @type {string} */ language) {
  const folder = join(ROOT, 'lessons', slug, 'expected');
  const own = join(folder, `${id}.${language}.out`);
  return read(existsSync(own) ? own : join(folder, `${id}.out`));
}

/** @returns {string[]} */
function compare(
  /** @type {string} */ slug,
  /** @type {string} */ language,
  /** @type {readonly Cell[]} */ cells,
  /** @type {Printed} */ printed,
) {
  return cells.flatMap(({ id, varies }) => {
    if (varies === 'varies' || (options.cuda && CUDA[slug]?.own.includes(id))) return [];
    const relative = varies === null ? undefined : Number.parseFloat(varies.slice('varies='.length)) / 100;
    const text = printed.get(id) ?? '';
    const problem = difference(options.cuda ? withoutDevice(text) : text, expectedOf(slug, id, language), relative);
    return problem === null ? [] : [`${slug}.${language} ${id}: ${problem}`];
  });
}

function write(
  /** @type {string} */ slug,
  /** @type {readonly Cell[]} */ cells,
  /** @type {Record<string, Printed>} */ printed,
) {
  const folder = join(ROOT, 'lessons', slug, 'expected');
  rmSync(folder, { recursive: true, force: true });
  for (const { id, varies } of cells) {
    if (varies === 'varies') continue;
    const [ja = '', en = ''] = LANGUAGES.map((language) => printed[language]?.get(id));
    const files = difference(ja, en) === null ? { '': ja } : { '.ja': ja, '.en': en };
    for (const [suffix, text] of Object.entries(files)) {
      if (text === '') continue;
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, `${id}${suffix}.out`), text);
    }
  }
}

/** Stored outputs of cells that are gone, or that vary. */
function leftovers(/** @type {string} */ slug, /** @type {readonly Cell[]} */ cells) {
  const folder = join(ROOT, 'lessons', slug, 'expected');
  if (!existsSync(folder)) return [];
  const kept = new Set(cells.filter(({ varies }) => varies !== 'varies').map(({ id }) => id));
  return readdirSync(folder)
    .filter((file) => !kept.has(file.replace(/(\.ja|\.en)?\.out$/, '')))
    .map((file) => `${slug}: expected/${file} belongs to no cell that is compared`);
}

let passed = 0;
let failed = 0;
/** Done last: the site counts as older than a lesson that has changed, and would be built anew in between. @type {(() => void)[]} */
const writes = [];
for (const slug of readdirSync(join(ROOT, 'lessons')).sort()) {
  if (!/^\d/.test(slug) || (wanted.length > 0 && !wanted.some((name) => slug.includes(name)))) continue;
  const cuda = CUDA[slug];
  if (options.cuda && !cuda) continue;
  const cells = cellsOf(slug, 'ja').filter(({ id }) => !options.cuda || !cuda?.skip.includes(id));
  /** @type {Record<string, Printed>} */
  const printed = {};
  // On the software GPU one language is enough: what it checks is the device. Languages run side by side.
  const runs = (options.cuda ? LANGUAGES.slice(0, 1) : LANGUAGES).map(async (language) => {
    const result = await run(`${slug}.${language}`, options.cuda ? cells : cellsOf(slug, language));
    return /** @type {const} */ ([language, result]);
  });
  for (const [language, result] of await Promise.all(runs)) {
    if (result) printed[language] = result;
    const problems =
      result === null
        ? ['a cell failed (see above)']
        : options.write
          ? []
          : [
              ...compare(slug, language, cells, result),
              ...(language === 'ja' && !options.cuda ? leftovers(slug, cells) : []),
            ];
    for (const problem of problems) console.log(problem);
    console.log(`${slug}.${language}: ${cells.length} cells${problems.length === 0 ? '' : ', failed'}`);
    if (problems.length === 0) passed += 1;
    else failed += 1;
  }
  if (options.write && Object.keys(printed).length === LANGUAGES.length) writes.push(() => write(slug, cells, printed));
}
for (const each of writes) each();
if (failed > 0 && !options.write) console.log('If the new outputs are right: npm run -s lessons -- --write SLUG');
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
