/** Decompositions put together again: what each promises about its factors, whatever the signs. */
import { describe, expect, test } from 'vitest';
import { eig } from './linalg-eig';
import { choleskyInPlace, luInPlace, luSolve, type Matrix, qr } from './linalg-kernels';
import { svd } from './linalg-svd';
import { eighInPlace } from './linalg-symmetric';

const at = (a: ArrayLike<number>, i: number): number => a[i] as number;

/** Numbers between -1 and 1 that are the same at every run. */
function numbers(count: number, seed: number): Matrix {
  let state = seed;
  return Float64Array.from({ length: count }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 31 - 1;
  });
}

function product(a: Matrix, b: Matrix, m: number, k: number, n: number): Matrix {
  const out = new Float64Array(m * n);
  for (let i = 0; i < m; i++)
    for (let j = 0; j < n; j++)
      for (let p = 0; p < k; p++) out[i * n + j] = at(out, i * n + j) + at(a, i * k + p) * at(b, p * n + j);
  return out;
}

function transposed(a: Matrix, m: number, n: number): Matrix {
  return Float64Array.from({ length: m * n }, (_, i) => at(a, (i % m) * n + Math.floor(i / m)));
}

const distance = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Math.max(0, ...Array.from(a, (value, i) => Math.abs(value - at(b, i))));

const identity = (n: number): Matrix => Float64Array.from({ length: n * n }, (_, i) => (i % (n + 1) === 0 ? 1 : 0));

const SHAPES = [
  [1, 1],
  [4, 4],
  [3, 7],
  [7, 3],
  [12, 2],
  [2, 12],
  [40, 40],
  [30, 50],
] as const;

describe.each(SHAPES)('%i × %i', (m, n) => {
  const a = numbers(m * n, m * 100 + n);

  test('the singular value decomposition', () => {
    const few = Math.min(m, n);
    const { u, s, vh, converged } = svd(a, m, n, false);
    const scaled = u.map((value, i) => value * at(s, i % few));
    expect(converged).toBe(true);
    expect(distance(product(scaled, vh, m, few, n), a)).toBeLessThan(1e-12);
    expect([...s]).toEqual([...s].sort((x, y) => y - x));
    const full = svd(a, m, n, true);
    expect(distance(product(transposed(full.u, m, m), full.u, m, m, m), identity(m))).toBeLessThan(1e-12);
    expect(distance(product(full.vh, transposed(full.vh, n, n), n, n, n), identity(n))).toBeLessThan(1e-12);
  });

  test('QR', () => {
    const few = Math.min(m, n);
    const r = a.slice();
    const q = qr(r, m, n, few);
    expect(distance(product(q, r.slice(0, few * n), m, few, n), a)).toBeLessThan(1e-12);
    expect(distance(product(transposed(q, m, few), q, few, m, few), identity(few))).toBeLessThan(1e-12);
  });
});

describe.each([1, 2, 5, 9, 30])('%i × %i, square', (n) => {
  const a = numbers(n * n, n);

  test('LU solves', () => {
    const lu = a.slice();
    const x = numbers(n * 2, 7);
    const b = product(a, x, n, n, 2);
    luSolve(lu, luInPlace(lu, n, n), b, n, 2);
    expect(distance(b, x)).toBeLessThan(1e-9);
  });

  test('the symmetric eigenproblem', () => {
    const s = a.map((value, i) => value + at(a, (i % n) * n + Math.floor(i / n)));
    const [v, d] = [s.slice(), new Float64Array(n)];
    expect(eighInPlace(v, n, d)).toBe(true);
    expect(
      distance(
        product(s, v, n, n, n),
        v.map((value, i) => value * at(d, i % n)),
      ),
    ).toBeLessThan(1e-12);
    expect(distance(product(transposed(v, n, n), v, n, n, n), identity(n))).toBeLessThan(1e-12);
  });

  test('the general eigenproblem', () => {
    const { real, imaginary, vectors, converged } = eig(a, n);
    expect(converged).toBe(true);
    const turned = product(a, vectors, n, n, n);
    const expected = vectors.map((value, i) => {
      const j = i % n;
      // A (x + iy) = (λ + iμ)(x + iy): the pair's columns mix.
      const other = at(imaginary, j) > 0 ? -at(vectors, i + 1) : at(imaginary, j) < 0 ? at(vectors, i - 1) : 0;
      return at(real, j) * value + Math.abs(at(imaginary, j)) * other;
    });
    expect(distance(turned, expected)).toBeLessThan(1e-11);
  });

  test('Cholesky, and its refusal', () => {
    const s = product(a, transposed(a, n, n), n, n, n).map((value, i) => value + (i % (n + 1) === 0 ? 1 : 0));
    const l = s.slice();
    expect(choleskyInPlace(l, n)).toBe(0);
    expect(distance(product(l, transposed(l, n, n), n, n, n), s)).toBeLessThan(1e-12);
    s[(n - 1) * (n + 1)] = -1;
    expect(choleskyInPlace(s, n)).toBe(n);
  });
});

test('a matrix without an inverse names its first zero pivot', () => {
  expect(luInPlace(Float64Array.of(1, 2, 2, 4), 2, 2).singular).toBe(2);
});
