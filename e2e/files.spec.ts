/** Files that Python writes: kept over reloads and restarts, downloaded, added, renamed, removed; training goes on from one. */
import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

const FIRST = 'define-by-run';

test.describe.configure({ timeout: 400_000 });

const cell = (page: Page): Locator => page.locator(`[data-cell-id="${FIRST}"]`);
const output = (page: Page): Locator => cell(page).getByTestId('cell-output');
const panel = (page: Page): Locator => page.getByRole('dialog', { name: 'ファイル' });
const line = (page: Page, name: string): Locator => panel(page).locator(`[data-file="${name}"]`);

async function openLesson(page: Page): Promise<void> {
  await page.goto('./#/ja/lesson/pytorch-basics');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

async function run(page: Page, code: string): Promise<void> {
  const text = cell(page).locator('.code-text');
  if (await text.isVisible()) {
    await text.focus();
    await page.keyboard.press('Enter');
  } else await cell(page).locator('.code-field').click();
  await expect(cell(page).locator('.monaco-editor').first()).toBeVisible();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(code);
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(cell(page).getByText('実行中')).toBeHidden();
  await expect(cell(page)).toHaveAttribute('data-state', 'ok', { timeout: 120_000 });
}

const badge = (page: Page): Locator => page.getByTestId('files-badge');

test('what Python writes is listed, survives a reload and can be changed by the reader', async ({ page }) => {
  await openLesson(page);
  await badge(page).click();
  await expect(panel(page)).toContainText('torch.save');
  await page.keyboard.press('Escape');
  await expect(panel(page)).toBeHidden();

  await run(
    page,
    'import os\nos.makedirs("runs", exist_ok=True)\nopen("notes.txt", "w").write("はい")\nopen("runs/a.bin", "wb").write(bytes(1500))\nprint("written")',
  );
  await expect(badge(page)).toHaveAttribute('data-count', '2');
  await page.reload();
  await expect(badge(page)).toHaveAttribute('data-count', '2');
  await run(page, 'print(open("notes.txt").read(), len(open("runs/a.bin", "rb").read()))');
  await expect(output(page)).toHaveText('はい 1500');

  await badge(page).click();
  await expect(line(page, 'runs/a.bin')).toContainText(/1\.5 KB/i);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    panel(page).getByRole('button', { name: 'notes.txt をダウンロード' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('notes.txt');
  expect(readFileSync(await download.path(), 'utf8')).toBe('はい');

  await panel(page)
    .locator('input[type="file"]')
    .setInputFiles({ name: 'mine.csv', mimeType: 'text/csv', buffer: Buffer.from('x,y\n1,2\n') });
  await panel(page).getByRole('button', { name: 'notes.txt の名前を変える' }).click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('../outside');
  await page.keyboard.press('Enter');
  await expect(panel(page).getByRole('alert')).toContainText('使えません');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('renamed.txt');
  await page.keyboard.press('Enter');
  await expect(line(page, 'renamed.txt')).toBeVisible();
  await panel(page).getByRole('button', { name: 'runs/a.bin を削除' }).click();
  await expect(line(page, 'runs/a.bin')).toHaveCount(0);
  await page.evaluate(() => {
    // As a browser whose disk is full does it, for one file only.
    // oxlint-disable-next-line typescript/unbound-method -- called with its store below
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (value, key) {
      const { path } = value as { readonly path?: unknown };
      if (path === '/home/student/no-space.txt') throw new DOMException('full', 'QuotaExceededError');
      return put.call(this, value, key);
    };
  });
  await panel(page).getByRole('button', { name: 'renamed.txt の名前を変える' }).click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('no-space.txt');
  await page.keyboard.press('Enter');
  await expect(panel(page).getByRole('alert')).toContainText('空き容量');
  await panel(page).getByRole('button', { name: 'やめる' }).click();
  await expect(line(page, 'renamed.txt')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(panel(page)).toBeHidden();

  const look =
    'import os\nprint(sorted(os.listdir(".")), os.path.exists("runs/a.bin"), open("mine.csv").read().split())';
  await run(page, look);
  await expect(output(page)).toContainText("'mine.csv', 'renamed.txt'");
  await expect(output(page)).toContainText("False ['x,y', '1,2']");
  await page.getByRole('button', { name: '再起動' }).click();
  await run(page, look);
  await expect(output(page)).toContainText("'mine.csv', 'renamed.txt'");
  await expect(output(page)).toContainText("False ['x,y', '1,2']");
});

test('a file dropped on the panel is added', async ({ page }) => {
  await openLesson(page);
  await badge(page).click();
  const transfer = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File(['dropped'], 'dropped.txt'));
    return data;
  });
  await panel(page).dispatchEvent('drop', { dataTransfer: transfer });
  await expect(line(page, 'dropped.txt')).toBeVisible();
});

/** Without indented lines: the editor would indent them once more as they are typed. */
const MODEL = `
import torch
from torch import nn
torch.manual_seed(0)
x = torch.randn(64, 4)
y = (x.sum(1, keepdim=True) > 0).float()
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 1))
optimizer = torch.optim.Adam(model.parameters(), lr=0.05)
measure = nn.BCEWithLogitsLoss()
`;
const train = (steps: number): string =>
  `for _ in range(${steps}): optimizer.zero_grad(); loss = measure(model(x), y); loss.backward(); optimizer.step(); print(f"{loss.item():.6f}")\n`;

test('training resumed from a checkpoint after a reload goes on with equal losses', async ({ page }) => {
  await openLesson(page);
  await run(page, MODEL + train(8));
  const whole = ((await output(page).textContent()) ?? '').trim().split(/\s+/);
  expect(whole.length).toBe(8);
  await run(
    page,
    `${MODEL}${train(4)}torch.save({"model": model.state_dict(), "optimizer": optimizer.state_dict()}, "half.pt")`,
  );
  await expect(badge(page)).toHaveAttribute('data-count', '1');
  await page.reload();
  await expect(badge(page)).toHaveAttribute('data-count', '1');
  await run(
    page,
    `${MODEL}saved = torch.load("half.pt")\nmodel.load_state_dict(saved["model"])\noptimizer.load_state_dict(saved["optimizer"])\n${train(4)}`,
  );
  const rest = ((await output(page).textContent()) ?? '').trim().split(/\s+/);
  expect(rest).toEqual(whole.slice(4));
});
