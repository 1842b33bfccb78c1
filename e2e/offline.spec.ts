/**
 * The site without a network: each test has a server of its own, which it closes. Also new versions, folders other than the
 * root, and giving space back.
 */
import { cpSync, mkdtempSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { startServer } from '../scripts/serve.mjs';

const DIST = join(import.meta.dirname, '..', 'dist');
const FIRST = 'define-by-run';

test.use({ serviceWorkers: 'allow' });
test.describe.configure({ timeout: 300_000 });

const cell = (page: Page, id: string): Locator => page.locator(`[data-cell-id="${id}"]`);

async function storedAll(page: Page): Promise<void> {
  await expect(page.getByTestId('offline-badge')).toHaveText('オフラインで使えます', { timeout: 120_000 });
}

async function startInCell(page: Page, id: string, code: string): Promise<void> {
  await cell(page, id).locator('.code-field').click();
  await expect(cell(page, id).locator('.monaco-editor').first()).toBeVisible();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(code);
  await page.keyboard.press('ControlOrMeta+Enter');
}

test('after one visit a deep link opens, trains and edits without a network', async ({ page, context }) => {
  const server = await startServer({ root: DIST });
  await page.goto(`${server.url}#/ja`);
  await storedAll(page);
  await server.close();
  await page.close();

  const tab = await context.newPage();
  const failures: string[] = [];
  tab.on('pageerror', (error) => failures.push(error.message));
  await tab.goto(`${server.url}?utm_source=mail&fbclid=1#/ja/lesson/pytorch-basics`);
  await expect(tab.getByRole('heading', { level: 1 })).toBeVisible();
  await startInCell(
    tab,
    FIRST,
    [
      'import torch',
      'from torchvision import datasets, transforms',
      'mnist = datasets.MNIST("data", train=True, download=True, transform=transforms.ToTensor())',
      'image, label = mnist[0]',
      'print(len(mnist) > 0, tuple(image.shape), torch.ones(2).sum().item())',
    ].join('\n'),
  );
  await expect(cell(tab, FIRST)).toHaveAttribute('data-state', 'ok', { timeout: 120_000 });
  await expect(cell(tab, FIRST).getByTestId('cell-output')).toContainText('True (1, 28, 28) 2.0');
  const diagram = tab.getByTestId('diagram').first();
  await diagram.scrollIntoViewIfNeeded();
  await expect(diagram).toHaveAttribute('data-drawn', 'true');
  for (const address of ['about', 'examples', 'api', 'storage']) {
    await tab.goto(`${server.url}#/en/${address}`);
    await expect(tab.getByRole('heading', { level: 1 })).toBeVisible();
  }
  expect(failures).toEqual([]);
});

test('works from a folder of the host, and knows only its own files', async ({ page, context }) => {
  const root = mkdtempSync(join(tmpdir(), 'site-'));
  mkdirSync(join(root, 'courses'));
  symlinkSync(DIST, join(root, 'courses', 'torch'));
  const server = await startServer({ root });
  const address = `${server.url}courses/torch/`;
  await page.goto(`${address}#/en/storage`);
  await expect(page.getByTestId('offline-state')).toHaveAttribute('data-ready', 'true', { timeout: 120_000 });
  const [worker] = context.serviceWorkers();
  expect(worker?.url()).toBe(`${address}sw.js`);
  await server.close();
  await page.goto(`${address}index.html?x=1#/en/about`);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  rmSync(root, { recursive: true });
});

test('the next visit starts from the snapshot of this one, and plainly where it is damaged', async ({ context }) => {
  const server = await startServer({ root: DIST });
  const visit = async (): Promise<Page> => {
    const page = await context.newPage();
    await page.addInitScript(() => {
      const roles: string[] = [];
      Object.assign(window, { roles });
      const post = Reflect.get(MessagePort.prototype, 'postMessage') as (...args: unknown[]) => void;
      MessagePort.prototype.postMessage = function (message: { config?: { role: string } } | null, ...rest: unknown[]) {
        if (message?.config !== undefined) roles.push(message.config.role);
        post.call(this, message, ...rest);
      };
    });
    await page.goto(`${server.url}#/ja/lesson/pytorch-basics`);
    await expect(page.getByTestId('kernel-badge')).toHaveAttribute('data-phase', 'idle', { timeout: 120_000 });
    return page;
  };
  const roles = (page: Page) => page.evaluate(() => (window as unknown as { roles: string[] }).roles);
  const kept = (page: Page) =>
    page.evaluate(async () => (await (await caches.open('python-snapshot')).keys()).map(({ url }) => url));

  const first = await visit();
  await expect.poll(() => kept(first), { timeout: 120_000 }).toHaveLength(1);
  expect(await roles(first)).toContain('snapshot');
  await first.close();

  const second = await visit();
  await startInCell(second, FIRST, 'import torch, numpy\nprint(torch.ones(2).sum().item(), numpy.arange(3).sum())');
  await expect(cell(second, FIRST).getByTestId('cell-output')).toContainText('2.0 3', { timeout: 60_000 });
  // Its standby is there, and nothing had to be made for it.
  await expect.poll(() => roles(second), { timeout: 60_000 }).toEqual(['kernel', 'kernel']);
  const [address = ''] = await kept(second);
  await second.evaluate(async (url) => {
    await (await caches.open('python-snapshot')).put(url, new Response(new Uint8Array(1000)));
  }, address);
  await second.close();

  const third = await visit();
  expect(await kept(third)).toEqual([]);
  await startInCell(third, FIRST, 'print(6 * 7)');
  await expect(cell(third, FIRST).getByTestId('cell-output')).toContainText('42', { timeout: 60_000 });
  await third.evaluate(() => caches.open('python-snapshot'));
  await storedAll(third);
  await third.goto(`${server.url}#/ja/storage`);
  await third.getByRole('button', { name: '空き容量を増やす' }).click();
  await expect.poll(() => third.evaluate(() => caches.has('python-snapshot'))).toBe(false);
  await server.close();
});

test('space can be given back, and stays given back', async ({ page }) => {
  const server = await startServer({ root: DIST });
  await page.goto(`${server.url}#/ja/storage`);
  const state = page.getByTestId('offline-state');
  await expect(state).toHaveAttribute('data-ready', 'true', { timeout: 120_000 });
  const python = page
    .getByRole('row', { name: /Python/ })
    .getByRole('cell')
    .last();
  await expect(python).toHaveText(/MB/);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await page.getByRole('button', { name: '空き容量を増やす' }).click();
  await expect(python).toHaveText('0 バイト');
  await expect(state).toHaveText('一部だけオフラインで使えます');
  await page.reload();
  await expect(state).toHaveText('一部だけオフラインで使えます');
  // Longer than the page waits before it stores on its own.
  await page.waitForTimeout(5_000);
  await expect(python).toHaveText('0 バイト');

  await page.getByRole('button', { name: 'すべて保存する' }).click();
  await expect(state).toHaveAttribute('data-ready', 'true', { timeout: 120_000 });
  await server.close();
});

/** Makes `folder` a later version of the site: another title, and a worker that names it. */
function publishNextVersion(folder: string): void {
  const file = join(folder, 'index.html');
  const sha256 = () => `sha256-${createHash('sha256').update(readFileSync(file)).digest('base64')}`;
  const before = sha256();
  writeFileSync(file, readFileSync(file, 'utf8').replace('lang="ja"', 'lang="ja" data-version="2"'));
  const worker = readFileSync(join(folder, 'sw.js'), 'utf8');
  const { version } = JSON.parse(readFileSync(join(folder, 'offline.json'), 'utf8')) as { version: string };
  const next = worker.replace(before, sha256()).replaceAll(version, 'next');
  expect(next).not.toBe(worker);
  writeFileSync(join(folder, 'sw.js'), next);
}

test('a new version waits for the reader, never comes under a running cell, and works offline', async ({
  page,
  context,
}) => {
  const root = mkdtempSync(join(tmpdir(), 'site-'));
  cpSync(DIST, root, { recursive: true });
  const server = await startServer({ root });
  await page.goto(`${server.url}#/ja/lesson/pytorch-basics`);
  await storedAll(page);
  publishNextVersion(root);
  await page.reload();
  await expect(page.locator('html')).not.toHaveAttribute('data-version', '2');
  const notice = page.getByTestId('update-notice');
  await expect(notice).toContainText('新しい版があります');

  const other = await context.newPage();
  await other.goto(`${server.url}#/ja/about`);
  await expect(other.getByTestId('update-notice')).toBeVisible();
  await expect(other.locator('html')).not.toHaveAttribute('data-version', '2');

  await page.bringToFront();
  await startInCell(page, FIRST, 'import time\nwhile True:\n    time.sleep(0.1)');
  await expect(cell(page, FIRST)).toHaveAttribute('data-state', 'running', { timeout: 120_000 });
  await expect(notice.getByRole('button', { name: '再読み込みして更新' })).toBeDisabled();
  await cell(page, FIRST).getByRole('button', { name: '停止' }).click();
  await expect(cell(page, FIRST)).toHaveAttribute('data-state', 'interrupted');

  await notice.getByRole('button', { name: '再読み込みして更新' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-version', '2');
  await expect(page.getByTestId('update-notice')).toBeHidden();
  await expect(cell(page, FIRST).getByRole('textbox')).toContainText('while True');
  // The other tab is told and goes on with the version that it has.
  await expect(other.getByTestId('update-notice')).toContainText('別のタブ');
  await expect(other.locator('html')).not.toHaveAttribute('data-version', '2');

  await server.close();
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-version', '2');
  await storedAll(page);
  rmSync(root, { recursive: true });
});

test('a host that answers with the wrong bytes leaves the version in use untouched', async ({ page }) => {
  const root = mkdtempSync(join(tmpdir(), 'site-'));
  cpSync(DIST, root, { recursive: true });
  const server = await startServer({ root });
  await page.goto(`${server.url}#/ja`);
  await storedAll(page);
  // Half a deployment: the new worker is there, the page that it names is not yet.
  const old = join(root, 'old.html');
  cpSync(join(root, 'index.html'), old);
  publishNextVersion(root);
  renameSync(old, join(root, 'index.html'));
  await page.reload();
  await page.waitForTimeout(3_000);
  await expect(page.getByTestId('update-notice')).toHaveCount(0);
  await server.close();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await storedAll(page);
  rmSync(root, { recursive: true });
});

test('all of MNIST can be had on request, also without a network', async ({ page, context }) => {
  const server = await startServer({ root: DIST });
  await page.goto(`${server.url}#/ja/storage`);
  await expect(page.getByTestId('offline-state')).toHaveAttribute('data-ready', 'true', { timeout: 120_000 });
  await page.getByRole('button', { name: 'MNIST をすべて取り寄せる' }).click();
  const state = page.getByTestId('dataset-state');
  await expect(state).toHaveText('Python から MNIST のすべてを使えます。', { timeout: 60_000 });
  await server.close();
  await page.close();

  const tab = await context.newPage();
  await tab.goto(`${server.url}#/ja/lesson/pytorch-basics`);
  const code = 'from torchvision import datasets\nprint([len(datasets.MNIST("data", train=t)) for t in (True, False)])';
  await startInCell(tab, FIRST, code);
  await expect(cell(tab, FIRST).getByTestId('cell-output')).toHaveText('[60000, 10000]', { timeout: 120_000 });
});
