/** The examples and the table of what works: pages of their own, in both languages, on desktop and phone. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

test('an example opens from the list and trains in its cells', async ({ page }) => {
  await page.goto('./#/ja');
  await page.getByRole('contentinfo').getByRole('link', { name: '例', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: '例' })).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole('link', { name: /60 行の自動微分/ }).click();
  await expect(page).toHaveURL(/#\/ja\/lesson\/example-scalar-autograd$/);
  await page.getByRole('button', { name: 'すべて実行' }).click();
  const last = page.locator('[data-cell-id="torch"]');
  await expect(last).toHaveAttribute('data-state', 'ok', { timeout: 120_000 });
  await expect(page.locator('[data-cell-id="compare"]').getByTestId('cell-output')).toContainText(
    'd/da     ours 0.637972   torch 0.637972',
  );
  await expect(last.getByTestId('cell-output')).toContainText(/step 299 {3}loss 0\.1\d+ {3}right 5\d\/60/);
  await page.getByRole('link', { name: '次の例' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('名前を考える MLP');
});

test('an example trains on the page in English, too', async ({ page }) => {
  await page.goto('./#/en/lesson/example-names-mlp');
  await page.getByRole('button', { name: 'Run all' }).click();
  const sample = page.locator('[data-cell-id="sample"]');
  await expect(sample).toHaveAttribute('data-state', 'ok', { timeout: 120_000 });
  await expect(sample.getByTestId('cell-output')).toContainText(/new ones: \d+ of 20/);
});

test('the table lists names, finds them and says what to use instead', async ({ page }) => {
  await page.goto('./#/en/api');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What of PyTorch is here');
  const counts = page.getByRole('main').getByRole('status');
  await expect(counts).toHaveText(/^1,?\d{3} work/);
  const functional = page.getByRole('region', { name: 'torch.nn.functional', exact: true });
  await expect(functional.getByText('cross_entropy', { exact: true })).toBeAttached();

  await page.getByRole('searchbox').fill('fractionalmax');
  await expect(page.getByRole('region')).toHaveCount(1);
  await expect(page.getByRole('row', { name: /FractionalMaxPool2d/ })).toContainText('nn.MaxPool2d');
  await page.getByRole('searchbox').fill('dropout');
  await page.getByRole('radio', { name: 'Partly' }).click();
  await expect(page.getByRole('row', { name: /^dropout/ }).first()).toContainText('builds of PyTorch differ');
  await page.getByRole('radio', { name: 'All' }).click();
  await page.getByRole('radio', { name: 'Keras' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What of Keras is here');
  await page.getByRole('searchbox').fill('augmix');
  await expect(page.getByRole('row', { name: /AugMix/ })).toContainText('RandomFlip');
  await page.getByRole('searchbox').fill('no such name');
  await expect(counts).toHaveText('Nothing found.');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the table on a phone, ${colorScheme}: no wider than the screen, no accessibility violations`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto('./#/ja/api');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await page.getByRole('searchbox').fill('torch.linalg');
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  });
}
