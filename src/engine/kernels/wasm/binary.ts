/** Binary operations, derivatives among them: vector loops for float32, scalar ones for the other types. */
import { Binary } from './opcodes';
import { binary64 } from './math_f64';
import { erf4, exp4, sigmoid4, tanh4 } from './math_f32';
import { madd, nmadd, op, pick, raiseFlag, splat, walk } from './support';
import { power } from './unary';

// `v` works on four float32, `d` on two float64, `s` on one value of another type.
@final class Add {
  @inline v(x: v128, y: v128): v128 { return f32x4.add(x, y); }
  @inline d(x: v128, y: v128): v128 { return f64x2.add(x, y); }
  @inline s<T>(x: T, y: T): T { return x + y; }
}
@final class Sub {
  @inline v(x: v128, y: v128): v128 { return f32x4.sub(x, y); }
  @inline d(x: v128, y: v128): v128 { return f64x2.sub(x, y); }
  @inline s<T>(x: T, y: T): T { return x - y; }
}
@final class Mul {
  @inline v(x: v128, y: v128): v128 { return f32x4.mul(x, y); }
  @inline d(x: v128, y: v128): v128 { return f64x2.mul(x, y); }
  @inline s<T>(x: T, y: T): T { return x * y; }
}
@final class Div {
  @inline v(x: v128, y: v128): v128 { return f32x4.div(x, y); }
  @inline d(x: v128, y: v128): v128 { return f64x2.div(x, y); }
  @inline s<T>(x: T, y: T): T { return isFloat<T>() ? x / y : quotient<T>(x, y); }
}
@final class Maximum {
  @inline v(x: v128, y: v128): v128 { return f32x4.max(x, y); }
  @inline d(x: v128, y: v128): v128 { return f64x2.max(x, y); }
  @inline s<T>(x: T, y: T): T { return max<T>(x, y); }
}
@final class Minimum {
  @inline v(x: v128, y: v128): v128 { return f32x4.min(x, y); }
  @inline d(x: v128, y: v128): v128 { return f64x2.min(x, y); }
  @inline s<T>(x: T, y: T): T { return min<T>(x, y); }
}
@final class ReluBackward {
  @inline v(g: v128, y: v128): v128 { return v128.and(g, f32x4.gt(y, splat(0))); }
  @inline s<T>(g: T, y: T): T { return y > (0 as T) ? g : (0 as T); }
}
@final class SigmoidBackward {
  @inline v(g: v128, y: v128): v128 { return f32x4.mul(g, f32x4.mul(f32x4.sub(splat(1), y), y)); }
}
@final class TanhBackward {
  @inline v(g: v128, y: v128): v128 { return f32x4.mul(g, nmadd(y, y, splat(1))); }
}
@final class GeluBackward {
  @inline v(g: v128, x: v128): v128 {
    const cdf = madd(erf4(f32x4.mul(x, splat(0.7071067811865476))), splat(0.5), splat(0.5));
    const pdf = f32x4.mul(exp4(f32x4.mul(f32x4.mul(x, x), splat(-0.5))), splat(0.3989422804014327));
    return f32x4.mul(g, madd(x, pdf, cdf));
  }
}
@final class GeluTanhBackward {
  @inline v(g: v128, x: v128): v128 {
    const u = f32x4.mul(x, x);
    const k = splat(0.7978845608028654);
    const t = tanh4(f32x4.mul(madd(f32x4.mul(u, x), splat(0.044715), x), k));
    const inner = f32x4.mul(k, madd(u, splat(0.134145), splat(1)));
    const slope = f32x4.mul(f32x4.mul(f32x4.mul(x, splat(0.5)), nmadd(t, t, splat(1))), inner);
    return f32x4.mul(g, f32x4.add(madd(t, splat(0.5), splat(0.5)), slope));
  }
}
@final class SiluBackward {
  @inline v(g: v128, x: v128): v128 {
    const s = sigmoid4(x);
    return f32x4.mul(f32x4.mul(g, s), madd(x, f32x4.sub(splat(1), s), splat(1)));
  }
}
@final class FloorDiv { @inline s<T>(x: T, y: T): T { return floorQuotient<T>(x, y); } }
@final class Remainder { @inline s<T>(x: T, y: T): T { return floorRemainder<T>(x, y); } }
@final class Fmod { @inline s<T>(x: T, y: T): T { return truncatedRemainder<T>(x, y); } }
@final class Pow { @inline s<T>(x: T, y: T): T { return power<T>(x, y); } }
@final class And { @inline s<T>(x: T, y: T): T { return (x & y) as T; } }
@final class Or { @inline s<T>(x: T, y: T): T { return (x | y) as T; } }
@final class Xor { @inline s<T>(x: T, y: T): T { return (x ^ y) as T; } }
@final class ShiftLeft { @inline s<T>(x: T, y: T): T { return y < (0 as T) || y >= ((8 * sizeof<T>()) as T) ? (0 as T) : ((x << y) as T); } }
@final class ShiftRight {
  @inline s<T>(x: T, y: T): T {
    const most = (8 * sizeof<T>() - 1) as T;
    return (x >> (y < (0 as T) || y > most ? most : y)) as T;
  }
}
@final class LogicalAnd { @inline s<T>(x: T, y: T): T { return (x != (0 as T) && y != (0 as T) ? 1 : 0) as T; } }
@final class LogicalOr { @inline s<T>(x: T, y: T): T { return (x != (0 as T) || y != (0 as T) ? 1 : 0) as T; } }
@final class LogicalXor { @inline s<T>(x: T, y: T): T { return ((x != (0 as T)) != (y != (0 as T)) ? 1 : 0) as T; } }

