import { expect, test } from 'vitest';
import type { Output } from '../protocol/messages';
import { OutputLog } from './output-log';
import { restoreItems, storedOutputs } from './stored-outputs';

const SHOWN: readonly Output[] = [
  { kind: 'text', stream: 'stdout', text: 'epoch 1\n' },
  { kind: 'metric', board: 'training', tag: 'loss', step: 0, value: 2.3 },
  { kind: 'metric', board: 'training', tag: 'loss', step: 1, value: 1.1 },
  { kind: 'metric', board: 'training', tag: 'accuracy', step: 1, value: 0.5 },
  { kind: 'result', text: '42' },
  { kind: 'table', columns: ['a'], rows: [['1']] },
];

function shown(outputs: readonly Output[]) {
  const log = new OutputLog();
  for (const output of outputs) log.add(output);
  return log.snapshot();
}

test('what a cell shows comes back as it was', () => {
  const items = shown(SHOWN);
  expect(restoreItems(structuredClone(storedOutputs(items)))).toEqual(items);
});

test('twenty thousand points of a chart come back', () => {
  const points = Array.from({ length: 20_000 }, (_, step): Output => ({
    kind: 'metric',
    board: '',
    tag: 'x',
    step,
    value: step,
  }));
  const [item] = restoreItems(storedOutputs(shown(points))) ?? [];
  expect(item).toMatchObject({ kind: 'board', points: 20_000 });
});

test('what is too large is left out, the rest stays', () => {
  const items = shown([
    { kind: 'result', text: 'kept' },
    { kind: 'html', id: null, html: 'x'.repeat(7_000_000) },
  ]);
  expect(storedOutputs(items)).toEqual([{ kind: 'result', text: 'kept' }]);
});

test('outputs that Python could not have sent are refused', () => {
  expect(restoreItems([{ kind: 'text', stream: 'stdout', text: 7 }])).toBeNull();
  expect(restoreItems([{ kind: 'script', code: 'alert(1)' }])).toBeNull();
});
