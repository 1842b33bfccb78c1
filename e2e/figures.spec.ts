/** Figures, rich results and progress: the gallery in light and dark, live updates, what a reader can do with a figure. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { compareWithKept } from './pictures';

/** What each figure of the gallery consists of, counted from its code; `ink` is the least share of pixels it covers. */
const GALLERY: Readonly<Record<string, Structure>> = {
  lines: { axes: 1, legend: 2, paths: 2, ink: 0.005 },
  formats: { axes: 1, legend: 6, paths: 11, ink: 0.005 },
  curves: { axes: 2, legend: 4, paths: 6, ink: 0.005 },
  log: { axes: 1, legend: 3, paths: 3, ink: 0.005 },
  classes: { axes: 1, legend: 3, paths: 3, ink: 0.005 },
  bubbles: { axes: 1, images: 1, ink: 0.02 },
  bars: { axes: 1, legend: 2, bars: 6, texts: 6, ink: 0.2 },
  barh: { axes: 1, bars: 3, ink: 0.1 },
  stacked: { axes: 1, legend: 2, bars: 10, ink: 0.2 },
  histogram: { axes: 1, bars: 30, ink: 0.1 },
  weights: { axes: 1, legend: 2, bars: 100, paths: 1, ink: 0.1 },
  digits: { axes: 25, canvases: 25, ink: 0.08 },
  attention: { axes: 1, images: 2, ink: 0.1 },
  rgb: { axes: 1, images: 1, ink: 0.4 },
  confusion: { axes: 1, images: 1, texts: 9, ink: 0.1 },
  boundary: { axes: 1, images: 2, paths: 2, ink: 0.3 },
  descent: { axes: 1, legend: 1, paths: 8, ink: 0.005 },
  errors: { axes: 1, paths: 4, ink: 0.003 },
  band: { axes: 1, legend: 2, paths: 2, ink: 0.008 },
  note: { axes: 1, bars: 1, paths: 1, texts: 1, ink: 0.006 },
  twin: { axes: 1, legend: 2, paths: 2, ink: 0.004 },
  activations: { axes: 6, paths: 12, ink: 0.004 },
  layout: { axes: 4, texts: 6, ink: 0.02 },
  arrows: { axes: 1, ink: 0.004 },
  live: { axes: 1, paths: 2, ink: 0.003 },
};

interface Structure {
  readonly axes: number;
  readonly legend?: number;
  readonly paths?: number;
  readonly bars?: number;
  readonly texts?: number;
  readonly images?: number;
  readonly canvases?: number;
  readonly ink: number;
}

const cell = (page: Page, id: string): Locator => page.locator(`[data-cell-id="${id}"]`);
const output = (page: Page, id: string): Locator => cell(page, id).getByTestId('cell-output');

async function runAll(page: Page, language: 'ja' | 'en'): Promise<void> {
  await page.goto(`./#/${language}/lesson/example-figures`);
  await page.getByRole('button', { name: language === 'ja' ? 'すべて実行' : 'Run all' }).click();
  await expect(cell(page, 'live')).toHaveAttribute('data-state', 'ok', { timeout: 300_000 });
}

/** Runs code in the first cell of the gallery. */
async function run(page: Page, code: string): Promise<Locator> {
  await page.goto('./#/en/lesson/example-figures');
  await cell(page, 'lines').locator('.code-field').click();
  await expect(cell(page, 'lines').locator('.monaco-editor').first()).toBeVisible();
  await page.keyboard.press('ControlOrMeta+A');
  // Pasted, because the editor indents what is typed.
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), code);
  await page.keyboard.press('ControlOrMeta+V');
  await page.keyboard.press('ControlOrMeta+Enter');
  return output(page, 'lines');
}

const done = (page: Page) => expect(cell(page, 'lines')).toHaveAttribute('data-state', 'ok', { timeout: 90_000 });

interface Picture {
  readonly width: number;
  readonly height: number;
  /** The most frequent colour. */
  readonly ground: readonly number[];
  /** The share of pixels that clearly differ from it. */
  readonly ink: number;
  readonly colors: number;
}

/** Looks at a screenshot, in the page itself, which can decode it. */
async function look(page: Page, png: Buffer): Promise<Picture> {
  return page.evaluate(async (data) => {
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const { width, height } = bitmap;
    const pen = new OffscreenCanvas(width, height).getContext('2d');
    if (!pen) throw new Error('no canvas');
    pen.drawImage(bitmap, 0, 0);
    const pixels = pen.getImageData(0, 0, width, height).data;
    const counts = new Map<number, number>();
    for (let at = 0; at < pixels.length; at += 4) {
      const color = ((pixels[at] ?? 0) << 16) | ((pixels[at + 1] ?? 0) << 8) | (pixels[at + 2] ?? 0);
      counts.set(color, (counts.get(color) ?? 0) + 1);
    }
    const rgb = (color: number): number[] => [color >> 16, (color >> 8) & 255, color & 255];
    const corner = rgb(((pixels[0] ?? 0) << 16) | ((pixels[1] ?? 0) << 8) | (pixels[2] ?? 0));
    let ink = 0;
    for (const [color, count] of counts) {
      const distance = Math.max(...rgb(color).map((part, index) => Math.abs(part - (corner[index] ?? 0))));
      if (distance > 60) ink += count;
    }
    return { width, height, ground: corner, ink: ink / (width * height), colors: counts.size };
  }, png.toString('base64'));
}

