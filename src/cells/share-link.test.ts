import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { LARGEST_CODE, packShared, sharedSlug, unpackShared } from './share-link';

const asLink = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

test.each(['', 'print("こんにちは 🔥")', 'x = 1\n'.repeat(5_000)])('code comes back: %#', async (code) => {
  const packed = await packShared({ code, from: { slug: 'pytorch-basics', cell: 3 } });
  expect(packed).toMatch(/^[\w-]+$/);
  expect(await unpackShared(packed)).toEqual({ code, from: { slug: 'pytorch-basics', cell: 3 } });
});

test('code may have 30 KB and no more', async () => {
  const most = 'é'.repeat(LARGEST_CODE / 2);
  expect(await unpackShared(await packShared({ code: most, from: null }))).toEqual({ code: most, from: null });
  await expect(packShared({ code: `${most}x`, from: null })).rejects.toThrow(/too large/);
});

test('cut, changed and foreign links are refused', async () => {
  const packed = await packShared({ code: 'print(1)', from: null });
  for (const text of [
    '',
    '§',
    packed.slice(0, -3),
    `x${packed}`,
    asLink(deflateRawSync('{"code":7}')),
    asLink(deflateRawSync('[]')),
  ]) {
    expect(await unpackShared(text)).toBeNull();
  }
});

test('a link that unpacks to a hundred megabytes is refused at once', async () => {
  const bomb = asLink(deflateRawSync(Buffer.alloc(100_000_000, 32)));
  const begun = performance.now();
  expect(await unpackShared(bomb)).toBeNull();
  expect(performance.now() - begun).toBeLessThan(1_000);
});

test('a claim about the origin that is none is dropped, the code stays', async () => {
  const text = asLink(deflateRawSync('{"code":"x","slug":{},"cell":"3"}'));
  expect(await unpackShared(text)).toEqual({ code: 'x', from: null });
});

test('names of links differ with the link', () => {
  expect(sharedSlug('abc')).toMatch(/^shared-[\da-z]+$/);
  expect(sharedSlug('abc')).not.toBe(sharedSlug('abd'));
});
