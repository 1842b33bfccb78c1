import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { withLock } from './lock.mjs';

let folder = '';
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'lock-'))));
afterAll(() => rmSync(folder, { recursive: true }));

it('processes work one after the other', async () => {
  const [lock, notes] = [join(folder, 'here', 'build.lock'), join(folder, 'notes')];
  const program = `
    import { appendFileSync } from 'node:fs';
    import { withLock } from ${JSON.stringify(new URL('lock.mjs', import.meta.url).href)};
    await withLock(${JSON.stringify(lock)}, async () => {
      appendFileSync(${JSON.stringify(notes)}, 'begin ');
      await new Promise((resolve) => setTimeout(resolve, 300));
      appendFileSync(${JSON.stringify(notes)}, 'end ');
    });`;
  const ends = [1, 2, 3].map(
    () =>
      new Promise((resolve) => {
        spawn(process.execPath, ['--input-type=module', '--eval', program], { stdio: 'inherit' }).on('exit', resolve);
      }),
  );
  expect(await Promise.all(ends)).toEqual([0, 0, 0]);
  expect(readFileSync(notes, 'utf8')).toBe('begin end begin end begin end ');
  expect(existsSync(lock)).toBe(false);
});

it('the lock of a process that is gone, or far too old, holds nobody up', async () => {
  const lock = join(folder, 'stale.lock');
  const { pid } = spawnSync(process.execPath, ['--eval', '']);
  writeFileSync(lock, String(pid));
  expect(await withLock(lock, () => Promise.resolve('done'))).toBe('done');
  writeFileSync(lock, String(process.pid));
  const old = Date.now() / 1000 - 3600;
  utimesSync(lock, old, old);
  expect(await withLock(lock, () => Promise.resolve('done'))).toBe('done');
});

it('work that fails gives the lock back', async () => {
  const lock = join(folder, 'failing.lock');
  await expect(withLock(lock, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(existsSync(lock)).toBe(false);
});
