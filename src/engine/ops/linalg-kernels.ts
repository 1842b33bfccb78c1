/**
 * Decompositions of one row-major float64 matrix, in place where the name says so: LU, Cholesky, Householder QR, the
 * symmetric eigenproblem and the SVD. Signs follow LAPACK's conventions (dgetf2, dpotf2, dgeqr2, dsytd2 with dsteqr),
 * which is what NumPy and PyTorch show. Batches and handles are linalg.ts's work. Source: G. Golub and C. Van Loan,
 * "Matrix Computations".
 */

export type Matrix = Float64Array;

const at = (a: Matrix, i: number): number => a[i] as number;
const signed = (size: number, like: number): number => (like < 0 || Object.is(like, -0) ? -Math.abs(size) : Math.abs(size));

/** Row exchanges of an LU decomposition (row i with pivots[i]) and whether a pivot was 0. */
export interface Pivots {
  readonly rows: Int32Array;
  readonly sign: number;
  /** The first column without a pivot, counted from 1; 0 when there is none. */
  readonly singular: number;
}

/** A = P · L · U in place: the unit lower part of L below the diagonal. */
export function luInPlace(a: Matrix, m: number, n: number): Pivots {
  const count = Math.min(m, n);
  const rows = new Int32Array(count);
  let sign = 1;
  let singular = 0;
  for (let k = 0; k < count; k++) {
    let best = k;
    for (let i = k + 1; i < m; i++) if (Math.abs(at(a, i * n + k)) > Math.abs(at(a, best * n + k))) best = i;
    rows[k] = best;
    if (at(a, best * n + k) === 0) {
      if (singular === 0) singular = k + 1;
      continue;
    }
    if (best !== k) {
      sign = -sign;
      for (let j = 0; j < n; j++) swap(a, k * n + j, best * n + j);
    }
    const inverse = 1 / at(a, k * n + k);
    for (let i = k + 1; i < m; i++) {
      const factor = at(a, i * n + k) * inverse;
      a[i * n + k] = factor;
      if (factor === 0) continue;
      for (let j = k + 1; j < n; j++) a[i * n + j] = at(a, i * n + j) - factor * at(a, k * n + j);
    }
  }
  return { rows, sign, singular };
}

function swap(a: Matrix, i: number, j: number): void {
  const held = at(a, i);
  a[i] = at(a, j);
  a[j] = held;
}

/** Solves A · X = B in place of B (n × k), given luInPlace's result. */
export function luSolve(lu: Matrix, pivots: Pivots, b: Matrix, n: number, k: number): void {
  for (let i = 0; i < n; i++) {
    const other = pivots.rows[i] as number;
    if (other !== i) for (let j = 0; j < k; j++) swap(b, i * k + j, other * k + j);
  }
  substitute(lu, n, b, k, true, true);
  substitute(lu, n, b, k, false, false);
}

/** Solves a triangular system in place of b: the lower part from the top, the upper part from the bottom. */
export function substitute(t: Matrix, n: number, b: Matrix, k: number, lower: boolean, unit: boolean): void {
  for (let step = 0; step < n; step++) {
    const i = lower ? step : n - 1 - step;
    const [from, to] = lower ? [0, i] : [i + 1, n];
    for (let p = from; p < to; p++) {
      const factor = at(t, i * n + p);
      if (factor === 0) continue;
      for (let j = 0; j < k; j++) b[i * k + j] = at(b, i * k + j) - factor * at(b, p * k + j);
    }
    if (unit) continue;
    const pivot = at(t, i * n + i);
    for (let j = 0; j < k; j++) b[i * k + j] = at(b, i * k + j) / pivot;
  }
}

