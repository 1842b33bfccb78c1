/**
 * Philox 4x32-10, the counter-based generator behind TensorFlow's random numbers on the CPU: 128 bits for a counter and a
 * key, so that any place of a stream is reached without drawing what comes before it.
 * Source: J. Salmon et al., "Parallel random numbers: as easy as 1, 2, 3", SC11.
 */

const MULTIPLIER_0 = 0xd2511f53;
const MULTIPLIER_1 = 0xcd9e8d57;
const KEY_STEP_0 = 0x9e3779b9;
const KEY_STEP_1 = 0xbb67ae85;
const ROUNDS = 10;

/** 64-bit seeds and counters cross as halves, the lower one first. */
export type Halves = readonly [low: number, high: number];

/** A place in a stream. The key chooses the stream, the upper half of the counter a part of it that nothing else reaches. */
export class Philox {
  private readonly counter = new Uint32Array(4);
  private readonly key = new Uint32Array(2);

  constructor(key: Halves, upper: Halves, lower: Halves = [0, 0]) {
    this.key.set(key);
    this.counter.set([...lower, ...upper]);
  }

  /** The stream of a pair of seeds that need not look random: both are mixed first, as TensorFlow's stateless operations do. */
  static stateless(first: Halves, second: Halves): Philox {
    const words = new Uint32Array(4);
    new Philox([0x3ec8f720, 0x02461e29], second, first).take(words);
    const [a = 0, b = 0, c = 0, d = 0] = words;
    return new Philox([a, b], [c, d]);
  }

  /** Goes `blocks` times four words ahead. */
  skip(blocks: number): this {
    const { counter } = this;
    let carry = blocks;
    for (let i = 0; i < 4 && carry > 0; i++) {
      const sum = (counter[i] as number) + (carry % 4294967296);
      counter[i] = sum;
      carry = Math.floor(carry / 4294967296) + (sum >= 4294967296 ? 1 : 0);
    }
    return this;
  }

  /** Goes to `blocks` times four words after another place of the same stream. */
  moveTo(place: Philox, blocks: number): void {
    this.counter.set(place.counter);
    this.skip(blocks);
  }

  copy(): Philox {
    const made = new Philox([0, 0], [0, 0]);
    made.key.set(this.key);
    made.counter.set(this.counter);
    return made;
  }

  /** The next words; whole blocks are drawn, so what a length that is no multiple of four leaves over is lost. */
  take(words: Uint32Array): void {
    for (let at = 0; at < words.length; at += 4) {
      this.block(words, at);
      this.next();
    }
  }

  private next(): void {
    const { counter } = this;
    for (let i = 0; i < 4; i++) {
      counter[i] = (counter[i] as number) + 1;
      if (counter[i] !== 0) return;
    }
  }

  /** The four words of the counter as it stands. */
  private block(words: Uint32Array, at: number): void {
    const { counter, key } = this;
    let c0 = counter[0] as number;
    let c1 = counter[1] as number;
    let c2 = counter[2] as number;
    let c3 = counter[3] as number;
    let k0 = key[0] as number;
    let k1 = key[1] as number;
    for (let round = 0; round < ROUNDS; round++) {
      const high0 = upperHalf(MULTIPLIER_0 >>> 16, MULTIPLIER_0 & 0xffff, c0);
      const high1 = upperHalf(MULTIPLIER_1 >>> 16, MULTIPLIER_1 & 0xffff, c2);
      const low0 = Math.imul(MULTIPLIER_0, c0);
      const low1 = Math.imul(MULTIPLIER_1, c2);
      c0 = high1 ^ c1 ^ k0;
      c1 = low1;
      c2 = high0 ^ c3 ^ k1;
      c3 = low0;
      k0 = (k0 + KEY_STEP_0) | 0;
      k1 = (k1 + KEY_STEP_1) | 0;
    }
    words[at] = c0;
    words[at + 1] = c1;
    words[at + 2] = c2;
    words[at + 3] = c3;
  }
}

/** The upper 32 bits of the product of two 32-bit numbers, the first one given as its halves. */
function upperHalf(high: number, low: number, factor: number): number {
  const upper = factor >>> 16;
  const lower = factor & 0xffff;
  const a = Math.imul(low, lower);
  const b = Math.imul(low, upper);
  const c = Math.imul(high, lower);
  const middle = (a >>> 16) + (b & 0xffff) + (c & 0xffff);
  return (Math.imul(high, upper) + (b >>> 16) + (c >>> 16) + (middle >>> 16)) | 0;
}

/** Words one after another, drawn as they are asked for. */
export class PhiloxWords {
  private readonly words = new Uint32Array(4);
  private used = 4;

  constructor(private readonly source: Philox) {}

  next(): number {
    if (this.used === 4) {
      this.source.take(this.words);
      this.used = 0;
    }
    return this.words[this.used++] as number;
  }

  /** Uniform in [0, 1) with 52 bits. */
  nextDouble(): number {
    const high = this.next();
    return ((high & 0xfffff) * 4294967296 + this.next()) / 4503599627370496;
  }
}