// With parameters.
@final class AddScaled {
  @inline v(x: v128, y: v128, p: v128, q: v128): v128 { return madd(y, p, x); }
  @inline s<T>(x: T, y: T, p: T): T { return x + p * y; }
}
@final class SubScaled {
  @inline v(x: v128, y: v128, p: v128, q: v128): v128 { return nmadd(y, p, x); }
  @inline s<T>(x: T, y: T, p: T): T { return x - p * y; }
}
@final class LeakyReluBackward {
  @inline v(g: v128, x: v128, p: v128, q: v128): v128 { return pick(g, f32x4.mul(g, p), f32x4.gt(x, splat(0))); }
}
@final class EluBackward {
  @inline v(g: v128, x: v128, p: v128, q: v128): v128 { return pick(g, f32x4.mul(f32x4.mul(g, p), exp4(x)), f32x4.gt(x, splat(0))); }
}
@final class SoftplusBackward {
  @inline v(g: v128, x: v128, p: v128, q: v128): v128 {
    const scaled = f32x4.mul(x, p);
    return pick(g, f32x4.mul(g, sigmoid4(scaled)), f32x4.gt(scaled, q));
  }
}
@final class ThresholdBackward {
  @inline v(g: v128, x: v128, p: v128, q: v128): v128 { return v128.and(g, f32x4.gt(x, p)); }
}
@final class ClampBackward {
  @inline v(g: v128, x: v128, p: v128, q: v128): v128 { return v128.and(g, v128.and(f32x4.ge(x, p), f32x4.le(x, q))); }
}

// Integer divisions trap in WASM where C is undefined: both cases are met here.
@inline function quotient<T>(x: T, y: T): T {
  if (y == (0 as T)) { raiseFlag(); return 0 as T; }
  return (y == (-1 as T) ? -x : x / y) as T;
}
@inline function truncatedRemainder<T>(x: T, y: T): T {
  if (y == (0 as T)) { raiseFlag(); return 0 as T; }
  return (y == (-1 as T) ? 0 : x % y) as T;
}
@inline function floorQuotient<T>(x: T, y: T): T {
  const q = quotient<T>(x, y);
  return ((x < (0 as T)) != (y < (0 as T)) && y != (0 as T) && q * y != x ? q - (1 as T) : q) as T;
}
@inline function floorRemainder<T>(x: T, y: T): T {
  const r = truncatedRemainder<T>(x, y);
  return (r != (0 as T) && (r < (0 as T)) != (y < (0 as T)) ? r + y : r) as T;
}

