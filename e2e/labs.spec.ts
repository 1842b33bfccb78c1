/** The labs' widgets as readers use them: sliders, a race, switches that write code, a drawn digit that is read. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

/** Those with widgets; learning.spec.ts looks at every page. */
const LABS = ['lab-mnist', 'lab-schedules'];
/** Python starts, on a machine that may be busy with other work. */
const START = { timeout: 120_000 };

const cell = (page: Page, id: string): Locator => page.locator(`[data-cell-id="${id}"]`);
const output = (page: Page, id: string): Locator => cell(page, id).getByTestId('cell-output');

async function openLab(page: Page, slug: string, language = 'en'): Promise<void> {
  await page.goto(`./#/${language}/lesson/${slug}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

/** Widgets load when they come near the screen. */
async function widget(page: Page, name: string): Promise<Locator> {
  const frame = page.locator(`[data-widget="${name}"]`).first();
  await frame.scrollIntoViewIfNeeded();
  await expect(frame.getByTestId(/./).first()).toBeVisible();
  return frame;
}

test('a schedule follows its sliders, and the real scheduler gives the same rates', async ({ page }) => {
  await openLab(page, 'lab-schedules');
  const lab = await widget(page, 'schedules');
  const code = lab.getByTestId('schedule-code');
  await expect(code).toHaveText('StepLR(optimizer, step_size=10, gamma=0.5)');
  await lab.getByRole('combobox').selectOption('ExponentialLR');
  await lab.getByRole('slider', { name: 'gamma' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(code).toHaveText('ExponentialLR(optimizer, gamma=0.91)');
  await expect(lab.getByTestId('schedule-facts')).toHaveText(/first 0\.1 .*last 0\.002527/);
  await lab.getByRole('button', { name: 'Keep for comparison' }).click();
  await expect(lab.getByText('ExponentialLR (0.91)')).toBeVisible();

  await lab.getByRole('button', { name: 'Write these settings into the cell' }).click();
  const target = cell(page, 'try-scheduler');
  await expect(target).toContainText('scheduler = lr_scheduler.ExponentialLR(optimizer, gamma=0.91)');
  await target.getByRole('button', { name: 'Run' }).click();
  await expect(output(page, 'try-scheduler')).toContainText('first 0.1  last 0.002527', START);
});

test('optimizers race from where the reader clicks, and by keyboard', async ({ page }) => {
  await openLab(page, 'lab-schedules', 'ja');
  const race = await widget(page, 'optimizer-race');
  const map = race.getByRole('img');
  const box = await map.boundingBox();
  if (!box) throw new Error('the map is not drawn');
  await map.click({ position: { x: box.width * 0.75, y: box.height * 0.25 } });
  await expect(race.getByRole('slider', { name: '出発点の x' })).toHaveValue(/^2\.[45]/);
  await expect(race.getByRole('slider', { name: '出発点の y' })).toHaveValue(/^1\.[45]/);
  await expect(race.getByTestId('race').or(race.locator('[data-step]')).first()).toHaveAttribute('data-step', '200');
  const sgd = race.locator('[data-optimizer="SGD"]');
  await expect(sgd).toContainText(/\d+ ステップ/);

  // Twice the curvature's limit: SGD flies out of the bowl.
  const rate = sgd.getByRole('slider', { name: 'SGD の学習率' });
  await rate.focus();
  await page.keyboard.press('End');
  await expect(sgd).toContainText('発散');

  await race.getByRole('radio', { name: '鞍点' }).click();
  await race.getByRole('slider', { name: '出発点の x' }).focus();
  await page.keyboard.press('Home');
  await expect(race.getByRole('slider', { name: '出発点の x' })).toHaveValue('-3');
  await race.getByRole('button', { name: '出発する' }).press('Enter');
  await expect(race.locator('[data-step="200"]')).toBeVisible({ timeout: 15_000 });

  await page.setViewportSize({ width: 390, height: 844 });
  const hidden = await race.locator('.table-box').evaluate((box) => box.scrollWidth - box.clientWidth);
  expect(hidden, 'a phone shows all columns of the standings').toBeLessThanOrEqual(0);
});

/** A short training of the three models that the drawing is read with. */
const MODELS = `
torch_model = nn.Sequential(nn.Flatten(), nn.Linear(784, 64), nn.ReLU(), nn.Linear(64, 10)).to(device)
update = torch.optim.Adam(torch_model.parameters(), lr=3e-3)
for batch in torch.randperm(4000).split(50):
    update.zero_grad()
    nn.functional.cross_entropy(torch_model(train_images[batch].to(device)), train_labels[batch].to(device)).backward()
    update.step()
import keras
import matplotlib.pyplot as plt
def small():
    keras.utils.set_random_seed(0)
    model = keras.Sequential([keras.Input(shape=(28, 28)), keras.layers.Flatten(), keras.layers.Dense(10)])
    model.compile(optimizer="adam", loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True))
    model.fit(train_images[:1000].numpy(), train_labels[:1000].numpy(), batch_size=20, epochs=2, verbose=0)
    return model
sequential_model, subclass_model = small(), small()
print("trained")`;

test('a switch writes into the cell, and a drawn digit is read by the reader’s own models', async ({ page }) => {
  await openLab(page, 'lab-mnist');
  const settings = await widget(page, 'settings');
  const recipe = cell(page, 'your-recipe');
  await expect(recipe).toContainText('batch_norm = True');
  await settings.getByRole('checkbox', { name: /batch_norm/ }).uncheck();
  await settings.getByRole('combobox', { name: /network/ }).selectOption('"cnn"');
  await settings.getByRole('slider', { name: /dropout/ }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(recipe).toContainText('batch_norm = False');
  await expect(recipe).toContainText('network = "cnn"');
  await expect(recipe).toContainText('dropout = 0.1');

  await cell(page, 'load-data').getByRole('button', { name: 'Run' }).click();
  await expect(output(page, 'load-data')).toContainText('[10000, 28, 28]', START);
  await cell(page, 'torch-way').locator('.code-field').click();
  await expect(cell(page, 'torch-way').locator('.monaco-editor').first()).toBeVisible();
  await page.keyboard.press('ControlOrMeta+A');
  // On one line: the editor would indent the lines of a text once more.
  await page.keyboard.insertText(`exec(${JSON.stringify(MODELS)})`);
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(output(page, 'torch-way')).toHaveText('trained', { timeout: 60_000 });

  const draw = await widget(page, 'draw-digit');
  await expect(draw.getByRole('button', { name: 'Predict' })).toBeDisabled();
  const paper = draw.getByRole('img').first();
  await paper.scrollIntoViewIfNeeded();
  const box = await paper.boundingBox();
  if (!box) throw new Error('there is nothing to draw on');
  await page.mouse.move(box.x + 145, box.y + 40);
  await page.mouse.down();
  await page.mouse.move(box.x + 140, box.y + 140, { steps: 4 });
  await page.mouse.move(box.x + 132, box.y + 240, { steps: 4 });
  await page.mouse.up();
  await expect(cell(page, 'read-digit')).toContainText('@@');
  await draw.getByRole('button', { name: 'Predict' }).click();
  await expect(output(page, 'read-digit')).toContainText(/1 \(\d+%\) +PyTorch/, { timeout: 30_000 });
  await expect(output(page, 'read-digit').getByTestId('figure')).toBeVisible();

  // From now on every stroke is answered at once: a bar across the bottom and one on top no longer make a one.
  await draw.getByRole('button', { name: 'Erase' }).click();
  await page.mouse.move(box.x + 60, box.y + 50);
  await page.mouse.down();
  await page.mouse.move(box.x + 210, box.y + 50, { steps: 4 });
  await page.mouse.move(box.x + 120, box.y + 240, { steps: 6 });
  await page.mouse.up();
  await expect(output(page, 'read-digit')).toContainText(/7 \(\d+%\) +PyTorch/);
});

for (const theme of ['light', 'dark'] as const) {
  test(`the labs' widgets for everybody: axe in the ${theme} theme, nothing wider than a phone`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width: 390, height: 844 });
    for (const slug of LABS) {
      await openLab(page, slug, theme === 'light' ? 'ja' : 'en');
      for (const frame of await page.locator('[data-widget]').all()) {
        await frame.scrollIntoViewIfNeeded();
        await expect(frame.getByTestId(/./).first()).toBeVisible();
      }
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    }
  });
}
