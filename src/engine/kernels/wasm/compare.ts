/** Comparisons to bool, and `where`. */
import { Compare } from './opcodes';
import { op, splat, walk } from './support';

@final class Eq { @inline v(x: v128, y: v128): v128 { return f32x4.eq(x, y); } @inline s<T>(x: T, y: T): bool { return x == y; } }
@final class Ne { @inline v(x: v128, y: v128): v128 { return f32x4.ne(x, y); } @inline s<T>(x: T, y: T): bool { return x != y; } }
@final class Lt { @inline v(x: v128, y: v128): v128 { return f32x4.lt(x, y); } @inline s<T>(x: T, y: T): bool { return x < y; } }
@final class Le { @inline v(x: v128, y: v128): v128 { return f32x4.le(x, y); } @inline s<T>(x: T, y: T): bool { return x <= y; } }
@final class Gt { @inline v(x: v128, y: v128): v128 { return f32x4.gt(x, y); } @inline s<T>(x: T, y: T): bool { return x > y; } }
@final class Ge { @inline v(x: v128, y: v128): v128 { return f32x4.ge(x, y); } @inline s<T>(x: T, y: T): bool { return x >= y; } }

function loop<T, O>(a: usize, sa: i32, b: usize, sb: i32, out: usize, so: i32, n: i32): void {
  if (isFloat<T>() && sizeof<T>() == 4) {
    if (so == 1 && sa == 4 && (sb == 4 || sb == 0)) {
      // Sixteen masks are narrowed to bytes, of which one bit is kept.
      const y = n > 0 ? v128.load32_splat(b) : splat(0);
      for (; n >= 16; n -= 16, a += 64, b += 16 * sb, out += 16) {
        let m0: v128, m1: v128, m2: v128, m3: v128;
        if (sb == 4) {
          m0 = op<O>().v(v128.load(a), v128.load(b));
          m1 = op<O>().v(v128.load(a, 16), v128.load(b, 16));
          m2 = op<O>().v(v128.load(a, 32), v128.load(b, 32));
          m3 = op<O>().v(v128.load(a, 48), v128.load(b, 48));
        } else {
          m0 = op<O>().v(v128.load(a), y);
          m1 = op<O>().v(v128.load(a, 16), y);
          m2 = op<O>().v(v128.load(a, 32), y);
          m3 = op<O>().v(v128.load(a, 48), y);
        }
        const low = i16x8.narrow_i32x4_s(m0, m1);
        const high = i16x8.narrow_i32x4_s(m2, m3);
        v128.store(out, v128.and(i8x16.narrow_i16x8_s(low, high), i8x16.splat(1)));
      }
    }
  }
  for (; n > 0; n--, a += sa, b += sb, out += so) store<u8>(out, <u8>op<O>().s<T>(load<T>(a), load<T>(b)));
}

function compare<T>(code: i32, a: usize, sa: i32, b: usize, sb: i32, out: usize, so: i32, n: i32): void {
  switch (code) {
    case Compare.eq: return loop<T, Eq>(a, sa, b, sb, out, so, n);
    case Compare.ne: return loop<T, Ne>(a, sa, b, sb, out, so, n);
    case Compare.lt: return loop<T, Lt>(a, sa, b, sb, out, so, n);
    case Compare.le: return loop<T, Le>(a, sa, b, sb, out, so, n);
    case Compare.gt: return loop<T, Gt>(a, sa, b, sb, out, so, n);
    default: return loop<T, Ge>(a, sa, b, sb, out, so, n);
  }
}
export function compare_f32(code: i32, a: usize, sa: i32, b: usize, sb: i32, out: usize, so: i32, n: i32): void { compare<f32>(code, a, sa, b, sb, out, so, n); }
export function compare_f64(code: i32, a: usize, sa: i32, b: usize, sb: i32, out: usize, so: i32, n: i32): void { compare<f64>(code, a, sa, b, sb, out, so, n); }
export function compare_i32(code: i32, a: usize, sa: i32, b: usize, sb: i32, out: usize, so: i32, n: i32): void { compare<i32>(code, a, sa, b, sb, out, so, n); }
export function compare_i64(code: i32, a: usize, sa: i32, b: usize, sb: i32, out: usize, so: i32, n: i32): void { compare<i64>(code, a, sa, b, sb, out, so, n); }

@final class CompareRow<T> {
  row(code: i32, out: usize, so: i32, a: usize, sa: i32, b: usize, sb: i32, c: usize, sc: i32, n: i32, p0: f64, p1: f64): void {
    compare<T>(code, a, sa, b, sb, out, so, n);
  }
}
export function compare_nd_f32(code: i32, a: usize, b: usize, out: usize, desc: usize): void { walk<CompareRow<f32>>(desc, code, out, a, b, 0, 0, 0); }
export function compare_nd_f64(code: i32, a: usize, b: usize, out: usize, desc: usize): void { walk<CompareRow<f64>>(desc, code, out, a, b, 0, 0, 0); }
export function compare_nd_i32(code: i32, a: usize, b: usize, out: usize, desc: usize): void { walk<CompareRow<i32>>(desc, code, out, a, b, 0, 0, 0); }
export function compare_nd_i64(code: i32, a: usize, b: usize, out: usize, desc: usize): void { walk<CompareRow<i64>>(desc, code, out, a, b, 0, 0, 0); }

@final class WhereRow<T> {
  row(code: i32, out: usize, so: i32, a: usize, sa: i32, b: usize, sb: i32, c: usize, sc: i32, n: i32, p0: f64, p1: f64): void {
    for (; n > 0; n--, a += sa, b += sb, c += sc, out += so) {
      store<T>(out, select<T>(load<T>(a), load<T>(b), load<u8>(c)));
    }
  }
}
/** `condition` is the third operand of the descriptor. */
export function where_8(condition: usize, a: usize, b: usize, out: usize, desc: usize): void { walk<WhereRow<u8>>(desc, 0, out, a, b, condition, 0, 0); }
export function where_16(condition: usize, a: usize, b: usize, out: usize, desc: usize): void { walk<WhereRow<u16>>(desc, 0, out, a, b, condition, 0, 0); }
export function where_32(condition: usize, a: usize, b: usize, out: usize, desc: usize): void { walk<WhereRow<u32>>(desc, 0, out, a, b, condition, 0, 0); }
export function where_64(condition: usize, a: usize, b: usize, out: usize, desc: usize): void { walk<WhereRow<u64>>(desc, 0, out, a, b, condition, 0, 0); }
