/** What a reader does with a lesson: reading, editing, running by keyboard, switching language, on desktop and phone. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

const LESSON = './#/ja/lesson/pytorch-basics';
const FIRST = 'define-by-run';

const cell = (page: Page, id: string): Locator => page.locator(`[data-cell-id="${id}"]`);
const codeOf = (page: Page, id: string): Locator => cell(page, id).getByRole('textbox');
const output = (page: Page, id: string): Locator => cell(page, id).getByTestId('cell-output');

async function openLesson(page: Page): Promise<void> {
  await page.goto(LESSON);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

/** Opens the editor of a cell and replaces its code. */
async function replaceCode(page: Page, id: string, code: string): Promise<void> {
  await cell(page, id).locator('.code-field').click();
  await expect(cell(page, id).locator('.monaco-editor').first()).toBeVisible();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(code);
}

test('the lesson is readable at once: text, contents, math, diagrams, highlighted code', async ({ page }) => {
  await openLesson(page);
  await expect(page).toHaveTitle(/4\.1 .+ – Torch Playground/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'ja');
  await expect(cell(page, FIRST).locator('.tok-keyword').first()).toHaveText('import');
  await expect(page.locator('.katex').first()).toBeVisible();
  const diagram = page.getByTestId('diagram').first();
  await diagram.scrollIntoViewIfNeeded();
  await expect(diagram).toHaveAttribute('data-drawn', 'true');
  await expect(diagram.getByRole('img')).toHaveAccessibleName(/^図: /);

  const contents = page.getByRole('navigation', { name: '目次' });
  await contents.getByRole('link').last().click();
  await expect(contents.getByRole('link').last()).toHaveAttribute('aria-current', 'location');
});

test('a phone shows diagrams in letters that can be read', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const lesson of ['pytorch-basics', 'summary']) {
    await page.goto(`./#/ja/lesson/${lesson}`);
    await expect(page.getByTestId('diagram').first()).toBeAttached();
    for (const diagram of await page.getByTestId('diagram').all()) {
      await diagram.scrollIntoViewIfNeeded();
      await expect(diagram).toHaveAttribute('data-drawn', 'true');
      const scale = await diagram
        .locator('svg')
        .evaluate((svg: SVGSVGElement) => svg.getBoundingClientRect().width / svg.viewBox.baseVal.width);
      expect(scale, lesson).toBeGreaterThan(0.6);
    }
  }
});

test('opening an editor moves nothing', async ({ page }) => {
  await openLesson(page);
  const before = await cell(page, FIRST).boundingBox();
  await cell(page, FIRST).locator('.code-text').click();
  await expect(cell(page, FIRST).locator('.monaco-editor').first()).toBeVisible();
  await expect(cell(page, FIRST).locator('.code-text')).toBeHidden();
  expect((await cell(page, FIRST).boundingBox())?.height).toBe(before?.height);
});

test('an edit runs, survives a reload and can be taken back', async ({ page }) => {
  await openLesson(page);
  await replaceCode(page, FIRST, 'print("answer", 6 * 7)');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(cell(page, FIRST)).toHaveAttribute('data-state', 'ok');
  await expect(output(page, FIRST)).toHaveText('answer 42');
  await expect(cell(page, FIRST).getByTestId('cell-count')).toHaveText('[1]');

  await page.reload();
  await expect(codeOf(page, FIRST)).toContainText('print("answer", 6 * 7)');
  await cell(page, FIRST).getByRole('button', { name: '元に戻す' }).click();
  await expect(codeOf(page, FIRST)).toContainText('import torch');
  await expect(cell(page, FIRST).getByRole('button', { name: '元に戻す' })).toBeHidden();
  await page.reload();
  await expect(codeOf(page, FIRST)).toContainText('import torch');
});

test('the next lesson starts without the variables of this one, and at the first press', async ({ page }) => {
  await openLesson(page);
  await replaceCode(page, FIRST, 'leftover = 1');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(cell(page, FIRST)).toHaveAttribute('data-state', 'ok');
  await page.goto('./#/ja/lesson/note-buffers');
  const next = 'three-kinds';
  await replaceCode(page, next, 'print("leftover" in globals())');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(cell(page, next)).toHaveAttribute('data-state', 'ok');
  await expect(output(page, next)).toHaveText('False');
});

test('typed code is not lost when the page is closed at once', async ({ page, context }) => {
  await openLesson(page);
  await replaceCode(page, FIRST, 'typed = "just now"');
  await page.close({ runBeforeUnload: true });
  const again = await context.newPage();
  await openLesson(again);
  await expect(codeOf(again, FIRST)).toContainText('typed = "just now"');
});

