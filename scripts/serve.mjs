/**
 * A small static server for the built site: `node scripts/serve.mjs [--port N] [--strict-port] [--build]`.
 * It sets no special headers, because the site must run on hosts that cannot set any.
 */
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureBuilt, ROOT } from './setup.mjs';

const TYPES = /** @type {Record<string, string>} */ ({
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
});

/** How many ports after a busy one are tried. */
const ATTEMPTS = 20;

/**
 * @param {{ root?: string, port?: number, host?: string, strictPort?: boolean }} [options]
 * @returns {Promise<{ url: string, port: number, close: () => Promise<void> }>}
 * @throws {Error} when the port (with strictPort), or every port that was tried, is busy
 */
export async function startServer({
  root = join(ROOT, 'dist'),
  port = 0,
  host = '127.0.0.1',
  strictPort = false,
} = {}) {
  const server = createServer((request, response) => answer(root, request, response));
  const last = strictPort || port === 0 ? port : port + ATTEMPTS;
  for (let candidate = port; ; candidate += 1) {
    try {
      await listen(server, candidate, host);
      break;
    } catch (error) {
      const busy = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!busy) throw error;
      if (candidate >= last) {
        const ports = port === last ? `Port ${port} is` : `Ports ${port} to ${last} are`;
        throw new Error(`${ports} in use. Choose another with --port.`, { cause: error });
      }
    }
  }
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    url: `http://${host === '127.0.0.1' ? 'localhost' : host}:${address.port}/`,
    port: address.port,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/**
 * @param {import('node:http').Server} server
 * @param {number} port
 * @param {string} host
 * @returns {Promise<void>}
 */
function listen(server, port, host) {
  return new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(port, host, () => {
      server.off('error', failed);
      done();
    });
  });
}

/**
 * @param {string} root
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
function answer(root, request, response) {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    return;
  }
  const file = fileFor(root, request.url ?? '/');
  if (file === null) {
    response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Not found\n');
    return;
  }
  const { size, mtimeMs } = statSync(file);
  const tag = `"${size.toString(36)}-${Math.trunc(mtimeMs).toString(36)}"`;
  const headers = {
    'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
    // Names under assets/ carry a hash of their content.
    'Cache-Control': file.startsWith(join(root, 'assets') + sep) ? 'public, max-age=31536000, immutable' : 'no-cache',
    ETag: tag,
  };
  if (request.headers['if-none-match'] === tag) {
    response.writeHead(304, headers).end();
    return;
  }
  response.writeHead(200, { ...headers, 'Content-Length': size });
  if (request.method === 'HEAD') response.end();
  else
    createReadStream(file)
      .on('error', () => response.destroy())
      .pipe(response);
}

/**
 * The file for an address, or null. Pages stand behind the address's hash, so nothing else is answered with the app.
 *
 * @param {string} root
 * @param {string} address
 * @returns {string | null}
 */
export function fileFor(root, address) {
  let path;
  try {
    path = decodeURIComponent(address.replace(/[?#].*$/s, ''));
  } catch {
    return null;
  }
  const file = resolve(root, `.${normalize(`/${path}`)}`);
  if (path.includes('\0') || !(file + sep).startsWith(resolve(root) + sep)) return null;
  if (isFile(file)) return file;
  const page = join(file, 'index.html');
  return isFile(page) ? page : null;
}

function isFile(/** @type {string} */ path) {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '4173' },
      'strict-port': { type: 'boolean', default: false },
      build: { type: 'boolean', default: false },
    },
  });
  if (values.build) await ensureBuilt({ log: console.log });
  const { url } = await startServer({ port: Number(values.port), strictPort: values['strict-port'] });
  console.log(url);
}
