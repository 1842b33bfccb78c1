import { expect, test } from 'vitest';
import { parseProfile, ProfileError, writeProfile } from './profile';

const cell = { slug: 'one', cellId: 'a', code: 'x = 1', edited: 5, base: 'x = 0', language: 'ja' };
const whole = { format: 'torch-playground-profile', version: 2, made: '', cells: [cell], runs: [], files: [] };

const reasonOf = (text: string): string => {
  try {
    parseProfile(text);
    return 'read';
  } catch (error) {
    if (error instanceof ProfileError) return error.reason;
    throw error;
  }
};

test('a whole profile is read', () => {
  const file = { path: '/home/student/w.pt', bytes: { $: 'Uint8Array', data: 'AQI=' }, modified: 7 };
  const { cells, files } = parseProfile(JSON.stringify({ ...whole, files: [file] }));
  expect(cells).toEqual([cell]);
  expect(files).toEqual([{ ...file, bytes: new Uint8Array([1, 2]) }]);
});

test('progress is read; a profile of a release without it has none', () => {
  const row = { slug: 'one', changed: 3, ran: ['a'], answers: { q: [1, null] } };
  expect(parseProfile(JSON.stringify({ ...whole, version: 3, progress: [row] })).progress).toEqual([row]);
  expect(parseProfile(JSON.stringify(whole)).progress).toEqual([]);
  const broken = { ...row, answers: { q: ['1'] } };
  expect(reasonOf(JSON.stringify({ ...whole, progress: [broken] }))).toBe('damaged');
});

test('documents are read, of kinds that this release knows; what is written is read again', async () => {
  const content = { bundle: { $: 'Uint8Array', data: 'AQI=' }, files: ['a\n', 'b'], of: null };
  const row = { kind: 'gradebook', id: 'week-1', changed: 4, content };
  const profile = { ...whole, version: 4, progress: [], documents: [row, { ...row, id: 'week-2' }] };
  const read = parseProfile(JSON.stringify(profile));
  const [first] = read.documents;
  expect(first).toEqual({ ...row, content: { ...content, bundle: new Uint8Array([1, 2]) } });
  expect(parseProfile(await writeProfile(read).text())).toEqual(read);
  expect(parseProfile(JSON.stringify(whole)).documents).toEqual([]);
  for (const broken of [{ ...row, kind: 'cells' }, { ...row, id: 7 }, { ...row, changed: -1 }, null]) {
    expect(reasonOf(JSON.stringify({ ...profile, documents: [row, broken] }))).toBe('damaged');
  }
  expect(reasonOf(JSON.stringify({ ...profile, documents: undefined }))).toBe('damaged');
});

test.each([
  ['not-a-profile', ''],
  ['not-a-profile', '{"cells":[]}'],
  ['not-a-profile', 'null'],
  ['not-a-profile', JSON.stringify(whole).slice(0, -1)],
  ['newer', JSON.stringify({ ...whole, version: 5 })],
  ['damaged', JSON.stringify({ ...whole, cells: [{ ...cell, code: 7 }] })],
  ['damaged', JSON.stringify({ ...whole, runs: {} })],
  [
    'damaged',
    JSON.stringify({ ...whole, files: [{ path: '/lib/x', bytes: { $: 'Uint8Array', data: '' }, modified: 1 }] }),
  ],
  [
    'damaged',
    JSON.stringify({
      ...whole,
      files: [{ path: '/home/student/../x', bytes: { $: 'Uint8Array', data: '' }, modified: 1 }],
    }),
  ],
  [
    'damaged',
    JSON.stringify({
      ...whole,
      files: [{ path: '/home/student/x', bytes: { $: 'Uint8Array', data: '§' }, modified: 1 }],
    }),
  ],
])('%s: %s', (reason, text) => {
  expect(reasonOf(text)).toBe(reason);
});
