/** Reductions of the middle of a contiguous [outer, n, inner]: sums and products, extremes, positions, any and all. */
import { Reduce } from './opcodes';
import { horizontalSum, madd, op, splat } from './support';

// What a sum does to an element: `v` to four float32, `d` to two float64, `s` to one value of another type.
@final class Sum {
  @inline v(x: v128): v128 { return x; }
  @inline d(x: v128): v128 { return x; }
  @inline s<T>(x: T): T { return x; }
}
@final class SumSquare {
  @inline v(x: v128): v128 { return f32x4.mul(x, x); }
  @inline d(x: v128): v128 { return f64x2.mul(x, x); }
  @inline s<T>(x: T): T { return (x * x) as T; }
}
@final class SumAbs {
  @inline v(x: v128): v128 { return f32x4.abs(x); }
  @inline d(x: v128): v128 { return f64x2.abs(x); }
  @inline s<T>(x: T): T { return abs<T>(x); }
}

// Sums of float32 collect short runs in float32 and add the runs in float64: faster than adding everything in float64,
// and more accurate than PyTorch's cascade.
const RUN = 64;

function sumRow<O>(a: usize, n: i32): f64 {
  let total: f64 = 0;
  while (n >= 16) {
    let s0 = splat(0), s1 = splat(0), s2 = splat(0), s3 = splat(0);
    const blocks = min(n >> 4, RUN >> 2);
    for (let i = 0; i < blocks; i++, a += 64) {
      s0 = f32x4.add(s0, op<O>().v(v128.load(a)));
      s1 = f32x4.add(s1, op<O>().v(v128.load(a, 16)));
      s2 = f32x4.add(s2, op<O>().v(v128.load(a, 32)));
      s3 = f32x4.add(s3, op<O>().v(v128.load(a, 48)));
    }
    n -= blocks << 4;
    const s = f32x4.add(f32x4.add(s0, s1), f32x4.add(s2, s3));
    total += <f64>f32x4.extract_lane(s, 0) + <f64>f32x4.extract_lane(s, 1) + (<f64>f32x4.extract_lane(s, 2) + <f64>f32x4.extract_lane(s, 3));
  }
  for (; n > 0; n--, a += 4) total += <f64>op<O>().s<f32>(load<f32>(a));
  return total;
}

/** Σ x of n neighbours. */
export function sumOf(a: usize, n: i32): f64 {
  return sumRow<Sum>(a, n);
}

/** Σ (x - shift)² of n neighbours. */
export function squaresAround(a: usize, n: i32, shift: f32): f64 {
  const m = splat(shift);
  let total: f64 = 0;
  while (n >= 8) {
    let s0 = splat(0), s1 = splat(0);
    const blocks = min(n >> 3, RUN >> 1);
    for (let i = 0; i < blocks; i++, a += 32) {
      const x = f32x4.sub(v128.load(a), m);
      const y = f32x4.sub(v128.load(a, 16), m);
      s0 = madd(x, x, s0);
      s1 = madd(y, y, s1);
    }
    n -= blocks << 3;
    total += <f64>horizontalSum(f32x4.add(s0, s1));
  }
  for (; n > 0; n--, a += 4) {
    const d = load<f32>(a) - shift;
    total += <f64>(d * d);
  }
  return total;
}

