/**
 * float32 matrix multiplication, C = op(A) op(B) (+ bias) (+ C), relu: register blocks of 4 × 8 straight from the
 * operands when B's rows are contiguous and the work is small, packed and cache-blocked panels otherwise, and where both
 * operands have k innermost and M is small, dot products along k, or B turned round when k is short.
 */
import { ACCUMULATE, block1x1, block1x4, block1x8, block4x1, block4x4, block4x8, finishOne, RELU } from './gemm_blocks';
import { panelBytes, panels } from './gemm_panels';
import { horizontalSum, madd, splat } from './support';

/** B's rows are contiguous. Strides in bytes. */
function direct(a: usize, am: usize, ak: usize, b: usize, ldb: usize, c: usize, ldc: usize, m: i32, n: i32, k: i32, bias: usize, flags: i32): void {
  let j = 0;
  for (; j + 8 <= n; j += 8, b += 32, c += 32) {
    let i = 0;
    let p = a;
    let q = c;
    for (; i + 4 <= m; i += 4, p += 4 * am, q += 4 * ldc) block4x8(p, am, ak, b, ldb, q, ldc, k, bias, flags);
    for (; i < m; i++, p += am, q += ldc) block1x8(p, ak, b, ldb, q, k, bias, flags);
    if (bias) bias += 32;
  }
  while (j < n) {
    // Up to seven columns are left. Where nothing is added to C, the last four may be computed over again.
    let width = n - j;
    if (width >= 4) width = 4;
    else if (n >= 4 && !(flags & ACCUMULATE)) {
      const back = <usize>(4 - width) << 2;
      b -= back;
      c -= back;
      if (bias) bias -= back;
      j = n - 4;
      width = 4;
    } else width = 1;
    let i = 0;
    let p = a;
    let q = c;
    if (width == 4) {
      for (; i + 4 <= m; i += 4, p += 4 * am, q += 4 * ldc) block4x4(p, am, ak, b, ldb, q, ldc, k, bias, flags);
      for (; i < m; i++, p += am, q += ldc) block1x4(p, ak, b, ldb, q, k, bias, flags);
    } else {
      for (; i + 4 <= m; i += 4, p += 4 * am, q += 4 * ldc) block4x1(p, am, ak, b, ldb, q, ldc, k, bias, flags);
      for (; i < m; i++, p += am, q += ldc) block1x1(p, ak, b, ldb, q, k, bias, flags);
    }
    j += width;
    b += <usize>width << 2;
    c += <usize>width << 2;
    if (bias) bias += <usize>width << 2;
  }
}

@inline
function tail(sum: v128, a: usize, b: usize, k: i32, c: usize, bias: usize, flags: i32): void {
  let s = horizontalSum(sum);
  for (; k > 0; k--, a += 4, b += 4) s += load<f32>(a) * load<f32>(b);
  finishOne(c, s, bias, flags);
}

