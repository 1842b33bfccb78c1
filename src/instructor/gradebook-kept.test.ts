import { expect, test } from 'vitest';
import { byContent, mergeKept, readKept } from './gradebook-kept';
import type { Kept } from './gradebook-kept';

const base: Kept = {
  bundle: new Uint8Array([1]),
  key: 'k',
  files: new Map([['text a', 'a.json']]),
  refused: new Map([byContent({ file: 'x.txt', reason: { ja: 'JSON でない', en: 'no JSON' } })]),
  reports: new Map([['hash a', []]]),
  judgements: new Map(['ada', 'bob'].map((student) => [student, { overrides: {}, feedback: 'first' }])),
};
const judged = (feedback: string) => ({ overrides: {}, feedback });

test('two tabs with one gradebook keep what was added, judged and taken away in either', () => {
  const mine: Kept = {
    ...base,
    files: new Map([...base.files, ['text b', 'b.json']]),
    refused: new Map(),
    judgements: new Map([...base.judgements, ['ada', judged('mine')]]),
  };
  const stored: Kept = {
    ...base,
    files: new Map([...base.files, ['text c', 'c.json']]),
    reports: new Map([...base.reports, ['hash c', []]]),
    judgements: new Map([...base.judgements, ['bob', judged('theirs')]]),
  };
  const all = mergeKept(base, mine, stored);
  expect([...all.files.values()].toSorted()).toEqual(['a.json', 'b.json', 'c.json']);
  expect(all.refused.size).toBe(0);
  expect([...all.reports.keys()]).toEqual(['hash a', 'hash c']);
  expect(Object.fromEntries(all.judgements)).toEqual({ ada: judged('mine'), bob: judged('theirs') });
  expect(mergeKept(base, mine, { ...stored, key: 'of another bundle' }).reports).toEqual(mine.reports);
});

test('a damaged part of a gradebook does not take the others along', () => {
  const stored = {
    key: 'k',
    files: [{ name: 'a.json', text: 'text a' }, { name: 7 }],
    refused: 'none',
    reports: [['hash a', 'no list']],
    judgements: [
      { student: 'ada', ...judged('good') },
      { student: 'bob', overrides: 1, feedback: '' },
    ],
  };
  const { key, files, refused, reports, judgements } = readKept(stored);
  expect([key, ...files]).toEqual(['k', ['text a', 'a.json']]);
  expect([refused.size, reports.size]).toEqual([0, 0]);
  expect([...judgements]).toEqual([['ada', judged('good')]]);
  expect(readKept(undefined).files.size).toBe(0);
});

test('why a file was refused is read in both languages, and from earlier releases in the one they had', () => {
  const refused = [
    { file: 'a.json', reason: { ja: '空', en: 'nothing' } },
    { file: 'b.json', reason: 'no JSON' },
  ];
  expect([...readKept({ refused }).refused.values()].map(({ reason }) => reason.ja)).toEqual(['空', 'no JSON']);
});
