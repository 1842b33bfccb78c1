/**
 * Singular values of an upper bidiagonal matrix by implicit QR with shifts, or without one where only that keeps small values
 * accurate: the steps of LAPACK's dbdsqr, dlasv2 and dlas2. Called by linalg-svd.ts. Source: J. Demmel and W. Kahan,
 * "Accurate singular values of bidiagonal matrices", 1990.
 */
import { at, type Matrix, rotation, signed, turn } from './linalg-kernels';

const EPSILON = 2 ** -53;
const TOLERANCE = EPSILON * Math.max(10, Math.min(100, EPSILON ** (-1 / 8)));
const SMALLEST = 2.2250738585072014e-308;
const SWEEPS = 6;

/** Rotations of one sweep: cosines and sines for the right and the left vectors. */
interface Step {
  readonly at: number;
  readonly right: readonly [number, number];
  readonly left: readonly [number, number];
}

/** Turns d into the singular values in falling order, and the columns of u and v with them; false: no convergence. */
export function bidiagonalValues(d: Float64Array, e: Float64Array, n: number, u: Matrix, v: Matrix): boolean {
  const finished = n === 1 || iterate(d, e, n, u, v);
  for (let i = 0; i < n; i++) {
    if (at(d, i) >= 0 && !Object.is(at(d, i), -0)) continue;
    d[i] = -at(d, i);
    // Of a single value LAPACK puts the sign into U.
    const target = n === 1 ? u : v;
    for (let r = 0; r < n; r++) target[r * n + i] = -at(target, r * n + i);
  }
  for (let last = n - 1; last > 0; last--) {
    let least = 0;
    for (let j = 1; j <= last; j++) if (at(d, j) <= at(d, least)) least = j;
    if (least === last) continue;
    exchange(d, 1, least, last);
    exchange(u, n, least, last);
    exchange(v, n, least, last);
  }
  return finished;
}

function exchange(a: Float64Array, width: number, i: number, j: number): void {
  if (width === 1) {
    const held = at(a, i);
    a[i] = at(a, j);
    a[j] = held;
    return;
  }
  for (let row = 0; row < a.length; row += width) {
    const held = at(a, row + i);
    a[row + i] = at(a, row + j);
    a[row + j] = held;
  }
}

function threshold(d: Float64Array, e: Float64Array, n: number): number {
  let least = Math.abs(at(d, 0));
  let mu = least;
  for (let i = 1; i < n && least !== 0; i++) {
    mu = Math.abs(at(d, i)) * (mu / (mu + Math.abs(at(e, i - 1))));
    least = Math.min(least, mu);
  }
  return Math.max((TOLERANCE * least) / Math.sqrt(n), SWEEPS * n * n * SMALLEST);
}

function iterate(d: Float64Array, e: Float64Array, n: number, u: Matrix, v: Matrix): boolean {
  const small = threshold(d, e, n);
  let budget = SWEEPS * n * n;
  let [oldLow, oldHigh] = [-1, -1];
  let high = n - 1;
  let down = true;
  while (high > 0) {
    if (budget < 0) return false;
    // The block low … high without a zero beside its diagonal.
    let largest = Math.abs(at(d, high));
    let low = high - 1;
    for (; low >= 0; low--) {
      if (Math.abs(at(e, low)) <= small) break;
      largest = Math.max(largest, Math.abs(at(d, low)), Math.abs(at(e, low)));
    }
    if (low >= 0) {
      e[low] = 0;
      if (low === high - 1) {
        high--;
        continue;
      }
    }
    low++;
    if (low === high - 1) {
      const [sigmaMin, sigmaMax, sinR, cosR, sinL, cosL] = triangular2(at(d, low), at(e, low), at(d, high));
      d[low] = sigmaMax;
      e[low] = 0;
      d[high] = sigmaMin;
      turn(v, n, low, cosR, sinR);
      turn(u, n, low, cosL, sinL);
      high -= 2;
      continue;
    }
    if (low > oldHigh || high < oldLow) down = Math.abs(at(d, low)) >= Math.abs(at(d, high));
    const least = negligible(d, e, low, high, down);
    if (least === null) continue;
    [oldLow, oldHigh] = [low, high];
    let shift = 0;
    if (n * TOLERANCE * (least / largest) > Math.max(EPSILON, 0.01 * TOLERANCE)) {
      const start = Math.abs(at(d, down ? low : high));
      const from = down ? high - 1 : low;
      shift = smaller2(at(d, from), at(e, from), at(d, from + 1));
      if (start > 0 && (shift / start) ** 2 < EPSILON) shift = 0;
    }
    budget -= high - low;
    const sweep = shift === 0 ? (down ? zeroDown : zeroUp) : down ? shiftDown : shiftUp;
    for (const step of sweep(d, e, low, high, shift)) {
      turn(v, n, step.at, ...step.right);
      turn(u, n, step.at, ...step.left);
    }
    const end = down ? high - 1 : low;
    if (Math.abs(at(e, end)) <= small) e[end] = 0;
  }
  return true;
}