function zip<O>(a: usize, sa: i32, b: usize, sb: i32, out: usize, so: i32, n: i32): void {
  if (so == 4 && n >= 4) {
    if (sa == 4 && sb == 4) {
      for (; n >= 4; n -= 4, a += 16, b += 16, out += 16) v128.store(out, op<O>().v(v128.load(a), v128.load(b)));
    } else if (sa == 4 && sb == 0) {
      const y = v128.load32_splat(b);
      for (; n >= 4; n -= 4, a += 16, out += 16) v128.store(out, op<O>().v(v128.load(a), y));
    } else if (sa == 0 && sb == 4) {
      const x = v128.load32_splat(a);
      for (; n >= 4; n -= 4, b += 16, out += 16) v128.store(out, op<O>().v(x, v128.load(b)));
    }
  }
  for (; n > 0; n--, a += sa, b += sb, out += so) {
    v128.store_lane<f32>(out, op<O>().v(v128.load32_splat(a), v128.load32_splat(b)), 0);
  }
}

function zipP<O>(a: usize, sa: i32, b: usize, sb: i32, out: usize, so: i32, n: i32, p0: f64, p1: f64): void {
  const p = splat(<f32>p0);
  const q = splat(<f32>p1);
  if (so == 4 && sa == 4 && sb == 4) {
    for (; n >= 4; n -= 4, a += 16, b += 16, out += 16) v128.store(out, op<O>().v(v128.load(a), v128.load(b), p, q));
  }
  for (; n > 0; n--, a += sa, b += sb, out += so) {
    v128.store_lane<f32>(out, op<O>().v(v128.load32_splat(a), v128.load32_splat(b), p, q), 0);
  }
}

function zipT<T, O>(a: usize, sa: i32, b: usize, sb: i32, out: usize, so: i32, n: i32): void {
  for (; n > 0; n--, a += sa, b += sb, out += so) store<T>(out, op<O>().s<T>(load<T>(a), load<T>(b)));
}

/** Two float64 at once where neighbours lie together or one operand stands for all. */
function zipD<O>(a: usize, sa: i32, b: usize, sb: i32, out: usize, so: i32, n: i32): void {
  if (so == 8 && n >= 2) {
    if (sa == 8 && sb == 8) {
      for (; n >= 2; n -= 2, a += 16, b += 16, out += 16) v128.store(out, op<O>().d(v128.load(a), v128.load(b)));
    } else if (sa == 8 && sb == 0) {
      const y = v128.load64_splat(b);
      for (; n >= 2; n -= 2, a += 16, out += 16) v128.store(out, op<O>().d(v128.load(a), y));
    } else if (sa == 0 && sb == 8) {
      const x = v128.load64_splat(a);
      for (; n >= 2; n -= 2, b += 16, out += 16) v128.store(out, op<O>().d(x, v128.load(b)));
    }
  }
  zipT<f64, O>(a, sa, b, sb, out, so, n);
}

function zipPT<T, O>(a: usize, sa: i32, b: usize, sb: i32, out: usize, so: i32, n: i32, p: T): void {
  for (; n > 0; n--, a += sa, b += sb, out += so) store<T>(out, op<O>().s<T>(load<T>(a), load<T>(b), p));
}

/** Operations without a loop of their own. */
function zipRare<T>(code: i32, a: usize, sa: i32, b: usize, sb: i32, out: usize, so: i32, n: i32, p0: f64, p1: f64): void {
  for (; n > 0; n--, a += sa, b += sb, out += so) {
    store<T>(out, <T>binary64(code, <f64>load<T>(a), <f64>load<T>(b), p0, p1));
  }
}

