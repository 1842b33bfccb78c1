/** Nothing that the reader made is lost: reloads, crashes, two tabs, earlier releases, denied, full and damaged storage, export. */
import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

const LESSON = './#/ja/lesson/pytorch-basics';
const SLUG = 'pytorch-basics';
const FIRST = 'define-by-run';
/** For Python to start on a busy machine, and to run a cell. */
const BOOT_MS = 120_000;

const cell = (page: Page, id: string): Locator => page.locator(`[data-cell-id="${id}"]`);
const codeOf = (page: Page, id: string): Locator => cell(page, id).getByRole('textbox');
const output = (page: Page, id: string): Locator => cell(page, id).getByTestId('cell-output');

async function openLesson(page: Page): Promise<void> {
  await page.goto(LESSON);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

async function replaceCode(page: Page, id: string, code: string): Promise<void> {
  await cell(page, id).locator('.code-field').click();
  await expect(cell(page, id).locator('.monaco-editor').first()).toBeVisible();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(code);
}

async function secondCell(page: Page): Promise<string> {
  const id = await page.locator('[data-cell-id]').nth(1).getAttribute('data-cell-id');
  if (id === null) throw new Error('the lesson has one cell only');
  return id;
}

/** Puts rows into the site's database while no page of the site is open; `version` 1 makes that of the first release. */
async function putRows(page: Page, version: number, rows: Readonly<Record<string, readonly object[]>>): Promise<void> {
  await page.goto('./icon.svg');
  await page.evaluate(
    ([number, all]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('torch-playground', number);
        opening.onupgradeneeded = () => {
          opening.result.createObjectStore('cells', { keyPath: ['slug', 'cellId'] });
          if (number === 1) return;
          opening.result.createObjectStore('runs', { keyPath: ['slug', 'cellId'] });
          opening.result.createObjectStore('files', { keyPath: 'path' });
          opening.result.createObjectStore('progress', { keyPath: 'slug' });
        };
        opening.onerror = () => reject(opening.error ?? new Error('not opened'));
        opening.onsuccess = () => {
          const database = opening.result;
          const transaction = database.transaction(Object.keys(all), 'readwrite');
          for (const [store, list] of Object.entries(all)) {
            for (const row of list) transaction.objectStore(store).put(row);
          }
          transaction.oncomplete = () => {
            database.close();
            resolve();
          };
        };
      }),
    [version, rows] as const,
  );
}

test("the first release's edits are kept, also those that it could only rescue", async ({ page }) => {
  const second = await openLesson(page).then(() => secondCell(page));
  await page.goto('./icon.svg');
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        indexedDB.deleteDatabase('torch-playground').onsuccess = resolve;
      }),
  );
  await putRows(page, 1, {
    cells: [
      { slug: SLUG, cellId: FIRST, code: 'stored = "v1"' },
      { slug: SLUG, cellId: second, code: 'older = "v1"' },
    ],
  });
  await page.evaluate(
    ([slug, id]) => localStorage.setItem(`torch-playground:unsaved:${slug}`, JSON.stringify([[id, 'rescued = "v1"']])),
    [SLUG, second],
  );
  await openLesson(page);
  await expect(codeOf(page, FIRST)).toContainText('stored = "v1"');
  await expect(codeOf(page, second)).toContainText('rescued = "v1"');
  await expect(page.getByTestId('new-text')).toHaveCount(0);
  await page.reload();
  await expect(codeOf(page, second)).toContainText('rescued = "v1"');
});

test('outputs and figures of the last run are there after a reload, as earlier ones', async ({ page }) => {
  await openLesson(page);
  await replaceCode(
    page,
    FIRST,
    'import matplotlib.pyplot as plt\nplt.plot([1, 3, 2])\nplt.title("kept")\nplt.show()\nprint("printed")\n6 * 7',
  );
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(cell(page, FIRST)).toHaveAttribute('data-state', 'ok', { timeout: BOOT_MS });
  await expect(cell(page, FIRST)).toHaveAttribute('data-saved', 'true');
  await page.reload();
  await expect(output(page, FIRST)).toContainText('printed');
  await expect(output(page, FIRST)).toContainText('42');
  await expect(output(page, FIRST).getByRole('img', { name: /kept/ }).first()).toBeVisible();
  await expect(output(page, FIRST)).toContainText('以前の実行の出力');
  await expect(cell(page, FIRST).getByTestId('cell-count')).toHaveText('[ ]');
});

test('two tabs: the last edit wins, the other tab is told and can have its own back', async ({ page, context }) => {
  await openLesson(page);
  await replaceCode(page, FIRST, 'tab = 1');
  await page.keyboard.press('Escape');
  await expect(cell(page, FIRST)).toHaveAttribute('data-saved', 'true');
  const other = await context.newPage();
  await openLesson(other);
  await expect(codeOf(other, FIRST)).toContainText('tab = 1');
  await replaceCode(other, FIRST, 'tab = 2');
  await other.keyboard.press('Escape');
  await expect(codeOf(page, FIRST)).toContainText('tab = 2');
  await expect(cell(page, FIRST).getByTestId('edited-elsewhere')).toBeVisible();
  await cell(page, FIRST).getByRole('button', { name: '取り込む前に戻す' }).click();
  await expect(codeOf(other, FIRST)).toContainText('tab = 1');
  await other.reload();
  await expect(codeOf(other, FIRST)).toContainText('tab = 1');
});