/** A = L · Lᵀ in place, zeros above; the order of the first minor that is not positive definite, or 0. */
export function choleskyInPlace(a: Matrix, n: number): number {
  for (let j = 0; j < n; j++) {
    let sum = at(a, j * n + j);
    for (let k = 0; k < j; k++) sum -= at(a, j * n + k) ** 2;
    if (!(sum > 0)) return j + 1;
    const pivot = Math.sqrt(sum);
    a[j * n + j] = pivot;
    for (let i = j + 1; i < n; i++) {
      let value = at(a, i * n + j);
      for (let k = 0; k < j; k++) value -= at(a, i * n + k) * at(a, j * n + k);
      a[i * n + j] = value / pivot;
    }
    for (let i = 0; i < j; i++) a[i * n + j] = 0;
  }
  return 0;
}

/**
 * A reflection that takes the vector at `start`, `step` elements apart, to a multiple of the first axis: the vector is
 * replaced by [beta, v…] with v₀ = 1 left out; returns tau (0: nothing to do).
 */
function reflector(a: Matrix, start: number, step: number, count: number): number {
  let squares = 0;
  for (let i = 1; i < count; i++) squares += at(a, start + i * step) ** 2;
  if (squares === 0) return 0;
  const alpha = at(a, start);
  const beta = -signed(Math.hypot(alpha, Math.sqrt(squares)), alpha);
  for (let i = 1; i < count; i++) a[start + i * step] = at(a, start + i * step) / (alpha - beta);
  a[start] = beta;
  return (beta - alpha) / beta;
}

/** Q (m × columns) and R (rows of `a` above the diagonal, in place) of a Householder QR. */
export function qr(a: Matrix, m: number, n: number, columns: number): Matrix {
  const count = Math.min(m, n);
  const taus = new Float64Array(count);
  for (let k = 0; k < count; k++) {
    const tau = reflector(a, k * n + k, n, m - k);
    taus[k] = tau;
    if (tau === 0) continue;
    for (let j = k + 1; j < n; j++) reflectColumn(a, n, k, m, a, n, j, k, tau);
  }
  const q = new Float64Array(m * columns);
  for (let i = 0; i < Math.min(m, columns); i++) q[i * columns + i] = 1;
  for (let k = count - 1; k >= 0; k--) {
    const tau = at(taus, k);
    if (tau !== 0) for (let j = k; j < columns; j++) reflectColumn(q, columns, k, m, a, n, j, k, tau);
  }
  for (let i = 1; i < m; i++) for (let j = 0; j < Math.min(i, n); j++) a[i * n + j] = 0;
  return q;
}

/** Applies the reflection kept in column k of `v` (rows k … m-1, first element 1) to column j of `a`. */
function reflectColumn(a: Matrix, lda: number, k: number, m: number, v: Matrix, ldv: number, j: number, column: number, tau: number): void {
  let sum = at(a, k * lda + j);
  for (let i = k + 1; i < m; i++) sum += at(v, i * ldv + column) * at(a, i * lda + j);
  sum *= tau;
  a[k * lda + j] = at(a, k * lda + j) - sum;
  for (let i = k + 1; i < m; i++) a[i * lda + j] = at(a, i * lda + j) - sum * at(v, i * ldv + column);
}

// ------------------------------------------------------------------ symmetric eigenproblem

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

/** A rotation [c s; -s c] that takes (f, g) to (r, 0). */
export function rotation(f: number, g: number): [number, number, number] {
  if (g === 0) return [1, 0, f];
  if (f === 0) return [0, signed(1, g), Math.abs(g)];
  const r = signed(Math.hypot(f, g), f);
  return [Math.abs(f) / Math.abs(r), g / r, r];
}

/** Turns columns j and j + 1 of z. */
function turn(z: Matrix, n: number, j: number, c: number, s: number): void {
  for (let i = 0; i < n; i++) {
    const right = at(z, i * n + j + 1);
    const left = at(z, i * n + j);
    z[i * n + j + 1] = c * right - s * left;
    z[i * n + j] = s * right + c * left;
  }
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
function sweepDown(d: Float64Array, e: Float64Array, n: number, z: Matrix, l: number, end: number, budget: number): number {
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
function sweepUp(d: Float64Array, e: Float64Array, n: number, z: Matrix, l: number, end: number, budget: number): number {
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