async function shoot(page: Page, id: string): Promise<Buffer> {
  const drawing = output(page, id).locator('.figure-drawing');
  await drawing.scrollIntoViewIfNeeded();
  return drawing.screenshot({ animations: 'disabled' });
}

test('the gallery draws 25 figures, each as its code says and as kept, in light and in dark', async ({
  page,
}, info) => {
  test.setTimeout(540_000);
  // The tallest figure must fit below the bar that stays at the top.
  await page.setViewportSize({ width: 1280, height: 1400 });
  await page.emulateMedia({ colorScheme: 'light' });
  await runAll(page, 'ja');
  expect(await page.locator('[data-cell-id]').count()).toBe(25);
  expect(Object.keys(GALLERY)).toHaveLength(25);
  for (const [id, wanted] of Object.entries(GALLERY)) {
    await test.step(id, async () => {
      await expect(cell(page, id)).toHaveAttribute('data-state', 'ok');
      const figure = output(page, id).getByTestId('figure');
      await expect(figure).toHaveCount(1);
      const counts: readonly (readonly [string, number | undefined])[] = [
        ['.axes', wanted.axes],
        ['.legend-entry', wanted.legend],
        ['.marks g[clip-path] path[d]:not([d=""]):not(marker path)', wanted.paths],
        ['.marks g[clip-path] rect', wanted.bars],
        ['.marks > g > text', wanted.texts],
        ['.marks image', wanted.images],
        ['canvas', wanted.canvases],
      ];
      for (const [selector, count] of counts) {
        if (count !== undefined) await expect(figure.locator(selector), selector).toHaveCount(count);
      }
      const inLight = await shoot(page, id);
      await page.emulateMedia({ colorScheme: 'dark' });
      const inDark = await shoot(page, id);
      await page.emulateMedia({ colorScheme: 'light' });
      expect.soft(await compareWithKept(page, info, `${id}-light`, inLight)).toBeNull();
      expect.soft(await compareWithKept(page, info, `${id}-dark`, inDark)).toBeNull();
      const [light, dark] = [await look(page, inLight), await look(page, inDark)];
      expect(Math.min(...light.ground)).toBeGreaterThan(240);
      expect(Math.max(...dark.ground)).toBeLessThan(60);
      // The same drawing in other colours: its size stays, and it covers as much of its ground.
      expect([dark.width, dark.height]).toEqual([light.width, light.height]);
      expect(light.ink).toBeGreaterThan(wanted.ink);
      expect(dark.ink).toBeGreaterThan(wanted.ink);
      expect(light.colors).toBeGreaterThan(10);
    });
  }
  expect((await new AxeBuilder({ page }).include('[data-testid="figure"]').analyze()).violations).toEqual([]);
});

test('on a phone figures fit, pictures stay a grid, charts stand below each other', async ({ page }) => {
  test.setTimeout(400_000);
  await page.setViewportSize({ width: 390, height: 800 });
  await runAll(page, 'en');
  for (const id of Object.keys(GALLERY)) {
    const drawing = output(page, id).locator('.figure-drawing');
    const [box, frame] = [await drawing.boundingBox(), await output(page, id).boundingBox()];
    expect(box?.width, id).toBeLessThanOrEqual(frame?.width ?? 0);
  }
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(390);
  const tops = async (id: string): Promise<number[]> =>
    output(page, id)
      .locator('.axes')
      .evaluateAll((each) => each.map((axes) => Math.round(axes.getBoundingClientRect().top)));
  expect(new Set((await tops('digits')).slice(0, 5)).size).toBe(1);
  expect(new Set(await tops('curves')).size).toBe(2);
});

