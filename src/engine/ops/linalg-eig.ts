/**
 * Eigenvalues and eigenvectors of a general real matrix: balancing, Hessenberg form, Schur form, back substitution. Vectors
 * have length 1, and of a complex pair the largest component is real, as LAPACK's dgeev gives them.
 */
import { balance, hessenberg, unbalance } from './linalg-balance';
import { at, rotation } from './linalg-kernels';
import { schur } from './linalg-schur';

export interface Eigen {
  readonly real: Float64Array;
  readonly imaginary: Float64Array;
  /** Columns; of a complex pair (j, j + 1) column j is the real part and j + 1 the imaginary part of the first vector. */
  readonly vectors: Float64Array;
  readonly converged: boolean;
}

const EPSILON = 2 ** -52;

export function eig(a: Float64Array, n: number): Eigen {
  const h = a.slice();
  const values = { real: new Float64Array(n), imaginary: new Float64Array(n) };
  if (n === 0) return { ...values, vectors: h, converged: true };
  const balanced = balance(h, n);
  const z = hessenberg(h, n, balanced.low, balanced.high);
  const converged = schur(h, z, n, balanced.low, balanced.high, values);
  let norm = 0;
  for (let i = 0; i < n; i++) for (let j = Math.max(i - 1, 0); j < n; j++) norm += Math.abs(at(h, i * n + j));
  const vectors = triangularVectors(h, z, n, values.real, values.imaginary, norm);
  unbalance(vectors, n, balanced);
  normalize(vectors, n, values.imaginary);
  return { ...values, vectors, converged };
}

/** Eigenvectors of the quasi-triangular matrix by back substitution, multiplied by the Schur vectors. */
function triangularVectors(
  h: Float64Array,
  v: Float64Array,
  n: number,
  real: Float64Array,
  imaginary: Float64Array,
  norm: number,
): Float64Array {
  const out = new Float64Array(n * n);
  for (let j = n - 1; j >= 0; j--) {
    if (at(imaginary, j) > 0) continue; // done with its partner
    const complex = at(imaginary, j) < 0;
    const x = solveVector(h, n, j, real, imaginary, norm);
    const re = new Float64Array(n);
    const im = new Float64Array(n);
    for (let i = 0; i < n; i++) {
      for (let k = 0; k <= j; k++) {
        re[i] = at(re, i) + at(v, i * n + k) * at(x.re, k);
        im[i] = at(im, i) + at(v, i * n + k) * at(x.im, k);
      }
    }
    for (let i = 0; i < n; i++) {
      out[i * n + j - (complex ? 1 : 0)] = at(re, i);
      if (complex) out[i * n + j] = at(im, i);
    }
  }
  return out;
}

/** Length 1, and of a complex pair the component of largest size real. */
function normalize(v: Float64Array, n: number, imaginary: Float64Array): void {
  for (let j = 0; j < n; j++) {
    if (at(imaginary, j) > 0) {
      turnPair(v, n, j);
      j++;
      continue;
    }
    let length = 0;
    for (let i = 0; i < n; i++) length += at(v, i * n + j) ** 2;
    length = Math.sqrt(length);
    for (let i = 0; i < n; i++) v[i * n + j] = at(v, i * n + j) / length;
  }
}

function turnPair(v: Float64Array, n: number, j: number): void {
  let [length, most, best] = [0, -1, 0];
  for (let i = 0; i < n; i++) {
    const size = at(v, i * n + j) ** 2 + at(v, i * n + j + 1) ** 2;
    length += size;
    if (size > most) [most, best] = [size, i];
  }
  length = Math.sqrt(length);
  const [c, s] = rotation(at(v, best * n + j), at(v, best * n + j + 1));
  for (let i = 0; i < n; i++) {
    const [x, y] = [at(v, i * n + j) / length, at(v, i * n + j + 1) / length];
    v[i * n + j] = c * x + s * y;
    v[i * n + j + 1] = i === best ? 0 : c * y - s * x;
  }
}

/** (T - λ) x = 0 for λ of positive imaginary part (or real), with rows of 2 × 2 blocks solved together. */
function solveVector(
  h: Float64Array,
  n: number,
  j: number,
  real: Float64Array,
  imaginary: Float64Array,
  norm: number,
): { re: Float64Array; im: Float64Array } {
  const re = new Float64Array(n);
  const im = new Float64Array(n);
  const lr = at(real, j);
  const complex = at(imaginary, j) < 0;
  const li = complex ? -at(imaginary, j) : 0;
  let row: number;
  if (complex) {
    // The block has equal diagonal elements: start from its larger element beside them, as dtrevc does.
    const [b, c] = [at(h, (j - 1) * n + j), at(h, j * n + j - 1)];
    if (Math.abs(b) >= Math.abs(c)) {
      re[j - 1] = 1;
      im[j] = li / b;
    } else {
      re[j - 1] = -li / c;
      im[j] = 1;
    }
    row = j - 2;
  } else {
    re[j] = 1;
    row = j - 1;
  }
  const right = (i: number, from: number): [number, number] => {
    let [sr, si] = [0, 0];
    for (let k = from; k <= j; k++) {
      sr -= at(h, i * n + k) * at(re, k);
      si -= at(h, i * n + k) * at(im, k);
    }
    return [sr, si];
  };
  while (row >= 0) {
    if (row > 0 && at(imaginary, row) < 0) {
      const top = row - 1;
      const [ar, br, cr, dr] = [
        at(h, top * n + top) - lr,
        at(h, top * n + row),
        at(h, row * n + top),
        at(h, row * n + row) - lr,
      ];
      const [r1, i1] = right(top, row + 1);
      const [r2, i2] = right(row, row + 1);
      // Cramer's rule for complex numbers: the diagonal is (ar - i·li, dr - i·li).
      const detR = ar * dr - li * li - br * cr;
      const detI = -li * (ar + dr);
      const size = detR * detR + detI * detI || EPSILON * norm;
      const divide = (xr: number, xi: number): [number, number] => [
        (xr * detR + xi * detI) / size,
        (xi * detR - xr * detI) / size,
      ];
      [re[top], im[top]] = divide(r1 * dr + i1 * li - br * r2, i1 * dr - r1 * li - br * i2);
      [re[row], im[row]] = divide(ar * r2 + li * i2 - cr * r1, ar * i2 - li * r2 - cr * i1);
      row -= 2;
      continue;
    }
    const [sr, si] = right(row, row + 1);
    let dr = at(h, row * n + row) - lr;
    if (dr === 0 && li === 0) dr = EPSILON * norm;
    const size = dr * dr + li * li;
    re[row] = (sr * dr - si * li) / size;
    im[row] = (si * dr + sr * li) / size;
    row--;
  }
  return { re, im };
}
