/**
 * NumPy's distributions on its bit generators, draw for draw: the legacy ones of RandomState and the newer ones of
 * Generator (numpy/random/src/distributions and src/legacy describe which bits each takes). Opened by numpy-random.ts.
 */
import type { BitGenerator } from './numpy-bits';
import { exp, log, power } from './numpy-distributions-exact';
import { zigguratExponential, zigguratNormal } from './numpy-distributions-ziggurat';

/** A stream: bits, and the second value of RandomState's last pair of normal samples. */
export class Stream {
  cached: number | null = null;

  constructor(
    readonly bits: BitGenerator,
    readonly legacy: boolean,
  ) {}

  double(): number {
    return this.bits.double();
  }

  normal(): number {
    return this.legacy ? this.polar() : zigguratNormal(this.bits);
  }

  exponential(): number {
    return this.legacy ? -log(1 - this.double()) : zigguratExponential(this.bits);
  }

  /** Marsaglia's polar method: RandomState's. */
  private polar(): number {
    if (this.cached !== null) {
      const value = this.cached;
      this.cached = null;
      return value;
    }
    let [x1, x2, r2] = [0, 0, 0];
    do {
      x1 = 2 * this.double() - 1;
      x2 = 2 * this.double() - 1;
      r2 = x1 * x1 + x2 * x2;
    } while (r2 >= 1 || r2 === 0);
    const f = Math.sqrt((-2 * log(r2)) / r2);
    this.cached = f * x1;
    return f * x2;
  }

  gamma(shape: number): number {
    if (shape === 1) return this.exponential();
    if (shape === 0) return 0;
    if (shape < 1) {
      for (;;) {
        const u = this.double();
        const v = this.exponential();
        if (u <= 1 - shape) {
          const x = power(u, 1 / shape);
          if (x <= v) return x;
        } else {
          const y = -log((1 - u) / shape);
          const x = power(1 - shape + shape * y, 1 / shape);
          if (x <= v + y) return x;
        }
      }
    }
    const b = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * b);
    for (;;) {
      let [x, v] = [0, 0];
      do {
        x = this.normal();
        v = 1 + c * x;
      } while (v <= 0);
      v = v * v * v;
      const u = this.double();
      if (u < 1 - 0.0331 * (x * x) * (x * x)) return b * v;
      if (log(u) < 0.5 * x * x + b * (1 - v + log(v))) return b * v;
    }
  }

  beta(a: number, b: number): number {
    if (a > 1 || b > 1) {
      const first = this.gamma(a);
      return first / (first + this.gamma(b));
    }
    for (;;) {
      const u = this.double();
      const v = this.double();
      const x = power(u, 1 / a);
      const y = power(v, 1 / b);
      if (x + y > 1 || (this.legacy ? false : u + v <= 0)) continue;
      if (x + y > 0) return x / (x + y);
      const [logX, logY] = [log(u) / a, log(v) / b];
      const top = Math.max(logX, logY);
      return exp(logX - top - log(exp(logX - top) + exp(logY - top)));
    }
  }

  /** An integer in [0, range], by masking (RandomState) or by multiplication (Generator); range < 2^32. */
  bounded(range: number): number {
    if (range === 0) return 0;
    const { bits } = this;
    if (range === 0xffffffff) return bits.next32();
    if (this.legacy) return this.masked(range);
    // D. Lemire, "Fast random integer generation in an interval", 2019.
    const span = range + 1;
    let product = lemire(bits.next32(), span);
    if (product[1] < span) {
      const threshold = (0xffffffff - range) % span;
      while (product[1] < threshold) product = lemire(bits.next32(), span);
    }
    return product[0];
  }

  /** An integer in [0, range], drawn again while it is too large; range < 2^32. */
  masked(range: number): number {
    const mask = maskOf(range);
    for (;;) {
      const value = (this.bits.next32() & mask) >>> 0;
      if (value <= range) return value;
    }
  }

  /** The same as bounded() for ranges of up to 64 bits. */
  bounded64(range: bigint): bigint {
    if (range <= 0xffffffffn) return BigInt(this.bounded(Number(range)));
    const next = (): bigint => {
      const high = BigInt(this.bits.next64());
      return (high << 32n) | BigInt(this.bits.low);
    };
    const most = (1n << 64n) - 1n;
    if (range === most) return next();
    if (this.legacy) {
      const mask = (1n << BigInt(range.toString(2).length)) - 1n;
      for (;;) {
        const value = next() & mask;
        if (value <= range) return value;
      }
    }
    const span = range + 1n;
    let product = next() * span;
    if ((product & most) < span) {
      const threshold = (most - range) % span;
      while ((product & most) < threshold) product = next() * span;
    }
    return product >> 64n;
  }
}

function maskOf(range: number): number {
  return range === 0 ? 0 : 0xffffffff >>> Math.clz32(range);
}

/** Upper and lower half of a product. */
function lemire(a: number, b: number): [number, number] {
  const a0 = a & 0xffff;
  const a1 = a >>> 16;
  const lower = a0 * b;
  const upper = a1 * b;
  // a · b = upper · 2^16 + lower, both below 2^48.
  const sum = (upper % 65536) * 65536 + lower;
  return [Math.floor(upper / 65536) + Math.floor(sum / 4294967296), sum % 4294967296];
}