/** Sixteen neighbouring columns, down n rows. */
function sumColumns16<O>(a: usize, out: usize, n: i32, stride: usize): void {
  let d0 = f64x2.splat(0), d1 = d0, d2 = d0, d3 = d0, d4 = d0, d5 = d0, d6 = d0, d7 = d0;
  const short = n <= RUN;
  while (true) {
    let s0 = splat(0), s1 = splat(0), s2 = splat(0), s3 = splat(0);
    const rows = min(n, RUN);
    for (let i = 0; i < rows; i++, a += stride) {
      s0 = f32x4.add(s0, op<O>().v(v128.load(a)));
      s1 = f32x4.add(s1, op<O>().v(v128.load(a, 16)));
      s2 = f32x4.add(s2, op<O>().v(v128.load(a, 32)));
      s3 = f32x4.add(s3, op<O>().v(v128.load(a, 48)));
    }
    n -= rows;
    if (short) {
      v128.store(out, s0);
      v128.store(out, s1, 16);
      v128.store(out, s2, 32);
      v128.store(out, s3, 48);
      return;
    }
    d0 = f64x2.add(d0, f64x2.promote_low_f32x4(s0));
    d1 = f64x2.add(d1, f64x2.promote_low_f32x4(v128.shuffle<i64>(s0, s0, 1, 1)));
    d2 = f64x2.add(d2, f64x2.promote_low_f32x4(s1));
    d3 = f64x2.add(d3, f64x2.promote_low_f32x4(v128.shuffle<i64>(s1, s1, 1, 1)));
    d4 = f64x2.add(d4, f64x2.promote_low_f32x4(s2));
    d5 = f64x2.add(d5, f64x2.promote_low_f32x4(v128.shuffle<i64>(s2, s2, 1, 1)));
    d6 = f64x2.add(d6, f64x2.promote_low_f32x4(s3));
    d7 = f64x2.add(d7, f64x2.promote_low_f32x4(v128.shuffle<i64>(s3, s3, 1, 1)));
    if (n == 0) break;
  }
  v128.store(out, v128.shuffle<i64>(f32x4.demote_f64x2_zero(d0), f32x4.demote_f64x2_zero(d1), 0, 2));
  v128.store(out, v128.shuffle<i64>(f32x4.demote_f64x2_zero(d2), f32x4.demote_f64x2_zero(d3), 0, 2), 16);
  v128.store(out, v128.shuffle<i64>(f32x4.demote_f64x2_zero(d4), f32x4.demote_f64x2_zero(d5), 0, 2), 32);
  v128.store(out, v128.shuffle<i64>(f32x4.demote_f64x2_zero(d6), f32x4.demote_f64x2_zero(d7), 0, 2), 48);
}

function sumF32<O>(a: usize, out: usize, outer: i32, n: i32, inner: i32): void {
  const stride = <usize>inner << 2;
  for (let o = 0; o < outer; o++, a += n * stride) {
    if (inner == 1) {
      store<f32>(out, <f32>sumRow<O>(a, n));
      out += 4;
      continue;
    }
    let i = 0;
    for (; i + 16 <= inner; i += 16, out += 64) sumColumns16<O>(a + (<usize>i << 2), out, n, stride);
    for (; i < inner; i++, out += 4) {
      let p = a + (<usize>i << 2);
      let total: f64 = 0;
      for (let k = 0; k < n; k++, p += stride) total += <f64>op<O>().s<f32>(load<f32>(p));
      store<f32>(out, <f32>total);
    }
  }
}

/** Rows of neighbours in runs of 512, each with eight running sums. */
function sumRowD<O>(a: usize, n: i32): f64 {
  let total: f64 = 0;
  while (n >= 8) {
    let s0 = f64x2.splat(0), s1 = s0, s2 = s0, s3 = s0;
    const blocks = min(n >> 3, 64);
    for (let i = 0; i < blocks; i++, a += 64) {
      s0 = f64x2.add(s0, op<O>().d(v128.load(a)));
      s1 = f64x2.add(s1, op<O>().d(v128.load(a, 16)));
      s2 = f64x2.add(s2, op<O>().d(v128.load(a, 32)));
      s3 = f64x2.add(s3, op<O>().d(v128.load(a, 48)));
    }
    n -= blocks << 3;
    const s = f64x2.add(f64x2.add(s0, s1), f64x2.add(s2, s3));
    total += f64x2.extract_lane(s, 0) + f64x2.extract_lane(s, 1);
  }
  for (; n > 0; n--, a += 8) total += op<O>().s<f64>(load<f64>(a));
  return total;
}

/** Columns are added row after row (numpy's sum along an axis relies on that order), eight neighbours at a time. */
function sumF64<O>(a: usize, out: usize, outer: i32, n: i32, inner: i32): void {
  const stride = <usize>inner << 3;
  for (let o = 0; o < outer; o++, a += n * stride) {
    if (inner == 1) {
      store<f64>(out, sumRowD<O>(a, n));
      out += 8;
      continue;
    }
    let i = 0;
    for (; i + 8 <= inner; i += 8, out += 64) {
      let s0 = f64x2.splat(0), s1 = s0, s2 = s0, s3 = s0;
      let p = a + (<usize>i << 3);
      for (let k = 0; k < n; k++, p += stride) {
        s0 = f64x2.add(s0, op<O>().d(v128.load(p)));
        s1 = f64x2.add(s1, op<O>().d(v128.load(p, 16)));
        s2 = f64x2.add(s2, op<O>().d(v128.load(p, 32)));
        s3 = f64x2.add(s3, op<O>().d(v128.load(p, 48)));
      }
      v128.store(out, s0);
      v128.store(out, s1, 16);
      v128.store(out, s2, 32);
      v128.store(out, s3, 48);
    }
    for (; i < inner; i++, out += 8) {
      let p = a + (<usize>i << 3);
      let total: f64 = 0;
      for (let k = 0; k < n; k++, p += stride) total += op<O>().s<f64>(load<f64>(p));
      store<f64>(out, total);
    }
  }
}

