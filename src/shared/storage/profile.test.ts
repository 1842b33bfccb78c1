import { expect, test } from 'vitest';
import { parseProfile, ProfileError } from './profile';

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

test.each([
  ['not-a-profile', ''],
  ['not-a-profile', '{"cells":[]}'],
  ['not-a-profile', 'null'],
  ['not-a-profile', JSON.stringify(whole).slice(0, -1)],
  ['newer', JSON.stringify({ ...whole, version: 4 })],
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