test('a figure can be read, asked, and taken away', async ({ page }) => {
  const out = await run(
    page,
    'import matplotlib.pyplot as plt\nplt.plot([1, 2, 3], [4, 5, 6], label="loss")\nplt.plot([1, 2, 3], [1, 2, 9], label="error")\nplt.legend()\nplt.title("Curves")\nplt.xlabel("epoch")',
  );
  await done(page);
  const figure = out.getByTestId('figure');
  await expect(figure).toHaveAccessibleName('Figure: Curves');
  await expect(figure.getByRole('img', { name: /Curves/ })).toBeVisible();
  // What the cell's last line returned stands above the figure, as in a notebook.
  await expect(out.locator('.output-result')).toHaveText("Text(0.5, 0, 'epoch')");

  await figure.locator('.recharts-surface').first().hover();
  await expect(figure.locator('.chart-tooltip')).toContainText('epoch 2');
  await expect(figure.locator('.chart-tooltip')).toContainText('loss 5');

  const curves = figure.locator('.marks g[clip-path] path');
  await expect(curves).toHaveCount(2);
  await figure.getByRole('button', { name: 'error' }).click();
  await expect(curves).toHaveCount(1);
  await expect(figure.getByRole('button', { name: 'error' })).toHaveAttribute('aria-pressed', 'false');

  await figure.getByRole('button', { name: 'Data table' }).click();
  await expect(figure.getByRole('table')).toContainText('3');
  await expect(figure.getByRole('columnheader')).toHaveText(['epoch', 'loss', 'error']);
  await expect(figure.getByRole('row')).toHaveCount(4);

  const [csv] = await Promise.all([page.waitForEvent('download'), figure.getByRole('button', { name: 'CSV' }).click()]);
  expect(csv.suggestedFilename()).toBe('Curves.csv');
  expect(await text(csv)).toContain('epoch,loss,error\r\n1,4,1\r\n2,5,2\r\n3,6,9');
  const [svg] = await Promise.all([page.waitForEvent('download'), figure.getByRole('button', { name: 'SVG' }).click()]);
  const drawing = await text(svg);
  expect(drawing).toContain('Curves');
  expect(drawing).not.toContain('var(--');
  const [png] = await Promise.all([page.waitForEvent('download'), figure.getByRole('button', { name: 'PNG' }).click()]);
  const picture = await look(page, await content(png));
  expect(picture.width).toBeGreaterThan(800);
  expect(picture.ink).toBeGreaterThan(0.003);
});

interface Download {
  createReadStream(): Promise<NodeJS.ReadableStream>;
}

async function content(download: Download): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of await download.createReadStream()) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

const text = async (download: Download): Promise<string> => (await content(download)).toString('utf8');

test('a chart drawn anew in a loop is one chart that moves, without flicker', async ({ page }) => {
  const out = await run(
    page,
    [
      'import time, matplotlib.pyplot as plt',
      'from IPython.display import clear_output',
      'values = []',
      'for epoch in range(40):',
      '    values.append(epoch * epoch)',
      '    clear_output(wait=True)',
      '    print("epoch", epoch)',
      '    plt.plot(values)',
      '    plt.title(f"epoch {epoch}")',
      '    plt.show()',
      '    time.sleep(0.05)',
    ].join('\n'),
  );
  const figure = out.getByTestId('figure');
  await expect(figure).toBeVisible({ timeout: 60_000 });
  // Watches every frame from here to the end of the run.
  const watched = await page.evaluate(
    () =>
      new Promise<{ counts: number[]; heights: number[]; titles: string[]; same: boolean }>((resolve) => {
        const box = document.querySelector('[data-cell-id="lines"]');
        const first = box?.querySelector('[data-testid="figure"]');
        const seen = { counts: new Set<number>(), heights: new Set<number>(), titles: new Set<string>() };
        const frame = (): void => {
          const figures = [...(box?.querySelectorAll('[data-testid="figure"]') ?? [])];
          seen.counts.add(figures.length);
          seen.heights.add(figures[0]?.querySelector('.axes')?.clientHeight ?? 0);
          seen.titles.add(figures[0]?.querySelector('.axes-title')?.textContent ?? '');
          if (box?.getAttribute('data-state') === 'running') requestAnimationFrame(frame);
          else {
            const same = first?.isConnected === true;
            resolve({ counts: [...seen.counts], heights: [...seen.heights], titles: [...seen.titles], same });
          }
        };
        frame();
      }),
  );
  await done(page);
  expect(watched.same).toBe(true);
  expect(watched.counts).toEqual([1]);
  expect(watched.heights).toHaveLength(1);
  expect(watched.titles.length).toBeGreaterThan(2);
  await expect(out).toContainText('epoch 39');
  await expect(out).not.toContainText('epoch 38');
  await expect(figure.locator('.axes-title')).toHaveText('epoch 39');
});

