/**
 * NumPy's distributions on its bit generators, draw for draw: the legacy ones of RandomState and the newer ones of
 * Generator (numpy/random/src/distributions and src/legacy describe which bits each takes). Opened by numpy-random.ts.
 */
import type { BitGenerator } from './numpy-bits';

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
    return this.legacy ? this.polar() : this.zigguratNormal();
  }

  exponential(): number {
    return this.legacy ? -Math.log(1 - this.double()) : this.zigguratExponential();
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
    const f = Math.sqrt((-2 * Math.log(r2)) / r2);
    this.cached = f * x1;
    return f * x2;
  }

  /** G. Marsaglia and W. W. Tsang, "The Ziggurat Method", 2000: Generator's. */
  private zigguratNormal(): number {
    const { k, w, f } = normalTables();
    for (;;) {
      const high = this.bits.next64();
      const { low } = this.bits;
      const strip = low & 0xff;
      const negative = (low & 0x100) !== 0;
      // 52 bits after the strip's eight and the sign.
      const size = upper52(high, low);
      const x = negative ? -size * (w[strip] as number) : size * (w[strip] as number);
      if (size < (k[strip] as number)) return x;
      if (strip === 0) {
        for (;;) {
          const xx = -Math.log1p(-this.double()) / NORMAL_R;
          const yy = -Math.log1p(-this.double());
          if (yy + yy > xx * xx) return Math.floor(size / 256) % 2 === 1 ? -(NORMAL_R + xx) : NORMAL_R + xx;
        }
      }
      const [above, own] = [f[strip - 1] as number, f[strip] as number];
      if ((above - own) * this.double() + own < Math.exp(-0.5 * x * x)) return x;
    }
  }

  private zigguratExponential(): number {
    const { k, w, f } = exponentialTables();
    for (;;) {
      const high = this.bits.next64();
      const { low } = this.bits;
      const strip = (low >>> 3) & 0xff;
      const size = high * 2097152 + (low >>> 11);
      const x = size * (w[strip] as number);
      if (size < (k[strip] as number)) return x;
      if (strip === 0) return EXPONENTIAL_R - Math.log1p(-this.double());
      const [above, own] = [f[strip - 1] as number, f[strip] as number];
      if ((above - own) * this.double() + own < Math.exp(-x)) return x;
    }
  }

  gamma(shape: number): number {
    if (shape === 1) return this.exponential();
    if (shape === 0) return 0;
    if (shape < 1) {
      for (;;) {
        const u = this.double();
        const v = this.exponential();
        if (u <= 1 - shape) {
          const x = u ** (1 / shape);
          if (x <= v) return x;
        } else {
          const y = -Math.log((1 - u) / shape);
          const x = (1 - shape + shape * y) ** (1 / shape);
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
      if (Math.log(u) < 0.5 * x * x + b * (1 - v + Math.log(v))) return b * v;
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
      const x = u ** (1 / a);
      const y = v ** (1 / b);
      if (x + y > 1 || (this.legacy ? false : u + v <= 0)) continue;
      if (x + y > 0) return x / (x + y);
      const [logX, logY] = [Math.log(u) / a, Math.log(v) / b];
      const top = Math.max(logX, logY);
      return Math.exp(logX - top - Math.log(Math.exp(logX - top) + Math.exp(logY - top)));
    }
  }

  poisson(lambda: number): number {
    if (lambda === 0) return 0;
    if (lambda < 10) {
      const limit = Math.exp(-lambda);
      let product = 1;
      for (let count = 0; ; count++) {
        product *= this.double();
        if (product <= limit) return count;
      }
    }
    // W. Hörmann, "The transformed rejection method for generating Poisson random variables", 1993.
    const root = Math.sqrt(lambda);
    const b = 0.931 + 2.53 * root;
    const a = -0.059 + 0.02483 * b;
    const inverse = 1.1239 + 1.1328 / (b - 3.4);
    const vr = 0.9277 - 3.6224 / (b - 2);
    for (;;) {
      const u = this.double() - 0.5;
      const v = this.double();
      const us = 0.5 - Math.abs(u);
      const k = Math.floor(((2 * a) / us + b) * u + lambda + 0.43);
      if (us >= 0.07 && v <= vr) return k;
      if (k < 0 || (us < 0.013 && v > us)) continue;
      if (
        Math.log(v) + Math.log(inverse) - Math.log(a / (us * us) + b) <=
        -lambda + k * Math.log(lambda) - logGamma(k + 1)
      )
        return k;
    }
  }

  binomial(n: number, p: number): number {
    if (n === 0 || p === 0) return 0;
    const small = p <= 0.5 ? p : 1 - p;
    const count = small * n <= 30 ? this.binomialByInversion(n, small) : this.binomialByTriangles(n, small);
    return p <= 0.5 ? count : n - count;
  }

  private binomialByInversion(n: number, p: number): number {
    const q = 1 - p;
    const start = Math.exp(n * Math.log(q));
    const mean = n * p;
    const bound = Math.trunc(Math.min(n, mean + 10 * Math.sqrt(mean * q + 1)));
    let count = 0;
    let weight = start;
    let u = this.double();
    while (u > weight) {
      if (++count > bound) {
        count = 0;
        weight = start;
        u = this.double();
      } else {
        u -= weight;
        weight = ((n - count + 1) * p * weight) / (count * q);
      }
    }
    return count;
  }

  /** V. Kachitvichyanukul and B. W. Schmeiser, "Binomial random variate generation" (BTPE), CACM 31(2), 1988. */
  private binomialByTriangles(n: number, p: number): number {
    const r = Math.min(p, 1 - p);
    const q = 1 - r;
    const fm = n * r + r;
    const m = Math.floor(fm);
    const p1 = Math.floor(2.195 * Math.sqrt(n * r * q) - 4.6 * q) + 0.5;
    const xm = m + 0.5;
    const [xl, xr] = [xm - p1, xm + p1];
    const c = 0.134 + 20.5 / (15.3 + m);
    const al = (fm - xl) / (fm - xl * r);
    const lambdaL = al * (1 + al / 2);
    const ar = (xr - fm) / (xr * q);
    const lambdaR = ar * (1 + ar / 2);
    const p2 = p1 * (1 + 2 * c);
    const p3 = p2 + c / lambdaL;
    const p4 = p3 + c / lambdaR;
    const nrq = n * r * q;
    for (;;) {
      const u = this.double() * p4;
      let v = this.double();
      let y: number;
      if (u <= p1) return Math.floor(xm - p1 * v + u);
      if (u <= p2) {
        const x = xl + (u - p1) / c;
        v = v * c + 1 - Math.abs(m - x + 0.5) / p1;
        if (v > 1) continue;
        y = Math.floor(x);
      } else if (u <= p3) {
        y = Math.floor(xl + Math.log(v) / lambdaL);
        if (y < 0 || v === 0) continue;
        v = v * (u - p2) * lambdaL;
      } else {
        y = Math.floor(xr - Math.log(v) / lambdaR);
        if (y > n || v === 0) continue;
        v = v * (u - p3) * lambdaR;
      }
      const k = Math.abs(y - m);
      if (k <= 20 || k >= nrq / 2 - 1) {
        const s = r / q;
        const a = s * (n + 1);
        let ratio = 1;
        if (m < y) for (let i = m + 1; i <= y; i++) ratio *= a / i - s;
        else if (m > y) for (let i = y + 1; i <= m; i++) ratio /= a / i - s;
        if (v > ratio) continue;
        return y;
      }
      const rho = (k / nrq) * ((k * (k / 3 + 0.625) + 0.16666666666666666) / nrq + 0.5);
      const t = (-k * k) / (2 * nrq);
      const logV = Math.log(v);
      if (logV < t - rho) return y;
      if (logV > t + rho) continue;
      const [x1, f1, z, w] = [y + 1, m + 1, n + 1 - m, n - y + 1];
      const stirling = (x: number): number => {
        const x2 = x * x;
        return (13680 - (462 - (132 - (99 - 140 / x2) / x2) / x2) / x2) / x / 166320;
      };
      const limit =
        xm * Math.log(f1 / x1) +
        (n - m + 0.5) * Math.log(z / w) +
        (y - m) * Math.log((w * r) / (x1 * q)) +
        stirling(f1) +
        stirling(z) +
        stirling(x1) +
        stirling(w);
      if (logV <= limit) return y;
    }
  }

  geometric(p: number): number {
    if (p >= 0.333333333333333333333333) {
      let count = 1;
      let product = p;
      let sum = p;
      const u = this.double();
      while (u > sum) {
        product *= 1 - p;
        sum += product;
        count++;
      }
      return count;
    }
    return this.legacy
      ? Math.ceil(Math.log1p(-this.double()) / Math.log(1 - p))
      : Math.ceil(-this.exponential() / Math.log1p(-p));
  }

  /** An integer in [0, range], by masking (RandomState) or by multiplication (Generator); range < 2^32. */
  bounded(range: number): number {
    if (range === 0) return 0;
    const { bits } = this;
    if (range === 0xffffffff) return bits.next32();
    if (this.legacy) {
      const mask = maskOf(range);
      for (;;) {
        const value = (bits.next32() & mask) >>> 0;
        if (value <= range) return value;
      }
    }
    // D. Lemire, "Fast random integer generation in an interval", 2019.
    const span = range + 1;
    let product = lemire(bits.next32(), span);
    if (product[1] < span) {
      const threshold = (0xffffffff - range) % span;
      while (product[1] < threshold) product = lemire(bits.next32(), span);
    }
    return product[0];
  }

  /** The same for ranges of up to 64 bits. */
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

/** Bits 9 to 60 of a 64-bit draw. */
const upper52 = (high: number, low: number): number => (high & 0x1fffffff) * 8388608 + (low >>> 9);

export function maskOf(range: number): number {
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

// ------------------------------------------------------------------ tables of the ziggurats

interface Tables {
  /** Below this the point lies inside the strip. */
  readonly k: Float64Array;
  readonly w: Float64Array;
  readonly f: Float64Array;
}
const STRIPS = 256;
const NORMAL_R = 3.6541528853610087963519472518;
const NORMAL_AREA = 0.00492867323397465524494;
const EXPONENTIAL_R = 7.69711747013104971404462804811408952334296818528283253278834867283241051210533;
const EXPONENTIAL_AREA = 0.0039496598225815571993;

/** Strips of equal area under a falling density, given with its inverse. */
function tables(
  r: number,
  area: number,
  units: number,
  density: (x: number) => number,
  inverse: (y: number) => number,
): Tables {
  const k = new Float64Array(STRIPS);
  const w = new Float64Array(STRIPS);
  const f = new Float64Array(STRIPS);
  let x1 = r;
  w[255] = x1 / units;
  f[255] = density(x1);
  k[0] = Math.floor(((x1 * (f[255] as number)) / area) * units);
  w[0] = area / (f[255] as number) / units;
  f[0] = 1;
  for (let i = 254; i > 0; i--) {
    const x = inverse(area / x1 + (f[i + 1] as number));
    k[i + 1] = Math.floor((x / x1) * units);
    w[i] = x / units;
    f[i] = density(x);
    x1 = x;
  }
  k[1] = 0;
  return { k, w, f };
}

let normal: Tables | null = null;
export const normalTables = (): Tables =>
  (normal ??= tables(
    NORMAL_R,
    NORMAL_AREA,
    2 ** 52,
    (x) => Math.exp(-0.5 * x * x),
    (y) => Math.sqrt(-2 * Math.log(y)),
  ));
let exponential: Tables | null = null;
export const exponentialTables = (): Tables =>
  (exponential ??= tables(
    EXPONENTIAL_R,
    EXPONENTIAL_AREA,
    2 ** 53,
    (x) => Math.exp(-x),
    (y) => -Math.log(y),
  ));

/** log Γ by Stirling's series, as NumPy computes it for whole numbers. */
export function logGamma(x: number): number {
  if (x === 1 || x === 2) return 0;
  const n = x < 7 ? Math.floor(7 - x) : 0;
  let x0 = x + n;
  const x2 = 1 / x0 / x0;
  const coefficients = [
    8.333333333333333e-2, -2.777777777777778e-3, 7.936507936507937e-4, -5.952380952380952e-4, 8.417508417508418e-4,
    -1.917526917526918e-3, 6.41025641025641e-3, -2.955065359477124e-2, 1.796443723688307e-1, -1.3924322169059,
  ];
  let series = coefficients[9] as number;
  for (let k = 8; k >= 0; k--) series = series * x2 + (coefficients[k] as number);
  let value = series / x0 + 0.5 * Math.log(2 * Math.PI) + (x0 - 0.5) * Math.log(x0) - x0;
  if (x < 7) {
    for (let k = 1; k <= n; k++) {
      value -= Math.log(x0 - 1);
      x0 -= 1;
    }
  }
  return value;
}
