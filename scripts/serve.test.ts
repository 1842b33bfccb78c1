import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileFor, startServer } from './serve.mjs';

let folder = '';
let root = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'serve-'));
  root = join(folder, 'dist');
  mkdirSync(join(root, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(root, 'index.html'), '<!doctype html><title>page</title>');
  writeFileSync(join(root, 'assets', 'code-1a2b.js'), 'export {};');
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('fileFor', () => {
  it('finds files, ignoring query and fragment', () => {
    expect(fileFor(root, '/assets/code-1a2b.js?x=1#y')).toBe(join(root, 'assets', 'code-1a2b.js'));
  });

  it('answers a folder with its page, and nothing for what is not there', () => {
    expect(fileFor(root, '/')).toBe(join(root, 'index.html'));
    expect(fileFor(root, '/assets')).toBeNull();
    expect(fileFor(root, '/assets/gone.js')).toBeNull();
  });

  it.each(['/../secret.txt', '/%2e%2e/secret.txt', '/assets/../../secret.txt', '/..%5csecret.txt', '/%00', '/%zz'])(
    'never leaves its folder: %s',
    (address) => {
      expect(fileFor(root, address)).toBeNull();
    },
  );
});

describe('startServer', () => {
  it('takes the next port when one is busy, unless told not to', async () => {
    const first = await startServer({ root });
    const second = await startServer({ root, port: first.port });
    expect(second.port).toBeGreaterThan(first.port);
    await expect(startServer({ root, port: first.port, strictPort: true })).rejects.toThrow('in use');
    await Promise.all([first.close(), second.close()]);
  });

  it('sends types, caching headers and 304', async () => {
    const server = await startServer({ root });
    const script = await fetch(`http://127.0.0.1:${server.port}/assets/code-1a2b.js`);
    expect(script.headers.get('content-type')).toContain('text/javascript');
    expect(script.headers.get('cache-control')).toContain('immutable');
    expect(await script.text()).toBe('export {};');
    const page = await fetch(`http://127.0.0.1:${server.port}/`);
    expect(page.headers.get('cache-control')).toBe('no-cache');
    const tag = page.headers.get('etag') ?? '';
    // Node's fetch answers a 304 from no cache of its own, so this asks by hand.
    const status = await new Promise((done) => {
      get({ port: server.port, host: '127.0.0.1', path: '/', headers: { 'If-None-Match': tag } }, (response) => {
        response.resume();
        done(response.statusCode);
      });
    });
    expect(status).toBe(304);
    await server.close();
  });
});
