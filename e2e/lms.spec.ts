/** A SCORM package, made by the page, unpacked and run in a system whose runtime is scorm-again: results arrive, work comes back. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';

test.describe.configure({ timeout: 300_000 });

const RUNTIME = readFileSync(createRequire(import.meta.url).resolve('scorm-again'), 'utf8');
const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html',
  js: 'text/javascript',
  json: 'application/json',
  css: 'text/css',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
};

interface Core {
  readonly score: { readonly raw: string };
  readonly lesson_status: string;
}
type System = Window & { API: { cmi: { core: Core; suspend_data: string } } };

interface Visit {
  readonly id: string;
  readonly name: string;
  readonly suspended: string;
}

/** The system's page, with the package in a frame. */
async function openSystem(page: Page, files: Readonly<Record<string, Uint8Array>>, visit: Visit): Promise<void> {
  const system = `<!doctype html><script>${RUNTIME}</script><script>
    window.API = new Scorm12API({ autocommit: false });
    API.cmi.core.student_id = ${JSON.stringify(visit.id)};
    API.cmi.core.student_name = ${JSON.stringify(visit.name)};
    API.cmi.suspend_data = ${JSON.stringify(visit.suspended)};
  </script><iframe src="package/launch.html" style="width:1000px;height:900px"></iframe>`;
  await page.route('**/lms/**', async (route) => {
    const path = new URL(route.request().url()).pathname.split('/lms/')[1] ?? '';
    if (path === '') return route.fulfill({ contentType: 'text/html', body: system });
    const bytes = files[path.replace('package/', '')];
    if (!bytes) return route.fulfill({ status: 404, body: '' });
    const contentType = TYPES[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
    return route.fulfill({ contentType, body: Buffer.from(bytes) });
  });
  await page.goto('./lms/');
}

const cmi = (page: Page) =>
  page.evaluate(() => {
    const { core, suspend_data: suspended } = (window as unknown as System).API.cmi;
    return { status: core.lesson_status, score: core.score.raw, suspended };
  });

test('a SCORM 1.2 package reports to the system that runs it', async ({ page, context }, info) => {
  await page.goto('./#/ja/assign');
  await page.getByLabel('課題の名前').fill('第 4 週');
  await page.locator('[data-choice]').first().getByRole('checkbox').check();
  await page.getByRole('button', { name: '課題を作る' }).click();
  await page.getByText('学習管理システム（LMS）').click();
  const [saved] = await Promise.all([
    page.waitForEvent('download', { timeout: 120_000 }),
    page.getByRole('button', { name: 'SCORM 1.2' }).click(),
  ]);
  const zip = info.outputPath('scorm12.zip');
  await saved.saveAs(zip);
  const files = unzipSync(readFileSync(zip));
  const manifest = strFromU8(files['imsmanifest.xml'] ?? new Uint8Array());
  const named = [...manifest.matchAll(/<file href="([^"]+)"/g)].map(([, path = '']) => path);
  expect(named.toSorted()).toEqual(
    Object.keys(files)
      .filter((path) => path !== 'imsmanifest.xml')
      .toSorted(),
  );

  const system = await context.newPage();
  const taro = { id: 's1', name: 'Yamada, Taro', suspended: '' };
  await openSystem(system, files, taro);
  const frame = system.frameLocator('iframe');
  await expect(frame.getByRole('heading', { level: 1 })).toHaveText('第 4 週');
  await expect(frame.getByText('学習管理システムにつながっています（SCORM 1.2）: Yamada, Taro')).toBeVisible();
  await expect(frame.getByLabel('名前または学籍番号')).toHaveValue('Yamada, Taro');
  await expect.poll(() => cmi(system)).toMatchObject({ status: 'incomplete', score: '0' });
  await frame.getByRole('button', { name: 'ヒント 1 を表示' }).click();
  const [file] = await Promise.all([
    system.waitForEvent('download'),
    frame.getByRole('button', { name: '提出ファイルを作る' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/Yamada-Taro\.submission\.json$/);
  await expect.poll(() => cmi(system)).toMatchObject({ status: 'failed', score: '0' });
  const { suspended } = await cmi(system);
  expect(suspended.length).toBeLessThanOrEqual(4096);

  // The next student at the same computer finds nothing of this, and sends nothing of it.
  const next = await context.newPage();
  await openSystem(next, files, { id: 's2', name: 'Suzuki, Hana', suspended: '' });
  await expect(next.frameLocator('iframe').getByLabel('名前または学籍番号')).toHaveValue('Suzuki, Hana');
  await expect.poll(() => cmi(next)).toMatchObject({ status: 'incomplete', score: '0' });
  await expect(next.frameLocator('iframe').getByText('ヒント 1', { exact: true })).toHaveCount(0);

  // Another browser: the system gives the work back.
  const elsewhere = await context.browser()?.newContext({ locale: 'ja-JP', serviceWorkers: 'block' });
  const later = await elsewhere?.newPage();
  if (!elsewhere || !later) throw new Error('a second browser profile');
  await openSystem(later, files, { ...taro, suspended });
  const again = later.frameLocator('iframe');
  await expect(again.getByText('ヒント 1', { exact: true })).toBeVisible();
  await elsewhere.close();
});
