import { expect, test } from 'vitest';
import type { GradeReport } from '../grading/types';
import { readRecord, shardOf, writeRecord } from './results';

const report: GradeReport = {
  exercise: 'double-it',
  version: 'abc',
  seed: 7,
  state: 'graded',
  reason: null,
  points: 1.5,
  of: 3,
  tests: [
    {
      name: 'tensor',
      title: { ja: '題', en: 'title' },
      points: 0.5,
      of: 2,
      state: 'failed',
      reason: { ja: '理由', en: 'reason' },
      attempt: 'adds-two',
      hint: 1,
      hidden: true,
    },
  ],
  elapsedMs: 12.5,
};
const record = { bundle: 'a'.repeat(64), hash: 'b'.repeat(64), reports: [report] };

test('a line is read as it was written', () => {
  expect(readRecord(writeRecord(record))).toEqual(record);
});

test.each([
  ['a line that was cut', writeRecord(record).slice(0, -5)],
  ['another hash', writeRecord({ ...record, hash: '../x' })],
  ['points that are no number', writeRecord(record).replace('1.5', '"1.5"')],
  ['a state that there is not', writeRecord(record).replace('"graded"', '"won"')],
  ['a field that there is not', writeRecord(record).replace('"seed"', '"admin":1,"seed"')],
])('%s is refused', (_what, line) => {
  expect(() => readRecord(line)).toThrow(expect.objectContaining({ name: 'FormatError' }));
});

test('every submission belongs to one shard, and shards are of like size', () => {
  const hashes = Array.from({ length: 800 }, (_, index) =>
    ((index * 2_654_435_761) >>> 0).toString(16).padStart(8, '0'),
  );
  for (const of of [1, 3, 8]) {
    const sizes = Array.from(
      { length: of },
      (_, index) => hashes.filter((hash) => shardOf(hash, of) === index + 1).length,
    );
    expect(sizes.reduce((sum, size) => sum + size)).toBe(800);
    expect(Math.min(...sizes)).toBeGreaterThan(800 / of / 2);
  }
});