export function binary_f32(code: i32, a: usize, sa: i32, b: usize, sb: i32, out: usize, so: i32, n: i32, p0: f64, p1: f64): void {
  switch (code) {
    case Binary.add: return p0 == 1 ? zip<Add>(a, sa, b, sb, out, so, n) : zipP<AddScaled>(a, sa, b, sb, out, so, n, p0, p1);
    case Binary.sub: return p0 == 1 ? zip<Sub>(a, sa, b, sb, out, so, n) : zipP<SubScaled>(a, sa, b, sb, out, so, n, p0, p1);
    case Binary.mul: return zip<Mul>(a, sa, b, sb, out, so, n);
    case Binary.div: return zip<Div>(a, sa, b, sb, out, so, n);
    case Binary.maximum: return zip<Maximum>(a, sa, b, sb, out, so, n);
    case Binary.minimum: return zip<Minimum>(a, sa, b, sb, out, so, n);
    case Binary.relu_backward: return zip<ReluBackward>(a, sa, b, sb, out, so, n);
    case Binary.sigmoid_backward: return zip<SigmoidBackward>(a, sa, b, sb, out, so, n);
    case Binary.tanh_backward: return zip<TanhBackward>(a, sa, b, sb, out, so, n);
    case Binary.gelu_backward: return zip<GeluBackward>(a, sa, b, sb, out, so, n);
    case Binary.gelu_tanh_backward: return zip<GeluTanhBackward>(a, sa, b, sb, out, so, n);
    case Binary.silu_backward: return zip<SiluBackward>(a, sa, b, sb, out, so, n);
    case Binary.leaky_relu_backward: return zipP<LeakyReluBackward>(a, sa, b, sb, out, so, n, p0, p1);
    case Binary.elu_backward: return zipP<EluBackward>(a, sa, b, sb, out, so, n, p0, p1);
    case Binary.softplus_backward: return zipP<SoftplusBackward>(a, sa, b, sb, out, so, n, p0, p1);
    case Binary.threshold_backward: return zipP<ThresholdBackward>(a, sa, b, sb, out, so, n, p0, p1);
    case Binary.clamp_backward: return zipP<ClampBackward>(a, sa, b, sb, out, so, n, p0, p1);
  }
  zipRare<f32>(code, a, sa, b, sb, out, so, n, p0, p1);
}

export function binary_f64(code: i32, a: usize, sa: i32, b: usize, sb: i32, out: usize, so: i32, n: i32, p0: f64, p1: f64): void {
  switch (code) {
    case Binary.add: return p0 == 1 ? zipD<Add>(a, sa, b, sb, out, so, n) : zipPT<f64, AddScaled>(a, sa, b, sb, out, so, n, p0);
    case Binary.sub: return p0 == 1 ? zipD<Sub>(a, sa, b, sb, out, so, n) : zipPT<f64, SubScaled>(a, sa, b, sb, out, so, n, p0);
    case Binary.mul: return zipD<Mul>(a, sa, b, sb, out, so, n);
    case Binary.div: return zipD<Div>(a, sa, b, sb, out, so, n);
    case Binary.maximum: return zipD<Maximum>(a, sa, b, sb, out, so, n);
    case Binary.minimum: return zipD<Minimum>(a, sa, b, sb, out, so, n);
    case Binary.relu_backward: return zipT<f64, ReluBackward>(a, sa, b, sb, out, so, n);
  }
  zipRare<f64>(code, a, sa, b, sb, out, so, n, p0, p1);
}