test('two tabs with one exercise: what was done in either is kept', async ({ page, context }) => {
  // Python is not needed.
  await context.route('**/pyodide*', (route) => route.abort());
  const other = await context.newPage();
  for (const each of [page, other]) {
    await each.goto('./#/ja/exercise/find-the-bugs');
    await expect(each.getByRole('button', { name: 'ヒント 1' })).toBeVisible();
  }
  await page.getByRole('button', { name: 'ヒント 1' }).click();
  await expect(page.locator('[data-hint="1"]')).toBeVisible();
  await other.getByRole('button', { name: '解答例' }).click();
  await other.getByRole('group', { name: '解答例' }).getByRole('button').first().click();
  await expect(other.getByTestId('solution')).toBeVisible();
  await expect(other.locator('[data-hint="1"]')).toBeVisible();
  await page.reload();
  await expect(page.getByTestId('solution')).toBeVisible();
  await expect(page.locator('[data-hint="1"]')).toBeVisible();
});

test("a lesson's new text does not take an edit away: difference, keep mine, take the new one", async ({ page }) => {
  const second = await openLesson(page).then(() => secondCell(page));
  const edited = { slug: SLUG, edited: 5, base: 'import torch\nprint("old text")', language: 'ja' };
  await putRows(page, 3, {
    cells: [
      { ...edited, cellId: FIRST, code: 'import torch\nmine = 1' },
      { ...edited, cellId: second, code: 'mine = 2' },
    ],
  });
  await openLesson(page);
  const news = cell(page, FIRST).getByTestId('new-text');
  await expect(news).toBeVisible();
  await news.getByText('違いを見る').click();
  await expect(news.locator('.diff-out')).toContainText(['mine = 1']);
  await expect(news.locator('.diff-same').first()).toContainText('import torch');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await news.getByRole('button', { name: '自分の版を残す' }).click();
  await expect(news).toHaveCount(0);
  await cell(page, second).getByRole('button', { name: '新しい版を使う' }).click();
  await expect(codeOf(page, second)).not.toContainText('mine = 2');
  await expect(cell(page, second)).toHaveAttribute('data-saved', 'true');
  await expect(cell(page, FIRST)).toHaveAttribute('data-saved', 'true');
  await page.reload();
  await expect(codeOf(page, FIRST)).toContainText('mine = 1');
  await expect(codeOf(page, second)).not.toContainText('mine = 2');
  await expect(page.getByTestId('new-text')).toHaveCount(0);
});

async function choose(page: Page, content: string, name = 'profile.json'): Promise<void> {
  const file = { name, mimeType: 'application/json', buffer: Buffer.from(content) };
  await page.locator('input[type="file"]').setInputFiles(file);
}

async function exported(page: Page, button: Locator): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return readFileSync(await download.path(), 'utf8');
}

test('storage denied: the page says so and gives the work out', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', {
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  await openLesson(page);
  const notice = page.getByTestId('storage-notice');
  await expect(notice).toContainText('保存できません');
  await replaceCode(page, FIRST, 'only = "in memory"');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(cell(page, FIRST)).toHaveAttribute('data-state', 'ok', { timeout: BOOT_MS });
  expect(await exported(page, notice.getByRole('button', { name: '書き出す' }))).toContain('in memory');
});

test(
  'storage full: the page says so, gives the work out, and saves once there is space',
  { tag: '@long' },
  async ({ page, context, baseURL }) => {
    await openLesson(page);
    const devtools = await context.newCDPSession(page);
    const origin = new URL(baseURL ?? '').origin;
    await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
    // Chromium remembers for half a minute how much space a database had.
    await page.waitForTimeout(31_000);
    await replaceCode(page, FIRST, `full = "${'x'.repeat(2_000)}"`);
    const notice = page.getByTestId('storage-notice');
    await expect(notice).toContainText('空き容量が足りず');
    await expect(cell(page, FIRST)).toHaveAttribute('data-saved', 'false');
    expect(await exported(page, notice.getByRole('button', { name: '書き出す' }))).toContain('xxxxx');
    await page.reload();
    await expect(codeOf(page, FIRST)).toContainText('xxxxx');
    await expect(cell(page, FIRST)).toHaveAttribute('data-saved', 'false');
    await expect(notice).toContainText('空き容量が足りず');
    await devtools.send('Storage.overrideQuotaForOrigin', { origin });
    await expect(cell(page, FIRST)).toHaveAttribute('data-saved', 'true');
    await expect(notice).toHaveCount(0);
  },
);

