import { expect, test } from 'vitest';
import { Heap, RESERVED_WORDS, type Block } from './heap';

test('blocks are aligned, large enough, apart from each other and from the reserved words', () => {
  const heap = new Heap(1 << 20);
  const blocks: Block[] = [];
  for (const words of [1, 63, 64, 65, 1000, 4096, 784 * 128, 3]) {
    const block = heap.take(words);
    if (block === null) throw new Error('the heap is large enough');
    expect(block.words).toBeGreaterThanOrEqual(words);
    expect(block.at % 64).toBe(0);
    blocks.push(block);
  }
  blocks.sort((a, b) => a.at - b.at);
  let end = RESERVED_WORDS;
  for (const block of blocks) {
    expect(block.at).toBeGreaterThanOrEqual(end);
    end = block.at + block.words;
  }
});

test('a freed block serves the next request of its size and remembers its last batch', () => {
  const heap = new Heap(4096);
  const first = heap.take(100) as Block;
  first.lastBatch = 7;
  heap.give(first);
  const second = heap.take(97) as Block;
  expect([second.at, second.lastBatch, second.constant]).toEqual([first.at, 7, null]);
});

test('neighbours are joined when nothing else fits, and growing adds what is missing', () => {
  const heap = new Heap(64 * 9);
  const parts = Array.from({ length: 8 }, () => heap.take(64) as Block);
  expect(heap.take(1)).toBeNull();
  for (const part of parts) heap.give(part);
  expect(heap.used).toBe(0);
  expect(heap.take(64 * 8)?.words).toBe(64 * 8);
  expect(heap.take(64)).toBeNull();
  heap.grow(heap.capacityFor(64));
  expect(heap.take(64)?.at).toBe(64 * 9);
});

test('twenty thousand steps of the same sizes use no more than the first', () => {
  const heap = new Heap(1 << 16);
  const step = (): void => {
    const blocks = [100, 3000, 17, 640, 9000].map((words) => heap.take(words) as Block);
    for (const block of blocks) heap.give(block);
  };
  for (let i = 0; i < 20_000; i++) step();
  expect(heap.used).toBe(0);
  expect(heap.take(50_000)).not.toBeNull();
});
