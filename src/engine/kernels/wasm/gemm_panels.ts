/**
 * The walk of a cache-blocked matrix multiplication over packed panels, for float32 and float64 alike: a class K without
 * fields (support.ts) packs the operands and computes a block of 4 rows by `columns` columns, 32 bytes wide.
 */
import { ACCUMULATE, RELU } from './gemm_blocks';
import { op } from './support';

// Panels: DEPTH bytes of k by at most NC columns of B stay in the second-level cache, MC rows of A as deep beside them.
const DEPTH = 1024;
const MC = 64;
const NC = 512;

/** Bytes that `panels` needs at `workspace`: a block over the edge of C, a panel of A and one of B. */
export function panelBytes<K>(n: i32, k: i32): i32 {
  const size = <i32>op<K>().size();
  return (min(n, NC) + op<K>().columns() + MC + 4) * min(k * size, DEPTH) + 64 + 128;
}

/** Steps between rows and columns of the operands in bytes; `bias` 0 for none. */
export function panels<K>(a: usize, am: usize, ak: usize, b: usize, bk: usize, bn: usize, c: usize, ldc: usize, m: i32, n: i32, k: i32, bias: usize, flags: i32, workspace: usize): void {
  const size = op<K>().size();
  const columns = op<K>().columns();
  const most = DEPTH / <i32>size;
  const edge = (workspace + 15) & ~15;
  const pa = edge + 128;
  const pb = pa + <usize>((MC + 4) * min(k, most)) * size;
  for (let n0 = 0; n0 < n; n0 += NC) {
    const nc = min(NC, n - n0);
    for (let k0 = 0; k0 < k; k0 += most) {
      const kc = min(most, k - k0);
      // Bias belongs to the first slice of k, relu to the last.
      const first = k0 == 0;
      const blockFlags = (first ? flags & ACCUMULATE : ACCUMULATE) | (k0 + kc == k ? flags & RELU : 0);
      const panelBias = first && bias ? bias + <usize>n0 * size : 0;
      op<K>().packB(b + k0 * bk + n0 * bn, bk, bn, pb, kc, nc);
      for (let m0 = 0; m0 < m; m0 += MC) {
        const mc = min(MC, m - m0);
        op<K>().packA(a + m0 * am + k0 * ak, am, ak, pa, mc, kc);
        for (let j = 0; j < nc; j += columns) {
          const bj = pb + <usize>(j * kc) * size;
          const biasJ = panelBias ? panelBias + <usize>j * size : 0;
          const cj = c + m0 * ldc + <usize>(n0 + j) * size;
          for (let i = 0; i < mc; i += 4) {
            const ai = pa + <usize>(i * kc) * size;
            const to = cj + i * ldc;
            if (i + 4 <= mc && j + columns <= nc) op<K>().block(ai, bj, to, ldc, kc, biasJ, blockFlags);
            else partial<K>(ai, bj, edge, to, ldc, kc, min(4, mc - i), min(columns, nc - j), biasJ, blockFlags);
          }
        }
      }
    }
  }
}

/** A block over the edge of C: computed beside it, then added in. */
function partial<K>(a: usize, b: usize, beside: usize, c: usize, ldc: usize, k: i32, rows: i32, columns: i32, bias: usize, flags: i32): void {
  const size = op<K>().size();
  op<K>().block(a, b, beside, 32, k, 0, 0);
  for (let i = 0; i < rows; i++, c += ldc, beside += 32) {
    const end = <usize>columns * size;
    for (let j: usize = 0; j < end; j += size) op<K>().finish(c + j, beside + j, bias ? bias + j : 0, flags);
  }
}
