/**
 * `npm run -s lessons -- [SLUG…]`: runs every cell of every lesson, in both languages, in the built site's kernel, as one
 * session a lesson. Reading and checking the Markdown is the content build's part; this only takes the cells' code out.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runFiles } from './run-cells.mjs';
import { ROOT } from './setup.mjs';

const FENCE = /^(`{3,}|~{3,})python +cell +id=(\S+)[^\n]*\n([^]*?)^\1[ \t]*$/gm;

const wanted = process.argv.slice(2);
const work = join(ROOT, '.cache', 'lessons');
rmSync(work, { recursive: true, force: true });

let passed = 0;
let failed = 0;
for (const slug of readdirSync(join(ROOT, 'lessons')).sort()) {
  if (!/^\d/.test(slug) || (wanted.length > 0 && !wanted.some((name) => slug.includes(name)))) continue;
  for (const language of ['ja', 'en']) {
    const text = readFileSync(join(ROOT, 'lessons', slug, `lesson.${language}.md`), 'utf8').replaceAll('\r\n', '\n');
    const folder = join(work, `${slug}.${language}`);
    mkdirSync(folder, { recursive: true });
    const files = [...text.matchAll(FENCE)].map(([, , id, code = ''], index) => {
      const file = join(folder, `${String(index + 1).padStart(2, '0')}-${id}.py`);
      writeFileSync(file, code);
      return file;
    });
    const status = files.length === 0 ? 0 : await runFiles(['--session', '--out', join(folder, 'out'), ...files]);
    console.log(`${slug}.${language}: ${files.length} cells, ${status === 0 ? 'all ran' : 'failed (see above)'}`);
    if (status === 0) passed += 1;
    else failed += 1;
  }
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
