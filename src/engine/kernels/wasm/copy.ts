/** Copies between any two dtypes and strides, fills, and the blocked transpose. */
import { brainToFloat, floatToBrain, floatToHalf, halfToFloat } from './half';
import { op, walk } from './support';

// One class per dtype: `get` widens to a type WASM computes in, `put` takes any such value.
@final class F32 { @inline get(p: usize): f32 { return load<f32>(p); } @inline put<V>(p: usize, v: V): void { store<f32>(p, <f32>v); } }
@final class F64 { @inline get(p: usize): f64 { return load<f64>(p); } @inline put<V>(p: usize, v: V): void { store<f64>(p, <f64>v); } }
@final class F16 {
  @inline get(p: usize): f32 { return halfToFloat(load<u16>(p)); }
  @inline put<V>(p: usize, v: V): void { store<u16>(p, floatToHalf(<f32>v)); }
}
@final class BF16 {
  @inline get(p: usize): f32 { return brainToFloat(load<u16>(p)); }
  @inline put<V>(p: usize, v: V): void { store<u16>(p, floatToBrain(<f32>v)); }
}
@final class I64 { @inline get(p: usize): i64 { return load<i64>(p); } @inline put<V>(p: usize, v: V): void { store<i64>(p, toI64<V>(v)); } }
@final class I32 { @inline get(p: usize): i32 { return load<i32>(p); } @inline put<V>(p: usize, v: V): void { store<i32>(p, toI32<V>(v)); } }
@final class I16 { @inline get(p: usize): i32 { return load<i16>(p); } @inline put<V>(p: usize, v: V): void { store<i16>(p, <i16>toI32<V>(v)); } }
@final class I8 { @inline get(p: usize): i32 { return load<i8>(p); } @inline put<V>(p: usize, v: V): void { store<i8>(p, <i8>toI32<V>(v)); } }
@final class U8 { @inline get(p: usize): i32 { return load<u8>(p); } @inline put<V>(p: usize, v: V): void { store<u8>(p, <u8>toI32<V>(v)); } }
@final class Bool { @inline get(p: usize): i32 { return load<u8>(p); } @inline put<V>(p: usize, v: V): void { store<u8>(p, v != (0 as V) ? 1 : 0); } }

/** Truncates; NaN and what does not fit become the smallest integer, as on x86. */
@inline function toI64<V>(v: V): i64 {
  if (!isFloat<V>()) return <i64>v;
  const x = <f64>v;
  return x >= -9223372036854775808.0 && x < 9223372036854775808.0 ? <i64>x : i64.MIN_VALUE;
}
@inline function toI32<V>(v: V): i32 {
  if (!isFloat<V>()) return <i32>v;
  const x = <f64>v;
  return x > -2147483649.0 && x < 2147483648.0 ? <i32>x : i32.MIN_VALUE;
}

function convert<S, D>(a: usize, sa: i32, out: usize, so: i32, n: i32): void {
  for (; n > 0; n--, a += sa, out += so) op<D>().put(out, op<S>().get(a));
}

function convertFrom<S>(to: i32, a: usize, sa: i32, out: usize, so: i32, n: i32): void {
  switch (to) {
    case 0: return convert<S, F32>(a, sa, out, so, n);
    case 1: return convert<S, F64>(a, sa, out, so, n);
    case 2: return convert<S, F16>(a, sa, out, so, n);
    case 3: return convert<S, BF16>(a, sa, out, so, n);
    case 4: return convert<S, I64>(a, sa, out, so, n);
    case 5: return convert<S, I32>(a, sa, out, so, n);
    case 6: return convert<S, I16>(a, sa, out, so, n);
    case 7: return convert<S, I8>(a, sa, out, so, n);
    case 8: return convert<S, U8>(a, sa, out, so, n);
    case 9: return convert<S, Bool>(a, sa, out, so, n);
    default: unreachable();
  }
}

function move<T>(a: usize, sa: i32, out: usize, so: i32, n: i32): void {
  if (sa == sizeof<T>() && so == sizeof<T>()) memory.copy(out, a, n * sizeof<T>());
  else for (; n > 0; n--, a += sa, out += so) store<T>(out, load<T>(a));
}

