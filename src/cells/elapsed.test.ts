import { expect, test } from 'vitest';
import { formatElapsed } from './elapsed';

test.each([
  [null, ''],
  [3.4, '3 ms'],
  [1240, '1.24 s'],
  [12_340, '12.3 s'],
  [125_400, '2 min 05 s'],
])('%s ms reads %j', (ms, expected) => {
  expect(formatElapsed(ms)).toBe(expected);
});

test('a running clock does not flicker between units', () => {
  expect(formatElapsed(40, 1)).toBe('0.0 s');
});
