/** The built site in a headless browser, for scripts that drive its pages; which page, and what they do there, is theirs. */
import { chromiumArgs, findBrowser } from './browser.mjs';
import { startServer } from './serve.mjs';
import { ensureBuilt } from './setup.mjs';

/** @typedef {{ log: (line: string) => void, gpu?: 'none' | 'swiftshader' }} Options `gpu`: as `chromiumArgs` */

/**
 * Builds, serves and opens what is needed.
 *
 * @param {Options} options
 * @returns {Promise<{
 *   url: string,
 *   browser: import('@playwright/test').Browser,
 *   close: () => Promise<void>,
 * }>}
 */
export async function openSite({ log, gpu = 'none' }) {
  await ensureBuilt({ log });
  const { executablePath } = await findBrowser();
  const { chromium } = await import('@playwright/test');
  const server = await startServer({ port: 0 });
  try {
    const browser = await chromium.launch({ executablePath, args: chromiumArgs({ gpu }) });
    const close = async () => {
      await browser.close();
      await server.close();
    };
    return { url: server.url, browser, close };
  } catch (error) {
    await server.close();
    throw error;
  }
}

/**
 * One page of it; its errors go to `log`.
 *
 * @param {string} path
 * @param {Options} options
 */
export async function openSitePage(path, options) {
  const { url, browser, close } = await openSite(options);
  try {
    const page = await browser.newPage();
    page.on('pageerror', (error) => options.log(`page: ${error.message}`));
    await page.goto(url + path);
    return { page, close };
  } catch (error) {
    await close();
    throw error;
  }
}
