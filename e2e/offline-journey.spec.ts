/** A whole day without a network after one visit: a section, a lab, an exercise, the search and files to take away. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Download, Locator, Page } from '@playwright/test';
import { startServer } from '../scripts/serve.mjs';

const ROOT = join(import.meta.dirname, '..');

test.use({ serviceWorkers: 'allow', actionTimeout: 60_000 });
test.describe.configure({ timeout: 1_500_000 });

const outputOf = (page: Page, id: string): Locator => page.locator(`[data-cell-id="${id}"]`).getByTestId('cell-output');

/** Opens a lesson, known by one of its cells, and runs all of them to the end. */
async function runLesson(page: Page, address: string, itsCell: string): Promise<void> {
  await page.goto(address);
  await expect(page.locator(`[data-cell-id="${itsCell}"]`)).toBeAttached();
  await page.getByRole('button', { name: 'すべて実行' }).click();
  const cells = page.locator('[data-cell-id]');
  await expect(cells.last()).toHaveAttribute('data-state', 'ok', { timeout: 900_000 });
  for (const cell of await cells.all()) await expect(cell).toHaveAttribute('data-state', 'ok');
}

async function saved(page: Page, button: Locator): Promise<{ name: string; text: string }> {
  const [download]: [Download, void] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

test(
  'a new tab without a network: section 4.1, the MNIST lab, exercise 3, search, export',
  { tag: '@long' },
  async ({ page, context }) => {
    const server = await startServer({ root: join(ROOT, 'dist') });
    await page.goto(`${server.url}#/ja`);
    await expect(page.getByTestId('offline-badge')).toHaveText('オフラインで使えます', { timeout: 120_000 });
    await page.close();
    await server.close();
    await context.setOffline(true);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);

    const tab = await context.newPage();
    const failures: string[] = [];
    tab.on('pageerror', (error) => failures.push(error.message));
    const site = `${server.url}?utm_source=mail#/ja`;

    await runLesson(tab, `${site}/lesson/pytorch-basics`, 'train-mnist');
    await expect(outputOf(tab, 'train-mnist')).toContainText('エポック 10');
    await runLesson(tab, `${site}/lesson/lab-mnist`, 'read-digit');

    await tab.goto(`${site}/exercise/normalized-dataset`);
    const answer = tab.locator('[data-cell-id="answer"]');
    await answer.locator('.code-field').click();
    await expect(answer.locator('.monaco-editor').first()).toBeVisible();
    await tab.keyboard.press('ControlOrMeta+A');
    const solution = readFileSync(join(ROOT, 'exercises/03-normalized-dataset/solution.py'), 'utf8');
    await tab.evaluate((code) => navigator.clipboard.writeText(code), solution);
    await tab.keyboard.press('ControlOrMeta+V');
    await tab.keyboard.press('Escape');
    await tab.getByRole('button', { name: '採点', exact: true }).click();
    await expect(tab.getByTestId('grade')).toContainText('満点です', { timeout: 240_000 });

    await tab.keyboard.press('/');
    await tab.getByRole('combobox', { name: 'レッスンを検索' }).fill('学習率');
    await tab.keyboard.press('Enter');
    await expect(tab).toHaveURL(/#\/ja\/lesson\//);
    await expect(tab.getByRole('heading', { level: 1 })).toBeVisible();

    await tab.goto(`${site}/notebooks`);
    const notebook = await saved(tab, tab.locator('[data-export="pytorch-basics"]'));
    expect(notebook.name).toMatch(/\.ipynb$/);
    expect(JSON.parse(notebook.text)).toMatchObject({ nbformat: 4 });
    await tab.goto(`${site}/storage`);
    const profile = await saved(tab, tab.getByRole('button', { name: '書き出す' }));
    expect(profile.text).toContain('class NormalizedDataset');
    expect(failures).toEqual([]);
  },
);
