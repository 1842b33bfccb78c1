/**
 * float64 matrix multiplication, C = op(A) op(B) (+ bias) (+ C), relu: packed and cache-blocked panels with register blocks
 * of 4 × 4, dot products for matrices times vectors, and the plain loops of gemm.ts for small work.
 */
import { gemmPlain, put } from './gemm';
import { ACCUMULATE, RELU } from './gemm_blocks';
import { panelBytes, panels } from './gemm_panels';
import { maddD } from './support';

/** Bytes that gemm_f64 needs at `workspace`. */
export function gemm_workspace_f64(m: i32, n: i32, k: i32): i32 {
  return panelBytes<Panels>(n, k);
}

@inline
function finish(c: usize, x: v128, bias: usize, flags: i32): void {
  if (bias) x = f64x2.add(x, v128.load(bias));
  if (flags & ACCUMULATE) x = f64x2.add(x, v128.load(c));
  if (flags & RELU) x = f64x2.pmax(x, f64x2.splat(0));
  v128.store(c, x);
}

/** Packed panels: A's rows of 4 and B's columns of 4 lie together. */
function block4x4(a: usize, b: usize, c: usize, ldc: usize, k: i32, bias: usize, flags: i32): void {
  let s0 = f64x2.splat(0), t0 = s0, s1 = s0, t1 = s0, s2 = s0, t2 = s0, s3 = s0, t3 = s0;
  for (; k > 0; k--, a += 32, b += 32) {
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    let x = v128.load64_splat(a);
    s0 = maddD(x, b0, s0);
    t0 = maddD(x, b1, t0);
    x = v128.load64_splat(a, 8);
    s1 = maddD(x, b0, s1);
    t1 = maddD(x, b1, t1);
    x = v128.load64_splat(a, 16);
    s2 = maddD(x, b0, s2);
    t2 = maddD(x, b1, t2);
    x = v128.load64_splat(a, 24);
    s3 = maddD(x, b0, s3);
    t3 = maddD(x, b1, t3);
  }
  const next = bias ? bias + 16 : 0;
  finish(c, s0, bias, flags);
  finish(c + 16, t0, next, flags);
  c += ldc;
  finish(c, s1, bias, flags);
  finish(c + 16, t1, next, flags);
  c += ldc;
  finish(c, s2, bias, flags);
  finish(c + 16, t2, next, flags);
  c += ldc;
  finish(c, s3, bias, flags);
  finish(c + 16, t3, next, flags);
}

/** `count` vectors of length k, `step` bytes apart, their elements `along` bytes apart, in groups of 4, zero beyond the edge. */
function pack(from: usize, step: usize, along: usize, out: usize, count: i32, k: i32): void {
  for (let i = 0; i < count; i += 4, from += 4 * step) {
    const width = min(4, count - i);
    let p = from;
    if (width == 4 && step == 8) {
      for (let x = 0; x < k; x++, p += along, out += 32) {
        v128.store(out, v128.load(p));
        v128.store(out, v128.load(p, 16), 16);
      }
    } else if (width == 4) {
      for (let x = 0; x < k; x++, p += along, out += 32) {
        store<f64>(out, load<f64>(p));
        store<f64>(out, load<f64>(p + step), 8);
        store<f64>(out, load<f64>(p + 2 * step), 16);
        store<f64>(out, load<f64>(p + 3 * step), 24);
      }
    } else {
      for (let x = 0; x < k; x++, p += along, out += 32) {
        for (let y = 0; y < 4; y++) store<f64>(out + (<usize>y << 3), y < width ? load<f64>(p + y * step) : 0);
      }
    }
  }
}

@final class Panels {
  @inline size(): usize { return 8; }
  @inline columns(): i32 { return 4; }
  @inline packA(a: usize, am: usize, ak: usize, out: usize, mc: i32, kc: i32): void { pack(a, am, ak, out, mc, kc); }
  @inline packB(b: usize, bk: usize, bn: usize, out: usize, kc: i32, nc: i32): void { pack(b, bn, bk, out, nc, kc); }
  @inline block(a: usize, b: usize, c: usize, ldc: usize, k: i32, bias: usize, flags: i32): void {
    block4x4(a, b, c, ldc, k, bias, flags);
  }
  @inline finish(c: usize, sum: usize, bias: usize, flags: i32): void {
    put<f64>(c, load<f64>(sum), bias, flags & ACCUMULATE, flags & RELU);
  }
}

