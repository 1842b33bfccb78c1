/** The built site in a headless browser, for scripts that drive its pages; which page, and what they do there, is theirs. */
import { chromiumArgs, findBrowser } from './browser.mjs';
import { startServer } from './serve.mjs';
import { ensureBuilt } from './setup.mjs';

/**
 * Builds, serves and opens what is needed.
 *
 * @param {{ log: (line: string) => void }} options
 * @returns {Promise<{
 *   url: string,
 *   browser: import('@playwright/test').Browser,
 *   close: () => Promise<void>,
 * }>}
 */
export async function openSite({ log }) {
  await ensureBuilt({ log });
  const { executablePath } = await findBrowser();
  const { chromium } = await import('@playwright/test');
  const server = await startServer({ port: 0 });
  try {
    const browser = await chromium.launch({ executablePath, args: chromiumArgs({ gpu: 'none' }) });
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
 * @param {{ log: (line: string) => void }} options
 */
export async function openSitePage(path, { log }) {
  const { url, browser, close } = await openSite({ log });
  try {
    const page = await browser.newPage();
    page.on('pageerror', (error) => log(`page: ${error.message}`));
    await page.goto(url + path);
    return { page, close };
  } catch (error) {
    await close();
    throw error;
  }
}
