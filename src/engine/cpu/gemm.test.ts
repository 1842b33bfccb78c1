import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { drainScope } from '../core/tensor';
import type { CpuBackend } from './backend';
import { BUILDS, createTestBackend, numbersOf, randomNumbers, tensorOf } from './harness';

type Matrix = Float64Array;
const matrix = (count: number, seed: number): Matrix =>
  Float64Array.from(randomNumbers(count, -1, 1, seed), Math.fround);

interface Shape {
  readonly m: number;
  readonly n: number;
  readonly k: number;
}

const SHAPES: readonly Shape[] = [
  ...[1, 2, 3, 4, 5, 7, 8, 9, 12, 17].flatMap((m) => [1, 2, 3, 4, 5, 8, 10, 13, 16, 19].map((n) => ({ m, n, k: 7 }))),
  ...[0, 1, 2, 4, 5, 33].map((k) => ({ m: 6, n: 11, k })),
  { m: 32, n: 128, k: 784 },
  { m: 128, n: 37, k: 32 },
  { m: 33, n: 45, k: 62 },
  // Vectors.
  ...[1, 2, 3].flatMap((m) => [1, 3, 37].map((n) => ({ m, n, k: 50 }))),
  { m: 50, n: 1, k: 29 },
  // Past every blocking limit, with remainders.
  { m: 70, n: 530, k: 70 },
  { m: 131, n: 21, k: 300 },
  { m: 67, n: 5, k: 600 },
];

describe.each(BUILDS)('matrix multiplication, %s build', (build) => {
  let cpu: CpuBackend;
  beforeAll(async () => {
    cpu = await createTestBackend(build);
  }, 60_000);
  afterEach(drainScope);

  function expectProduct(
    type: 'float32' | 'float64' | 'int32' | 'int64',
    { m, n, k }: Shape,
    transposeA: boolean,
    transposeB: boolean,
    options: { bias?: boolean; accumulate?: boolean; relu?: boolean; pad?: number },
  ): void {
    const { bias = false, accumulate = false, relu = false, pad = 0 } = options;
    const whole = type.startsWith('int');
    const make = (count: number, seed: number): Matrix =>
      matrix(count, seed).map((x) => (whole ? Math.round(x * 9) : x));
    const lda = (transposeA ? m : k) + pad;
    const ldb = (transposeB ? k : n) + pad;
    const ldc = n + pad;
    const a = make((transposeA ? k : m) * lda, 1);
    const b = make((transposeB ? n : k) * ldb, 2);
    const start = make(m * ldc, 3);
    const row = make(n, 4);
    const put = (values: Matrix): ReturnType<typeof tensorOf> => tensorOf(cpu, type, [values.length], [...values]);
    const out = put(start);
    const gemm = { m, n, k, transposeA, transposeB, lda, ldb, ldc, accumulate, relu };
    cpu.gemm(put(a), 0, put(b), 0, bias ? put(row) : null, out, 0, gemm);
    const actual = numbersOf(cpu, out);
    // Rounding of a sum of k + 2 terms grows with the sum of their sizes; random errors mostly cancel when k is large.
    const unit = whole ? 0 : type === 'float32' ? 2 ** -24 : 2 ** -53;
    const tolerance = unit * Math.min(k + 3, 8);
    const name = JSON.stringify({ type, ...gemm, bias });
    let worst = 0;
    for (let i = 0; i < m; i++) {
      for (let j = 0; j < ldc; j++) {
        const at = i * ldc + j;
        let expected = start[at] as number;
        let size = Math.abs(expected);
        if (j < n) {
          let sum = (bias ? (row[j] as number) : 0) + (accumulate ? expected : 0);
          size += Math.abs(row[j] as number);
          for (let x = 0; x < k; x++) {
            const left = a[transposeA ? x * lda + i : i * lda + x] as number;
            const term = left * (b[transposeB ? j * ldb + x : x * ldb + j] as number);
            sum += term;
            size += Math.abs(term);
          }
          expected = relu ? Math.max(sum, 0) : sum;
        }
        worst = Math.max(worst, Math.abs((actual[at] as number) - expected) / Math.max(size, 1e-30));
      }
    }
    expect({ name, right: worst <= tolerance }).toEqual({ name, right: true });
  }

  const forms = [
    [false, false],
    [false, true],
    [true, false],
    [true, true],
  ] as const;

  test.each(forms)('float32, transposed %s and %s', (ta, tb) => {
    for (const shape of SHAPES) {
      expectProduct('float32', shape, ta, tb, {});
      expectProduct('float32', shape, ta, tb, { bias: true, relu: true });
      expectProduct('float32', shape, ta, tb, { bias: true, accumulate: true, pad: 3 });
    }
  });

  test.each(['float64', 'int32', 'int64'] as const)('%s', (type) => {
    for (const [ta, tb] of forms) {
      for (const shape of SHAPES.filter(({ m, n, k }) => type === 'float64' || m * n * k < 20_000)) {
        expectProduct(type, shape, ta, tb, {});
        expectProduct(type, shape, ta, tb, { bias: true, accumulate: true, relu: true, pad: 2 });
      }
    }
  });

  test('offsets choose matrices of a batch', () => {
    const a = tensorOf(cpu, 'float32', [2, 2, 2], [9, 9, 9, 9, 1, 2, 3, 4]);
    const b = tensorOf(cpu, 'float32', [2, 2, 2], [9, 9, 9, 9, 5, 6, 7, 8]);
    const out = tensorOf(cpu, 'float32', [2, 2, 2]);
    const layout = { m: 2, n: 2, k: 2, transposeA: false, transposeB: false, lda: 2, ldb: 2, ldc: 2 };
    cpu.gemm(a, 4, b, 4, null, out, 4, { ...layout, accumulate: false, relu: false });
    expect(numbersOf(cpu, out)).toEqual([0, 0, 0, 0, 19, 22, 43, 50]);
  });

  test.each([false, true])("the sums of A's rows go beside the product (A transposed: %s)", (transposeA) => {
    const [m, n, k] = [3, 2, 5];
    const values = matrix(m * k, 1);
    const a = tensorOf(cpu, 'float32', [m * k], [...values]);
    const sums = tensorOf(cpu, 'float32', [m]);
    const b = tensorOf(cpu, 'float32', [k * n], [...matrix(k * n, 2)]);
    const layout = { m, n, k, transposeA, transposeB: false, lda: transposeA ? m : k, ldb: n, ldc: n };
    const out = tensorOf(cpu, 'float32', [m * n]);
    cpu.gemm(a, 0, b, 0, null, out, 0, { ...layout, accumulate: false, relu: false, rowSums: sums });
    const expected = Array.from({ length: m }, (_, i) =>
      Array.from({ length: k }, (__, x) => values[transposeA ? x * m + i : i * k + x] as number).reduce(
        (t, v) => t + v,
        0,
      ),
    );
    numbersOf(cpu, sums).forEach((sum, i) => expect(sum).toBeCloseTo(expected[i] as number, 5));
  });
});
