/**
 * Linear algebra that Python can call: each function takes float64 matrices in the last two dimensions of a tensor, any number
 * of them, outside the graph. What a matrix refused is left in linalg_status(): 0 nothing, else the kernel's number counted
 * from 1 (a pivot, a minor); the error and its words are numpy.linalg's and torch.linalg's own.
 */
import { expose } from '../core/expose';
import { numelOf, type Sizes } from '../core/shape';
import type { Tensor } from '../core/tensor';
import { converted, packed } from './create';
import { eig } from './linalg-eig';
import { at, choleskyInPlace, luInPlace, luSolve, type Matrix, qr } from './linalg-kernels';
import { svd } from './linalg-svd';
import { eighInPlace } from './linalg-symmetric';
import { float64Of, float64Tensor } from './numpy';
import { log } from './numpy-distributions-exact';

let status = 0;
expose('linalg_status', '', () => status);

interface Batch {
  readonly batch: Sizes;
  readonly count: number;
  readonly m: number;
  readonly n: number;
  /** A copy of the k-th matrix. */
  matrix: (k: number) => Matrix;
}

function batchOf(a: Tensor): Batch {
  status = 0;
  const batch = a.sizes.slice(0, -2);
  const [m, n] = a.sizes.slice(-2) as [number, number];
  const numbers = float64Of(packed(converted(a, 'float64'))).slice();
  return { batch, count: numelOf(batch), m, n, matrix: (k) => numbers.slice(k * m * n, (k + 1) * m * n) };
}

/** Numbers of all matrices of a batch, filled matrix by matrix. */
class Gathered {
  readonly numbers: Float64Array;
  private filled = 0;

  constructor(
    readonly sizes: Sizes,
    private readonly like: Tensor,
  ) {
    this.numbers = new Float64Array(numelOf(sizes));
  }

  add(part: ArrayLike<number>): void {
    this.numbers.set(part, this.filled);
    this.filled += part.length;
  }

  tensor(): Tensor {
    return float64Tensor(this.numbers, this.sizes, this.like.backend);
  }
}

expose('linalg_solve', 'tt', (a: Tensor, b: Tensor) => {
  const { count, n, matrix } = batchOf(a);
  const right = batchOf(b);
  const out = new Gathered(b.sizes, a);
  for (let k = 0; k < count; k++) {
    const lu = matrix(k);
    const pivots = luInPlace(lu, n, n);
    if (pivots.singular !== 0) status ||= pivots.singular;
    const x = right.matrix(k);
    luSolve(lu, pivots, x, n, right.n);
    out.add(x);
  }
  return out.tensor();
});

/** P·A = L·U packed in one matrix, the order of rows, and the determinant. */
expose('linalg_lu', 't', (a: Tensor) => {
  const { batch, count, n, matrix } = batchOf(a);
  const [packedLu, orders] = [new Gathered(a.sizes, a), new Gathered([...batch, n], a)];
  const determinants = new Gathered(batch, a);
  for (let k = 0; k < count; k++) {
    const lu = matrix(k);
    const pivots = luInPlace(lu, n, n);
    const order = Array.from({ length: n }, (_, i) => i);
    let determinant = pivots.sign;
    for (let i = 0; i < n; i++) {
      const other = pivots.rows[i] as number;
      [order[i], order[other]] = [order[other] as number, order[i] as number];
      determinant *= at(lu, i * n + i);
    }
    packedLu.add(lu);
    orders.add(order);
    determinants.add([determinant]);
  }
  return [packedLu.tensor(), orders.tensor(), determinants.tensor()];
});

/** Sign and logarithm of the size of determinants. */
expose('linalg_slogdet', 't', (a: Tensor) => {
  const { batch, count, n, matrix } = batchOf(a);
  const [signs, sizes] = [new Gathered(batch, a), new Gathered(batch, a)];
  for (let k = 0; k < count; k++) {
    const lu = matrix(k);
    const { sign, singular } = luInPlace(lu, n, n);
    let [negative, sum] = [sign < 0, 0];
    for (let i = 0; i < n; i++) {
      const pivot = at(lu, i * n + i);
      if (pivot < 0) negative = !negative;
      sum += log(Math.abs(pivot));
    }
    signs.add([singular !== 0 ? 0 : negative ? -1 : 1]);
    sizes.add([singular !== 0 ? -Infinity : sum]);
  }
  return [signs.tensor(), sizes.tensor()];
});

expose('linalg_cholesky', 't', (a: Tensor) => {
  const { count, n, matrix } = batchOf(a);
  const out = new Gathered(a.sizes, a);
  for (let k = 0; k < count; k++) {
    const factor = matrix(k);
    status ||= choleskyInPlace(factor, n);
    out.add(factor);
  }
  return out.tensor();
});

/** Q and R; complete: Q is square. */
expose('linalg_qr', 'tb', (a: Tensor, complete: boolean) => {
  const { batch, count, m, n, matrix } = batchOf(a);
  const columns = complete ? m : Math.min(m, n);
  const [qs, rs] = [new Gathered([...batch, m, columns], a), new Gathered([...batch, columns, n], a)];
  for (let k = 0; k < count; k++) {
    const r = matrix(k);
    qs.add(qr(r, m, n, columns));
    rs.add(r.subarray(0, columns * n));
  }
  return [qs.tensor(), rs.tensor()];
});

/** Eigenvalues in ascending order and eigenvectors of symmetric matrices, whose lower part is read. */
expose('linalg_eigh', 't', (a: Tensor) => {
  const { batch, count, n, matrix } = batchOf(a);
  const [values, vectors] = [new Gathered([...batch, n], a), new Gathered(a.sizes, a)];
  for (let k = 0; k < count; k++) {
    const z = matrix(k);
    const d = new Float64Array(n);
    if (!eighInPlace(z, n, d)) status ||= 1;
    values.add(d);
    vectors.add(z);
  }
  return [values.tensor(), vectors.tensor()];
});

expose('linalg_svd', 'tb', (a: Tensor, full: boolean) => {
  const { batch, count, m, n, matrix } = batchOf(a);
  const few = Math.min(m, n);
  const us = new Gathered([...batch, m, full ? m : few], a);
  const values = new Gathered([...batch, few], a);
  const vs = new Gathered([...batch, full ? n : few, n], a);
  for (let k = 0; k < count; k++) {
    const { u, s, vh, converged } = svd(matrix(k), m, n, full);
    if (!converged || s.some(Number.isNaN)) status ||= 1;
    us.add(u);
    values.add(s);
    vs.add(vh);
  }
  return [us.tensor(), values.tensor(), vs.tensor()];
});

/** Eigenvalues' real and imaginary parts, and eigenvectors; the columns of a complex pair are a vector's two parts. */
expose('linalg_eig', 't', (a: Tensor) => {
  const { batch, count, n, matrix } = batchOf(a);
  const [real, imaginary] = [new Gathered([...batch, n], a), new Gathered([...batch, n], a)];
  const vectors = new Gathered(a.sizes, a);
  for (let k = 0; k < count; k++) {
    const found = eig(matrix(k), n);
    if (!found.converged) status ||= 1;
    real.add(found.real);
    imaginary.add(found.imaginary);
    vectors.add(found.vectors);
  }
  return [real.tensor(), imaginary.tensor(), vectors.tensor()];
});
