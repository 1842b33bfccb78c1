import { expect, test } from 'vitest';
import { parseAnsi } from './ansi';

const ESC = '\u001b';

test('plain text is one run', () => {
  expect(parseAnsi('a\nb')).toEqual([{ text: 'a\nb', className: '' }]);
  expect(parseAnsi('')).toEqual([]);
});

test('colours and bold open and close', () => {
  expect(parseAnsi(`a${ESC}[1;31mb${ESC}[0mc${ESC}[92md`)).toEqual([
    { text: 'a', className: '' },
    { text: 'b', className: 'ansi-red ansi-bold' },
    { text: 'c', className: '' },
    { text: 'd', className: 'ansi-green' },
  ]);
});

test('256 and true colours, cursor moves and titles leave only their text', () => {
  const text = `${ESC}[38;5;31mx${ESC}[48;2;1;2;3my${ESC}[2K${ESC}]0;title\u0007z`;
  expect(
    parseAnsi(text)
      .map((run) => run.text + run.className)
      .join(''),
  ).toBe('xyz');
});