/** `types` is ten times the source's dtype code plus the destination's. */
export function copy(types: i32, a: usize, sa: i32, out: usize, so: i32, n: i32): void {
  const from = types / 10;
  const to = types % 10;
  if (from == to) {
    switch (from) {
      case 0: case 5: return move<u32>(a, sa, out, so, n);
      case 1: case 4: return move<u64>(a, sa, out, so, n);
      case 2: case 3: case 6: return move<u16>(a, sa, out, so, n);
      default: return move<u8>(a, sa, out, so, n);
    }
  }
  switch (from) {
    case 0: return convertFrom<F32>(to, a, sa, out, so, n);
    case 1: return convertFrom<F64>(to, a, sa, out, so, n);
    case 2: return convertFrom<F16>(to, a, sa, out, so, n);
    case 3: return convertFrom<BF16>(to, a, sa, out, so, n);
    case 4: return convertFrom<I64>(to, a, sa, out, so, n);
    case 5: return convertFrom<I32>(to, a, sa, out, so, n);
    case 6: return convertFrom<I16>(to, a, sa, out, so, n);
    case 7: return convertFrom<I8>(to, a, sa, out, so, n);
    case 8: return convertFrom<U8>(to, a, sa, out, so, n);
    default: return convertFrom<Bool>(to, a, sa, out, so, n);
  }
}

@final class CopyRow {
  row(code: i32, out: usize, so: i32, a: usize, sa: i32, b: usize, sb: i32, c: usize, sc: i32, n: i32, p0: f64, p1: f64): void {
    copy(code, a, sa, out, so, n);
  }
}
export function copy_nd(types: i32, a: usize, out: usize, desc: usize): void {
  walk<CopyRow>(desc, types, out, a, 0, 0, 0, 0);
}

/** Fills with the element that `value` points to. */
export function fill(width: i32, value: usize, out: usize, so: i32, n: i32): void {
  if (width == so && n > 0) {
    if (width == 4) {
      const x = v128.load32_splat(value);
      for (; n >= 4; n -= 4, out += 16) v128.store(out, x);
    } else if (width == 1) {
      memory.fill(out, load<u8>(value), n);
      return;
    }
  }
  switch (width) {
    case 8: return move<u64>(value, 0, out, so, n);
    case 4: return move<u32>(value, 0, out, so, n);
    case 2: return move<u16>(value, 0, out, so, n);
    default: return move<u8>(value, 0, out, so, n);
  }
}
@final class FillRow {
  row(code: i32, out: usize, so: i32, a: usize, sa: i32, b: usize, sb: i32, c: usize, sc: i32, n: i32, p0: f64, p1: f64): void {
    fill(code, a, out, so, n);
  }
}
/** The descriptor's second strides must be 0: the value stays where it is. */
export function fill_nd(width: i32, value: usize, out: usize, desc: usize): void {
  walk<FillRow>(desc, width, out, value, 0, 0, 0, 0);
}

/** out[c, r] = a[r, c] for 4-byte elements; leading dimensions in bytes. */
export function transpose_32(a: usize, lda: usize, out: usize, ldo: usize, rows: i32, columns: i32): void {
  const BLOCK = 32;
  for (let r0 = 0; r0 < rows; r0 += BLOCK) {
    const r1 = min(rows, r0 + BLOCK);
    for (let c = 0; c < columns; c += 4) {
      if (columns - c < 4) {
        for (let r = r0; r < r1; r++) {
          for (let j = c; j < columns; j++) store<u32>(out + j * ldo + (<usize>r << 2), load<u32>(a + r * lda + (<usize>j << 2)));
        }
        break;
      }
      let r = r0;
      for (; r + 4 <= r1; r += 4) {
        const p = a + r * lda + (<usize>c << 2);
        const x0 = v128.load(p);
        const x1 = v128.load(p + lda);
        const x2 = v128.load(p + 2 * lda);
        const x3 = v128.load(p + 3 * lda);
        const t0 = v128.shuffle<i32>(x0, x1, 0, 4, 1, 5);
        const t1 = v128.shuffle<i32>(x0, x1, 2, 6, 3, 7);
        const t2 = v128.shuffle<i32>(x2, x3, 0, 4, 1, 5);
        const t3 = v128.shuffle<i32>(x2, x3, 2, 6, 3, 7);
        const q = out + c * ldo + (<usize>r << 2);
        v128.store(q, v128.shuffle<i64>(t0, t2, 0, 2));
        v128.store(q + ldo, v128.shuffle<i64>(t0, t2, 1, 3));
        v128.store(q + 2 * ldo, v128.shuffle<i64>(t1, t3, 0, 2));
        v128.store(q + 3 * ldo, v128.shuffle<i64>(t1, t3, 1, 3));
      }
      for (; r < r1; r++) {
        for (let j = c; j < c + 4; j++) store<u32>(out + j * ldo + (<usize>r << 2), load<u32>(a + r * lda + (<usize>j << 2)));
      }
    }
  }
}
