/**
 * Eigenvalues and eigenvectors of a symmetric matrix: Householder reduction to a tridiagonal one, then implicit QL or QR, with
 * the signs of LAPACK's dsytd2 and dsteqr (its dsyevd divides matrices of more than 25 rows; signs may differ from there on).
 */
import { at, type Matrix, reflectColumn, reflector, rotation, signed, swap, turn } from './linalg-kernels';

/** Eigenvalues in ascending order into `d`, eigenvectors as columns in place of the symmetric matrix (lower part read). */
export function eighInPlace(a: Matrix, n: number, d: Float64Array): boolean {
  const e = new Float64Array(Math.max(n, 1));
  const taus = new Float64Array(n);
  for (let i = 0; i < n - 1; i++) {
    const rest = n - i - 1;
    const start = (i + 1) * n + i;
    const tau = reflector(a, start, n, rest);
    e[i] = at(a, start);
    taus[i] = tau;
    if (tau === 0) continue;
    a[start] = 1;
    const w = new Float64Array(rest);
    const v = (k: number): number => at(a, (i + 1 + k) * n + i);
    for (let r = 0; r < rest; r++) {
      let sum = 0;
      for (let c = 0; c < rest; c++) sum += at(a, (i + 1 + Math.max(r, c)) * n + i + 1 + Math.min(r, c)) * v(c);
      w[r] = tau * sum;
    }
    let dot = 0;
    for (let k = 0; k < rest; k++) dot += at(w, k) * v(k);
    const alpha = -0.5 * tau * dot;
    for (let k = 0; k < rest; k++) w[k] = at(w, k) + alpha * v(k);
    for (let r = 0; r < rest; r++) {
      for (let c = 0; c <= r; c++) {
        const p = (i + 1 + r) * n + i + 1 + c;
        a[p] = at(a, p) - v(r) * at(w, c) - at(w, r) * v(c);
      }
    }
    a[start] = at(e, i);
  }
  for (let i = 0; i < n; i++) d[i] = at(a, i * n + i);
  const z = reflectionsProduct(a, n, taus);
  const converged = tridiagonal(d, e, n, z);
  a.set(z);
  return converged;
}

/** Q = H₀ H₁ … of the reflections below the subdiagonal of `a`. */
function reflectionsProduct(a: Matrix, n: number, taus: Float64Array): Matrix {
  const z = new Float64Array(n * n);
  for (let i = 0; i < n; i++) z[i * n + i] = 1;
  for (let i = n - 2; i >= 0; i--) {
    const tau = at(taus, i);
    if (tau !== 0) for (let j = i + 1; j < n; j++) reflectColumn(z, n, i + 1, n, a, n, j, i, tau);
  }
  return z;
}

/** Eigenvalue of larger size, the other one, and the rotation of a symmetric 2 × 2 matrix (LAPACK's dlaev2). */
function symmetric2(a: number, b: number, c: number): [number, number, number, number] {
  const [sum, difference, twice] = [a + c, a - c, b + b];
  const root = Math.hypot(difference, twice);
  const [larger, smaller] = Math.abs(a) > Math.abs(c) ? [a, c] : [c, a];
  let [rt1, rt2, sign1] = [0.5 * root, -0.5 * root, 1];
  if (sum !== 0) {
    sign1 = sum < 0 ? -1 : 1;
    rt1 = 0.5 * (sum + sign1 * root);
    rt2 = (larger / rt1) * smaller - (b / rt1) * b;
  }
  const sign2 = difference >= 0 ? 1 : -1;
  const cs = difference + sign2 * root;
  let [c1, s1] = [1, 0];
  if (Math.abs(cs) > Math.abs(twice)) {
    const cotangent = -twice / cs;
    s1 = 1 / Math.sqrt(1 + cotangent * cotangent);
    c1 = cotangent * s1;
  } else if (twice !== 0) {
    const tangent = -cs / twice;
    c1 = 1 / Math.sqrt(1 + tangent * tangent);
    s1 = tangent * c1;
  }
  return sign1 === sign2 ? [rt1, rt2, -s1, c1] : [rt1, rt2, c1, s1];
}

const EPSILON = 2 ** -53;
const SMALLEST = 2.2250738585072014e-308;
const SWEEPS = 30;

