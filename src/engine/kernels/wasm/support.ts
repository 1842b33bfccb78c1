/**
 * What every kernel file shares: operation classes, fused multiply-add, and the walk over strided dimensions.
 *
 * The module lives in memory that belongs to somebody else (Pyodide), so nothing here may allocate: no `new`, no
 * strings, no array literals, no static data. An operation is a class without fields whose inlined methods are called
 * on a null reference (`op<Add>().v(a, b)`): the compiler makes one specialised loop per class, and no object exists.
 */

@inline
export function op<O>(): O {
  return changetype<O>(0);
}

/** a * b + c, with one rounding where the relaxed build allows it. */
@inline
export function madd(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f32x4.relaxed_madd(a, b, c);
  return f32x4.add(f32x4.mul(a, b), c);
}

/** The same for two float64. */
@inline
export function maddD(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f64x2.relaxed_madd(a, b, c);
  return f64x2.add(f64x2.mul(a, b), c);
}

/** c - a * b. */
@inline
export function nmadd(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f32x4.relaxed_nmadd(a, b, c);
  return f32x4.sub(c, f32x4.mul(a, b));
}

/** Bits of `a` where the mask is set, else of `b`; the mask's lanes are all ones or all zeros. */
@inline
export function pick(a: v128, b: v128, mask: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return i32x4.relaxed_laneselect(a, b, mask);
  return v128.bitselect(a, b, mask);
}

@inline
export function splat(x: f32): v128 {
  return f32x4.splat(x);
}

@inline
export function lane0(x: v128): f32 {
  return f32x4.extract_lane(x, 0);
}

@inline
export function horizontalSum(x: v128): f32 {
  return (
    f32x4.extract_lane(x, 0) + f32x4.extract_lane(x, 2) + (f32x4.extract_lane(x, 1) + f32x4.extract_lane(x, 3))
  );
}

/** Set by kernels that meet something the caller must report (a division of integers by zero); read and cleared by it. */
let raised: i32 = 0;

export function raiseFlag(): void {
  raised = 1;
}

export function takeFlag(): i32 {
  const was = raised;
  raised = 0;
  return was;
}

// A descriptor is [rank][one record per dimension, the innermost last], all i32; strides are in bytes.
const SIZE: usize = 0;
const OUT: usize = 4;
const A: usize = 8;
const B: usize = 12;
const C: usize = 16;
const COUNTER: usize = 20;
const RECORD: usize = 24;

/**
 * Calls `op<K>().row(...)` for every innermost row of a descriptor. Strides of operands that a kernel does not have are
 * never written by the caller: their pointers wander unused.
 */
export function walk<K>(
  desc: usize,
  code: i32,
  out: usize,
  a: usize,
  b: usize,
  c: usize,
  p0: f64,
  p1: f64,
): void {
  const first = desc + 4;
  const last = first + <usize>(load<i32>(desc) - 1) * RECORD;
  const n = load<i32>(last, SIZE);
  const so = load<i32>(last, OUT);
  const sa = load<i32>(last, A);
  const sb = load<i32>(last, B);
  const sc = load<i32>(last, C);
  for (let d = first; d < last; d += RECORD) store<i32>(d, 0, COUNTER);
  while (true) {
    op<K>().row(code, out, so, a, sa, b, sb, c, sc, n, p0, p1);
    let d = last;
    while (true) {
      if (d == first) return;
      d -= RECORD;
      const size = load<i32>(d, SIZE);
      const at = load<i32>(d, COUNTER) + 1;
      if (at < size) {
        store<i32>(d, at, COUNTER);
        out += load<i32>(d, OUT);
        a += load<i32>(d, A);
        b += load<i32>(d, B);
        c += load<i32>(d, C);
        break;
      }
      store<i32>(d, 0, COUNTER);
      out -= (size - 1) * load<i32>(d, OUT);
      a -= (size - 1) * load<i32>(d, A);
      b -= (size - 1) * load<i32>(d, B);
      c -= (size - 1) * load<i32>(d, C);
    }
  }
}
