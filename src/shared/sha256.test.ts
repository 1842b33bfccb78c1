import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { sha256 } from './sha256';

test('a text and its bytes have the hash that other programs give them', async () => {
  const text = '佐藤 {"a":1}\n';
  const expected = createHash('sha256').update(text).digest('hex');
  expect(await sha256(text)).toBe(expected);
  expect(await sha256(new TextEncoder().encode(text))).toBe(expected);
});
