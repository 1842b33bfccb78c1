/** End-to-end tests against the production build, in the browser that scripts/browser.mjs finds. */
import { defineConfig } from '@playwright/test';
import { chromiumArgs, findBrowser } from './scripts/browser.mjs';

const port = Number(process.env['E2E_PORT'] ?? 41730);
const { executablePath } = await findBrowser();

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  // Every kernel is a CPython of its own: more than one per core makes all of them late.
  workers: 1,
  fullyParallel: false,
  timeout: 180_000,
  expect: { timeout: 30_000 },
  // On a machine that others load, what fails once and then passes is told (scripts/test.mjs), and does not hide what the rest says.
  retries: process.env['CI'] === undefined ? 0 : 1,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list']],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    locale: 'ja-JP',
    // Only the tests of offline use want it: it would answer requests that others hold up or break.
    serviceWorkers: 'block',
    // Recording takes time; a machine of one's own has it.
    trace: process.env['CI'] === undefined ? 'retain-on-failure' : 'off',
    launchOptions: { executablePath, args: chromiumArgs({ gpu: 'none' }) },
  },
  projects: [
    { name: 'default', testIgnore: '**/*.webgpu.spec.ts' },
    {
      name: 'webgpu',
      testMatch: '**/*.webgpu.spec.ts',
      use: { launchOptions: { executablePath, args: chromiumArgs({ gpu: 'swiftshader' }) } },
    },
  ],
  webServer: {
    command: `node scripts/serve.mjs --build --strict-port --port ${port}`,
    url: `http://127.0.0.1:${port}`,
    timeout: 300_000,
    reuseExistingServer: process.env['CI'] === undefined,
    stdout: 'ignore',
    stderr: 'pipe',
  },
});
