/**
 * NumPy's bit generators: MT19937 (np.random.seed) and PCG64 (np.random.default_rng); what is made of the bits is in
 * numpy-distributions.ts. Sources: M. Matsumoto and T. Nishimura, "Mersenne Twister", 1998; M. O'Neill, "PCG", 2014.
 */

export interface BitGenerator {
  next32(): number;
  /** Upper and lower half of 64 bits; the lower one is left in `low`. */
  next64(): number;
  low: number;
  double(): number;
  /** State words, each an unsigned 32-bit number. */
  save(): number[];
  load(words: readonly number[]): void;
}

const N = 624;
const M = 397;

export class MersenneTwister implements BitGenerator {
  private readonly key = new Uint32Array(N);
  private position = N;
  low = 0;

  /** The seeding of a single number. */
  seed(seed: number): void {
    const { key } = this;
    key[0] = seed >>> 0;
    for (let i = 1; i < N; i++) {
      const before = key[i - 1] as number;
      key[i] = Math.imul(1812433253, before ^ (before >>> 30)) + i;
    }
    this.position = N;
  }

  /** The seeding of a list of numbers (init_by_array). */
  seedArray(words: readonly number[]): void {
    this.seed(19650218);
    const { key } = this;
    let i = 1;
    let j = 0;
    const mixed = (factor: number): number => {
      const before = key[i - 1] as number;
      return (key[i] as number) ^ Math.imul(before ^ (before >>> 30), factor);
    };
    const advance = (): void => {
      if (++i < N) return;
      key[0] = key[N - 1] as number;
      i = 1;
    };
    for (let k = Math.max(N, words.length); k > 0; k--) {
      key[i] = mixed(1664525) + (words[j] as number) + j;
      advance();
      if (++j >= words.length) j = 0;
    }
    for (let k = N - 1; k > 0; k--) {
      key[i] = mixed(1566083941) - i;
      advance();
    }
    key[0] = 0x80000000;
  }

  next32(): number {
    if (this.position === N) this.refill();
    let y = this.key[this.position++] as number;
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return (y ^ (y >>> 18)) >>> 0;
  }

  next64(): number {
    const high = this.next32();
    this.low = this.next32();
    return high;
  }

  double(): number {
    const a = this.next32() >>> 5;
    const b = this.next32() >>> 6;
    return (a * 67108864 + b) / 9007199254740992;
  }

  private refill(): void {
    const { key } = this;
    for (let k = 0; k < N; k++) {
      const y = ((key[k] as number) & 0x80000000) | ((key[(k + 1) % N] as number) & 0x7fffffff);
      key[k] = (key[(k + M) % N] as number) ^ (y >>> 1) ^ (y & 1 ? 0x9908b0df : 0);
    }
    this.position = 0;
  }

  save(): number[] {
    return [...this.key, this.position];
  }

  load(words: readonly number[]): void {
    for (let i = 0; i < N; i++) this.key[i] = words[i] as number;
    this.position = words[N] as number;
  }
}

// The multiplier 0x2360ed051fc65da44385df649fccf645 of PCG64, from the lowest word up.
const M0 = 0x9fccf645;
const M1 = 0x4385df64;
const M2 = 0x1fc65da4;
const M3 = 0x2360ed05;

/** The upper 32 bits of a product of two unsigned 32-bit numbers; none of the partial sums exceeds 32 bits. */
function high32(a: number, b: number): number {
  const a0 = a & 0xffff;
  const a1 = a >>> 16;
  const b0 = b & 0xffff;
  const b1 = b >>> 16;
  const middle = (Math.imul(a1, b0) + (Math.imul(a0, b0) >>> 16)) >>> 0;
  const other = (Math.imul(a0, b1) + (middle & 0xffff)) >>> 0;
  return (Math.imul(a1, b1) + (middle >>> 16) + (other >>> 16)) >>> 0;
}
const low32 = (a: number, b: number): number => Math.imul(a, b) >>> 0;

