/**
 * Eigenvalues and eigenvectors of a general real matrix: reduction to Hessenberg form, then shifted QR. Sources: the
 * EISPACK routines orthes and hqr2 (B. T. Smith et al., "Matrix Eigensystem Routines", 1976) as described in Golub and
 * Van Loan. Vectors have length 1; of a complex pair the largest component is real, as LAPACK's dgeev gives them.
 */

export interface Eigen {
  readonly real: Float64Array;
  readonly imaginary: Float64Array;
  /** Columns; of a complex pair (j, j + 1) column j is the real part and j + 1 the imaginary part of the first vector. */
  readonly vectors: Float64Array;
  readonly converged: boolean;
}

const at = (a: Float64Array, i: number): number => a[i] as number;
const EPSILON = 2 ** -52;

/** Householder reduction; h becomes Hessenberg, v the product of the reflections. */
function hessenberg(h: Float64Array, v: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) v[i * n + i] = 1;
  const ort = new Float64Array(n);
  for (let m = 1; m < n - 1; m++) {
    let scale = 0;
    for (let i = m + 1; i < n; i++) scale += Math.abs(at(h, i * n + m - 1));
    if (scale === 0) continue;
    scale += Math.abs(at(h, m * n + m - 1));
    let sum = 0;
    for (let i = n - 1; i >= m; i--) {
      ort[i] = at(h, i * n + m - 1) / scale;
      sum += at(ort, i) ** 2;
    }
    const g = at(ort, m) > 0 ? -Math.sqrt(sum) : Math.sqrt(sum);
    sum -= at(ort, m) * g;
    ort[m] = at(ort, m) - g;
    for (let j = m; j < n; j++) {
      let f = 0;
      for (let i = n - 1; i >= m; i--) f += at(ort, i) * at(h, i * n + j);
      f /= sum;
      for (let i = m; i < n; i++) h[i * n + j] = at(h, i * n + j) - f * at(ort, i);
    }
    for (const target of [h, v]) {
      for (let i = 0; i < n; i++) {
        let f = 0;
        for (let j = n - 1; j >= m; j--) f += at(ort, j) * at(target, i * n + j);
        f /= sum;
        for (let j = m; j < n; j++) target[i * n + j] = at(target, i * n + j) - f * at(ort, j);
      }
    }
    h[m * n + m - 1] = scale * g;
    for (let i = m + 1; i < n; i++) h[i * n + m - 1] = 0;
  }
}