/** Both operands have k innermost: vectors along k, blocks of 4 × 2. */
function dots(a: usize, lda: usize, b: usize, ldb: usize, c: usize, ldc: usize, m: i32, n: i32, k: i32, bias: usize, flags: i32): void {
  const rest = k & 3;
  const whole = <usize>(k - rest) << 2;
  for (let m0 = 0; m0 < m; m0 += 16) {
    const m1 = min(m, m0 + 16);
    for (let j = 0; j < n; j += 2) {
      const pair = j + 1 < n;
      const bj = b + j * ldb;
      const bn = pair ? bj + ldb : bj;
      const biasJ = bias ? bias + (<usize>j << 2) : 0;
      const biasN = bias ? biasJ + 4 : 0;
      let i = m0;
      for (; i + 4 <= m1; i += 4) {
        let p = a + i * lda;
        const p1 = lda, p2 = 2 * lda, p3 = 3 * lda;
        let s0 = splat(0), s1 = s0, s2 = s0, s3 = s0, t0 = s0, t1 = s0, t2 = s0, t3 = s0;
        let q: usize = 0;
        for (; q < whole; q += 16, p += 16) {
          const b0 = v128.load(bj + q);
          const b1 = v128.load(bn + q);
          let x = v128.load(p);
          s0 = madd(x, b0, s0);
          t0 = madd(x, b1, t0);
          x = v128.load(p + p1);
          s1 = madd(x, b0, s1);
          t1 = madd(x, b1, t1);
          x = v128.load(p + p2);
          s2 = madd(x, b0, s2);
          t2 = madd(x, b1, t2);
          x = v128.load(p + p3);
          s3 = madd(x, b0, s3);
          t3 = madd(x, b1, t3);
        }
        let to = c + i * ldc + (<usize>j << 2);
        tail(s0, p, bj + q, rest, to, biasJ, flags);
        if (pair) tail(t0, p, bn + q, rest, to + 4, biasN, flags);
        to += ldc;
        tail(s1, p + p1, bj + q, rest, to, biasJ, flags);
        if (pair) tail(t1, p + p1, bn + q, rest, to + 4, biasN, flags);
        to += ldc;
        tail(s2, p + p2, bj + q, rest, to, biasJ, flags);
        if (pair) tail(t2, p + p2, bn + q, rest, to + 4, biasN, flags);
        to += ldc;
        tail(s3, p + p3, bj + q, rest, to, biasJ, flags);
        if (pair) tail(t3, p + p3, bn + q, rest, to + 4, biasN, flags);
      }
      for (; i < m1; i++) {
        let p = a + i * lda;
        let s = splat(0), t = s;
        let q: usize = 0;
        for (; q < whole; q += 16, p += 16) {
          const x = v128.load(p);
          s = madd(x, v128.load(bj + q), s);
          t = madd(x, v128.load(bn + q), t);
        }
        const to = c + i * ldc + (<usize>j << 2);
        tail(s, p, bj + q, rest, to, biasJ, flags);
        if (pair) tail(t, p, bn + q, rest, to + 4, biasN, flags);
      }
    }
  }
}

/** Bytes that gemm_f32 needs at `workspace`. */
export function gemm_workspace_f32(m: i32, n: i32, k: i32): i32 {
  return panelBytes<Panels>(n, k);
}

/** Four rows of four numbers, `step` bytes apart, to four columns. */
@inline
function transpose4(from: usize, step: usize, out: usize, outStep: usize): void {
  const a = v128.load(from), b = v128.load(from + step), c = v128.load(from + 2 * step), d = v128.load(from + 3 * step);
  const ab = v128.shuffle<i32>(a, b, 0, 4, 1, 5), cd = v128.shuffle<i32>(c, d, 0, 4, 1, 5);
  v128.store(out, v128.shuffle<i64>(ab, cd, 0, 2));
  v128.store(out + outStep, v128.shuffle<i64>(ab, cd, 1, 3));
  const ef = v128.shuffle<i32>(a, b, 2, 6, 3, 7), gh = v128.shuffle<i32>(c, d, 2, 6, 3, 7);
  v128.store(out + 2 * outStep, v128.shuffle<i64>(ef, gh, 0, 2));
  v128.store(out + 3 * outStep, v128.shuffle<i64>(ef, gh, 1, 3));
}

/** kc × nc of B into columns of 8, zero beyond the edge. */
function packB(b: usize, bk: usize, bn: usize, out: usize, kc: i32, nc: i32): void {
  for (let j = 0; j < nc; j += 8, b += 8 * bn) {
    const width = min(8, nc - j);
    let p = b;
    if (bn == 4 && width == 8) {
      for (let k = 0; k < kc; k++, p += bk, out += 32) {
        v128.store(out, v128.load(p));
        v128.store(out, v128.load(p, 16), 16);
      }
    } else {
      let k = 0;
      if (bk == 4 && width == 8) {
        for (; k + 4 <= kc; k += 4, p += 16, out += 128) {
          transpose4(p, bn, out, 32);
          transpose4(p + 4 * bn, bn, out + 16, 32);
        }
      }
      for (; k < kc; k++, p += bk, out += 32) {
        for (let x = 0; x < 8; x++) store<f32>(out + (<usize>x << 2), x < width ? load<f32>(p + x * bn) : 0);
      }
    }
  }
}

/** mc × kc of A into rows of 4, zero beyond the edge. */
function packA(a: usize, am: usize, ak: usize, out: usize, mc: i32, kc: i32): void {
  for (let i = 0; i < mc; i += 4, a += 4 * am) {
    const height = min(4, mc - i);
    let p = a;
    if (height == 4) {
      if (am == 4) {
        for (let k = 0; k < kc; k++, p += ak, out += 16) v128.store(out, v128.load(p));
      } else {
        let k = 0;
        if (ak == 4) for (; k + 4 <= kc; k += 4, p += 16, out += 64) transpose4(p, am, out, 16);
        for (; k < kc; k++, p += ak, out += 16) {
          store<f32>(out, load<f32>(p));
          store<f32>(out, load<f32>(p + am), 4);
          store<f32>(out, load<f32>(p + 2 * am), 8);
          store<f32>(out, load<f32>(p + 3 * am), 12);
        }
      }
    } else {
      for (let k = 0; k < kc; k++, p += ak, out += 16) {
        for (let x = 0; x < 4; x++) store<f32>(out + (<usize>x << 2), x < height ? load<f32>(p + x * am) : 0);
      }
    }
  }
}