test('everything works by keyboard, and the editor does not catch it', async ({ page }) => {
  await openLesson(page);
  const text = cell(page, FIRST).locator('.code-text');
  await text.focus();
  await page.keyboard.press('Enter');
  await expect(cell(page, FIRST).locator('.monaco-editor').first()).toBeVisible();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText('print("by keyboard")');
  await page.keyboard.press('Escape');
  await expect(text).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(text).not.toBeFocused();

  await text.focus();
  await page.keyboard.press('Shift+Enter');
  const second = page.locator('[data-cell-id]').nth(1);
  await expect(second.locator('.code-text')).toBeFocused();
  await expect(output(page, FIRST)).toHaveText('by keyboard');
});

test('an error shows its traceback and marks the line; the next run clears the mark', async ({ page }) => {
  await openLesson(page);
  await replaceCode(page, FIRST, 'x = 1\nundefined_name + x');
  await page.keyboard.press('Shift+Enter');
  await expect(cell(page, FIRST)).toHaveAttribute('data-state', 'error');
  await expect(output(page, FIRST)).toContainText('NameError');
  await expect(output(page, FIRST)).toContainText('セル 1');
  await expect(cell(page, FIRST).locator('.code-mark')).toHaveAttribute('data-line', '2');
  await replaceCode(page, FIRST, 'x = 2');
  await page.keyboard.press('Shift+Enter');
  await expect(cell(page, FIRST)).toHaveAttribute('data-state', 'ok');
  await expect(cell(page, FIRST).locator('.code-mark')).toHaveCount(0);
});

test('input() asks inside the cell', async ({ page }) => {
  await openLesson(page);
  await replaceCode(page, FIRST, 'name = input("name? "); print("hello", name)');
  await page.keyboard.press('ControlOrMeta+Enter');
  await page.getByLabel('name?').fill('Ada');
  await page.getByRole('button', { name: '送る' }).click();
  await expect(output(page, FIRST)).toContainText('hello Ada');
});

test('an endless loop stops; restart says that variables are gone and offers the cells above', async ({ page }) => {
  await openLesson(page);
  const second = page.locator('[data-cell-id]').nth(1);
  const secondId = (await second.getAttribute('data-cell-id')) ?? '';
  await replaceCode(page, FIRST, 'kept = 5');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(cell(page, FIRST)).toHaveAttribute('data-state', 'ok');
  await replaceCode(page, secondId, 'while True: pass');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(second).toHaveAttribute('data-state', 'running');
  await second.getByRole('button', { name: '停止' }).click();
  await expect(second).toHaveAttribute('data-state', 'interrupted');
  await replaceCode(page, secondId, 'print(kept)');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(output(page, secondId)).toHaveText('5');

  await page.getByRole('toolbar').getByRole('button', { name: '再起動' }).click();
  await expect(page.getByText('変数は消えています。')).toBeVisible();
  await page.getByRole('button', { name: '上のセルを実行' }).click();
  await expect(cell(page, FIRST)).toHaveAttribute('data-state', 'ok');
  await second.getByRole('button', { name: '実行' }).click();
  await expect(output(page, secondId)).toHaveText('5');
});

