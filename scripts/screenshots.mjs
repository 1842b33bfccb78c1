/**
 * `npm run screenshots -- [SLUG…]`: runs the chapter's sections and labs in a browser, photographs each at desktop and phone width
 * at the place that says most, and writes docs/lessons.md with the pictures. Run by hand when pages have changed.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './setup.mjs';
import { openSite } from './site.mjs';

const FOLDER = join(ROOT, 'docs', 'lessons');
/** All pictures together. */
const BUDGET = 3_000_000;
const SIZES = /** @type {const} */ ({
  desktop: { width: 1280, height: 860 },
  phone: { width: 390, height: 844 },
});
/**
 * What a picture shows, by lesson; else the first quiz or widget. Outputs are there: the lesson has run. Not measured times, which say
 * more about the machine that took the picture.
 */
const PLACES = new Map([
  ['pytorch-basics', '#cell-train-mnist .cell-output'],
  ['real-models', '#cell-optimizer-race .cell-output'],
  ['keras', '#cell-callbacks .cell-output'],
  ['techniques', '#cell-early-stopping-chart .cell-output'],
  ['summary', '#cell-template .cell-output'],
  ['lab-mnist', '#cell-compare-all .cell-output'],
  ['lab-schedules', '[data-widget="optimizer-race"]'],
]);
const RUN_LIMIT_MS = 900_000;

/** @typedef {{ slug: string, kind: string, title: string, section: string, minutes: string, file: string }} Lesson */

/** @returns {Lesson[]} */
function lessons() {
  return readdirSync(join(ROOT, 'lessons'))
    .sort()
    .flatMap((folder) => {
      const slug = /^\d{2}-(.+)$/.exec(folder)?.[1];
      if (slug === undefined) return [];
      const text = readFileSync(join(ROOT, 'lessons', folder, 'lesson.en.md'), 'utf8');
      const value = (/** @type {string} */ key) =>
        new RegExp(`^${key}: "?(.*?)"?$`, 'm').exec(text.slice(0, text.indexOf('\n---\n', 3)))?.[1] ?? '';
      const kind = value('kind') || 'section';
      if (kind === 'note') return [];
      const file = `../lessons/${folder}/lesson.en.md`;
      return [{ slug, kind, title: value('title'), section: value('section'), minutes: value('minutes'), file }];
    });
}

const wanted = process.argv.slice(2);
const { url, browser, close } = await openSite({ log: console.log });
mkdirSync(FOLDER, { recursive: true });

const all = lessons();
for (const { slug } of all) {
  if (wanted.length > 0 && !wanted.includes(slug)) continue;
  const page = await browser.newPage({ viewport: SIZES.desktop, locale: 'ja-JP', colorScheme: 'light' });
  await page.goto(`${url}#/ja/lesson/${slug}`);
  await page.getByRole('button', { name: 'すべて実行' }).click();
  await page
    .waitForFunction(
      () => {
        const states = [...document.querySelectorAll('[data-cell-id]')].map((cell) => cell.getAttribute('data-state'));
        return states.includes('error') || states.every((state) => state === 'ok');
      },
      undefined,
      { timeout: RUN_LIMIT_MS },
    )
    .catch(() => undefined); // What has not run by now is named below.
  const unfinished = await page
    .locator('[data-cell-id]:not([data-state="ok"])')
    .evaluateAll((cells) =>
      cells.map((cell) => `${cell.getAttribute('data-cell-id')} is ${cell.getAttribute('data-state')}`),
    );
  if (unfinished.length > 0) {
    console.error(`${slug}: no picture, since not all cells ran: ${unfinished.join(', ')}`);
    process.exitCode = 1;
    await page.close();
    continue;
  }
  const place = page.locator(PLACES.get(slug) ?? '.widget, .quiz').first();
  for (const [name, size] of Object.entries(SIZES)) {
    await page.setViewportSize(size);
    // Twice: what comes into view is drawn then, and moves what is below.
    for (let time = 0; time < 2; time++) {
      await place.evaluate((element) => {
        const bottom = element.getBoundingClientRect().bottom + scrollY;
        const top = element.getBoundingClientRect().top + scrollY;
        // Its end near the lower edge, but never its beginning above the upper one.
        scrollTo({ top: Math.min(top - 130, bottom - innerHeight + 90), behavior: 'instant' });
      });
      await page.waitForTimeout(1500);
    }
    await page.screenshot({ path: join(FOLDER, `${slug}-${name}.jpg`), type: 'jpeg', quality: 72 });
  }
  await page.close();
  console.log(slug);
}
await close();

const known = new Set(all.flatMap(({ slug }) => Object.keys(SIZES).map((size) => `${slug}-${size}.jpg`)));
let bytes = 0;
for (const file of readdirSync(FOLDER)) {
  if (!known.has(file)) rmSync(join(FOLDER, file));
  else bytes += statSync(join(FOLDER, file)).size;
}
writeFileSync(join(ROOT, 'docs', 'lessons.md'), page(all));
console.log(`docs/lessons.md, ${known.size} pictures, ${Math.round(bytes / 1000)} kB`);
if (bytes > BUDGET) {
  console.error(`The pictures are over ${BUDGET / 1e6} MB together.`);
  process.exitCode = 1;
}

/** @returns {string} */
function page(/** @type {readonly Lesson[]} */ list) {
  const part = (/** @type {string} */ kind, /** @type {(lesson: Lesson) => string} */ name) =>
    list
      .filter((lesson) => lesson.kind === kind)
      .map((lesson) => {
        const picture = (/** @type {string} */ size, /** @type {number} */ width) =>
          `<img src="lessons/${lesson.slug}-${size}.jpg" width="${width}" alt="${lesson.title}, ${size} width">`;
        return [
          `### ${name(lesson)}: ${lesson.title}`,
          `About ${lesson.minutes} minutes · [text](${lesson.file})`,
          `${picture('desktop', 640)} ${picture('phone', 196)}`,
        ].join('\n\n');
      })
      .join('\n\n');
  return `# The lessons

What readers see, in Japanese, after they ran the cells. Made by \`npm run screenshots\`; how lessons are written is in
[lessons/README.md](../lessons/README.md).

## Sections of the chapter

${part('section', ({ section }) => section)}

## Labs

${part('lab', ({ section }) => `Lab ${section}`)}
`;
}
