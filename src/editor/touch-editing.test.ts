import { describe, expect, test } from 'vitest';
import { insertNewline, shiftLines } from './touch-editing';
import type { TextState } from './touch-editing';

/** `|` marks the cursor, or the two ends of a selection. */
function parse(marked: string): TextState {
  const start = marked.indexOf('|');
  const second = marked.indexOf('|', start + 1);
  return { text: marked.replaceAll('|', ''), start, end: second < 0 ? start : second - 1 };
}

function format({ text, start, end }: TextState): string {
  if (start === end) return `${text.slice(0, start)}|${text.slice(start)}`;
  return `${text.slice(0, start)}|${text.slice(start, end)}|${text.slice(end)}`;
}

describe('Enter', () => {
  test.each([
    ['x = 1|', 'x = 1\n|'],
    ['def f(x):|', 'def f(x):\n    |'],
    ['    y = 1|\nz', '    y = 1\n    |\nz'],
    ['    return y|', '    return y\n|'],
    ['a|bc|d', 'a\n|d'],
  ])('%j becomes %j', (before, after) => {
    expect(format(insertNewline(parse(before)))).toBe(after);
  });
});

describe('indent and outdent', () => {
  test.each([
    ['in', 'ab|c', '    ab|c'],
    ['in', 'a|\nb|\nc', '    a|\n    b|\nc'],
    ['in', '|a\n|b', '    |a\n|b'],
    ['out', '    a|b', 'a|b'],
    ['out', '  |a', '|a'],
    ['out', 'a|', 'a|'],
    ['out', '    |a\n    b|', '|a\nb|'],
  ] as const)('%s: %j becomes %j', (direction, before, after) => {
    expect(format(shiftLines(parse(before), direction))).toBe(after);
  });
});
