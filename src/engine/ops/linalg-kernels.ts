/**
 * Decompositions of one row-major float64 matrix, in place where the name says so: LU, Cholesky and Householder QR, and the
 * reflections and rotations of the others (linalg-symmetric.ts, linalg-svd.ts, linalg-eig.ts). Signs follow LAPACK's
 * conventions (dgetf2, dpotf2, dgeqr2), which is what NumPy and PyTorch show. Batches and handles are linalg-api.ts's work.
 * Source: G. Golub and C. Van Loan, "Matrix Computations".
 */

export type Matrix = Float64Array;

export const at = (a: Matrix, i: number): number => a[i] as number;
export const signed = (size: number, like: number): number =>
  like < 0 || Object.is(like, -0) ? -Math.abs(size) : Math.abs(size);

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

export function swap(a: Matrix, i: number, j: number): void {
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
export function reflector(a: Matrix, start: number, step: number, count: number): number {
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
export function reflectColumn(
  a: Matrix,
  lda: number,
  k: number,
  m: number,
  v: Matrix,
  ldv: number,
  j: number,
  column: number,
  tau: number,
): void {
  let sum = at(a, k * lda + j);
  for (let i = k + 1; i < m; i++) sum += at(v, i * ldv + column) * at(a, i * lda + j);
  sum *= tau;
  a[k * lda + j] = at(a, k * lda + j) - sum;
  for (let i = k + 1; i < m; i++) a[i * lda + j] = at(a, i * lda + j) - sum * at(v, i * ldv + column);
}

/** A rotation [c s; -s c] that takes (f, g) to (r, 0). */
export function rotation(f: number, g: number): [number, number, number] {
  if (g === 0) return [1, 0, f];
  if (f === 0) return [0, signed(1, g), Math.abs(g)];
  const r = signed(Math.hypot(f, g), f);
  return [Math.abs(f) / Math.abs(r), g / r, r];
}

/** Turns columns j and j + 1 of z, which has rows of `n` elements. */
export function turn(z: Matrix, n: number, j: number, c: number, s: number): void {
  for (let i = 0; i < z.length; i += n) {
    const right = at(z, i + j + 1);
    const left = at(z, i + j);
    z[i + j + 1] = c * right - s * left;
    z[i + j] = s * right + c * left;
  }
}
