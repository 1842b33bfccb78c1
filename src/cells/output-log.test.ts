import { describe, expect, test } from 'vitest';
import type { Figure } from '../protocol/figure';
import type { Output } from '../protocol/messages';
import { OutputLog, applyReturns } from './output-log';

const out = (text: string, stream: 'stdout' | 'stderr' = 'stdout'): Output => ({ kind: 'text', stream, text });
const metric = (tag: string, step: number, value: number): Output => ({ kind: 'metric', board: 'b', tag, step, value });

function log(...outputs: Output[]): OutputLog {
  const result = new OutputLog();
  for (const output of outputs) result.add(output);
  return result;
}

const shown = (each: OutputLog) => each.snapshot().map((item) => (item.kind === 'text' ? item.text : item.kind));

describe('text', () => {
  test('pieces of one stream join; another stream starts a new item, in order', () => {
    expect(shown(log(out('a'), out('b\n'), out('!', 'stderr'), out('c')))).toEqual(['ab\n', '!', 'c']);
  });

  test('a progress bar overwrites its line, also over several messages', () => {
    expect(shown(log(out('head\n 10%'), out('\r 55%'), out('\r100%'), out('\ndone\n')))).toEqual([
      'head\n100%\ndone\n',
    ]);
  });

  test('a return at the end of a message keeps the line until it is overwritten', () => {
    expect(shown(log(out('12345\r'), out('ab')))).toEqual(['ab345']);
  });

  test('long text is split at line ends and loses nothing', () => {
    const lines = Array.from({ length: 3000 }, (_, index) => `line ${index}\n`);
    const each = log(...lines.map((line) => out(line)));
    expect(each.snapshot().length).toBeGreaterThan(1);
    expect(shown(each).join('')).toBe(lines.join(''));
  });
});

test('applyReturns plays backspaces and keeps Windows line ends', () => {
  expect(applyReturns('ab\bc\r\nx')).toBe('ac\nx');
});

describe('clear', () => {
  test('clears at once, or with wait when something new comes', () => {
    expect(shown(log(out('a'), { kind: 'clear', wait: false }))).toEqual([]);
    const waiting = log(out('a'), { kind: 'clear', wait: true });
    expect(shown(waiting)).toEqual(['a']);
    waiting.add(out('b'));
    expect(shown(waiting)).toEqual(['b']);
  });

  test('a board starts anew after a clear', () => {
    const each = log(metric('loss', 0, 1), { kind: 'clear', wait: false }, metric('loss', 1, 2));
    const [board] = each.snapshot();
    expect(board).toMatchObject({ kind: 'board', points: 1 });
  });
});

describe('boards', () => {
  test('metrics of one board share one item at its first place', () => {
    const each = log(metric('loss/train', 0, 2), out('epoch 1\n'), metric('loss/train', 1, 1), metric('acc', 0, 0.5));
    const [board, text] = each.snapshot();
    expect(text).toMatchObject({ kind: 'text' });
    expect(board).toMatchObject({ kind: 'board', points: 3 });
    if (board?.kind !== 'board') throw new Error('no board');
    expect([...board.series]).toEqual([
      ['loss/train', { steps: [0, 1], values: [2, 1] }],
      ['acc', { steps: [0], values: [0.5] }],
    ]);
  });
});

test('a figure that is shown again replaces itself', () => {
  const figure = (title: string): Output => {
    const drawing = drawingOf(title);
    return { kind: 'figure', id: 'f1', figure: drawing };
  };
  const each = log(figure('one'), out('x'), figure('two'));
  expect(each.snapshot()).toMatchObject([{ kind: 'figure', figure: { title: 'two' } }, { kind: 'text' }]);
});

function drawingOf(title: string): Figure {
  return { title, rows: 1, columns: 1, rowRatios: null, columnRatios: null, width: 400, height: 300, axes: [] };
}

test('a figure after a waiting clear takes the place of the one before: it is the same chart on the page', () => {
  const figure = (id: string): Output => ({ kind: 'figure', id, figure: drawingOf(id) });
  const each = log(out('x'), figure('one'));
  const before = each.snapshot().find((item) => item.kind === 'figure')?.key;
  each.add({ kind: 'clear', wait: true });
  expect(each.snapshot()).toHaveLength(2);
  each.add(out('epoch 2'));
  // The text has come, its figure not yet: the old one stays for the moment.
  expect(each.snapshot()).toMatchObject([{ kind: 'text' }, { kind: 'figure', id: 'one' }]);
  each.add(figure('two'));
  each.add(figure('three'));
  const keys = each.snapshot().map((item) => item.key);
  expect(each.snapshot().map(({ kind }) => kind)).toEqual(['text', 'figure', 'figure']);
  expect(keys[1]).toBe(before);
  expect(new Set(keys).size).toBe(3);
  each.add({ kind: 'clear', wait: true });
  each.add(out('no figure any more'));
  each.end();
  expect(each.snapshot().map(({ kind }) => kind)).toEqual(['text']);
});

test('a progress bar moves where it stands', () => {
  const bar = (done: number): Output => ({
    kind: 'progress',
    id: 'p',
    label: null,
    done,
    total: 3,
    unit: 'it',
    scaled: false,
    elapsedMs: 1,
    rate: null,
    note: null,
    state: 'running',
    depth: 0,
  });
  expect(log(bar(1), out('x'), bar(2)).snapshot()).toMatchObject([{ kind: 'progress', done: 2 }, { kind: 'text' }]);
});