function sumT<T, O>(a: usize, out: usize, outer: i32, n: i32, inner: i32): void {
  const stride = <usize>inner * sizeof<T>();
  for (let o = 0; o < outer; o++, a += n * stride) {
    for (let i = 0; i < inner; i++, out += sizeof<T>()) {
      let p = a + i * sizeof<T>();
      let total = 0 as T;
      for (let k = 0; k < n; ) {
        const end = min(n, k + 512);
        let s0 = 0 as T, s1 = 0 as T;
        for (; k + 2 <= end; k += 2, p += 2 * stride) {
          s0 += op<O>().s<T>(load<T>(p));
          s1 += op<O>().s<T>(load<T>(p + stride));
        }
        if (k < end) {
          s0 += op<O>().s<T>(load<T>(p));
          p += stride;
          k++;
        }
        total += s0 + s1;
      }
      store<T>(out, total);
    }
  }
}

@final class Prod { @inline s<T>(x: T, y: T): T { return (x * y) as T; } }
@final class Max {
  @inline v(x: v128, y: v128): v128 { return f32x4.max(x, y); }
  @inline s<T>(x: T, y: T): T { return max<T>(x, y); }
}
@final class Min {
  @inline v(x: v128, y: v128): v128 { return f32x4.min(x, y); }
  @inline s<T>(x: T, y: T): T { return min<T>(x, y); }
}

/** Down the rows, keeping `inner` running results in `out`; a single column runs in a register. */
function fold<T, O>(a: usize, out: usize, outer: i32, n: i32, inner: i32, empty: T): void {
  const size = sizeof<T>();
  for (let o = 0; o < outer; o++) {
    for (let i = 0; i < inner; i++) {
      let y = empty;
      let p = a + i * size;
      for (let k = 0; k < n; k++, p += inner * size) y = op<O>().s<T>(y, load<T>(p));
      store<T>(out, y);
      out += size;
    }
    a += n * inner * size;
  }
}

function extremeF32<O>(a: usize, out: usize, outer: i32, n: i32, inner: i32, empty: f32): void {
  if (inner != 1 && inner < 4) return fold<f32, O>(a, out, outer, n, inner, empty);
  for (let o = 0; o < outer; o++) {
    if (inner == 1) {
      let y0 = splat(empty), y1 = y0;
      let k = 0;
      for (; k + 8 <= n; k += 8, a += 32) {
        y0 = op<O>().v(y0, v128.load(a));
        y1 = op<O>().v(y1, v128.load(a, 16));
      }
      for (; k < n; k++, a += 4) y0 = op<O>().v(y0, v128.load32_splat(a));
      y0 = op<O>().v(y0, y1);
      y0 = op<O>().v(y0, v128.shuffle<i64>(y0, y0, 1, 0));
      y0 = op<O>().v(y0, v128.shuffle<i32>(y0, y0, 1, 0, 3, 2));
      v128.store_lane<f32>(out, y0, 0);
      out += 4;
    } else {
      // The last group of four columns may overlap the one before.
      for (let i = 0; i < inner; i += 4) {
        const c = <usize>min(i, inner - 4) << 2;
        let y = splat(empty);
        let p = a + c;
        for (let k = 0; k < n; k++, p += <usize>inner << 2) y = op<O>().v(y, v128.load(p));
        v128.store(out + c, y);
      }
      out += <usize>inner << 2;
      a += <usize>(n * inner) << 2;
    }
  }
}