test('switching the language keeps the place and the edits', async ({ page }) => {
  await openLesson(page);
  await replaceCode(page, FIRST, 'mine = 1');
  await page.keyboard.press('Escape');
  const landmark = cell(page, 'define-model');
  await landmark.evaluate((element) => element.scrollIntoView({ block: 'start', behavior: 'instant' }));
  const before = await landmark.boundingBox();
  await page.getByRole('link', { name: 'English' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('button', { name: 'Run all' })).toBeVisible();
  await expect.poll(async () => Math.abs(((await landmark.boundingBox())?.y ?? 0) - (before?.y ?? 0))).toBeLessThan(24);
  await expect(codeOf(page, FIRST)).toContainText('mine = 1');
});

test('the device panel says what is used and why there is no GPU', async ({ page }) => {
  await openLesson(page);
  await expect(page.getByTestId('device-badge')).toHaveText('CPU', { timeout: 60_000 });
  await page.getByTestId('kernel-badge').click();
  await expect(page.getByText('CPU を使っています。')).toBeVisible();
  await page.getByRole('radio', { name: 'CPU' }).click();
  await expect(page.getByText('CPU を選んでいるため、GPU は使っていません。')).toBeVisible();
  await expect(page.getByTestId('effort')).toBeHidden();
  await page.keyboard.press('Escape');
  await cell(page, FIRST).getByRole('button', { name: '実行' }).click();
  await expect(cell(page, FIRST)).toHaveAttribute('data-state', 'ok');
  await page.getByTestId('kernel-badge').click();
  await expect(page.getByTestId('effort')).toContainText(/Python のメモリ\s*\d+ MB/);
});

test('a failed download is named, the lesson stays readable, and a retry goes on', async ({ page }) => {
  await page.route('**/pyodide*.wasm', (route) => route.abort());
  await openLesson(page);
  const notice = page.locator('.notice-error');
  await expect(notice).toContainText('を読み込めませんでした');
  await replaceCode(page, FIRST, 'print("after all")');
  await page.unroute('**/pyodide*.wasm');
  await notice.getByRole('button', { name: 'もう一度試す' }).click();
  await expect(notice).toBeHidden();
  await cell(page, FIRST).getByRole('button', { name: '実行' }).click();
  await expect(output(page, FIRST)).toHaveText('after all', { timeout: 60_000 });
});

test('without storage the page works and says that edits will be lost', async ({ page }) => {
  await page.addInitScript(() => {
    const denied = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    Object.defineProperty(window, 'indexedDB', { get: denied });
    Object.defineProperty(window, 'localStorage', { get: denied });
  });
  await openLesson(page);
  await expect(page.getByText('このブラウザではデータを保存できません。')).toBeVisible();
  await replaceCode(page, FIRST, 'print("kept in memory")');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(output(page, FIRST)).toHaveText('kept in memory', { timeout: 60_000 });
});

test('metrics of a running cell draw charts that grow, with a table for screen readers', async ({ page }) => {
  await openLesson(page);
  const steps = 40;
  const code = [
    'from torch.utils.tensorboard import SummaryWriter',
    'import time',
    'writer = SummaryWriter()',
    `for i in range(${steps}): writer.add_scalar("loss/train", 1 / (i + 1), i); writer.add_scalar("accuracy", i, i); time.sleep(0.05)`,
  ].join('\n');
  await replaceCode(page, FIRST, code);
  await page.keyboard.press('ControlOrMeta+Enter');
  const loss = cell(page, FIRST).locator('[data-testid="metric-chart"][data-tag="loss"]');
  await expect(loss).toBeVisible({ timeout: 60_000 });
  const early = Number(await loss.getAttribute('data-points'));
  expect(early).toBeLessThan(steps);
  await expect(loss).toHaveAttribute('data-points', String(steps));
  await expect(cell(page, FIRST).getByTestId('metric-chart')).toHaveCount(2);
  await expect(loss.getByRole('img')).toHaveAccessibleName(/loss\/train の最新値は 0\.025（ステップ 39）/);
  await loss.getByRole('button', { name: 'データ表' }).click();
  await expect(loss.getByRole('row')).toHaveCount(steps + 1);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

test('theme and language are remembered; an unknown address says so', async ({ page }) => {
  await page.goto('./');
  await expect(page).toHaveURL(/#\/ja$/);
  await page.getByRole('button', { name: '配色: 自動' }).click();
  await page.getByRole('button', { name: '配色: ライト' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.getByRole('link', { name: 'English' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.goto('./#/');
  await page.reload();
  await expect(page).toHaveURL(/#\/en$/);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.goto('./#/en/nowhere/at/all');
  await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`no accessibility violations, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    for (const address of ['./#/ja', './#/en/about', './#/ja/nowhere']) {
      await page.goto(address);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    }
    await openLesson(page);
    await replaceCode(page, FIRST, 'print("text")\n1 / 0');
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(cell(page, FIRST)).toHaveAttribute('data-state', 'error');
    await page.getByTestId('kernel-badge').click();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  });
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('contents in a drawer, code in a plain field, nothing wider than the screen', async ({ page }) => {
    await openLesson(page);
    await page.getByRole('button', { name: '目次を開く' }).tap();
    await page.getByRole('dialog').getByRole('link').nth(1).tap();
    await expect(page.getByRole('dialog')).toBeHidden();

    await cell(page, FIRST).locator('.code-text').tap();
    const field = cell(page, FIRST).locator('textarea');
    await field.fill('for i in range(2):');
    await field.press('Enter');
    await page.keyboard.insertText('print("tap", i)');
    await expect(field).toHaveValue('for i in range(2):\n    print("tap", i)');
    await cell(page, FIRST).getByRole('button', { name: '完了' }).tap();
    await cell(page, FIRST).getByRole('button', { name: '実行' }).tap();
    await expect(output(page, FIRST)).toHaveText(/tap 0\s+tap 1/);

    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  });
});