/** Both operands have k innermost: one dot product for each element of C. */
function dots(a: usize, am: usize, b: usize, bn: usize, c: usize, ldc: usize, m: i32, n: i32, k: i32, bias: usize, flags: i32): void {
  for (let i = 0; i < m; i++, a += am, c += ldc) {
    let q = b;
    for (let j = 0; j < n; j++, q += bn) {
      let s0 = f64x2.splat(0), s1 = s0, s2 = s0, s3 = s0;
      let x = a;
      let y = q;
      let left = k;
      for (; left >= 8; left -= 8, x += 64, y += 64) {
        s0 = maddD(v128.load(x), v128.load(y), s0);
        s1 = maddD(v128.load(x, 16), v128.load(y, 16), s1);
        s2 = maddD(v128.load(x, 32), v128.load(y, 32), s2);
        s3 = maddD(v128.load(x, 48), v128.load(y, 48), s3);
      }
      const s = f64x2.add(f64x2.add(s0, s1), f64x2.add(s2, s3));
      let sum = f64x2.extract_lane(s, 0) + f64x2.extract_lane(s, 1);
      for (; left > 0; left--, x += 8, y += 8) sum += load<f64>(x) * load<f64>(y);
      put<f64>(c + (<usize>j << 3), sum, bias ? bias + (<usize>j << 3) : 0, flags & ACCUMULATE, flags & RELU);
    }
  }
}

/** One row of A times B whose rows are contiguous: B's rows are added up, eight columns at a time. */
function rowTimes(a: usize, ak: usize, b: usize, bk: usize, c: usize, n: i32, k: i32, bias: usize, flags: i32): void {
  for (; n >= 8; n -= 8, b += 64, c += 64) {
    let s0 = f64x2.splat(0), s1 = s0, s2 = s0, s3 = s0;
    let p = a;
    let q = b;
    for (let x = 0; x < k; x++, p += ak, q += bk) {
      const value = v128.load64_splat(p);
      s0 = maddD(value, v128.load(q), s0);
      s1 = maddD(value, v128.load(q, 16), s1);
      s2 = maddD(value, v128.load(q, 32), s2);
      s3 = maddD(value, v128.load(q, 48), s3);
    }
    finish(c, s0, bias, flags);
    finish(c + 16, s1, bias ? bias + 16 : 0, flags);
    finish(c + 32, s2, bias ? bias + 32 : 0, flags);
    finish(c + 48, s3, bias ? bias + 48 : 0, flags);
    if (bias) bias += 64;
  }
  for (; n > 0; n--, b += 8, c += 8) {
    let sum: f64 = 0;
    let p = a;
    let q = b;
    for (let x = 0; x < k; x++, p += ak, q += bk) sum += load<f64>(p) * load<f64>(q);
    put<f64>(c, sum, bias, flags & ACCUMULATE, flags & RELU);
    if (bias) bias += 8;
  }
}

/** Leading dimensions in elements of the stored matrices; `bias` and `workspace` as said above, 0 for no bias. */
export function gemm_f64(
  ta: i32, tb: i32, a: usize, lda: i32, b: usize, ldb: i32, c: usize, ldc: i32,
  m: i32, n: i32, k: i32, bias: usize, accumulate: i32, relu: i32, workspace: usize,
): void {
  const flags = (accumulate ? ACCUMULATE : 0) | (relu ? RELU : 0);
  const am: usize = ta ? 8 : <usize>lda << 3;
  const ak: usize = ta ? <usize>lda << 3 : 8;
  const bk: usize = tb ? 8 : <usize>ldb << 3;
  const bn: usize = tb ? <usize>ldb << 3 : 8;
  const rowC = <usize>ldc << 3;
  if (k >= 8 && ak == 8 && bk == 8 && (m < 4 || n < 4)) return dots(a, am, b, bn, c, rowC, m, n, k, bias, flags);
  if (m == 1 && bn == 8 && n >= 8) return rowTimes(a, ak, b, bk, c, n, k, bias, flags);
  if (m < 4 || n < 4 || k < 4 || <i64>m * n * k < 1000) {
    gemmPlain<f64>(ta, tb, a, lda, b, ldb, c, ldc, m, n, k, bias, accumulate, relu);
    return;
  }
  panels<Panels>(a, am, ak, b, bk, bn, c, rowC, m, n, k, bias, flags, workspace);
}
