/** `npm start -- [--port N] [--host ADDRESS]`: installs what is missing, builds what is stale, serves the site and prints its address. */
import { parseArgs } from 'node:util';
import { startServer } from './serve.mjs';
import { ensureBuilt, ensureInstalled, nodeProblem } from './setup.mjs';

try {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', short: 'p', default: process.env['PORT'] ?? '4173' },
      host: { type: 'string', default: '127.0.0.1' },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`--port is "${values.port}"; it must be a number from 0 to 65535.`);
  }
  const problem = nodeProblem();
  if (problem !== null) throw new Error(problem);
  if (await ensureInstalled()) console.log('Installed the packages.');
  await ensureBuilt({ log: console.log });
  const { url, port: taken } = await startServer({ port, host: values.host });
  if (port !== 0 && taken !== port) console.log(`Port ${port} is in use; taking ${taken}.`);
  console.log(`\n  Torch Playground: ${url}\n  Ctrl+C ends it.\n`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
