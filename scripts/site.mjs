/** The built site in a headless browser, for scripts that drive its pages; which page, and what they do there, is theirs. */
import { chromiumArgs, findBrowser } from './browser.mjs';
import { startServer } from './serve.mjs';
import { ensureBuilt } from './setup.mjs';

/** @typedef {{ log: (line: string) => void, gpu?: 'none' | 'swiftshader' }} Options `gpu`: as `chromiumArgs` */

/**
 * One page of it, built and served first where needed; its errors go to `log`.
 *
 * @param {string} path
 * @param {Options} options
 */
export async function openSitePage(path, { log, gpu = 'none' }) {
  await ensureBuilt({ log });
  const { executablePath } = await findBrowser();
  const { chromium } = await import('@playwright/test');
  const server = await startServer({ port: 0 });
  /** @type {import('@playwright/test').Browser | undefined} */
  let browser;
  const close = async () => {
    await browser?.close();
    await server.close();
  };
  try {
    browser = await chromium.launch({ executablePath, args: chromiumArgs({ gpu }) });
    const page = await browser.newPage();
    page.on('pageerror', (error) => log(`page: ${error.message}`));
    await page.goto(server.url + path);
    return { page, close };
  } catch (error) {
    await close();
    throw error;
  }
}
