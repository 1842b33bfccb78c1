import { expect, test } from 'vitest';
import { toCsv } from './csv';

test.each([
  ['plain', 'plain'],
  ['=1+1', "'=1+1"],
  ['+81 3', "'+81 3"],
  ['-2', "'-2"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['  =HYPERLINK("x")', '"\'  =HYPERLINK(""x"")"'],
  ['a,b', '"a,b"'],
  ['say "no"', '"say ""no"""'],
  ['two\nlines', '"two\nlines"'],
  ['日本語', '日本語'],
])('%j is written as %j', (value, written) => {
  expect(toCsv([[value]])).toBe(`\u{feff}${written}\r\n`);
});

test('numbers stay numbers, below zero too', () => {
  expect(
    toCsv([
      ['x', -1.5, 20],
      ['y', Number.NaN, 0],
    ]),
  ).toBe('\u{feff}x,-1.5,20\r\ny,,0\r\n');
});
