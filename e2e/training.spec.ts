/** The chapter end to end: Run all trains on MNIST while the curves move, and a second run can be stopped. */
import { expect, test, type JSHandle, type Locator } from '@playwright/test';

const TRAINING = 'train-mnist';
/** What real PyTorch reaches with the same images, model and optimizer. */
const ACCURACY = 0.93;

test('run all trains to 93 % while the loss curve grows; stop interrupts a second run', async ({ page }) => {
  await page.goto('./#/ja/lesson/pytorch-basics');
  await page.getByRole('button', { name: 'すべて実行' }).click();
  const training = page.locator(`[data-cell-id="${TRAINING}"]`);
  const loss = training.locator('[data-testid="metric-chart"][data-tag="loss"]');
  const points = async (): Promise<number> => Number(await loss.getAttribute('data-points'));

  await expect(training).toHaveAttribute('data-state', 'running', { timeout: 120_000 });
  await expect(loss).toBeVisible();
  const early = await points();
  await expect(training).toHaveAttribute('data-state', 'running');
  await expect.poll(points).toBeGreaterThan(early);
  await expect(training).toHaveAttribute('data-state', 'ok', { timeout: 120_000 });
  // One point every ten of 10 × 313 updates.
  expect(await points()).toBe(313);

  const text = await training.getByTestId('cell-output').innerText();
  const accuracies = [...text.matchAll(/テスト正解率 ([\d.]+)%/g)].map((match) => Number(match[1]) / 100);
  expect(accuracies.length).toBe(10);
  expect(accuracies.at(-1)).toBeGreaterThanOrEqual(ACCURACY);

  const cells = page.locator('[data-cell-id]');
  await expect(cells.last()).toHaveAttribute('data-state', 'ok', { timeout: 60_000 });
  for (const each of await cells.all()) await expect(each).toHaveAttribute('data-state', 'ok');
  await expect(page.locator('[data-cell-id="count-parameters"]').getByTestId('cell-output')).toContainText('118,282');

  await training.getByRole('button', { name: '実行' }).click();
  await expect(training).toHaveAttribute('data-state', 'running');
  await expect.poll(points).toBeGreaterThan(3);
  const stop = await watchStop(training);
  await page.getByRole('toolbar').getByRole('button', { name: '停止' }).click();
  await expect(training).toHaveAttribute('data-state', 'interrupted');
  expect(await stop.evaluate(({ milliseconds }) => milliseconds)).toBeLessThan(1_000);
});

/** Watches for the next press of a button: how long until the cell ends, by the page's clock, as waiting here polls too slowly. */
function watchStop(cell: Locator): Promise<JSHandle<{ milliseconds: Promise<number> }>> {
  return cell.evaluateHandle((element) => ({
    milliseconds: new Promise<number>((resolve) => {
      let pressed = 0;
      addEventListener('click', () => (pressed = performance.now()), { capture: true, once: true });
      const observer = new MutationObserver(() => {
        if (element.getAttribute('data-state') === 'running') return;
        observer.disconnect();
        resolve(performance.now() - pressed);
      });
      observer.observe(element, { attributes: true, attributeFilter: ['data-state'] });
    }),
  }));
}