export function reduce_f32(code: i32, a: usize, out: usize, outer: i32, n: i32, inner: i32): void {
  switch (code) {
    case Reduce.sum: return sumF32<Sum>(a, out, outer, n, inner);
    case Reduce.sum_square: return sumF32<SumSquare>(a, out, outer, n, inner);
    case Reduce.sum_abs: return sumF32<SumAbs>(a, out, outer, n, inner);
    case Reduce.max: return extremeF32<Max>(a, out, outer, n, inner, -Infinity);
    case Reduce.min: return extremeF32<Min>(a, out, outer, n, inner, Infinity);
    default: return fold<f32, Prod>(a, out, outer, n, inner, 1);
  }
}
@inline
function reduce<T>(code: i32, a: usize, out: usize, outer: i32, n: i32, inner: i32, least: T, most: T): void {
  switch (code) {
    case Reduce.sum: return sumT<T, Sum>(a, out, outer, n, inner);
    case Reduce.sum_square: return sumT<T, SumSquare>(a, out, outer, n, inner);
    case Reduce.sum_abs: return sumT<T, SumAbs>(a, out, outer, n, inner);
    case Reduce.max: return fold<T, Max>(a, out, outer, n, inner, least);
    case Reduce.min: return fold<T, Min>(a, out, outer, n, inner, most);
    default: return fold<T, Prod>(a, out, outer, n, inner, 1 as T);
  }
}
export function reduce_f64(code: i32, a: usize, out: usize, outer: i32, n: i32, inner: i32): void {
  switch (code) {
    case Reduce.sum: return sumF64<Sum>(a, out, outer, n, inner);
    case Reduce.sum_square: return sumF64<SumSquare>(a, out, outer, n, inner);
    case Reduce.sum_abs: return sumF64<SumAbs>(a, out, outer, n, inner);
  }
  reduce<f64>(code, a, out, outer, n, inner, -Infinity, Infinity);
}
export function reduce_i32(code: i32, a: usize, out: usize, outer: i32, n: i32, inner: i32): void { reduce<i32>(code, a, out, outer, n, inner, i32.MIN_VALUE, i32.MAX_VALUE); }
export function reduce_i64(code: i32, a: usize, out: usize, outer: i32, n: i32, inner: i32): void { reduce<i64>(code, a, out, outer, n, inner, i64.MIN_VALUE, i64.MAX_VALUE); }

/** 1 where any (`all` = 0) or all (`all` = 1) bytes are set. */
export function reduce_bool(all: i32, a: usize, out: usize, outer: i32, n: i32, inner: i32): void {
  for (let o = 0; o < outer; o++, a += n * inner) {
    for (let i = 0; i < inner; i++, out++) {
      let y = all;
      let p = a + i;
      for (let k = 0; k < n; k++, p += inner) {
        if ((load<u8>(p) != 0) != (all != 0)) {
          y = 1 - all;
          break;
        }
      }
      store<u8>(out, <u8>y);
    }
  }
}

/** Positions (int64) and, where `values` is not 0, values of the first largest or smallest element; NaN wins. */
function position<T>(smallest: i32, a: usize, values: usize, indices: usize, outer: i32, n: i32, inner: i32): void {
  const stride = <usize>inner * sizeof<T>();
  for (let o = 0; o < outer; o++, a += n * stride) {
    for (let i = 0; i < inner; i++, indices += 8) {
      let p = a + i * sizeof<T>();
      let best = load<T>(p);
      let at = 0;
      for (let k = 1; k < n; k++) {
        if (isFloat<T>() && best != best) break;
        p += stride;
        const x = load<T>(p);
        if (smallest ? x < best : x > best) {
          best = x;
          at = k;
        } else if (isFloat<T>() && x != x) {
          best = x;
          at = k;
        }
      }
      store<i64>(indices, at);
      if (values) {
        store<T>(values, best);
        values += sizeof<T>();
      }
    }
  }
}
export function position_f32(smallest: i32, a: usize, values: usize, indices: usize, outer: i32, n: i32, inner: i32): void { position<f32>(smallest, a, values, indices, outer, n, inner); }
export function position_f64(smallest: i32, a: usize, values: usize, indices: usize, outer: i32, n: i32, inner: i32): void { position<f64>(smallest, a, values, indices, outer, n, inner); }
export function position_i32(smallest: i32, a: usize, values: usize, indices: usize, outer: i32, n: i32, inner: i32): void { position<i32>(smallest, a, values, indices, outer, n, inner); }
export function position_i64(smallest: i32, a: usize, values: usize, indices: usize, outer: i32, n: i32, inner: i32): void { position<i64>(smallest, a, values, indices, outer, n, inner); }
