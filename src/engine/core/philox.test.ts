import { expect, test } from 'vitest';
import { Philox, PhiloxWords } from './philox';

const words = (source: Philox, count: number): string[] => {
  const out = new Uint32Array(count);
  source.take(out);
  return Array.from(out, (word) => word.toString(16).padStart(8, '0'));
};

test("blocks are those of the authors' known answers", () => {
  // Random123's kat_vectors for philox4x32 of 10 rounds.
  expect(words(new Philox([0, 0], [0, 0]), 4)).toEqual(['6627e8d5', 'e169c58d', 'bc57ac4c', '9b00dbd8']);
  const ones: [number, number] = [0xffffffff, 0xffffffff];
  expect(words(new Philox(ones, ones, ones), 4)).toEqual(['408f276d', '41c83b0e', 'a20bc7c6', '6d5451fd']);
  expect(words(new Philox([0xa4093822, 0x299f31d0], [0x13198a2e, 0x03707344], [0x243f6a88, 0x85a308d3]), 4)).toEqual([
    'd16cfe09',
    '94fdcceb',
    '5001e420',
    '24126ea1',
  ]);
});

test('the counter carries from word to word, whether blocks are drawn or skipped', () => {
  const start = (): Philox => new Philox([1, 2], [0xffffffff, 7], [0xfffffffe, 0xffffffff]);
  const drawn = words(start(), 16);
  expect(words(start().skip(2), 8)).toEqual(drawn.slice(8));
  expect(words(start().skip(2), 4)).toEqual(words(new Philox([1, 2], [0, 8]), 4));
  expect(words(new Philox([1, 2], [3, 4]).skip(2 ** 40 + 5), 4)).toEqual(
    words(new Philox([1, 2], [3, 4], [5, 256]), 4),
  );
});

test('single words are those of the blocks', () => {
  const one = new PhiloxWords(new Philox([1, 2], [3, 4]));
  const singly = Array.from({ length: 6 }, () => one.next().toString(16).padStart(8, '0'));
  expect(singly).toEqual(words(new Philox([1, 2], [3, 4]), 8).slice(0, 6));
});