test('damaged records do not take the others along', async ({ page }) => {
  const second = await openLesson(page).then(() => secondCell(page));
  await putRows(page, 3, {
    cells: [
      { slug: SLUG, cellId: FIRST, code: 7 },
      { slug: SLUG, cellId: second, code: 'intact = True', edited: 5, base: null, language: null },
    ],
    runs: [{ slug: SLUG, cellId: second, outputs: [{ kind: 'text', stream: 'out' }], elapsedMs: 1, finished: 5 }],
  });
  await openLesson(page);
  await expect(page.getByTestId('damage-notice')).toContainText('2 件');
  await expect(codeOf(page, second)).toContainText('intact = True');
  await expect(codeOf(page, FIRST)).toContainText('import torch');
  const profile = await exported(page, page.getByTestId('damage-notice').getByRole('button', { name: '書き出す' }));
  expect(profile).toContain('intact');
  await replaceCode(page, FIRST, 'mended = 1');
  await expect(cell(page, FIRST)).toHaveAttribute('data-saved', 'true');
  await page.reload();
  await expect(codeOf(page, FIRST)).toContainText('mended = 1');
  await page.goto('./#/ja/storage');
  await choose(page, profile);
  await expect(page.getByTestId('data-outcome')).toContainText('読み込みました');
});

test('a profile moves to another browser; what is no profile changes nothing', async ({ page, browser, baseURL }) => {
  await openLesson(page);
  await replaceCode(page, FIRST, 'open("moved.txt", "w").write("x")\nprint("moved", 1 + 1)');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(output(page, FIRST)).toContainText('moved 2', { timeout: BOOT_MS });
  await expect(cell(page, FIRST)).toHaveAttribute('data-saved', 'true');
  await page.goto('./#/ja/notebooks');
  const cells = [{ cell_type: 'markdown', metadata: {}, source: '## Moved notebook' }];
  await choose(page, JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells }), 'moved.ipynb');
  await expect(page.getByRole('heading', { level: 1, name: 'Moved notebook' })).toBeVisible();
  await page.goto('./#/ja/storage');
  await expect(page.getByTestId('data-counts')).toContainText(
    '編集したセル 1 個、実行結果 1 個、ファイル 1 個、文書 1 件',
  );
  const profile = await exported(page, page.getByRole('button', { name: '書き出す' }));

  const context = await browser.newContext({ baseURL: baseURL ?? '', locale: 'ja-JP', serviceWorkers: 'block' });
  const other = await context.newPage();
  await other.goto('./#/ja/storage');
  const outcome = other.getByTestId('data-outcome');
  await choose(other, profile.slice(0, -10));
  await expect(outcome).toContainText('書き出したファイルではありません');
  await choose(other, profile.replace('"code":"', '"code":7,"x":"'));
  await expect(outcome).toContainText('壊れています');
  await expect(other.getByTestId('data-counts')).toContainText('編集したセル 0 個');
  await choose(other, profile);
  await expect(outcome).toContainText('読み込みました: セル 1 個、実行結果 1 個、ファイル 1 個、文書 1 件');
  await other.goto('./#/ja/notebooks');
  await expect(other.getByRole('link', { name: 'Moved notebook' })).toBeVisible();
  await other.goto(LESSON);
  await expect(codeOf(other, FIRST)).toContainText('print("moved", 1 + 1)');
  await expect(output(other, FIRST)).toContainText('moved 2');
  await context.close();
});

test(
  'the page dies at 20 moments while saving: nothing that it called saved is lost',
  { tag: '@long' },
  async ({ context }) => {
    test.setTimeout(420_000);
    // Python is not needed, and twenty starts of it would take minutes.
    await context.route('**/pyodide*', (route) => route.abort());
    let acknowledged = 0;
    for (let round = 0; round < 20; round += 1) {
      const page = await context.newPage();
      await openLesson(page);
      if (acknowledged > 0) {
        const kept = Number(/step = (\d+)/.exec((await codeOf(page, FIRST).textContent()) ?? '')?.[1] ?? 0);
        expect(kept).toBeGreaterThanOrEqual(acknowledged);
      }
      await cell(page, FIRST).locator('.code-field').click();
      await expect(cell(page, FIRST).locator('.monaco-editor').first()).toBeVisible();
      const edits = 1 + (round % 3);
      for (let edit = 0; edit < edits; edit += 1) {
        await page.keyboard.press('ControlOrMeta+A');
        await page.keyboard.insertText(`step = ${round * 10 + edit + 1}`);
        await page.waitForTimeout(Math.random() * 500);
      }
      const shown = await cell(page, FIRST).evaluate((element) => ({
        saved: element.getAttribute('data-saved') === 'true',
        text: element.querySelector('.view-lines')?.textContent ?? '',
      }));
      const step = Number(/step\s=\s(\d+)/.exec(shown.text)?.[1] ?? 0);
      if (shown.saved) acknowledged = Math.max(acknowledged, step);
      const devtools = await context.newCDPSession(page);
      // The process is gone at once: no events, no pending work.
      devtools.send('Page.crash').catch(() => undefined);
      await page.waitForEvent('crash');
      await page.close();
    }
    expect(acknowledged).toBeGreaterThan(0);
  },
);
