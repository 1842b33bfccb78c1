/**
 * Singular values and vectors of one matrix: Householder reduction to a bidiagonal one, then implicit QR, with the steps and
 * so the signs of LAPACK's dgesdd for up to 25 columns (dgebrd and dbdsqr; beyond, it divides the matrix and signs may
 * differ). Sources: J. Demmel and W. Kahan, "Accurate singular values of bidiagonal matrices", 1990; linalg-bidiagonal.ts.
 */
import { bidiagonalValues } from './linalg-bidiagonal';
import { at, type Matrix, qr, reflectColumn, reflector, rotation } from './linalg-kernels';

export interface Decomposed {
  /** m × columns. */
  readonly u: Matrix;
  readonly s: Float64Array;
  /** rows × n. */
  readonly vh: Matrix;
  readonly converged: boolean;
}

export function identity(rows: number, columns: number): Matrix {
  const out = new Float64Array(rows * columns);
  for (let i = 0; i < Math.min(rows, columns); i++) out[i * columns + i] = 1;
  return out;
}

/** Transposed rows × columns matrix. */
export function flipped(a: Matrix, rows: number, columns: number): Matrix {
  const out = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) out[j * rows + i] = at(a, i * columns + j);
  return out;
}

function product(a: Matrix, b: Matrix, m: number, k: number, n: number): Matrix {
  const out = new Float64Array(m * n);
  for (let i = 0; i < m; i++) {
    for (let p = 0; p < k; p++) {
      const factor = at(a, i * k + p);
      if (factor === 0) continue;
      for (let j = 0; j < n; j++) out[i * n + j] = at(out, i * n + j) + factor * at(b, p * n + j);
    }
  }
  return out;
}

/** U (m × m or m × min), the singular values in falling order, and Vᵀ (n × n or min × n). */
export function svd(a: Matrix, m: number, n: number, full: boolean): Decomposed {
  const few = Math.min(m, n);
  const [columns, rows] = full ? [m, n] : [few, few];
  if (few === 0) return { u: identity(m, columns), s: new Float64Array(0), vh: identity(rows, n), converged: true };
  const long = Math.floor((few * 11) / 6);
  if (m >= n && m >= long && m > n) {
    // Tall: the triangle of a QR decomposition takes the matrix's place.
    const r = a.slice();
    const q = qr(r, m, n, columns);
    const inner = direct(r.slice(0, n * n), n, n, n, n);
    const u = widened(inner.u, n, columns);
    return { ...inner, u: product(q, u, m, columns, columns) };
  }
  if (n > m && n >= long) {
    // Wide: LQ, which is the QR of the transposed matrix.
    const r = flipped(a, m, n);
    const q = qr(r, n, m, rows);
    const inner = direct(flipped(r.slice(0, m * m), m, m), m, m, m, m);
    const vh = widened(inner.vh, m, rows);
    return { ...inner, vh: product(vh, flipped(q, n, rows), rows, rows, n) };
  }
  return direct(a.slice(), m, n, columns, rows);
}

/** A square matrix in the upper left corner of a larger identity. */
function widened(a: Matrix, n: number, size: number): Matrix {
  if (n === size) return a;
  const out = identity(size, size);
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) out[i * size + j] = at(a, i * n + j);
  return out;
}

/** The decomposition without a QR first; destroys `a`. */
function direct(a: Matrix, m: number, n: number, columns: number, rows: number): Decomposed {
  const few = Math.min(m, n);
  const upper = m >= n;
  const d = new Float64Array(few);
  const e = new Float64Array(few);
  const left = new Float64Array(few);
  const right = new Float64Array(few);
  for (let i = 0; i < few; i++) {
    if (upper) {
      left[i] = reflectBelow(a, m, n, i, i);
      d[i] = at(a, i * n + i);
      if (i < n - 1) {
        right[i] = reflectBeside(a, m, n, i, i + 1);
        e[i] = at(a, i * n + i + 1);
      }
    } else {
      right[i] = reflectBeside(a, m, n, i, i);
      d[i] = at(a, i * n + i);
      if (i < m - 1) {
        left[i] = reflectBelow(a, m, n, i + 1, i);
        e[i] = at(a, (i + 1) * n + i);
      }
    }
  }
  // A lower bidiagonal matrix is turned into an upper one first; its rotations come back at the end.
  const turns: [number, number][] = [];
  if (!upper) {
    for (let i = 0; i < few - 1; i++) {
      const [c, s, r] = rotation(at(d, i), at(e, i));
      d[i] = r;
      e[i] = s * at(d, i + 1);
      d[i + 1] = c * at(d, i + 1);
      turns.push([c, -s]);
    }
  }
  // Both sets of vectors as columns.
  const uB = identity(few, few);
  const vB = identity(few, few);
  const converged = bidiagonalValues(d, e, few, uB, vB);
  for (let i = turns.length - 1; i >= 0; i--) {
    const [c, s] = turns[i] as [number, number];
    turnRows(uB, few, i, c, s);
  }
  const u = placed(uB, few, m, columns);
  const v = placed(vB, few, n, rows);
  const shift = upper ? 0 : 1;
  for (let i = few - 1; i >= 0; i--) {
    const tau = at(left, i);
    if (tau !== 0) for (let j = 0; j < columns; j++) reflectColumn(u, columns, i + shift, m, a, n, j, i, tau);
  }
  const transposed = flipped(a, m, n);
  for (let i = few - 1; i >= 0; i--) {
    const tau = at(right, i);
    if (tau !== 0) for (let j = 0; j < rows; j++) reflectColumn(v, rows, i + 1 - shift, n, transposed, m, j, i, tau);
  }
  return { u, s: d, vh: flipped(v, n, rows), converged };
}

/** Turns rows j and j + 1. */
function turnRows(z: Matrix, n: number, j: number, c: number, s: number): void {
  for (let i = 0; i < n; i++) {
    const below = at(z, (j + 1) * n + i);
    const own = at(z, j * n + i);
    z[(j + 1) * n + i] = c * below - s * own;
    z[j * n + i] = s * below + c * own;
  }
}

function placed(a: Matrix, few: number, size: number, columns: number): Matrix {
  const out = identity(size, columns);
  for (let i = 0; i < few; i++) for (let j = 0; j < few; j++) out[i * columns + j] = at(a, i * few + j);
  return out;
}

/** Clears column `column` below `row` and reflects the columns to its right. */
function reflectBelow(a: Matrix, m: number, n: number, row: number, column: number): number {
  const tau = reflector(a, row * n + column, n, m - row);
  if (tau !== 0) for (let j = column + 1; j < n; j++) reflectColumn(a, n, row, m, a, n, j, column, tau);
  return tau;
}

/** Clears row `row` to the right of `column` and reflects the rows below. */
function reflectBeside(a: Matrix, m: number, n: number, row: number, column: number): number {
  const tau = reflector(a, row * n + column, 1, n - column);
  if (tau === 0) return 0;
  for (let i = row + 1; i < m; i++) {
    let sum = at(a, i * n + column);
    for (let j = column + 1; j < n; j++) sum += at(a, row * n + j) * at(a, i * n + j);
    sum *= tau;
    a[i * n + column] = at(a, i * n + column) - sum;
    for (let j = column + 1; j < n; j++) a[i * n + j] = at(a, i * n + j) - sum * at(a, row * n + j);
  }
  return tau;
}