@inline
function binaryInt<T>(code: i32, a: usize, sa: i32, b: usize, sb: i32, out: usize, so: i32, n: i32, p: T): void {
  switch (code) {
    case Binary.add: return zipPT<T, AddScaled>(a, sa, b, sb, out, so, n, p);
    case Binary.sub: return zipPT<T, SubScaled>(a, sa, b, sb, out, so, n, p);
    case Binary.mul: return zipT<T, Mul>(a, sa, b, sb, out, so, n);
    case Binary.div: return zipT<T, Div>(a, sa, b, sb, out, so, n);
    case Binary.floor_div: return zipT<T, FloorDiv>(a, sa, b, sb, out, so, n);
    case Binary.remainder: return zipT<T, Remainder>(a, sa, b, sb, out, so, n);
    case Binary.fmod: return zipT<T, Fmod>(a, sa, b, sb, out, so, n);
    case Binary.pow: return zipT<T, Pow>(a, sa, b, sb, out, so, n);
    case Binary.maximum: case Binary.fmax: return zipT<T, Maximum>(a, sa, b, sb, out, so, n);
    case Binary.minimum: case Binary.fmin: return zipT<T, Minimum>(a, sa, b, sb, out, so, n);
    case Binary.bitwise_and: return zipT<T, And>(a, sa, b, sb, out, so, n);
    case Binary.bitwise_or: return zipT<T, Or>(a, sa, b, sb, out, so, n);
    case Binary.bitwise_xor: return zipT<T, Xor>(a, sa, b, sb, out, so, n);
    case Binary.shift_left: return zipT<T, ShiftLeft>(a, sa, b, sb, out, so, n);
    case Binary.shift_right: return zipT<T, ShiftRight>(a, sa, b, sb, out, so, n);
    case Binary.logical_and: return zipT<T, LogicalAnd>(a, sa, b, sb, out, so, n);
    case Binary.logical_or: return zipT<T, LogicalOr>(a, sa, b, sb, out, so, n);
    case Binary.logical_xor: return zipT<T, LogicalXor>(a, sa, b, sb, out, so, n);
    case Binary.relu_backward: return zipT<T, ReluBackward>(a, sa, b, sb, out, so, n);
    default: unreachable();
  }
}
export function binary_i32(code: i32, a: usize, sa: i32, b: usize, sb: i32, out: usize, so: i32, n: i32, p0: f64, p1: f64): void {
  binaryInt<i32>(code, a, sa, b, sb, out, so, n, <i32>p0);
}
export function binary_i64(code: i32, a: usize, sa: i32, b: usize, sb: i32, out: usize, so: i32, n: i32, p0: f64, p1: f64): void {
  binaryInt<i64>(code, a, sa, b, sb, out, so, n, <i64>p0);
}

@final class BinaryRow<T> {
  row(code: i32, out: usize, so: i32, a: usize, sa: i32, b: usize, sb: i32, c: usize, sc: i32, n: i32, p0: f64, p1: f64): void {
    if (isFloat<T>()) {
      if (sizeof<T>() == 4) binary_f32(code, a, sa, b, sb, out, so, n, p0, p1);
      else binary_f64(code, a, sa, b, sb, out, so, n, p0, p1);
    } else {
      if (sizeof<T>() == 4) binary_i32(code, a, sa, b, sb, out, so, n, p0, p1);
      else binary_i64(code, a, sa, b, sb, out, so, n, p0, p1);
    }
  }
}
export function binary_nd_f32(code: i32, a: usize, b: usize, out: usize, desc: usize, p0: f64, p1: f64): void { walk<BinaryRow<f32>>(desc, code, out, a, b, 0, p0, p1); }
export function binary_nd_f64(code: i32, a: usize, b: usize, out: usize, desc: usize, p0: f64, p1: f64): void { walk<BinaryRow<f64>>(desc, code, out, a, b, 0, p0, p1); }
export function binary_nd_i32(code: i32, a: usize, b: usize, out: usize, desc: usize, p0: f64, p1: f64): void { walk<BinaryRow<i32>>(desc, code, out, a, b, 0, p0, p1); }
export function binary_nd_i64(code: i32, a: usize, b: usize, out: usize, desc: usize, p0: f64, p1: f64): void { walk<BinaryRow<i64>>(desc, code, out, a, b, 0, p0, p1); }