/** One double-shifted QR step on rows and columns low … high. */
function francis(h: Float64Array, v: Float64Array, n: number, low: number, high: number, exceptional: boolean): void {
  const H = (i: number, j: number): number => at(h, i * n + j);
  let x = H(high, high);
  let y = H(high - 1, high - 1);
  let w = H(high, high - 1) * H(high - 1, high);
  if (exceptional) {
    const s = Math.abs(H(high, high - 1)) + Math.abs(H(high - 1, Math.max(high - 2, 0)));
    x = y = 0.75 * s + H(high, high);
    w = -0.4375 * s * s;
  }
  let m = high - 2;
  let [p, q, r] = [0, 0, 0];
  for (; m >= low; m--) {
    const z = H(m, m);
    const [rr, ss] = [x - z, y - z];
    p = (rr * ss - w) / H(m + 1, m) + H(m, m + 1);
    q = H(m + 1, m + 1) - z - rr - ss;
    r = H(m + 2, m + 1);
    const size = Math.abs(p) + Math.abs(q) + Math.abs(r);
    [p, q, r] = [p / size, q / size, r / size];
    if (m === low) break;
    const left = Math.abs(H(m, m - 1)) * (Math.abs(q) + Math.abs(r));
    const right = Math.abs(p) * (Math.abs(H(m - 1, m - 1)) + Math.abs(z) + Math.abs(H(m + 1, m + 1)));
    if (left < EPSILON * right) break;
  }
  for (let i = m + 2; i <= high; i++) {
    h[i * n + i - 2] = 0;
    if (i > m + 2) h[i * n + i - 3] = 0;
  }
  for (let k = m; k < high; k++) {
    const last = k === high - 1;
    let size = 1;
    if (k !== m) {
      [p, q, r] = [H(k, k - 1), H(k + 1, k - 1), last ? 0 : H(k + 2, k - 1)];
      size = Math.abs(p) + Math.abs(q) + Math.abs(r);
      if (size === 0) continue;
      [p, q, r] = [p / size, q / size, r / size];
    }
    const s = p < 0 ? -Math.sqrt(p * p + q * q + r * r) : Math.sqrt(p * p + q * q + r * r);
    if (s === 0) continue;
    if (k !== m) h[k * n + k - 1] = -s * size;
    else if (low !== m) h[k * n + k - 1] = -H(k, k - 1);
    p += s;
    const [u, t, z] = [p / s, q / s, r / s];
    [q, r] = [q / p, r / p];
    for (let j = k; j < n; j++) {
      const sum = H(k, j) + q * H(k + 1, j) + (last ? 0 : r * H(k + 2, j));
      h[k * n + j] = H(k, j) - sum * u;
      h[(k + 1) * n + j] = H(k + 1, j) - sum * t;
      if (!last) h[(k + 2) * n + j] = H(k + 2, j) - sum * z;
    }
    for (const [target, rows] of [[h, Math.min(high, k + 3)], [v, n - 1]] as const) {
      for (let i = 0; i <= rows; i++) {
        const row = i * n + k;
        const sum = u * at(target, row) + t * at(target, row + 1) + (last ? 0 : z * at(target, row + 2));
        target[row] = at(target, row) - sum;
        target[row + 1] = at(target, row + 1) - sum * q;
        if (!last) target[row + 2] = at(target, row + 2) - sum * r;
      }
    }
  }
}

/** The 2 × 2 block that ends at `high`: made triangular where its eigenvalues are real. */
function pair(h: Float64Array, v: Float64Array, n: number, high: number, real: Float64Array, imaginary: Float64Array): void {
  const low = high - 1;
  const [a, b, c, d] = [at(h, low * n + low), at(h, low * n + high), at(h, high * n + low), at(h, high * n + high)];
  let p = (a - d) / 2;
  let q = p * p + c * b;
  const root = Math.sqrt(Math.abs(q));
  if (q < 0) {
    real[low] = real[high] = d + p;
    imaginary[low] = root;
    imaginary[high] = -root;
    return;
  }
  const z = p >= 0 ? p + root : p - root;
  real[low] = d + z;
  real[high] = z === 0 ? real[low] as number : d - (c * b) / z;
  const size = Math.abs(c) + Math.abs(z);
  [p, q] = [c / size, z / size];
  const r = Math.hypot(p, q);
  [p, q] = [p / r, q / r];
  for (let j = low; j < n; j++) {
    const top = at(h, low * n + j);
    h[low * n + j] = q * top + p * at(h, high * n + j);
    h[high * n + j] = q * at(h, high * n + j) - p * top;
  }
  for (const [target, rows] of [[h, high], [v, n - 1]] as const) {
    for (let i = 0; i <= rows; i++) {
      const left = at(target, i * n + low);
      target[i * n + low] = q * left + p * at(target, i * n + high);
      target[i * n + high] = q * at(target, i * n + high) - p * left;
    }
  }
  h[high * n + low] = 0;
}

