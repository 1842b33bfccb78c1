/** The database is stood in for: what is tested is what the page and Python are told when it takes a change and when not. */
import { beforeEach, expect, test, vi } from 'vitest';
import type { Kernel } from '../kernel/kernel';
import { exportProfile, parseProfile } from '../shared/storage/profile';
import type { FileRow } from '../shared/storage/schema';
import { connectShelf, keepPythonFile, openShelf, reloadShelf, rename, shelf, shortPath, upload } from './file-shelf';

const database = vi.hoisted(() => ({ kept: new Set<string>(), full: false, rows: [] as FileRow[] }));

vi.mock('../shared/storage/files', () => {
  const change = (act: () => void): Promise<boolean> => {
    if (database.full) return Promise.reject(new DOMException('full', 'QuotaExceededError'));
    act();
    return Promise.resolve(true);
  };
  return {
    loadFiles: () => Promise.resolve(database.rows),
    storeFile: (path: string, file: FileRow | null) =>
      change(() => void (file ? database.kept.add(path) : database.kept.delete(path))),
    renameFile: (from: string, file: FileRow) =>
      change(() => {
        database.kept.delete(from);
        database.kept.add(file.path);
      }),
  };
});

let told: (readonly [path: string, size: number | null])[] = [];
const names = (): string[] => [...shelf.getState().files.keys()].map(shortPath);
const add = (name: string): Promise<void> => upload([new File(['text'], name)]);
const write = (name: string): void => keepPythonFile(`/home/student/${name}`, new Uint8Array(1));

beforeEach(async () => {
  database.kept.clear();
  database.full = false;
  shelf.setState({ files: new Map(), problem: null });
  const kernel: Pick<Kernel, 'putFile'> = {
    putFile: (path, bytes) => void told.push([shortPath(path), bytes && bytes.length]),
  };
  connectShelf(kernel as Kernel);
  await add('notes.txt');
  told = [];
});

test('a renamed file has its new name for the page, the database and Python', async () => {
  expect(await rename('/home/student/notes.txt', ' notes.txt/old.txt ')).toBeNull();
  expect(names()).toEqual(['notes.txt/old.txt']);
  expect([...database.kept].map(shortPath)).toEqual(['notes.txt/old.txt']);
  expect(told).toEqual([
    ['notes.txt', null],
    ['notes.txt/old.txt', 4],
  ]);
});

test('where the new name cannot be kept, the old one stays everywhere', async () => {
  database.full = true;
  expect(await rename('/home/student/notes.txt', 'new.txt')).toBe('full');
  expect(names()).toEqual(['notes.txt']);
  expect([...database.kept].map(shortPath)).toEqual(['notes.txt']);
  expect(told).toEqual([]);
});

test('a full shelf takes no file more, but a file may still be renamed', async () => {
  for (let index = 1; index < 2_000; index += 1) write(`${index}.bin`);
  write('too-many.bin');
  expect(shelf.getState().problem).toBe('too-many');
  expect(await rename('/home/student/notes.txt', 'new.txt')).toBeNull();
  expect(names()).toHaveLength(2_000);
  expect(names()).toContain('new.txt');
});

test('no file has the name of a folder, or lies in a file', async () => {
  write('runs/a.bin');
  for (const name of ['runs', 'runs/a.bin/x', '..', ' ', 'runs/a.bin']) {
    expect([name, await rename('/home/student/notes.txt', name)]).toEqual([name, 'name']);
  }
  await add('runs');
  expect(shelf.getState().problem).toBe('name');
  expect(names()).toEqual(['notes.txt', 'runs/a.bin']);
  expect(told).toEqual([]);
});

test('files that an import brought reach the page and the running Python, the others do not once more', async () => {
  const row = (name: string, modified: number): FileRow => ({
    path: `/home/student/${name}`,
    bytes: new Uint8Array(modified),
    modified,
  });
  database.rows = [row('same.txt', 1), row('changed.txt', 2)];
  await reloadShelf();
  told = [];
  database.rows = [row('same.txt', 1), row('changed.txt', 3), row('new.txt', 4)];
  await openShelf();
  expect(names()).toEqual(['same.txt', 'changed.txt']);
  await reloadShelf();
  expect(names()).toEqual(['same.txt', 'changed.txt', 'new.txt']);
  expect(told).toEqual([
    ['changed.txt', 3],
    ['new.txt', 4],
  ]);
});

test('an export has the files that storage did not take', async () => {
  database.full = true;
  await add('only-here.txt');
  expect(shelf.getState().problem).toBe('full');
  const { files } = parseProfile(await (await exportProfile()).text());
  expect(files.map(({ path, bytes }) => [shortPath(path), bytes.length])).toEqual([['only-here.txt', 4]]);
});