/** Implicit QL or QR on a symmetric tridiagonal matrix (LAPACK's dsteqr), then ascending order. */
function tridiagonal(d: Float64Array, e: Float64Array, n: number, z: Matrix): boolean {
  let budget = n * SWEEPS;
  let first = 0;
  while (first < n) {
    if (first > 0) e[first - 1] = 0;
    let end = first;
    while (end < n - 1 && !negligible(d, e, end)) end++;
    if (end < n - 1) e[end] = 0;
    const [low, high] = [first, end];
    first = end + 1;
    if (low === high) continue;
    if (Math.abs(at(d, high)) < Math.abs(at(d, low))) budget = sweepUp(d, e, n, z, high, low, budget);
    else budget = sweepDown(d, e, n, z, low, high, budget);
    if (budget <= 0) return false;
    // A block that split is looked at again from its start.
    for (let i = low; i < high; i++) {
      if (at(e, i) !== 0) {
        first = low;
        break;
      }
    }
  }
  for (let i = 0; i < n - 1; i++) {
    let best = i;
    for (let j = i + 1; j < n; j++) if (at(d, j) < at(d, best)) best = j;
    if (best === i) continue;
    swap(d, i, best);
    for (let r = 0; r < n; r++) swap(z, r * n + i, r * n + best);
  }
  return true;
}

const negligible = (d: Float64Array, e: Float64Array, m: number): boolean =>
  Math.abs(at(e, m)) <= Math.sqrt(Math.abs(at(d, m))) * Math.sqrt(Math.abs(at(d, m + 1))) * EPSILON;
const tiny = (d: Float64Array, e: Float64Array, m: number): boolean =>
  at(e, m) ** 2 <= EPSILON * EPSILON * Math.abs(at(d, m)) * Math.abs(at(d, m + 1)) + SMALLEST;

/** QL from `l` down to `end` (l < end). */
function sweepDown(
  d: Float64Array,
  e: Float64Array,
  n: number,
  z: Matrix,
  l: number,
  end: number,
  budget: number,
): number {
  while (l <= end) {
    let m = l;
    while (m < end && !tiny(d, e, m)) m++;
    if (m < end) e[m] = 0;
    if (m === l) {
      l++;
      continue;
    }
    if (m === l + 1) {
      const [rt1, rt2, c, s] = symmetric2(at(d, l), at(e, l), at(d, l + 1));
      turn(z, n, l, c, s);
      d[l] = rt1;
      d[l + 1] = rt2;
      e[l] = 0;
      l += 2;
      continue;
    }
    if (budget-- <= 0) return 0;
    const p0 = at(d, l);
    let g = (at(d, l + 1) - p0) / (2 * at(e, l));
    g = at(d, m) - p0 + at(e, l) / (g + signed(Math.hypot(g, 1), g));
    let [s, c, p] = [1, 1, 0];
    for (let i = m - 1; i >= l; i--) {
      const f = s * at(e, i);
      const b = c * at(e, i);
      let r: number;
      [c, s, r] = rotation(g, f);
      if (i !== m - 1) e[i + 1] = r;
      g = at(d, i + 1) - p;
      r = (at(d, i) - g) * s + 2 * c * b;
      p = s * r;
      d[i + 1] = g + p;
      g = c * r - b;
      turn(z, n, i, c, -s);
    }
    d[l] = at(d, l) - p;
    e[l] = g;
  }
  return budget;
}

/** QR from `l` up to `end` (l > end). */
function sweepUp(
  d: Float64Array,
  e: Float64Array,
  n: number,
  z: Matrix,
  l: number,
  end: number,
  budget: number,
): number {
  while (l >= end) {
    let m = l;
    while (m > end && !tiny(d, e, m - 1)) m--;
    if (m > end) e[m - 1] = 0;
    if (m === l) {
      l--;
      continue;
    }
    if (m === l - 1) {
      const [rt1, rt2, c, s] = symmetric2(at(d, l - 1), at(e, l - 1), at(d, l));
      turn(z, n, l - 1, c, s);
      d[l - 1] = rt1;
      d[l] = rt2;
      e[l - 1] = 0;
      l -= 2;
      continue;
    }
    if (budget-- <= 0) return 0;
    const p0 = at(d, l);
    let g = (at(d, l - 1) - p0) / (2 * at(e, l - 1));
    g = at(d, m) - p0 + at(e, l - 1) / (g + signed(Math.hypot(g, 1), g));
    let [s, c, p] = [1, 1, 0];
    for (let i = m; i < l; i++) {
      const f = s * at(e, i);
      const b = c * at(e, i);
      let r: number;
      [c, s, r] = rotation(g, f);
      if (i !== m) e[i - 1] = r;
      g = at(d, i) - p;
      r = (at(d, i + 1) - g) * s + 2 * c * b;
      p = s * r;
      d[i] = g + p;
      g = c * r - b;
      turn(z, n, i, c, s);
    }
    d[l] = at(d, l) - p;
    e[l - 1] = g;
  }
  return budget;
}
