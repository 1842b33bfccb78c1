/** Links that hold code: made from a cell, opened as untrusted text, run only on request and away from the reader's files. */
import { deflateRawSync } from 'node:zlib';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

const FIRST = 'define-by-run';
test.describe.configure({ timeout: 400_000 });

const cell = (page: Page, id: string): Locator => page.locator(`[data-cell-id="${id}"]`);

async function writeCode(page: Page, id: string, code: string): Promise<void> {
  await cell(page, id).locator('.code-field').click();
  await expect(cell(page, id).locator('.monaco-editor').first()).toBeVisible();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(code);
}

test('a shared cell opens as untrusted text and runs only on request, away from files', async ({ page, context }) => {
  await page.goto('./#/ja/lesson/pytorch-basics');
  await writeCode(page, FIRST, 'open("secret.txt", "w").write("mine")\nprint("mine", 40 + 2)');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(cell(page, FIRST).getByTestId('cell-output')).toContainText('mine 42', { timeout: 120_000 });
  await writeCode(page, FIRST, 'import os\nprint("shared <b>", os.path.exists("secret.txt"))');
  await page.keyboard.press('Escape');
  await cell(page, FIRST).getByRole('button', { name: '共有' }).click();
  const link = await page.getByLabel('このコードのリンク').inputValue();
  expect(link).toMatch(/#\/ja\/shared\/[\w-]+$/);

  const other = await context.newPage();
  await other.goto(link);
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('共有されたコード');
  await expect(other.getByTestId('shared-origin')).toContainText(new URL(link).origin);
  await expect(other.getByTestId('shared-origin').getByRole('link')).toContainText('セル 1');
  await expect(cell(other, 'shared').getByRole('textbox')).toContainText('print("shared <b>"');
  expect((await new AxeBuilder({ page: other }).analyze()).violations).toEqual([]);
  await other.waitForTimeout(2_000);
  await expect(cell(other, 'shared')).toHaveAttribute('data-state', 'idle');
  await expect(other.getByTestId('kernel-badge')).toHaveAttribute('data-phase', 'off');

  await cell(other, 'shared').getByRole('button', { name: '実行' }).click();
  await expect(cell(other, 'shared').getByTestId('cell-output')).toContainText('shared <b> False', {
    timeout: 120_000,
  });

  // Back in a lesson Python has the reader's files again.
  await other.goto('./#/ja/lesson/pytorch-basics');
  await expect(cell(other, FIRST).getByRole('textbox')).toContainText('secret.txt');
  await cell(other, FIRST).getByRole('button', { name: '実行' }).click();
  await expect(cell(other, FIRST).getByTestId('cell-output')).toContainText('shared <b> True', { timeout: 120_000 });
});

test('a damaged link, and one that unpacks to a hundred megabytes, say so', async ({ page }) => {
  await page.goto('./#/ja/shared/AAAA');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('共有リンクを読めません');
  const bomb = deflateRawSync(Buffer.alloc(100_000_000, 32)).toString('base64url');
  await page.goto(`./#/en/shared/${bomb}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This link cannot be read');
});
