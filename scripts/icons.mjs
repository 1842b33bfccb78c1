/** `node scripts/icons.mjs`: draws public/icon.svg as the PNG icons that the installed app needs. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { chromiumArgs, findBrowser } from './browser.mjs';
import { ROOT } from './setup.mjs';

const folder = join(ROOT, 'public');
const svg = readFileSync(join(folder, 'icon.svg'), 'utf8');
const PAPER = '#fdf1e8';

/** A system cuts a maskable icon to its own shape: the drawing stays within the middle four fifths. */
const ICONS = [
  { file: 'icon-192.png', size: 192, inset: 0, background: 'transparent' },
  { file: 'icon-512.png', size: 512, inset: 0, background: 'transparent' },
  { file: 'icon-maskable-512.png', size: 512, inset: 51, background: PAPER },
];

const { executablePath } = await findBrowser();
const browser = await chromium.launch({ executablePath, args: chromiumArgs({ gpu: 'none' }) });
for (const { file, size, inset, background } of ICONS) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(
    `<body style="margin:${inset}px;background:${background}">${svg.replace('<svg', `<svg width="${size - 2 * inset}"`)}`,
  );
  await page.screenshot({ path: join(folder, file), omitBackground: true });
  await page.close();
}
await browser.close();