/** Sets an element beside the diagonal that is small enough to 0 and gives null; else a bound of the smallest value. */
function negligible(d: Float64Array, e: Float64Array, low: number, high: number, down: boolean): number | null {
  const [first, last] = down ? [low, high] : [high, low];
  const end = down ? high - 1 : low;
  if (Math.abs(at(e, end)) <= TOLERANCE * Math.abs(at(d, last))) {
    e[end] = 0;
    return null;
  }
  let mu = Math.abs(at(d, first));
  let least = mu;
  for (let k = 0; k < high - low; k++) {
    const i = down ? low + k : high - 1 - k;
    if (Math.abs(at(e, i)) <= TOLERANCE * mu) {
      e[i] = 0;
      return null;
    }
    mu = Math.abs(at(d, down ? i + 1 : i)) * (mu / (mu + Math.abs(at(e, i))));
    least = Math.min(least, mu);
  }
  return least;
}

function zeroDown(d: Float64Array, e: Float64Array, low: number, high: number): Step[] {
  const steps: Step[] = [];
  let [c, s, r, oldC, oldS] = [1, 0, 0, 1, 0];
  for (let i = low; i < high; i++) {
    [c, s, r] = rotation(at(d, i) * c, at(e, i));
    if (i > low) e[i - 1] = oldS * r;
    [oldC, oldS, d[i]] = rotation(oldC * r, at(d, i + 1) * s);
    steps.push({ at: i, right: [c, s], left: [oldC, oldS] });
  }
  const h = at(d, high) * c;
  d[high] = h * oldC;
  e[high - 1] = h * oldS;
  return steps;
}

function zeroUp(d: Float64Array, e: Float64Array, low: number, high: number): Step[] {
  const steps: Step[] = [];
  let [c, s, r, oldC, oldS] = [1, 0, 0, 1, 0];
  for (let i = high; i > low; i--) {
    [c, s, r] = rotation(at(d, i) * c, at(e, i - 1));
    if (i < high) e[i] = oldS * r;
    [oldC, oldS, d[i]] = rotation(oldC * r, at(d, i - 1) * s);
    steps.push({ at: i - 1, right: [oldC, -oldS], left: [c, -s] });
  }
  const h = at(d, low) * c;
  d[low] = h * oldC;
  e[low] = h * oldS;
  return steps;
}

function shiftDown(d: Float64Array, e: Float64Array, low: number, high: number, shift: number): Step[] {
  const steps: Step[] = [];
  let f = (Math.abs(at(d, low)) - shift) * (signed(1, at(d, low)) + shift / at(d, low));
  let g = at(e, low);
  for (let i = low; i < high; i++) {
    const [cosR, sinR, r] = rotation(f, g);
    if (i > low) e[i - 1] = r;
    f = cosR * at(d, i) + sinR * at(e, i);
    e[i] = cosR * at(e, i) - sinR * at(d, i);
    g = sinR * at(d, i + 1);
    d[i + 1] = cosR * at(d, i + 1);
    const [cosL, sinL, q] = rotation(f, g);
    d[i] = q;
    f = cosL * at(e, i) + sinL * at(d, i + 1);
    d[i + 1] = cosL * at(d, i + 1) - sinL * at(e, i);
    if (i < high - 1) {
      g = sinL * at(e, i + 1);
      e[i + 1] = cosL * at(e, i + 1);
    }
    steps.push({ at: i, right: [cosR, sinR], left: [cosL, sinL] });
  }
  e[high - 1] = f;
  return steps;
}