test('input() asks in the cell, tqdm shows a bar that moves and ends', async ({ page }) => {
  const out = await run(
    page,
    [
      'import time',
      'from tqdm.auto import tqdm',
      'name = input("Your name? ")',
      'with tqdm(total=30, desc="training") as bar:',
      '    for step in range(30):',
      '        time.sleep(0.05)',
      '        bar.set_postfix(loss=1 / (step + 1))',
      '        bar.update()',
      'for _ in tqdm(range(3), leave=False): pass',
      'print("hello", name)',
      'print("│ drawn │ " * 40)',
      'import matplotlib.pyplot as plt',
      'plt.figure(figsize=(8, 2)); plt.barh([0], [1]); plt.yticks([0], ["Dropout 0.5"]); plt.show()',
    ].join('\n'),
  );
  const answer = out.getByLabel('Your name?');
  await expect(answer).toBeFocused({ timeout: 60_000 });
  await answer.fill('Ada');
  await page.keyboard.press('Enter');
  const bar = out.getByRole('progressbar', { name: 'Progress: training' });
  await expect(bar).toBeVisible();
  const early = Number(await bar.getAttribute('aria-valuenow'));
  await expect.poll(async () => Number(await bar.getAttribute('aria-valuenow'))).toBeGreaterThan(early + 3);
  await done(page);
  await expect(bar).toHaveAttribute('aria-valuenow', '30');
  await expect(out.getByTestId('progress')).toHaveCount(1);
  await expect(out.getByTestId('progress')).toHaveAttribute('data-state', 'finished');
  await expect(out.getByTestId('progress')).toContainText(/100% 30\/30 \[00:0\d, [\d.]+it\/s, loss=0\.0333\]/);
  await expect(out).toContainText('hello Ada');
  const drawn = out.getByText('│ drawn │').last();
  const lines = (await drawn.boundingBox())?.height ?? 0;
  expect(lines, 'a table drawn with characters is not wrapped').toBeLessThan(60);
  await expect(out.getByText('Dropout 0.5'), 'on one line').toBeVisible();
});

test('results show as in a notebook, and HTML from a cell can do nothing', async ({ page }) => {
  let asked = false;
  await page.route('**/evil.example/**', (route) => {
    asked = true;
    return route.abort();
  });
  const out = await run(
    page,
    [
      'from IPython.display import HTML, Markdown',
      'display(HTML("<b>bold</b><script>window.hacked = 1</script><img src=x onerror=\'window.hacked = 1\'>"',
      "    \"<img src='https://evil.example/pixel.png'><iframe src='https://evil.example/'></iframe>\"",
      '    "<a href=\'javascript:window.hacked=1\'>press</a>"))',
      'display(Markdown("## Title\\n\\n* one\\n* **two**"))',
      'handle = display("first", display_id=True)',
      'handle.update("second")',
      '%timeit -n 10 -r 2 sum(range(10))',
      '!pip install numpy',
      'open("part.py", "w").write("made = 41")',
      '%run part.py',
      'print("made", made + 1)',
      '[{"model": "CNN", "accuracy": 98.5}, {"model": "MLP", "accuracy": 96.0}]',
    ].join('\n'),
  );
  await done(page);
  const rich = out.getByTestId('output-html');
  await expect(rich.first()).toContainText('bold');
  await expect(rich.first().locator('img, script, iframe')).toHaveCount(0);
  await rich.first().getByText('press').click();
  await expect(rich.nth(1).getByRole('heading', { name: 'Title' })).toBeVisible();
  await expect(rich.nth(1).getByRole('listitem')).toHaveCount(2);
  await expect(rich.nth(2)).toHaveText("'second'");
  await expect(out).toContainText(/\d \S+ ± .+ per loop \(mean ± std\. dev\. of 2 runs, 10 loops each\)/);
  await expect(out).toContainText('numpy is already here');
  await expect(out).toContainText('made 42');
  await expect(out.getByRole('table')).toContainText('CNN');
  await expect(out.getByRole('columnheader')).toHaveText(['', 'model', 'accuracy']);
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
  expect(asked).toBe(false);
});

test('savefig writes files that can be shown again, and what is missing says so', async ({ page }) => {
  const out = await run(
    page,
    [
      'import matplotlib.pyplot as plt',
      'from IPython.display import Image',
      'fig, ax = plt.subplots(figsize=(4, 3))',
      'ax.plot([1, 2, 3])',
      'ax.set_title("saved")',
      'fig.savefig("a.png", dpi=50)',
      'fig.savefig("a.svg")',
      'print(plt.imread("a.png").shape, "<svg" in open("a.svg").read())',
      'plt.close(fig)',
      'try:',
      '    plt.streamplot([1], [1], [1], [1])',
      'except NotImplementedError as error:',
      '    print(error)',
      'Image("a.png", alt="the file")',
    ].join('\n'),
  );
  await done(page);
  await expect(out).toContainText('(150, 200, 4) True');
  await expect(out).toContainText('plt.streamplot() is in matplotlib, but not in this playground yet');
  const picture = out.getByRole('img', { name: 'the file' });
  await expect(picture).toBeVisible();
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(200);
  expect((await look(page, await picture.screenshot())).ink).toBeGreaterThan(0.005);
});
