/**
 * The real Schur form of a Hessenberg matrix by double-shift QR with LAPACK's shifts and 2 × 2 blocks (dlahqr, dlanv2), so that
 * eigenvalues come in its order; vectors are made in linalg-eig.ts. Source: G. Golub and C. Van Loan, "Matrix Computations".
 */
import { at, type Matrix, reflector, signed } from './linalg-kernels';

const EPSILON = 2 ** -52;
const SMALLEST = 2.2250738585072014e-308;
/** Steps without progress after which a shift is made up. */
const PATIENCE = 10;

export interface Eigenvalues {
  readonly real: Float64Array;
  readonly imaginary: Float64Array;
}

interface Work extends Eigenvalues {
  readonly h: Matrix;
  readonly z: Matrix;
  readonly n: number;
}

/** Makes h quasi-triangular and z the Schur vectors; false: no convergence. */
export function schur(h: Matrix, z: Matrix, n: number, low: number, high: number, values: Eigenvalues): boolean {
  const work: Work = { h, z, n, ...values };
  for (let i = 0; i < n; i++) if (i < low || i > high) values.real[i] = at(h, i * n + i);
  const limit = 30 * Math.max(10, high - low + 1);
  let i = high;
  while (i >= low) {
    let stuck = 0;
    let start = low;
    for (let step = 0; ; step++) {
      start = split(work, start, i);
      if (start > low) h[start * n + start - 1] = 0;
      if (start >= i - 1) break;
      if (step >= limit) return false;
      stuck++;
      francis(work, start, i, shifts(work, start, i, stuck));
    }
    if (start === i) values.real[i] = at(h, i * n + i);
    else standardize(work, i);
    i = start - 1;
  }
  return true;
}

/** The first row of the block that ends at `i`: above it stands a negligible element. */
function split({ h, n }: Work, low: number, i: number): number {
  const H = (r: number, c: number): number => at(h, r * n + c);
  let k = i;
  for (; k > low; k--) {
    const below = Math.abs(H(k, k - 1));
    if (below <= SMALLEST * (n / EPSILON)) break;
    let test = Math.abs(H(k - 1, k - 1)) + Math.abs(H(k, k));
    if (test === 0) {
      if (k - 2 >= low) test += Math.abs(H(k - 1, k - 2));
      if (k + 1 < n) test += Math.abs(H(k + 1, k));
    }
    if (below > EPSILON * test) continue;
    const above = Math.abs(H(k - 1, k));
    const gap = Math.abs(H(k - 1, k - 1) - H(k, k));
    const own = Math.abs(H(k, k));
    const [ab, ba] = [Math.max(below, above), Math.min(below, above)];
    const [aa, bb] = [Math.max(own, gap), Math.min(own, gap)];
    const s = aa + ab;
    if (ba * (ab / s) <= Math.max(SMALLEST * (n / EPSILON), EPSILON * (bb * (aa / s)))) break;
  }
  return k;
}

type Shifts = [real1: number, imaginary1: number, real2: number, imaginary2: number];

function shifts({ h, n }: Work, low: number, i: number, stuck: number): Shifts {
  const H = (r: number, c: number): number => at(h, r * n + c);
  let [h11, h21, h12, h22] = [H(i - 1, i - 1), H(i, i - 1), H(i - 1, i), H(i, i)];
  if (stuck % PATIENCE === 0) {
    const atEnd = stuck % (2 * PATIENCE) === 0;
    const s = atEnd
      ? Math.abs(H(i, i - 1)) + Math.abs(H(i - 1, i - 2))
      : Math.abs(H(low + 1, low)) + Math.abs(H(low + 2, low + 1));
    h11 = h22 = 0.75 * s + (atEnd ? H(i, i) : H(low, low));
    [h12, h21] = [-0.4375 * s, s];
  }
  const s = Math.abs(h11) + Math.abs(h12) + Math.abs(h21) + Math.abs(h22);
  if (s === 0) return [0, 0, 0, 0];
  [h11, h21, h12, h22] = [h11 / s, h21 / s, h12 / s, h22 / s];
  const middle = (h11 + h22) / 2;
  const determinant = (h11 - middle) * (h22 - middle) - h12 * h21;
  const root = Math.sqrt(Math.abs(determinant));
  if (determinant >= 0) return [middle * s, root * s, middle * s, -root * s];
  const [larger, smaller] = [middle + root, middle - root];
  const chosen = (Math.abs(larger - h22) <= Math.abs(smaller - h22) ? larger : smaller) * s;
  return [chosen, 0, chosen, 0];
}

