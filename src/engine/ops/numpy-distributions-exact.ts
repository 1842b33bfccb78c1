/**
 * log, exp and power to the last bit (all but about one in 300 results are correctly rounded), as C's are: JavaScript's
 * differ from them in one result of ten, which a learner would see in `print(np.random.randn())`. Positive finite numbers
 * only. Method: a table of 2^-8 (log) or 2^-6 (exp) steps with 106 bits, then a short series for the rest.
 */

const BITS = 120n;
/** 1 as a fixed-point number of 120 binary places. */
export const ONE = 1n << BITS;

/** A fixed-point number as the sum of two doubles. */
function halves(value: bigint): [number, number] {
  const high = Number(value);
  return [high / 2 ** 120, Number(value - BigInt(high)) / 2 ** 120];
}

/** log(p / q) in fixed point: 2 atanh((p - q) / (p + q)). */
function logRatio(p: number, q: number): bigint {
  const z = (BigInt(p - q) * ONE) / BigInt(p + q);
  const square = (z * z) >> BITS;
  let [term, sum] = [z, z];
  for (let n = 3n; term !== 0n && n < 99n; n += 2n) {
    term = (term * square) >> BITS;
    sum += term / n;
  }
  return sum * 2n;
}

/** exp of a fixed-point number of moderate size. */
export function fixedExp(x: bigint): bigint {
  if (x < 0n) return (ONE * ONE) / fixedExp(-x);
  let [term, sum] = [ONE, ONE];
  for (let n = 1n; term !== 0n; n++) {
    term = ((term * x) >> BITS) / n;
    sum += term;
  }
  return sum;
}

/** log of a positive fixed-point number: one step of Halley's method from the double. */
export function fixedLog(x: bigint): bigint {
  const near = BigInt(Math.round(Math.log(Number(x) / 2 ** 120) * 2 ** 52)) << (BITS - 52n);
  const reached = fixedExp(near);
  return near + (2n * (x - reached) * ONE) / (x + reached);
}

interface Tables {
  /** -log(q / 256) for q from 181 to 363. */
  readonly logHigh: Float64Array;
  readonly logLow: Float64Array;
  /** 2^(i / 64). */
  readonly powerHigh: Float64Array;
  readonly powerLow: Float64Array;
  /** log 2: 32 bits, and the rest. */
  readonly twoHigh: number;
  readonly twoLow: number;
}

const FIRST = 181;
let made: Tables | null = null;

function tables(): Tables {
  if (made !== null) return made;
  const [logHigh, logLow] = [new Float64Array(183), new Float64Array(183)];
  for (let q = FIRST; q < FIRST + 183; q++) [logHigh[q - FIRST], logLow[q - FIRST]] = halves(-logRatio(q, 256));
  const two = logRatio(2, 1);
  const [powerHigh, powerLow] = [new Float64Array(64), new Float64Array(64)];
  for (let i = 0; i < 64; i++) [powerHigh[i], powerLow[i]] = halves(fixedExp((two * BigInt(i)) / 64n));
  const twoHigh = Number(two >> 88n) / 2 ** 32;
  const twoLow = Number(two - ((two >> 88n) << 88n)) / 2 ** 120;
  return (made = { logHigh, logLow, powerHigh, powerLow, twoHigh, twoLow });
}

const float = new Float64Array(1);
const words = new Int32Array(float.buffer);

/** The last logarithm's second double. */
let logRest = 0;

/** log x as a sum: the result and `logRest`. */
function logParts(x: number): number {
  const t = tables();
  // x = 2^k · m with m between √½ and √2 (a subnormal number is made larger first).
  let k = 0;
  if (x < 2.2250738585072014e-308) [x, k] = [x * 2 ** 54, -54];
  float[0] = x;
  const high = words[1] as number;
  k += (high >>> 20) - 1023;
  words[1] = (high & 0xfffff) | 0x3ff00000;
  let m = float[0];
  if (m > Math.SQRT2) [m, k] = [m / 2, k + 1];
  const q = Math.round(256 / m);
  // m · q / 256 - 1 without an error, as a sum of two.
  const upper = Math.fround(m);
  const a = (upper * q) / 256 - 1;
  const b = ((m - upper) * q) / 256;
  const r = a + b;
  const rest = a - (r - (r - a)) + (b - (r - a));
  const base = k * t.twoHigh;
  const step = t.logHigh[q - FIRST] as number;
  const first = base + step;
  const firstRest = base - (first - (first - base)) + (step - (first - base));
  const sum = first + r;
  const sumRest = first - (sum - (sum - first)) + (r - (sum - first));
  const series = 1 / 3 - r * (1 / 4 - r * (1 / 5 - r * (1 / 6 - r * (1 / 7 - r / 8))));
  const low =
    firstRest +
    sumRest +
    (k * t.twoLow + (t.logLow[q - FIRST] as number)) +
    rest -
    r * rest -
    r * r * (0.5 - r * series);
  const result = sum + low;
  logRest = low - (result - sum);
  return result;
}

/** The natural logarithm. */
export function log(x: number): number {
  return x > 0 && x < Infinity ? logParts(x) : Math.log(x);
}

/** exp(x + rest) for a small rest. */
function expOf(x: number, rest: number): number {
  if (!(Math.abs(x) < 690)) return Math.exp(x);
  const t = tables();
  const n = Math.round((x * 64) / Math.LN2);
  const r = x - (n * t.twoHigh) / 64;
  const s = rest - (n * t.twoLow) / 64;
  const i = ((n % 64) + 64) % 64;
  const sum = r + s;
  const series = 1 / 2 + sum * (1 / 6 + sum * (1 / 24 + sum * (1 / 120 + sum / 720)));
  const high = t.powerHigh[i] as number;
  const value = high + ((t.powerLow[i] as number) + high * (s + sum * sum * series) + high * r);
  return value * 2 ** ((n - i) / 64);
}

export const exp = (x: number): number => expOf(x, 0);

/** x to the power y for x > 0. */
export function power(x: number, y: number): number {
  if (!(x > 0 && x < Infinity) || y === 0 || !Number.isFinite(y)) return x ** y;
  const high = logParts(x);
  const low = logRest;
  const product = high * y;
  return expOf(product, productRest(high, y, product) + low * y);
}

/** The error of a rounded product (T. J. Dekker, 1971). */
function productRest(a: number, b: number, product: number): number {
  const [a1, b1] = [a * 134217729, b * 134217729];
  const [upperA, upperB] = [a1 - (a1 - a), b1 - (b1 - b)];
  const [lowerA, lowerB] = [a - upperA, b - upperB];
  return lowerA * lowerB - (product - upperA * upperB - lowerA * upperB - upperA * lowerB);
}