export class Pcg64 implements BitGenerator {
  // State and increment in 32-bit words, from the lowest up.
  private s0 = 0;
  private s1 = 0;
  private s2 = 0;
  private s3 = 0;
  private i0 = 1;
  private i1 = 0;
  private i2 = 0;
  private i3 = 0;
  private hasHalf = 0;
  private half = 0;
  low = 0;

  /** state = state · multiplier + increment modulo 2^128. */
  private step(): void {
    const { s0, s1, s2, s3 } = this;
    let sum = low32(s0, M0) + this.i0;
    const r0 = sum >>> 0;
    let carry = sum > 4294967295 ? 1 : 0;
    sum = high32(s0, M0) + low32(s0, M1) + low32(s1, M0) + this.i1 + carry;
    const r1 = sum >>> 0;
    carry = Math.trunc(sum / 4294967296);
    sum = high32(s0, M1) + high32(s1, M0) + low32(s0, M2) + low32(s1, M1) + low32(s2, M0) + this.i2 + carry;
    const r2 = sum >>> 0;
    carry = Math.trunc(sum / 4294967296);
    sum =
      high32(s0, M2) +
      high32(s1, M1) +
      high32(s2, M0) +
      low32(s0, M3) +
      low32(s1, M2) +
      low32(s2, M1) +
      low32(s3, M0) +
      this.i3 +
      carry;
    this.s0 = r0;
    this.s1 = r1;
    this.s2 = r2;
    this.s3 = sum >>> 0;
  }

  next64(): number {
    this.step();
    const low = (this.s2 ^ this.s0) >>> 0;
    const high = (this.s3 ^ this.s1) >>> 0;
    const turn = this.s3 >>> 26;
    const h = turn >= 32 ? low : high;
    const l = turn >= 32 ? high : low;
    const rest = turn & 31;
    if (rest === 0) {
      this.low = l;
      return h;
    }
    this.low = ((l >>> rest) | (h << (32 - rest))) >>> 0;
    return ((h >>> rest) | (l << (32 - rest))) >>> 0;
  }

  next32(): number {
    if (this.hasHalf === 1) {
      this.hasHalf = 0;
      return this.half;
    }
    this.half = this.next64();
    this.hasHalf = 1;
    return this.low;
  }

  double(): number {
    const high = this.next64();
    return (high * 2097152 + (this.low >>> 11)) / 9007199254740992;
  }

  /** Starts from the words of SeedSequence: state and sequence, both from the highest word down. */
  seed(words: readonly number[]): void {
    const [a, b, c, d, e, f, g, h] = words as [number, number, number, number, number, number, number, number];
    this.s0 = this.s1 = this.s2 = this.s3 = 0;
    this.i3 = ((e << 1) | (f >>> 31)) >>> 0;
    this.i2 = ((f << 1) | (g >>> 31)) >>> 0;
    this.i1 = ((g << 1) | (h >>> 31)) >>> 0;
    this.i0 = ((h << 1) | 1) >>> 0;
    this.hasHalf = this.half = 0;
    this.step();
    let sum = this.s0 + d;
    this.s0 = sum >>> 0;
    sum = this.s1 + c + Math.floor(sum / 4294967296);
    this.s1 = sum >>> 0;
    sum = this.s2 + b + Math.floor(sum / 4294967296);
    this.s2 = sum >>> 0;
    this.s3 = (this.s3 + a + Math.floor(sum / 4294967296)) >>> 0;
    this.step();
  }

  save(): number[] {
    return [this.s3, this.s2, this.s1, this.s0, this.i3, this.i2, this.i1, this.i0, this.hasHalf, this.half];
  }

  load(words: readonly number[]): void {
    [this.s3, this.s2, this.s1, this.s0, this.i3, this.i2, this.i1, this.i0, this.hasHalf, this.half] = words as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ];
  }
}
