import { beforeEach, expect, it, vi } from 'vitest';
import type { KernelEvent, Output, RunId } from '../../protocol/messages';
import { OUTPUT_LIMIT, OutputBuffer } from './output';

let time = 0;
let sent: Output[][] = [];
let buffer: OutputBuffer;

beforeEach(() => {
  vi.useFakeTimers();
  time = 1000;
  sent = [];
  const send = (event: KernelEvent): void => {
    if (event.type === 'output') sent.push([...event.outputs]);
  };
  buffer = new OutputBuffer(send, () => time);
  buffer.begin(1 as RunId);
});

const figure = (id: string, title: string): Output => ({
  kind: 'figure',
  id,
  figure: { title, rows: 1, columns: 1, rowRatios: null, columnRatios: null, width: 1, height: 1, axes: [] },
});

it('joins writes to one stream and keeps the order of streams and outputs', () => {
  buffer.write('stdout', 'a');
  buffer.write('stdout', 'b');
  buffer.write('stderr', 'c');
  buffer.emit({ kind: 'result', text: 'd' });
  buffer.write('stdout', 'e');
  buffer.flush();
  expect(sent).toEqual([
    [
      { kind: 'text', stream: 'stdout', text: 'ab' },
      { kind: 'text', stream: 'stderr', text: 'c' },
      { kind: 'result', text: 'd' },
      { kind: 'text', stream: 'stdout', text: 'e' },
    ],
  ]);
});

it('sends at most one batch in 33 ms, however often a busy cell prints', () => {
  for (let i = 0; i < 1000; i += 1) {
    time += 1;
    buffer.write('stdout', 'x');
  }
  buffer.flush();
  expect(sent.length).toBeLessThanOrEqual(1000 / 33 + 1);
  expect(sent.flat().map((output) => output.kind === 'text' && output.text.length)).toSatisfy(
    (lengths: number[]) => lengths.reduce((a, b) => a + b) === 1000,
  );
});

it('sends by timer when the cell waits', () => {
  buffer.write('stdout', 'before the sleep');
  expect(sent).toEqual([]);
  vi.advanceTimersByTime(50);
  expect(sent).toHaveLength(1);
});

it('cuts text at the limit, says so once, and still shows the error', () => {
  buffer.write('stdout', 'x'.repeat(OUTPUT_LIMIT - 1));
  buffer.write('stdout', 'yz');
  buffer.write('stdout', 'more');
  buffer.emit({ kind: 'result', text: 'dropped' });
  buffer.emit({ kind: 'error', name: 'E', message: '', traceback: 'T', lines: [] });
  buffer.flush();
  const kinds = sent.flat().map(({ kind }) => kind);
  expect(kinds).toEqual(['text', 'truncated', 'error']);
  const [first] = sent.flat();
  expect(first?.kind === 'text' && first.text).toBe(`${'x'.repeat(OUTPUT_LIMIT - 1)}y`);
});

it('starts every cell with a fresh allowance', () => {
  buffer.write('stdout', 'x'.repeat(OUTPUT_LIMIT + 1));
  buffer.begin(2 as RunId);
  sent = [];
  buffer.write('stdout', 'again');
  buffer.flush();
  expect(sent.flat()).toEqual([{ kind: 'text', stream: 'stdout', text: 'again' }]);
});

it('keeps only the newest of several drawings of one figure in a batch', () => {
  buffer.emit(figure('a', '1'));
  buffer.emit(figure('b', '1'));
  buffer.emit(figure('a', '2'));
  buffer.flush();
  expect(sent.flat()).toEqual([figure('b', '1'), figure('a', '2')]);
});