@final class Panels {
  @inline size(): usize { return 4; }
  @inline columns(): i32 { return 8; }
  @inline packA(a: usize, am: usize, ak: usize, out: usize, mc: i32, kc: i32): void { packA(a, am, ak, out, mc, kc); }
  @inline packB(b: usize, bk: usize, bn: usize, out: usize, kc: i32, nc: i32): void { packB(b, bk, bn, out, kc, nc); }
  @inline block(a: usize, b: usize, c: usize, ldc: usize, k: i32, bias: usize, flags: i32): void {
    block4x8(a, 4, 16, b, 32, c, ldc, k, bias, flags);
  }
  @inline finish(c: usize, sum: usize, bias: usize, flags: i32): void { finishOne(c, load<f32>(sum), bias, flags); }
}

/**
 * B has k innermost and k is short, as for the scores of attention: eight of its columns at a time are turned round, which
 * costs less than adding up vectors of dot products.
 */
function turned(a: usize, am: usize, ak: usize, b: usize, bn: usize, c: usize, ldc: usize, m: i32, n: i32, k: i32, bias: usize, flags: i32, workspace: usize): void {
  const edge = (workspace + 15) & ~15;
  const panel = edge + 128;
  for (let j = 0; j < n; j += 8, b += 8 * bn, c += 32) {
    const width = min(8, n - j);
    packB(b, 4, bn, panel, k, width);
    let p = a;
    let q = c;
    let i = 0;
    if (width == 8) {
      for (; i + 4 <= m; i += 4, p += 4 * am, q += 4 * ldc) block4x8(p, am, ak, panel, 32, q, ldc, k, bias, flags);
      for (; i < m; i++, p += am, q += ldc) block1x8(p, ak, panel, 32, q, k, bias, flags);
    } else {
      for (; i < m; i++, p += am, q += ldc) {
        block1x8(p, ak, panel, 32, edge, k, 0, 0);
        for (let x: usize = 0; x < <usize>width << 2; x += 4) finishOne(q + x, load<f32>(edge + x), bias ? bias + x : 0, flags);
      }
    }
    if (bias) bias += 32;
  }
}

/** Leading dimensions in elements of the stored matrices; `bias` and `workspace` as said above, 0 for no bias. */
export function gemm_f32(
  ta: i32, tb: i32, a: usize, lda: i32, b: usize, ldb: i32, c: usize, ldc: i32,
  m: i32, n: i32, k: i32, bias: usize, accumulate: i32, relu: i32, workspace: usize,
): void {
  const flags = (accumulate ? ACCUMULATE : 0) | (relu ? RELU : 0);
  const rowA = <usize>lda << 2;
  const rowB = <usize>ldb << 2;
  const am: usize = ta ? 4 : rowA;
  const ak: usize = ta ? rowA : 4;
  const bk: usize = tb ? 4 : rowB;
  const bn: usize = tb ? rowB : 4;
  if (bk == 4 && k > 0 && k <= 64 && m >= 8 && n >= 8 && m <= 64) return turned(a, am, ak, b, bn, c, <usize>ldc << 2, m, n, k, bias, flags, workspace);
  // Packing pays from eight rows on, but not for few columns that do not fill its blocks of eight.
  const loose = m <= 32 && n < 64 && (n & 7) != 0;
  if (k > 0 && ak == 4 && bk == 4 && (m < 8 || n < 8 || loose)) return dots(a, am, b, bn, c, <usize>ldc << 2, m, n, k, bias, flags);
  if (k == 0 || (bn == 4 && (m <= 64 || n < 8 || k <= 64))) return direct(a, am, ak, b, bk, c, <usize>ldc << 2, m, n, k, bias, flags);
  panels<Panels>(a, am, ak, b, bk, bn, c, <usize>ldc << 2, m, n, k, bias, flags, workspace);
}
