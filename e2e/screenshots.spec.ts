/**
 * The pictures of docs/lessons.md: runs all cells of every section and lab, photographs it at desktop and phone width at the place that
 * says most, and writes the page that shows them. `npm run e2e -- screenshots -g SLUG` makes those of one lesson anew.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';

const ROOT = join(import.meta.dirname, '..');
const FOLDER = join(ROOT, 'docs', 'lessons');
/** All pictures together, in bytes: every version of them stays in the repository's history. */
const BUDGET = 1_500_000;
const SIZES = {
  desktop: { width: 1280, height: 860 },
  phone: { width: 390, height: 844 },
} as const;
/**
 * What a picture shows, by lesson; else the first quiz or widget. Not measured times, which say more about the machine that took the
 * picture.
 */
const PLACES: Readonly<Record<string, string>> = {
  'pytorch-basics': '#cell-train-mnist .cell-output',
  'real-models': '#cell-optimizer-race .cell-output',
  keras: '#cell-callbacks .cell-output',
  techniques: '#cell-early-stopping-chart .cell-output',
  summary: '#cell-template .cell-output',
  'lab-mnist': '#cell-compare-all .cell-output',
  'lab-schedules': '[data-widget="optimizer-race"]',
};

interface Lesson {
  readonly slug: string;
  readonly kind: string;
  readonly title: string;
  readonly section: string;
  readonly minutes: string;
  /** The English text, from docs/. */
  readonly file: string;
}

const LESSONS: readonly Lesson[] = readdirSync(join(ROOT, 'lessons'))
  .sort()
  .flatMap((folder) => {
    const slug = /^\d{2}-(.+)$/.exec(folder)?.[1];
    if (slug === undefined) return [];
    const text = readFileSync(join(ROOT, 'lessons', folder, 'lesson.en.md'), 'utf8');
    const head = text.slice(0, text.indexOf('\n---\n', 3));
    const value = (key: string) => new RegExp(`^${key}: "?(.*?)"?$`, 'm').exec(head)?.[1] ?? '';
    const kind = value('kind') || 'section';
    if (kind === 'note') return [];
    const file = `../lessons/${folder}/lesson.en.md`;
    return [{ slug, kind, title: value('title'), section: value('section'), minutes: value('minutes'), file }];
  });

for (const { slug } of LESSONS) {
  test(`pictures of ${slug}, after all its cells ran`, { tag: '@long' }, async ({ page }) => {
    test.setTimeout(900_000);
    await page.setViewportSize(SIZES.desktop);
    await page.goto(`./#/ja/lesson/${slug}`);
    await page.getByRole('button', { name: 'すべて実行' }).click();
    const outcome = () =>
      page.locator('[data-cell-id]').evaluateAll((cells) => {
        const states = cells.map((cell) => cell.getAttribute('data-state'));
        return states.includes('error') ? 'error' : states.every((state) => state === 'ok') ? 'ok' : 'running';
      });
    await expect.poll(outcome, { timeout: 840_000 }).not.toBe('running');
    expect(await outcome()).toBe('ok');

    const place = page.locator(PLACES[slug] ?? '.widget, .quiz').first();
    for (const [name, size] of Object.entries(SIZES)) {
      await page.setViewportSize(size);
      // Twice: what comes into view is drawn then, and moves what is below.
      for (let time = 0; time < 2; time++) {
        await place.evaluate((element) => {
          const { top, bottom } = element.getBoundingClientRect();
          // Its end near the lower edge, but never its beginning above the upper one.
          scrollBy({ top: Math.min(top - 130, bottom - innerHeight + 90), behavior: 'instant' });
        });
        await page.waitForTimeout(1500);
      }
      mkdirSync(FOLDER, { recursive: true });
      await page.screenshot({ path: join(FOLDER, `${slug}-${name}.jpg`), type: 'jpeg', quality: 72 });
    }
  });
}

test('docs/lessons.md shows the pictures, and they are small', { tag: '@long' }, () => {
  const wanted = LESSONS.flatMap(({ slug }) => Object.keys(SIZES).map((size) => `${slug}-${size}.jpg`)).sort();
  for (const file of readdirSync(FOLDER)) {
    if (!wanted.includes(file)) rmSync(join(FOLDER, file));
  }
  expect(readdirSync(FOLDER).sort()).toEqual(wanted);
  const bytes = wanted.reduce((sum, file) => sum + statSync(join(FOLDER, file)).size, 0);
  expect(bytes).toBeLessThan(BUDGET);
  writeFileSync(join(ROOT, 'docs', 'lessons.md'), pageOfPictures());
});

function pageOfPictures(): string {
  const part = (kind: string, name: (lesson: Lesson) => string): string =>
    LESSONS.filter((lesson) => lesson.kind === kind)
      .map((lesson) => {
        const picture = (size: keyof typeof SIZES, width: number) =>
          `<img src="lessons/${lesson.slug}-${size}.jpg" width="${width}" alt="${lesson.title}, ${size} width">`;
        return [
          `### ${name(lesson)}: ${lesson.title}`,
          `About ${lesson.minutes} minutes · [text](${lesson.file})`,
          `${picture('desktop', 640)} ${picture('phone', 196)}`,
        ].join('\n\n');
      })
      .join('\n\n');
  return `# The lessons

What readers see, in Japanese, after they ran the cells. Made by \`npm run e2e -- screenshots\`; how lessons are written is in
[lessons/README.md](../lessons/README.md).

## Sections of the chapter

${part('section', ({ section }) => section)}

## Labs

${part('lab', ({ section }) => `Lab ${section}`)}
`;
}
