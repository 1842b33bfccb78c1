import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { Exercise } from '../grading/types';
import { FormatError } from '../shared/strict';
import { bundleKey, readBundle, writeBundle } from './bundle';
import type { Bundle } from './bundle';
import { isZip, readZip, writeZip } from './zip';

const exercise: Exercise = {
  slug: 'double-it',
  order: 1,
  version: 'abc',
  title: { ja: '2 倍', en: 'Double it' },
  level: 'easy',
  minutes: 5,
  task: { ja: '本文', en: 'Text' },
  starter: '...',
  solution: 'return 2 * x',
  check: { code: 'x', wrong: [{ name: 'sum', code: 'x + 2', message: { ja: 'a', en: 'b' } }] },
  hints: [],
};
const bundle: Bundle = {
  assignment: {
    id: 'week-1',
    title: 'Week 1',
    note: '',
    items: [{ kind: 'exercise', slug: 'double-it' }],
    opens: null,
    due: null,
    attempts: null,
    hints: true,
    exercises: [exercise],
  },
  exercises: [exercise],
  hidden: new Map([['double-it', 'def check_more(): ...\n']]),
  seed: 4_000_000_000,
};

test('a bundle comes back whole; its assignment part still has no solution', async () => {
  const bytes = writeBundle(bundle);
  expect(isZip(bytes)).toBe(true);
  const back = readBundle(bytes);
  expect(back.exercises).toEqual(bundle.exercises);
  expect(back.hidden).toEqual(bundle.hidden);
  expect(back.seed).toBe(bundle.seed);
  expect(back.assignment.exercises[0]?.solution).toBe('');
  expect(await bundleKey(back)).toBe(await bundleKey(bundle));
  expect(await bundleKey({ ...bundle, hidden: new Map() })).not.toBe(await bundleKey(bundle));
});

test('bundles of other content are refused with the place', () => {
  expect(() => readBundle(new Uint8Array([1, 2, 3]))).toThrow(/zip file/);
  expect(() => readBundle(writeZip([['other.json', '{}']]))).toThrow(/bundle\.json/);
  expect(() => readBundle(writeBundle({ ...bundle, exercises: [] }))).toThrow(/double-it/);
  const extra = { ...Object.fromEntries(readZip(writeBundle(bundle), limits)), 'hidden/x.sh': new Uint8Array(1) };
  expect(() => readBundle(zipSync(extra))).toThrow(/hidden\/x\.sh/);
});

const limits = { packed: 100_000, files: 3, file: 50_000, all: 80_000 };

test.each<[string, Record<string, Uint8Array>, RegExp]>([
  ['a path that climbs', { '../evil.json': new Uint8Array(1) }, /path inside/],
  ['an absolute path', { '/etc/passwd': new Uint8Array(1) }, /path inside/],
  ['a path of another system', { 'C:\\x': new Uint8Array(1) }, /path inside/],
  ['a file that is too large, as a bomb is', { 'a.json': new Uint8Array(60_000) }, /50000 bytes/],
  ['many that are too large together', { a: new Uint8Array(45_000), b: new Uint8Array(45_000) }, /together/],
  ['too many', { a: new Uint8Array(1), b: new Uint8Array(1), c: new Uint8Array(1), d: new Uint8Array(1) }, /3 files/],
])('%s is refused', (_what, files, words) => {
  expect(() => readZip(zipSync(files), limits)).toThrow(words);
});

test('a bomb that claims to be small never unpacks to more than it claims', () => {
  const bomb = zipSync({ 'a.json': new Uint8Array(40_000) });
  const view = new DataView(bomb.buffer, bomb.byteOffset);
  const directory = bomb.length - 22 - (46 + 6);
  expect(view.getUint32(directory, true)).toBe(0x0201_4b50);
  view.setUint32(directory + 24, 100, true);
  const unpacked = (): number => {
    try {
      return readZip(bomb, limits).get('a.json')?.length ?? 0;
    } catch (error) {
      return error instanceof FormatError ? 0 : Number.NaN;
    }
  };
  expect(unpacked()).toBeLessThanOrEqual(100);
});

test('the clutter of archivers is passed over', () => {
  const zip = zipSync({
    'x/': new Uint8Array(0),
    '__MACOSX/x/._a': new Uint8Array(9),
    'x/.DS_Store': new Uint8Array(9),
    'x/a': new Uint8Array(2),
  });
  expect([...readZip(zip, limits).keys()]).toEqual(['x/a']);
});