function francis({ h, z, n }: Work, low: number, i: number, [rt1r, rt1i, rt2r, rt2i]: Shifts): void {
  const H = (r: number, c: number): number => at(h, r * n + c);
  const v = new Float64Array(3);
  let m = i - 2;
  for (; m >= low; m--) {
    const s = Math.abs(H(m, m) - rt2r) + Math.abs(rt2i) + Math.abs(H(m + 1, m));
    const h21s = H(m + 1, m) / s;
    v[0] = h21s * H(m, m + 1) + (H(m, m) - rt1r) * ((H(m, m) - rt2r) / s) - rt1i * (rt2i / s);
    v[1] = h21s * (H(m, m) + H(m + 1, m + 1) - rt1r - rt2r);
    v[2] = h21s * H(m + 2, m + 1);
    const size = Math.abs(at(v, 0)) + Math.abs(at(v, 1)) + Math.abs(at(v, 2));
    for (let k = 0; k < 3; k++) v[k] = at(v, k) / size;
    if (m === low) break;
    const around = Math.abs(H(m - 1, m - 1)) + Math.abs(H(m, m)) + Math.abs(H(m + 1, m + 1));
    if (Math.abs(H(m, m - 1)) * (Math.abs(at(v, 1)) + Math.abs(at(v, 2))) <= EPSILON * Math.abs(at(v, 0)) * around)
      break;
  }
  for (let k = m; k < i; k++) {
    const count = Math.min(3, i - k + 1);
    if (k > m) for (let r = 0; r < count; r++) v[r] = H(k + r, k - 1);
    const tau = reflector(v, 0, 1, count);
    if (k > m) {
      h[k * n + k - 1] = at(v, 0);
      h[(k + 1) * n + k - 1] = 0;
      if (k < i - 1) h[(k + 2) * n + k - 1] = 0;
    } else if (m > low) h[k * n + k - 1] = H(k, k - 1) * (1 - tau);
    v[0] = 1;
    for (let j = k; j < n; j++) reflect(h, k * n + j, n, v, count, tau);
    for (let j = 0; j <= Math.min(k + 3, i); j++) reflect(h, j * n + k, 1, v, count, tau);
    for (let j = 0; j < n; j++) reflect(z, j * n + k, 1, v, count, tau);
  }
}

function reflect(a: Matrix, start: number, step: number, v: Float64Array, count: number, tau: number): void {
  let sum = 0;
  for (let r = 0; r < count; r++) sum += at(v, r) * at(a, start + r * step);
  for (let r = 0; r < count; r++) a[start + r * step] = at(a, start + r * step) - sum * (tau * at(v, r));
}

/** Turns the block of rows i - 1 and i: triangular for real eigenvalues, else with equal diagonal elements. */
function standardize({ h, z, n, real, imaginary }: Work, i: number): void {
  const p = i - 1;
  const block = standard(at(h, p * n + p), at(h, p * n + i), at(h, i * n + p), at(h, i * n + i));
  const { a, b, c, d, cs, sn } = block;
  [h[p * n + p], h[p * n + i], h[i * n + p], h[i * n + i]] = [a, b, c, d];
  const rotate = (m: Matrix, first: number, second: number): void => {
    const x = at(m, first);
    m[first] = cs * x + sn * at(m, second);
    m[second] = cs * at(m, second) - sn * x;
  };
  for (let j = i + 1; j < n; j++) rotate(h, p * n + j, i * n + j);
  for (let j = 0; j < p; j++) rotate(h, j * n + p, j * n + i);
  for (let j = 0; j < n; j++) rotate(z, j * n + p, j * n + i);
  real[p] = a;
  real[i] = d;
  imaginary[p] = c === 0 ? 0 : Math.sqrt(Math.abs(b)) * Math.sqrt(Math.abs(c));
  imaginary[i] = -at(imaginary, p);
}

interface Block {
  a: number;
  b: number;
  c: number;
  d: number;
  cs: number;
  sn: number;
}

function standard(a: number, b: number, c: number, d: number): Block {
  if (c === 0) return { a, b, c, d, cs: 1, sn: 0 };
  if (b === 0) return { a: d, b: -c, c: 0, d: a, cs: 0, sn: 1 };
  if (a === d && b > 0 !== c > 0) return { a, b, c, d, cs: 1, sn: 0 };
  const gap = a - d;
  const half = 0.5 * gap;
  const most = Math.max(Math.abs(b), Math.abs(c));
  const least = Math.min(Math.abs(b), Math.abs(c)) * signed(1, b) * signed(1, c);
  const scale = Math.max(Math.abs(half), most);
  let s = (half / scale) * half + (most / scale) * least;
  if (s >= 4 * EPSILON) {
    s = half + signed(Math.sqrt(scale) * Math.sqrt(s), half);
    const length = Math.hypot(c, s);
    return { a: d + s, b: b - c, c: 0, d: d - (most / s) * least, cs: s / length, sn: c / length };
  }
  // Complex, or real and almost equal: make the diagonal elements equal.
  const sigma = b + c;
  const length = Math.hypot(sigma, gap);
  let cs = Math.sqrt(0.5 * (1 + Math.abs(sigma) / length));
  let sn = -(half / (length * cs)) * signed(1, sigma);
  const [aa, bb, cc, dd] = [a * cs + b * sn, -a * sn + b * cs, c * cs + d * sn, -c * sn + d * cs];
  [a, b, c, d] = [aa * cs + cc * sn, bb * cs + dd * sn, -aa * sn + cc * cs, -bb * sn + dd * cs];
  a = d = 0.5 * (a + d);
  if (c === 0) return { a, b, c, d, cs, sn };
  if (b === 0) return { a, b: -c, c: 0, d, cs: -sn, sn: cs };
  if (b > 0 !== c > 0) return { a, b, c, d, cs, sn };
  const [sab, sac] = [Math.sqrt(Math.abs(b)), Math.sqrt(Math.abs(c))];
  const offset = signed(sab * sac, c);
  const tau = 1 / Math.sqrt(Math.abs(b + c));
  const [cs1, sn1] = [sab * tau, sac * tau];
  [cs, sn] = [cs * cs1 - sn * sn1, cs * sn1 + sn * cs1];
  return { a: a + offset, b: b - c, c: 0, d: a - offset, cs, sn };
}
