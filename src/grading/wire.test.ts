import { expect, test } from 'vitest';
import { readWire } from './wire';

const floats = btoa(String.fromCharCode(...new Uint8Array(new Float32Array([1, 2]).buffer)));
const two = ['i', '2'];

test.each([
  null,
  true,
  'text',
  ['i', '-12'],
  ['f', 'nan'],
  ['f', '1e-07'],
  ['f', '-inf'],
  ['l', [['i', '1'], 'x', ['t', []]]],
  ['d', [['key', ['f', '0.5']]]],
  ['a', 'float32', [two], floats],
  ['T', 'bfloat16', [two, ['i', '1']], floats],
  ['T', 'int64', [['i', '0']], ''],
  ['o', 'Answers', '<Answers object>'],
])('plain data passes: %j', (value) => {
  expect(JSON.parse(readWire(JSON.stringify(value)) ?? 'no')).toEqual(value);
});

test.each([
  12,
  {},
  [],
  ['z', 'x'],
  ['i', 12],
  ['i', '1e5'],
  ['i', '9'.repeat(500)],
  ['f', 'NaN(1)'],
  ['f', '1', '2'],
  ['l', 'x'],
  ['d', [['key']]],
  ['d', [['key', 'value', 'more']]],
  ['a', 'float32', [['i', '3']], floats],
  ['a', 'float32', [['i', '-2']], floats],
  ['a', 'bfloat16', [two], floats],
  ['a', 'object', [two], floats],
  ['a', '__proto__', [two], floats],
  ['a', 'float32', [2], floats],
  ['a', 'float32', [two], '****'],
  ['o', 'Answers', { toString: 'x' }],
])('anything else is refused: %j', (value) => {
  expect(readWire(JSON.stringify(value))).toBeNull();
});

test('what is too deep, too much or no JSON is refused', () => {
  let deep: unknown = ['i', '1'];
  for (let level = 0; level < 50; level += 1) deep = ['l', [deep]];
  expect(readWire(JSON.stringify(deep))).toBeNull();
  expect(readWire(JSON.stringify(['l', Array.from({ length: 30_000 }, () => null)]))).toBeNull();
  expect(readWire(`"${'x'.repeat(1_000_001)}"`)).toBeNull();
  expect(readWire('{"a"')).toBeNull();
});
