/** Learning with the lessons: predictions and recaps that are kept, progress, search, paper, and every page for everybody. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';

const LESSON = './#/ja/lesson/pytorch-basics';

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

/** Addresses of the chapter's sections, labs, notes and of all that the home page leads to besides. */
async function lessonAddresses(page: Page): Promise<string[]> {
  await open(page, './#/ja');
  return page
    .locator('.lesson-card')
    .evaluateAll((cards) => cards.map((card) => `./${card.getAttribute('href') ?? ''}`));
}

test('predict, run and compare; answers and progress stay', async ({ page }) => {
  await open(page, LESSON);
  const quiz = page.locator('#quiz-guess-doublings');
  const compare = quiz.getByRole('button', { name: 'セルを実行して比べる' });
  await expect(quiz.getByRole('radio')).toHaveCount(3);
  await expect(compare).toBeDisabled();
  const reason = quiz.getByText('5 回目は');
  await expect(reason).toHaveCount(0);

  await quiz.getByRole('radio').first().focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await expect(compare).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(quiz.getByRole('status')).toContainText('予想とは違いました。');
  await expect(quiz.getByRole('status').locator(':focus')).toContainText('予想とは違いました。');
  await expect(reason).toBeVisible();
  await expect(quiz.locator('[data-mark="wrong"]')).toContainText('5 回');
  await expect(quiz.locator('[data-mark="right"]')).toContainText('6 回');
  const cell = page.locator('[data-cell-id="define-by-run"]');
  await expect(cell).toHaveAttribute('data-state', 'ok', { timeout: 120_000 });
  await expect(cell.getByTestId('cell-output')).toContainText('6 回で');

  const recap = page.locator('#quiz-recap');
  for (const [index, option] of [1, 0, 2].entries()) {
    const question = recap.getByRole('group').nth(index);
    await question.getByRole('radio').nth(option).check();
    await question.getByRole('button', { name: '答え合わせ' }).click();
  }
  await expect(recap).toContainText('3 問中 2 問正解');

  await page.reload();
  await expect(quiz.getByRole('status')).toContainText('予想とは違いました。');
  await page.getByRole('link', { name: 'English' }).click();
  await expect(recap).toContainText('2 of 3 right');
  await recap.getByRole('group').nth(1).getByRole('button', { name: 'Try again' }).click();
  await expect(recap.getByRole('group').nth(1).getByRole('radio').first()).toBeEnabled();
  await expect(recap.getByRole('group').nth(1).getByRole('radio').first()).toBeFocused();

  await page.getByRole('link', { name: /Home/ }).click();
  const card = page.locator('.lesson-card').first();
  await expect(card.getByRole('progressbar')).toHaveAccessibleName(/^Progress in PyTorch basics/);
  await expect(card.getByTestId('lesson-progress')).toContainText(/1 of \d+ cells run · 2 of 8 questions/);
  await expect(page.locator('.lesson-card').nth(1).getByRole('progressbar')).toHaveCount(0);
  await page.getByRole('link', { name: 'Continue' }).click();
  await expect(page).toHaveURL(/#\/en\/lesson\/pytorch-basics$/);
});

test('search by keyboard: Japanese, names of code, a slip; editors keep their keys', async ({ page }) => {
  await open(page, './#/ja');
  await page.keyboard.press('/');
  const field = page.getByRole('combobox', { name: 'レッスンを検索' });
  const results = page.getByRole('option');
  await expect(field).toBeFocused();
  for (const [query, found] of [
    ['学習率', '学習率スケジュール'],
    ['正則化', 'オプティマイザを選ぶ'],
    ['BatchNorm', '残差ブロック'],
    ['optimzer', 'オプティマイザを選ぶ'],
  ] as const) {
    await field.fill(query);
    await expect(results.filter({ hasText: found }).first()).toBeVisible();
  }
  await field.fill('wqxzv');
  await expect(page.getByText('「wqxzv」は見つかりませんでした。')).toBeVisible();
  await field.fill('勾配');
  await expect(results.nth(1)).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(results.nth(1)).toHaveAttribute('aria-selected', 'true');
  expect((await new AxeBuilder({ page }).include('.search-dialog').analyze()).violations).toEqual([]);
  const heading = (await results.nth(1).locator('.search-heading').textContent()) ?? '';
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByRole('heading', { name: heading, exact: true })).toBeInViewport();

  await page.keyboard.press('ControlOrMeta+k');
  await expect(field).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(field).toBeHidden();
  await page.locator('[data-cell-id] .code-field').first().click();
  await expect(page.locator('.monaco-editor').first()).toBeVisible();
  await page.keyboard.press('/');
  await expect(field).toBeHidden();
});

test(
  'every lesson: no violation in either theme, nothing wider than a phone',
  { tag: '@long' },
  async ({ page }, info) => {
    await page.setViewportSize({ width: 390, height: 844 });
    const addresses = await lessonAddresses(page);
    expect(addresses.length).toBeGreaterThanOrEqual(5);
    for (const address of addresses) {
      await open(page, address);
      await page.emulateMedia({ colorScheme: 'light' });
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow, `${address} on a phone`).toBeLessThanOrEqual(0);
      // Thousands of coloured pieces of code, made of the same few colours: lesson.spec.ts looks at them once.
      const axe = () => new AxeBuilder({ page }).exclude('.cell .code-text');
      expect((await axe().analyze()).violations, address).toEqual([]);
      // The theme changes colours and nothing else.
      await page.emulateMedia({ colorScheme: 'dark' });
      const dark = await axe().withRules(['color-contrast']).analyze();
      expect(dark.violations, `${address}, dark`).toEqual([]);
    }
    info.annotations.push({ type: 'pages', description: String(addresses.length) });
  },
);

test('on paper: light, without controls, the whole code', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
  await open(page, LESSON);
  await expect(page.locator('header.header')).toBeHidden();
  await expect(page.getByRole('button', { name: 'すべて実行' })).toBeHidden();
  await expect(page.locator('.cell-run').first()).toBeHidden();
  await expect(page.locator('[data-cell-id="define-by-run"]')).toContainText('while x < 100:');
  const colours = await page.evaluate(() => {
    const { backgroundColor, color } = getComputedStyle(document.body);
    return [backgroundColor, color];
  });
  expect(colours).toEqual(['rgb(255, 255, 255)', 'rgb(35, 33, 29)']);
});

test('how soon a text is there on the second visit (reported, not judged)', async ({ page }, info) => {
  await open(page, LESSON);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const paint = await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
  );
  const text = await page.evaluate(() => performance.now());
  expect(paint).toBeGreaterThan(0);
  const report = `first paint ${Math.round(paint)} ms, heading there by ${Math.round(text)} ms (budget 1000 ms)`;
  info.annotations.push({ type: 'second visit', description: report });
  console.log(report);
});
