import { expect, test } from 'vitest';
import { formatBytes } from './bytes';

test.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [1000, '1 kB'],
  [1_234_567, '1.2 MB'],
  [25_000_000, '25 MB'],
  [999_999, '1 MB'],
  [3e12, '3,000 GB'],
])('%d is written %s', (bytes, text) => {
  expect(formatBytes(bytes, 'en')).toBe(text);
});
