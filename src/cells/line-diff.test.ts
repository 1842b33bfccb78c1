import { expect, test } from 'vitest';
import { lineDiff } from './line-diff';

const marks = (before: string, after: string): string =>
  lineDiff(before, after)
    .map(({ kind, text }) => `${{ same: ' ', out: '-', in: '+' }[kind]}${text}`)
    .join('|');

test.each([
  ['a\nb', 'a\nb', ' a| b'],
  ['a\nb\nc', 'a\nx\nc', ' a|-b|+x| c'],
  ['a', 'a\nb', ' a|+b'],
  ['a\nb', 'b', '-a| b'],
  ['', 'x', '-|+x'],
  ['a\nb\nc\nd', 'b\nd\ne', '-a| b|-c| d|+e'],
])('%j to %j', (before, after, expected) => {
  expect(marks(before, after)).toBe(expected);
});
