/** The register blocks of float32 matrix multiplication: sums of a few rows by a few columns along k. gemm_f32.ts places them. */
import { madd, splat } from './support';

// What happens to a block when its sums are complete.
export const ACCUMULATE = 1;
export const RELU = 2;

@inline
function finish(c: usize, x: v128, flags: i32): void {
  if (flags & RELU) x = f32x4.pmax(x, splat(0));
  v128.store(c, x);
}

/** Starting values of eight columns are the bias, C or 0; A's element (m, k) is at a + m * am + k * ak (bytes). */
@inline
export function block4x8(a: usize, am: usize, ak: usize, b: usize, ldb: usize, c: usize, ldc: usize, k: i32, bias: usize, flags: i32): void {
  const c1 = c + ldc;
  const c2 = c1 + ldc;
  const c3 = c2 + ldc;
  let s0 = splat(0), t0 = s0;
  if (bias) {
    s0 = v128.load(bias);
    t0 = v128.load(bias, 16);
  }
  let s1 = s0, t1 = t0, s2 = s0, t2 = t0, s3 = s0, t3 = t0;
  if (flags & ACCUMULATE) {
    s0 = f32x4.add(s0, v128.load(c));
    t0 = f32x4.add(t0, v128.load(c, 16));
    s1 = f32x4.add(s1, v128.load(c1));
    t1 = f32x4.add(t1, v128.load(c1, 16));
    s2 = f32x4.add(s2, v128.load(c2));
    t2 = f32x4.add(t2, v128.load(c2, 16));
    s3 = f32x4.add(s3, v128.load(c3));
    t3 = f32x4.add(t3, v128.load(c3, 16));
  }
  const a1 = am;
  const a2 = 2 * am;
  const a3 = 3 * am;
  for (; k > 0; k--) {
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    let x = v128.load32_splat(a);
    s0 = madd(x, b0, s0);
    t0 = madd(x, b1, t0);
    x = v128.load32_splat(a + a1);
    s1 = madd(x, b0, s1);
    t1 = madd(x, b1, t1);
    x = v128.load32_splat(a + a2);
    s2 = madd(x, b0, s2);
    t2 = madd(x, b1, t2);
    x = v128.load32_splat(a + a3);
    s3 = madd(x, b0, s3);
    t3 = madd(x, b1, t3);
    a += ak;
    b += ldb;
  }
  finish(c, s0, flags);
  finish(c + 16, t0, flags);
  finish(c1, s1, flags);
  finish(c1 + 16, t1, flags);
  finish(c2, s2, flags);
  finish(c2 + 16, t2, flags);
  finish(c3, s3, flags);
  finish(c3 + 16, t3, flags);
}

@inline
export function block1x8(a: usize, ak: usize, b: usize, ldb: usize, c: usize, k: i32, bias: usize, flags: i32): void {
  let s = splat(0), t = s;
  if (bias) {
    s = v128.load(bias);
    t = v128.load(bias, 16);
  }
  if (flags & ACCUMULATE) {
    s = f32x4.add(s, v128.load(c));
    t = f32x4.add(t, v128.load(c, 16));
  }
  for (; k > 0; k--, a += ak, b += ldb) {
    const x = v128.load32_splat(a);
    s = madd(x, v128.load(b), s);
    t = madd(x, v128.load(b, 16), t);
  }
  finish(c, s, flags);
  finish(c + 16, t, flags);
}

@inline
export function block1x4(a: usize, ak: usize, b: usize, ldb: usize, c: usize, k: i32, bias: usize, flags: i32): void {
  let s = bias ? v128.load(bias) : splat(0);
  if (flags & ACCUMULATE) s = f32x4.add(s, v128.load(c));
  for (; k > 0; k--, a += ak, b += ldb) s = madd(v128.load32_splat(a), v128.load(b), s);
  finish(c, s, flags);
}

@inline
export function block4x4(a: usize, am: usize, ak: usize, b: usize, ldb: usize, c: usize, ldc: usize, k: i32, bias: usize, flags: i32): void {
  const c1 = c + ldc;
  const c2 = c1 + ldc;
  const c3 = c2 + ldc;
  let s0 = bias ? v128.load(bias) : splat(0);
  let s1 = s0, s2 = s0, s3 = s0;
  if (flags & ACCUMULATE) {
    s0 = f32x4.add(s0, v128.load(c));
    s1 = f32x4.add(s1, v128.load(c1));
    s2 = f32x4.add(s2, v128.load(c2));
    s3 = f32x4.add(s3, v128.load(c3));
  }
  for (; k > 0; k--, a += ak, b += ldb) {
    const x = v128.load(b);
    s0 = madd(v128.load32_splat(a), x, s0);
    s1 = madd(v128.load32_splat(a + am), x, s1);
    s2 = madd(v128.load32_splat(a + 2 * am), x, s2);
    s3 = madd(v128.load32_splat(a + 3 * am), x, s3);
  }
  finish(c, s0, flags);
  finish(c1, s1, flags);
  finish(c2, s2, flags);
  finish(c3, s3, flags);
}

@inline
export function finishOne(c: usize, s: f32, bias: usize, flags: i32): void {
  if (bias) s += load<f32>(bias);
  if (flags & ACCUMULATE) s += load<f32>(c);
  if (flags & RELU) s = s < 0 ? 0 : s;
  store<f32>(c, s);
}

@inline
export function block4x1(a: usize, am: usize, ak: usize, b: usize, bk: usize, c: usize, ldc: usize, k: i32, bias: usize, flags: i32): void {
  let s0: f32 = 0, s1: f32 = 0, s2: f32 = 0, s3: f32 = 0;
  for (; k > 0; k--, a += ak, b += bk) {
    const x = load<f32>(b);
    s0 += load<f32>(a) * x;
    s1 += load<f32>(a + am) * x;
    s2 += load<f32>(a + 2 * am) * x;
    s3 += load<f32>(a + 3 * am) * x;
  }
  finishOne(c, s0, bias, flags);
  finishOne(c + ldc, s1, bias, flags);
  finishOne(c + 2 * ldc, s2, bias, flags);
  finishOne(c + 3 * ldc, s3, bias, flags);
}

@inline
export function block1x1(a: usize, ak: usize, b: usize, bk: usize, c: usize, k: i32, bias: usize, flags: i32): void {
  let s: f32 = 0;
  for (; k > 0; k--, a += ak, b += bk) s += load<f32>(a) * load<f32>(b);
  finishOne(c, s, bias, flags);
}
