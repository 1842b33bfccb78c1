/**
 * Before eigenvalues of a general matrix: rows and columns that hold an eigenvalue alone are moved to the ends, the rest is
 * scaled by powers of two, and the result is reduced to Hessenberg form, as LAPACK's dgebal and dgehd2 do it. Called by
 * linalg-eig.ts. Source: B. N. Parlett and C. Reinsch, "Balancing a matrix", 1969.
 */
import { at, type Matrix, reflectColumn, reflector, swap } from './linalg-kernels';

export interface Balanced {
  /** Rows and columns low … high are still to be worked on. */
  readonly low: number;
  readonly high: number;
  /** Of those: the factor; of the others: the row each was exchanged with. */
  readonly scale: Float64Array;
}

export function balance(a: Matrix, n: number): Balanced {
  const scale = new Float64Array(n).fill(1);
  let [low, high] = [0, n - 1];
  const exchange = (j: number, m: number): void => {
    scale[m] = j;
    if (j === m) return;
    for (let i = 0; i <= high; i++) swap(a, i * n + j, i * n + m);
    for (let i = low; i < n; i++) swap(a, j * n + i, m * n + i);
  };
  const alone = (j: number, byRow: boolean): boolean => {
    for (let i = low; i <= high; i++) if (i !== j && at(a, byRow ? j * n + i : i * n + j) !== 0) return false;
    return true;
  };
  for (let j = high; j >= 0; j--) {
    if (!alone(j, true)) continue;
    exchange(j, high);
    if (high === 0) return { low: 0, high: 0, scale: scale.with(0, 1) };
    high--;
    j = high + 1;
  }
  for (let j = low; j <= high; j++) {
    if (!alone(j, false)) continue;
    exchange(j, low);
    low++;
    j = low - 1;
  }
  for (let i = low; i <= high; i++) scale[i] = 1;
  while (scaleOnce(a, n, low, high, scale)) {
    // until no row is scaled any more
  }
  return { low, high, scale };
}

function scaleOnce(a: Matrix, n: number, low: number, high: number, scale: Float64Array): boolean {
  let changed = false;
  for (let i = low; i <= high; i++) {
    let [c, r] = [0, 0];
    for (let k = low; k <= high; k++) {
      c += at(a, k * n + i) ** 2;
      r += at(a, i * n + k) ** 2;
    }
    [c, r] = [Math.sqrt(c), Math.sqrt(r)];
    if (c === 0 || r === 0 || !Number.isFinite(c + r)) continue;
    const sum = c + r;
    let f = 1;
    for (let g = r / 2; c < g; g /= 2) [f, c, r] = [f * 2, c * 2, r / 2];
    for (let g = c / 2; g >= r; g /= 2) [f, c, r] = [f / 2, c / 2, r * 2];
    if (c + r >= 0.95 * sum) continue;
    scale[i] = at(scale, i) * f;
    changed = true;
    for (let j = low; j < n; j++) a[i * n + j] = at(a, i * n + j) / f;
    for (let j = 0; j <= high; j++) a[j * n + i] = at(a, j * n + i) * f;
  }
  return changed;
}

/** Takes the eigenvectors (columns) back to the matrix before balance(). */
export function unbalance(v: Matrix, n: number, { low, high, scale }: Balanced): void {
  for (let i = low; i <= high; i++) for (let j = 0; j < n; j++) v[i * n + j] = at(v, i * n + j) * at(scale, i);
  const restore = (i: number): void => {
    const other = at(scale, i);
    if (other !== i) for (let j = 0; j < n; j++) swap(v, i * n + j, other * n + j);
  };
  for (let i = low - 1; i >= 0; i--) restore(i);
  for (let i = high + 1; i < n; i++) restore(i);
}

/** Reduces `h` to Hessenberg form in place; returns the product of the reflections. */
export function hessenberg(h: Matrix, n: number, low: number, high: number): Matrix {
  const taus = new Float64Array(n);
  for (let i = low; i < high; i++) {
    const k = i + 1;
    const tau = reflector(h, k * n + i, n, high + 1 - k);
    taus[i] = tau;
    if (tau === 0) continue;
    const below = (row: number): number => (row === k ? 1 : at(h, row * n + i));
    for (let r = 0; r <= high; r++) {
      let sum = 0;
      for (let c = k; c <= high; c++) sum += at(h, r * n + c) * below(c);
      sum *= tau;
      for (let c = k; c <= high; c++) h[r * n + c] = at(h, r * n + c) - sum * below(c);
    }
    for (let j = k; j < n; j++) reflectColumn(h, n, k, high + 1, h, n, j, i, tau);
  }
  const q = new Float64Array(n * n);
  for (let i = 0; i < n; i++) q[i * n + i] = 1;
  for (let i = high - 1; i >= low; i--) {
    const tau = at(taus, i);
    if (tau !== 0) for (let j = i + 1; j <= high; j++) reflectColumn(q, n, i + 1, high + 1, h, n, j, i, tau);
  }
  for (let i = 2; i < n; i++) for (let j = 0; j < i - 1; j++) h[i * n + j] = 0;
  return q;
}