export function eig(a: Float64Array, n: number): Eigen {
  const h = a.slice();
  const v = new Float64Array(n * n);
  const real = new Float64Array(n);
  const imaginary = new Float64Array(n);
  hessenberg(h, v, n);
  let norm = 0;
  for (let i = 0; i < n; i++) for (let j = Math.max(i - 1, 0); j < n; j++) norm += Math.abs(at(h, i * n + j));
  let high = n - 1;
  let steps = 0;
  while (high >= 0) {
    let low = high;
    for (; low > 0; low--) {
      let size = Math.abs(at(h, (low - 1) * n + low - 1)) + Math.abs(at(h, low * n + low));
      if (size === 0) size = norm;
      if (Math.abs(at(h, low * n + low - 1)) < EPSILON * size) {
        h[low * n + low - 1] = 0;
        break;
      }
    }
    if (low === high) {
      real[high] = at(h, high * n + high);
      high--;
      steps = 0;
    } else if (low === high - 1) {
      pair(h, v, n, high, real, imaginary);
      high -= 2;
      steps = 0;
    } else {
      if (++steps > 300) return { real, imaginary, vectors: v, converged: false };
      francis(h, v, n, low, high, steps % 10 === 0);
    }
  }
  return { real, imaginary, vectors: triangularVectors(h, v, n, real, imaginary, norm), converged: true };
}

/** Eigenvectors of the quasi-triangular matrix by back substitution, multiplied by v and scaled to length 1. */
function triangularVectors(h: Float64Array, v: Float64Array, n: number, real: Float64Array, imaginary: Float64Array, norm: number): Float64Array {
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
    if (complex) writePair(out, n, j - 1, re, im);
    else {
      let length = 0;
      for (const each of re) length += each * each;
      length = Math.sqrt(length);
      for (let i = 0; i < n; i++) out[i * n + j] = at(re, i) / length;
    }
  }
  return out;
}

/** Length 1, and turned so that the component of largest size is real. */
function writePair(out: Float64Array, n: number, column: number, re: Float64Array, im: Float64Array): void {
  let length = 0;
  let best = 0;
  for (let i = 0; i < n; i++) {
    const size = at(re, i) ** 2 + at(im, i) ** 2;
    length += size;
    if (size > at(re, best) ** 2 + at(im, best) ** 2) best = i;
  }
  length = Math.sqrt(length);
  const size = Math.hypot(at(re, best), at(im, best));
  const [c, s] = [at(re, best) / size, -at(im, best) / size];
  for (let i = 0; i < n; i++) {
    out[i * n + column] = (c * at(re, i) - s * at(im, i)) / length;
    out[i * n + column + 1] = i === best ? 0 : (s * at(re, i) + c * at(im, i)) / length;
  }
}

/** (T - λ) x = 0 for λ of positive imaginary part (or real), with rows of 2 × 2 blocks solved together. */
function solveVector(h: Float64Array, n: number, j: number, real: Float64Array, imaginary: Float64Array, norm: number): { re: Float64Array; im: Float64Array } {
  const re = new Float64Array(n);
  const im = new Float64Array(n);
  const lr = at(real, j);
  const complex = at(imaginary, j) < 0;
  const li = complex ? -at(imaginary, j) : 0;
  let row: number;
  if (complex) {
    // The block [a b; c d] of rows j-1 and j: with b · x_j = (λ - a) · x_{j-1}.
    const [a, b] = [at(h, (j - 1) * n + j - 1), at(h, (j - 1) * n + j)];
    re[j - 1] = 1;
    re[j] = (lr - a) / b;
    im[j] = li / b;
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
      const [ar, br, cr, dr] = [at(h, top * n + top) - lr, at(h, top * n + row), at(h, row * n + top), at(h, row * n + row) - lr];
      const [r1, i1] = right(top, row + 1);
      const [r2, i2] = right(row, row + 1);
      // Cramer's rule for complex numbers: the diagonal is (ar - i·li, dr - i·li).
      const detR = ar * dr - li * li - br * cr;
      const detI = -li * (ar + dr);
      const size = detR * detR + detI * detI || EPSILON * norm;
      const divide = (xr: number, xi: number): [number, number] => [(xr * detR + xi * detI) / size, (xi * detR - xr * detI) / size];
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