function shiftUp(d: Float64Array, e: Float64Array, low: number, high: number, shift: number): Step[] {
  const steps: Step[] = [];
  let f = (Math.abs(at(d, high)) - shift) * (signed(1, at(d, high)) + shift / at(d, high));
  let g = at(e, high - 1);
  for (let i = high; i > low; i--) {
    const [cosR, sinR, r] = rotation(f, g);
    if (i < high) e[i] = r;
    f = cosR * at(d, i) + sinR * at(e, i - 1);
    e[i - 1] = cosR * at(e, i - 1) - sinR * at(d, i);
    g = sinR * at(d, i - 1);
    d[i - 1] = cosR * at(d, i - 1);
    const [cosL, sinL, q] = rotation(f, g);
    d[i] = q;
    f = cosL * at(e, i - 1) + sinL * at(d, i - 1);
    d[i - 1] = cosL * at(d, i - 1) - sinL * at(e, i - 1);
    if (i > low + 1) {
      g = sinL * at(e, i - 2);
      e[i - 2] = cosL * at(e, i - 2);
    }
    steps.push({ at: i - 1, right: [cosL, -sinL], left: [cosR, -sinR] });
  }
  e[low] = f;
  return steps;
}

/** The smaller singular value of [f g; 0 h]. */
function smaller2(f: number, g: number, h: number): number {
  const [fa, ga, ha] = [Math.abs(f), Math.abs(g), Math.abs(h)];
  const [least, most] = [Math.min(fa, ha), Math.max(fa, ha)];
  if (least === 0) return 0;
  const sum = 1 + least / most;
  const gap = (most - least) / most;
  if (ga < most) {
    const square = (ga / most) ** 2;
    return least * (2 / (Math.sqrt(sum * sum + square) + Math.sqrt(gap * gap + square)));
  }
  const ratio = most / ga;
  if (ratio === 0) return (least * most) / ga;
  return 2 * (least * (1 / (Math.sqrt(1 + (sum * ratio) ** 2) + Math.sqrt(1 + (gap * ratio) ** 2))) * ratio);
}

type Six = [number, number, number, number, number, number];

/** Of [f g; 0 h]: the smaller and the larger singular value (with signs), sine and cosine of the right and left vectors. */
function triangular2(f: number, g: number, h: number): Six {
  let [ft, fa, ht, ha] = [f, Math.abs(f), h, Math.abs(h)];
  const swapped = ha > fa;
  let biggest: 'f' | 'g' | 'h' = swapped ? 'h' : 'f';
  if (swapped) [ft, fa, ht, ha] = [ht, ha, ft, fa];
  const ga = Math.abs(g);
  let [least, most, cosL, cosR, sinL, sinR] = [ha, fa, 1, 1, 0, 0];
  if (ga !== 0) {
    if (ga > fa) biggest = 'g';
    if (ga > fa && fa / ga < EPSILON) {
      most = ga;
      least = ha > 1 ? fa / (ga / ha) : (fa / ga) * ha;
      [cosL, sinL, sinR, cosR] = [1, ht / g, 1, ft / g];
    } else {
      const d = fa - ha;
      const l = d === fa ? 1 : d / fa;
      const m = g / ft;
      let t = 2 - l;
      const s = Math.sqrt(t * t + m * m);
      const r = l === 0 ? Math.abs(m) : Math.sqrt(l * l + m * m);
      const a = 0.5 * (s + r);
      least = ha / a;
      most = fa * a;
      if (m * m !== 0) t = (m / (s + t) + m / (r + l)) * (1 + a);
      else t = l === 0 ? signed(2, ft) * signed(1, g) : g / signed(d, ft) + m / t;
      const length = Math.sqrt(t * t + 4);
      cosR = 2 / length;
      sinR = t / length;
      cosL = (cosR + sinR * m) / a;
      sinL = ((ht / ft) * sinR) / a;
    }
  }
  if (swapped) [cosL, sinL, cosR, sinR] = [sinR, cosR, sinL, cosL];
  const sign =
    biggest === 'f'
      ? signed(1, cosR) * signed(1, cosL) * signed(1, f)
      : signed(1, sinR) * (biggest === 'g' ? signed(1, cosL) * signed(1, g) : signed(1, sinL) * signed(1, h));
  return [signed(least, sign * signed(1, f) * signed(1, h)), signed(most, sign), sinR, cosR, sinL, cosL];
}
