import { describe, expect, test } from 'vitest';
import { Pool, standaloneMemory } from './pool';

describe('the pool of storages', () => {
  test('blocks are aligned, apart, and hold what was asked for', () => {
    const owner = standaloneMemory();
    const pool = new Pool(owner);
    const sizes = [0, 1, 63, 64, 65, 1000, 1024, 1025, 5000, 2 ** 20, 2 ** 20 + 1, 3 * 2 ** 22];
    const blocks = sizes.map((bytes) => ({ bytes, at: pool.take(bytes) })).sort((x, y) => x.at - y.at);
    blocks.forEach(({ bytes, at }, i) => {
      expect(at % 64).toBe(0);
      const next = blocks[i + 1];
      expect(at + bytes).toBeLessThanOrEqual(next === undefined ? owner.memory.buffer.byteLength : next.at);
    });
    expect(pool.used).toBeGreaterThanOrEqual(sizes.reduce((sum, x) => sum + x, 0));
    for (const { bytes, at } of blocks) pool.give(at, bytes);
    expect(pool.used).toBe(0);
  });

  test('a freed block serves the next request of its size class', () => {
    const pool = new Pool(standaloneMemory());
    const first = pool.take(5000);
    pool.give(first, 5000);
    expect(pool.take(5001)).toBe(first);
    expect(pool.take(5000)).not.toBe(first);
  });

  test('at most an eighth of a large block and a unit is wasted on average, a quarter at worst', () => {
    for (let bytes = 1; bytes < 2 ** 24; bytes = Math.ceil(bytes * 1.01)) {
      const pool = new Pool({ ...standaloneMemory(), malloc: () => 64, free: () => undefined });
      pool.take(bytes);
      expect(pool.used).toBeGreaterThanOrEqual(bytes);
      expect(pool.used).toBeLessThanOrEqual(Math.max(bytes * 1.25, bytes + 64));
    }
  });

  test('everything kept goes back to the owner when the owner has no more, and then the request fails clearly', () => {
    const owner = standaloneMemory();
    let room = 3;
    const freed: number[] = [];
    const pool = new Pool({
      memory: owner.memory,
      malloc: (bytes) => (room-- > 0 ? owner.malloc(bytes) : 0),
      free(pointer) {
        freed.push(pointer);
        room++;
        owner.free(pointer);
      },
    });
    const blocks = [pool.take(100), pool.take(100), pool.take(100)];
    for (const block of blocks) pool.give(block, 100);
    room = 0;
    pool.take(5000);
    expect(freed).toHaveLength(3);
    room = 0;
    const used = pool.used;
    expect(() => pool.take(777_777)).toThrow(
      "DefaultCPUAllocator: can't allocate memory: you tried to allocate 777777 bytes.",
    );
    expect(pool.used).toBe(used);
  });
});
