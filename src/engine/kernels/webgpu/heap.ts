/**
 * Which words of the GPU's one buffer belong to which storage. Knows nothing of WebGPU: the machine owns the buffer and
 * makes it larger when told.
 */

/** Words (4 bytes) to which blocks are aligned: 256 bytes. */
const UNIT = 64;
/** The first words are the device's own: a kernel's error code and the offending value. */
export const RESERVED_WORDS = UNIT;

/** A storage's place on the GPU. */
export interface Block {
  readonly at: number;
  readonly words: number;
  /** The batch of commands that used these words last, under this owner or an earlier one. */
  lastBatch: number;
  /** Set while every word has this value and nothing was written to the GPU for it. */
  constant: number | null;
}

interface Range {
  at: number;
  words: number;
  lastBatch: number;
}

/** Rounds up to 1…8 units, then to eight steps a doubling, so that freed blocks fit later requests. */
function roundedWords(words: number): number {
  const units = Math.max(1, Math.ceil(words / UNIT));
  if (units <= 8) return units * UNIT;
  const step = 2 ** (28 - Math.clz32(units - 1));
  return Math.ceil(units / step) * step * UNIT;
}

export class Heap {
  /** Words in blocks that are in use. */
  used = 0;
  /** The most words that were ever in use; may be set back. */
  peak = 0;
  /** Freed blocks by size, ready to be given again. */
  private readonly cached = new Map<number, Range[]>();
  /** Free memory in order of address, without neighbours that touch. */
  private free: Range[];

  constructor(private capacity: number) {
    this.free = [{ at: RESERVED_WORDS, words: capacity - RESERVED_WORDS, lastBatch: 0 }];
  }

  /** A block of at least `words`, or null when the heap must grow first. */
  take(words: number): Block | null {
    const size = roundedWords(words);
    const range = this.cached.get(size)?.pop() ?? this.carve(size) ?? (this.merge() ? this.carve(size) : null);
    if (range === null) return null;
    this.used += size;
    this.peak = Math.max(this.peak, this.used);
    return { at: range.at, words: size, lastBatch: range.lastBatch, constant: null };
  }

  give(block: Block): void {
    this.used -= block.words;
    const range = { at: block.at, words: block.words, lastBatch: block.lastBatch };
    const list = this.cached.get(block.words);
    if (list === undefined) this.cached.set(block.words, [range]);
    else list.push(range);
  }

  /** The smallest capacity at which `take(words)` is sure to succeed. */
  capacityFor(words: number): number {
    return this.capacity + roundedWords(words);
  }

  grow(capacity: number): void {
    this.free.push({ at: this.capacity, words: capacity - this.capacity, lastBatch: 0 });
    this.capacity = capacity;
    this.merge();
  }

  private carve(words: number): Range | null {
    const place = this.free.findIndex((range) => range.words >= words);
    const range = this.free[place];
    if (range === undefined) return null;
    const taken = { at: range.at, words, lastBatch: range.lastBatch };
    range.at += words;
    range.words -= words;
    if (range.words === 0) this.free.splice(place, 1);
    return taken;
  }

  /** Returns cached blocks to the free ranges and joins neighbours; says whether there was anything to do. */
  private merge(): boolean {
    const ranges = [...this.free, ...[...this.cached.values()].flat()].toSorted((a, b) => a.at - b.at);
    const merged: Range[] = [];
    for (const range of ranges) {
      const last = merged.at(-1);
      if (last !== undefined && last.at + last.words === range.at) {
        last.words += range.words;
        last.lastBatch = Math.max(last.lastBatch, range.lastBatch);
      } else merged.push({ ...range });
    }
    this.cached.clear();
    const changed = merged.length !== this.free.length || ranges.length !== merged.length;
    this.free = merged;
    return changed;
  }
}
