/** Unary operations and tests: vector loops for float32, scalar loops for the other types, strided walks over both. */
import { Test, Unary } from './opcodes';
import { unary64 } from './math_f64';
import { erf4, exp4, expm1_4, log1p4, log4, sigmoid4, softplus4, tanh4 } from './math_f32';
import { cosD, expD, logD, REACH, sigmoidD, sinD, tanhD } from './math_f64x2';
import { madd, op, pick, splat, walk } from './support';

// `v` works on four float32, `d` on two float64, `s` on one value of another type.
@final class Neg { @inline v(x: v128): v128 { return f32x4.neg(x); } @inline s<T>(x: T): T { return -x as T; } }
@final class Abs { @inline v(x: v128): v128 { return f32x4.abs(x); } @inline s<T>(x: T): T { return abs<T>(x); } }
@final class Square { @inline v(x: v128): v128 { return f32x4.mul(x, x); } @inline s<T>(x: T): T { return x * x; } }
@final class Cube { @inline v(x: v128): v128 { return f32x4.mul(f32x4.mul(x, x), x); } @inline s<T>(x: T): T { return x * x * x; } }
@final class Sqrt { @inline v(x: v128): v128 { return f32x4.sqrt(x); } @inline s<T>(x: T): T { return sqrt<T>(x); } }
@final class Rsqrt { @inline v(x: v128): v128 { return f32x4.div(splat(1), f32x4.sqrt(x)); } }
@final class Reciprocal {
  @inline v(x: v128): v128 { return f32x4.div(splat(1), x); }
  @inline s<T>(x: T): T { return ((1 as T) / x) as T; }
}
@final class Relu {
  // pmax(x, 0) is `x < 0 ? 0 : x`, which keeps NaN.
  @inline v(x: v128): v128 { return f32x4.pmax(x, splat(0)); }
  @inline s<T>(x: T): T { return x < (0 as T) ? (0 as T) : x; }
}
@final class Sign {
  @inline v(x: v128): v128 {
    const one = v128.or(v128.and(x, splat(-0.0)), splat(1));
    const nonzero = v128.and(one, f32x4.ne(x, splat(0)));
    return pick(nonzero, x, f32x4.eq(x, x));
  }
  @inline s<T>(x: T): T { return ((x > (0 as T) ? 1 : 0) - (x < (0 as T) ? 1 : 0)) as T; }
}
@final class Exp {
  @inline v(x: v128): v128 { return exp4(x); }
  @inline d(x: v128): v128 { return expD(x); }
}
@final class Expm1 { @inline v(x: v128): v128 { return expm1_4(x); } }
@final class Log {
  @inline v(x: v128): v128 { return log4(x); }
  @inline d(x: v128): v128 { return logD(x); }
}
@final class Log1p { @inline v(x: v128): v128 { return log1p4(x); } }
@final class Tanh {
  @inline v(x: v128): v128 { return tanh4(x); }
  @inline d(x: v128): v128 { return tanhD(x); }
}
@final class Sigmoid {
  @inline v(x: v128): v128 { return sigmoid4(x); }
  @inline d(x: v128): v128 { return sigmoidD(x); }
}
@final class Sin { @inline d(x: v128): v128 { return sinD(x); } }
@final class Cos { @inline d(x: v128): v128 { return cosD(x); } }
@final class LogSigmoid { @inline v(x: v128): v128 { return f32x4.neg(softplus4(f32x4.neg(x))); } }
@final class Erf { @inline v(x: v128): v128 { return erf4(x); } }
@final class Floor { @inline v(x: v128): v128 { return f32x4.floor(x); } @inline s<T>(x: T): T { return floor<T>(x); } }
@final class Ceil { @inline v(x: v128): v128 { return f32x4.ceil(x); } @inline s<T>(x: T): T { return ceil<T>(x); } }
@final class Round { @inline v(x: v128): v128 { return f32x4.nearest(x); } @inline s<T>(x: T): T { return nearest<T>(x); } }
@final class Trunc { @inline v(x: v128): v128 { return f32x4.trunc(x); } @inline s<T>(x: T): T { return trunc<T>(x); } }
@final class Frac { @inline v(x: v128): v128 { return f32x4.sub(x, f32x4.trunc(x)); } }
@final class Silu {
  @inline v(x: v128): v128 { return f32x4.div(x, f32x4.add(splat(1), exp4(f32x4.neg(x)))); }
}
@final class Gelu {
  @inline v(x: v128): v128 {
    const half = f32x4.mul(x, splat(0.5));
    return madd(half, erf4(f32x4.mul(x, splat(0.7071067811865476))), half);
  }
}
@final class GeluTanh {
  @inline v(x: v128): v128 {
    const half = f32x4.mul(x, splat(0.5));
    const cubic = madd(f32x4.mul(f32x4.mul(x, x), x), splat(0.044715), x);
    return madd(half, tanh4(f32x4.mul(cubic, splat(0.7978845608028654))), half);
  }
}
@final class BitwiseNot { @inline s<T>(x: T): T { return ~x as T; } }
@final class Same { @inline s<T>(x: T): T { return x; } }

// With one or two parameters.
@final class LeakyRelu {
  @inline v(x: v128, p: v128, q: v128): v128 { return pick(x, f32x4.mul(x, p), f32x4.gt(x, splat(0))); }
}
@final class Elu {
  @inline v(x: v128, p: v128, q: v128): v128 { return pick(x, f32x4.mul(p, expm1_4(x)), f32x4.gt(x, splat(0))); }
}
@final class Softplus {
  @inline v(x: v128, p: v128, q: v128): v128 {
    const scaled = f32x4.mul(x, p);
    return pick(x, f32x4.div(softplus4(scaled), p), f32x4.gt(scaled, q));
  }
}
@final class Clamp {
  // Through the lower bound first: where lo > hi every element becomes hi, as PyTorch has it. NaN passes.
  @inline v(x: v128, p: v128, q: v128): v128 { return f32x4.pmin(f32x4.pmax(x, p), q); }
  @inline s<T>(x: T, p: T, q: T): T { const y = x < p ? p : x; return y > q ? q : y; }
}
@final class Threshold {
  @inline v(x: v128, p: v128, q: v128): v128 { return pick(q, x, f32x4.le(x, p)); }
  @inline s<T>(x: T, p: T, q: T): T { return x <= p ? q : x; }
}
@final class AddScalar {
  @inline v(x: v128, p: v128, q: v128): v128 { return f32x4.add(x, p); }
  @inline s<T>(x: T, p: T, q: T): T { return x + p; }
}
@final class DivScalar {
  @inline v(x: v128, p: v128, q: v128): v128 { return f32x4.div(x, p); }
  @inline s<T>(x: T, p: T, q: T): T { return x / p; }
}
@final class IntegerPower {
  @inline s<T>(x: T, p: T, q: T): T { return power<T>(x, p); }
}

/** Negative exponents: 0 unless the base is 1 or -1, as PyTorch (which forbids them for Python numbers). */
export function power<T>(base: T, exponent: T): T {
  if (exponent < (0 as T)) return base == (1 as T) ? base : base == (-1 as T) ? (exponent & (1 as T) ? base : (1 as T)) : (0 as T);
  let y = 1 as T;
  let x = base;
  for (let e = exponent; e > (0 as T); e >>= 1 as T) {
    if (e & (1 as T)) y = (y * x) as T;
    x = (x * x) as T;
  }
  return y;
}

function map<O>(a: usize, sa: i32, out: usize, so: i32, n: i32): void {
  if (sa == 4 && so == 4) {
    for (; n >= 4; n -= 4, a += 16, out += 16) v128.store(out, op<O>().v(v128.load(a)));
  }
  for (; n > 0; n--, a += sa, out += so) v128.store_lane<f32>(out, op<O>().v(v128.load32_splat(a)), 0);
}

function mapP<O>(a: usize, sa: i32, out: usize, so: i32, n: i32, p0: f64, p1: f64): void {
  const p = splat(<f32>p0);
  const q = splat(<f32>p1);
  if (sa == 4 && so == 4) {
    for (; n >= 4; n -= 4, a += 16, out += 16) v128.store(out, op<O>().v(v128.load(a), p, q));
  }
  for (; n > 0; n--, a += sa, out += so) v128.store_lane<f32>(out, op<O>().v(v128.load32_splat(a), p, q), 0);
}

function mapT<T, O>(a: usize, sa: i32, out: usize, so: i32, n: i32): void {
  for (; n > 0; n--, a += sa, out += so) store<T>(out, op<O>().s<T>(load<T>(a)));
}

function mapPT<T, O>(a: usize, sa: i32, out: usize, so: i32, n: i32, p: T, q: T): void {
  for (; n > 0; n--, a += sa, out += so) store<T>(out, op<O>().s<T>(load<T>(a), p, q));
}

/** Two float64 at once; a single one goes through the same formula, so that an element's result is that of its array. */
function mapD<O>(a: usize, sa: i32, out: usize, so: i32, n: i32): void {
  if (sa == 8 && so == 8) {
    for (; n >= 2; n -= 2, a += 16, out += 16) v128.store(out, op<O>().d(v128.load(a)));
  }
  for (; n > 0; n--, a += sa, out += so) v128.store64_lane(out, op<O>().d(v128.load64_splat(a)), 0);
}

/** Sine and cosine of float32 by way of float64: right to the last place but for ties, and no slower than a polynomial of their own. */
function mapTurns32<O>(code: i32, a: usize, sa: i32, out: usize, so: i32, n: i32): void {
  const reach = splat(<f32>REACH);
  if (sa == 4 && so == 4) {
    for (; n >= 4; n -= 4, a += 16, out += 16) {
      const x = v128.load(a);
      if (v128.any_true(f32x4.gt(f32x4.abs(x), reach))) {
        for (let i: usize = 0; i < 16; i += 4) store<f32>(out + i, <f32>unary64(code, <f64>load<f32>(a + i), 0, 0));
        continue;
      }
      const low = f32x4.demote_f64x2_zero(op<O>().d(f64x2.promote_low_f32x4(x)));
      const high = f32x4.demote_f64x2_zero(op<O>().d(f64x2.promote_low_f32x4(v128.shuffle<i64>(x, x, 1, 1))));
      v128.store(out, v128.shuffle<i64>(low, high, 0, 2));
    }
  }
  for (; n > 0; n--, a += sa, out += so) {
    const x = <f64>load<f32>(a);
    if (abs(x) > REACH) store<f32>(out, <f32>unary64(code, x, 0, 0));
    else store<f32>(out, <f32>f64x2.extract_lane(op<O>().d(f64x2.splat(x)), 0));
  }
}

/** Sine and cosine of float64, whose far arguments are left to JavaScript's. */
function mapTurns<O>(code: i32, a: usize, sa: i32, out: usize, so: i32, n: i32): void {
  const reach = f64x2.splat(REACH);
  if (sa == 8 && so == 8) {
    for (; n >= 2; n -= 2, a += 16, out += 16) {
      const x = v128.load(a);
      if (v128.any_true(f64x2.gt(f64x2.abs(x), reach))) {
        const y = load<f64>(a, 8);
        store<f64>(out, unary64(code, load<f64>(a), 0, 0));
        store<f64>(out, unary64(code, y, 0, 0), 8);
      } else v128.store(out, op<O>().d(x));
    }
  }
  for (; n > 0; n--, a += sa, out += so) {
    const x = load<f64>(a);
    if (abs(x) > REACH) store<f64>(out, unary64(code, x, 0, 0));
    else v128.store64_lane(out, op<O>().d(f64x2.splat(x)), 0);
  }
}

/** Operations without a loop of their own. */
function mapRare<T>(code: i32, a: usize, sa: i32, out: usize, so: i32, n: i32, p0: f64, p1: f64): void {
  for (; n > 0; n--, a += sa, out += so) store<T>(out, <T>unary64(code, <f64>load<T>(a), p0, p1));
}

export function unary_f32(code: i32, a: usize, sa: i32, out: usize, so: i32, n: i32, p0: f64, p1: f64): void {
  switch (code) {
    case Unary.neg: return map<Neg>(a, sa, out, so, n);
    case Unary.abs: return map<Abs>(a, sa, out, so, n);
    case Unary.sign: return map<Sign>(a, sa, out, so, n);
    case Unary.square: return map<Square>(a, sa, out, so, n);
    case Unary.sqrt: return map<Sqrt>(a, sa, out, so, n);
    case Unary.rsqrt: return map<Rsqrt>(a, sa, out, so, n);
    case Unary.reciprocal: return map<Reciprocal>(a, sa, out, so, n);
    case Unary.exp: return map<Exp>(a, sa, out, so, n);
    case Unary.expm1: return map<Expm1>(a, sa, out, so, n);
    case Unary.log: return map<Log>(a, sa, out, so, n);
    case Unary.log1p: return map<Log1p>(a, sa, out, so, n);
    case Unary.tanh: return map<Tanh>(a, sa, out, so, n);
    case Unary.sigmoid: return map<Sigmoid>(a, sa, out, so, n);
    case Unary.log_sigmoid: return map<LogSigmoid>(a, sa, out, so, n);
    case Unary.sin: return mapTurns32<Sin>(code, a, sa, out, so, n);
    case Unary.cos: return mapTurns32<Cos>(code, a, sa, out, so, n);
    case Unary.relu: return map<Relu>(a, sa, out, so, n);
    case Unary.erf: return map<Erf>(a, sa, out, so, n);
    case Unary.floor: return map<Floor>(a, sa, out, so, n);
    case Unary.ceil: return map<Ceil>(a, sa, out, so, n);
    case Unary.round: return map<Round>(a, sa, out, so, n);
    case Unary.trunc: return map<Trunc>(a, sa, out, so, n);
    case Unary.frac: return map<Frac>(a, sa, out, so, n);
    case Unary.silu: return map<Silu>(a, sa, out, so, n);
    case Unary.gelu: return map<Gelu>(a, sa, out, so, n);
    case Unary.gelu_tanh: return map<GeluTanh>(a, sa, out, so, n);
    case Unary.leaky_relu: return mapP<LeakyRelu>(a, sa, out, so, n, p0, p1);
    case Unary.elu: return mapP<Elu>(a, sa, out, so, n, p0, p1);
    case Unary.softplus: return mapP<Softplus>(a, sa, out, so, n, p0, p1);
    case Unary.clamp: return mapP<Clamp>(a, sa, out, so, n, p0, p1);
    case Unary.threshold: return mapP<Threshold>(a, sa, out, so, n, p0, p1);
    case Unary.add_scalar: return mapP<AddScalar>(a, sa, out, so, n, p0, p1);
    case Unary.div_scalar: return mapP<DivScalar>(a, sa, out, so, n, p0, p1);
    case Unary.pow: {
      if (p0 == 2) return map<Square>(a, sa, out, so, n);
      if (p0 == 0.5) return map<Sqrt>(a, sa, out, so, n);
      if (p0 == 3) return map<Cube>(a, sa, out, so, n);
      if (p0 == -1) return map<Reciprocal>(a, sa, out, so, n);
      if (p0 == -0.5) return map<Rsqrt>(a, sa, out, so, n);
      break;
    }
  }
  mapRare<f32>(code, a, sa, out, so, n, p0, p1);
}

export function unary_f64(code: i32, a: usize, sa: i32, out: usize, so: i32, n: i32, p0: f64, p1: f64): void {
  switch (code) {
    case Unary.neg: return mapT<f64, Neg>(a, sa, out, so, n);
    case Unary.abs: return mapT<f64, Abs>(a, sa, out, so, n);
    case Unary.square: return mapT<f64, Square>(a, sa, out, so, n);
    case Unary.sqrt: return mapT<f64, Sqrt>(a, sa, out, so, n);
    case Unary.reciprocal: return mapT<f64, Reciprocal>(a, sa, out, so, n);
    case Unary.exp: return mapD<Exp>(a, sa, out, so, n);
    case Unary.log: return mapD<Log>(a, sa, out, so, n);
    case Unary.tanh: return mapD<Tanh>(a, sa, out, so, n);
    case Unary.sigmoid: return mapD<Sigmoid>(a, sa, out, so, n);
    case Unary.sin: return mapTurns<Sin>(code, a, sa, out, so, n);
    case Unary.cos: return mapTurns<Cos>(code, a, sa, out, so, n);
    case Unary.relu: return mapT<f64, Relu>(a, sa, out, so, n);
    case Unary.floor: return mapT<f64, Floor>(a, sa, out, so, n);
    case Unary.ceil: return mapT<f64, Ceil>(a, sa, out, so, n);
    case Unary.round: return mapT<f64, Round>(a, sa, out, so, n);
    case Unary.trunc: return mapT<f64, Trunc>(a, sa, out, so, n);
    case Unary.clamp: return mapPT<f64, Clamp>(a, sa, out, so, n, p0, p1);
    case Unary.add_scalar: return mapPT<f64, AddScalar>(a, sa, out, so, n, p0, p1);
    case Unary.div_scalar: return mapPT<f64, DivScalar>(a, sa, out, so, n, p0, p1);
    case Unary.pow: {
      if (p0 == 2) return mapT<f64, Square>(a, sa, out, so, n);
      if (p0 == 0.5) return mapT<f64, Sqrt>(a, sa, out, so, n);
      if (p0 == 3) return mapT<f64, Cube>(a, sa, out, so, n);
      if (p0 == -1) return mapT<f64, Reciprocal>(a, sa, out, so, n);
      break;
    }
  }
  mapRare<f64>(code, a, sa, out, so, n, p0, p1);
}

@inline
function unaryInt<T>(code: i32, a: usize, sa: i32, out: usize, so: i32, n: i32, p0: f64, p1: f64): void {
  const p = parameter<T>(p0);
  switch (code) {
    case Unary.neg: return mapT<T, Neg>(a, sa, out, so, n);
    case Unary.abs: return mapT<T, Abs>(a, sa, out, so, n);
    case Unary.sign: return mapT<T, Sign>(a, sa, out, so, n);
    case Unary.square: return mapT<T, Square>(a, sa, out, so, n);
    case Unary.relu: return mapT<T, Relu>(a, sa, out, so, n);
    case Unary.bitwise_not: return mapT<T, BitwiseNot>(a, sa, out, so, n);
    case Unary.clamp: return mapPT<T, Clamp>(a, sa, out, so, n, p, parameter<T>(p1));
    case Unary.threshold: return mapPT<T, Threshold>(a, sa, out, so, n, p, parameter<T>(p1));
    case Unary.add_scalar: return mapPT<T, AddScalar>(a, sa, out, so, n, p, p);
    case Unary.pow: return mapPT<T, IntegerPower>(a, sa, out, so, n, p, p);
    case Unary.floor: case Unary.ceil: case Unary.round: case Unary.trunc: return mapT<T, Same>(a, sa, out, so, n);
    default: unreachable();
  }
}

/** Saturates, so that clamp's missing bound may be given as an infinity. */
@inline
export function parameter<T>(p: f64): T {
  if (sizeof<T>() == 8) return (p >= 9223372036854775807.0 ? i64.MAX_VALUE : p <= -9223372036854775808.0 ? i64.MIN_VALUE : <i64>p) as T;
  return (p >= 2147483647.0 ? i32.MAX_VALUE : p <= -2147483648.0 ? i32.MIN_VALUE : <i32>p) as T;
}

export function unary_i32(code: i32, a: usize, sa: i32, out: usize, so: i32, n: i32, p0: f64, p1: f64): void {
  unaryInt<i32>(code, a, sa, out, so, n, p0, p1);
}
export function unary_i64(code: i32, a: usize, sa: i32, out: usize, so: i32, n: i32, p0: f64, p1: f64): void {
  unaryInt<i64>(code, a, sa, out, so, n, p0, p1);
}

function tests<T>(code: i32, a: usize, sa: i32, out: usize, so: i32, n: i32): void {
  for (; n > 0; n--, a += sa, out += so) {
    const x = load<T>(a);
    let y = false;
    if (code == Test.logical_not) y = x == (0 as T);
    else if (code == Test.signbit) y = isFloat<T>() ? copysign<f64>(1, <f64>x) < 0 : x < (0 as T);
    else if (isFloat<T>()) {
      if (code == Test.isnan) y = x != x;
      else if (code == Test.isinf) y = abs<f64>(<f64>x) == Infinity;
      else y = abs<f64>(<f64>x) < Infinity;
    } else y = code == Test.isfinite;
    store<u8>(out, <u8>y);
  }
}
export function test_f32(code: i32, a: usize, sa: i32, out: usize, so: i32, n: i32): void { tests<f32>(code, a, sa, out, so, n); }
export function test_f64(code: i32, a: usize, sa: i32, out: usize, so: i32, n: i32): void { tests<f64>(code, a, sa, out, so, n); }
export function test_i32(code: i32, a: usize, sa: i32, out: usize, so: i32, n: i32): void { tests<i32>(code, a, sa, out, so, n); }
export function test_i64(code: i32, a: usize, sa: i32, out: usize, so: i32, n: i32): void { tests<i64>(code, a, sa, out, so, n); }

@final class UnaryRow<T> {
  row(code: i32, out: usize, so: i32, a: usize, sa: i32, b: usize, sb: i32, c: usize, sc: i32, n: i32, p0: f64, p1: f64): void {
    if (isFloat<T>()) {
      if (sizeof<T>() == 4) unary_f32(code, a, sa, out, so, n, p0, p1);
      else unary_f64(code, a, sa, out, so, n, p0, p1);
    } else {
      if (sizeof<T>() == 4) unary_i32(code, a, sa, out, so, n, p0, p1);
      else unary_i64(code, a, sa, out, so, n, p0, p1);
    }
  }
}
@final class TestRow<T> {
  row(code: i32, out: usize, so: i32, a: usize, sa: i32, b: usize, sb: i32, c: usize, sc: i32, n: i32, p0: f64, p1: f64): void {
    tests<T>(code, a, sa, out, so, n);
  }
}

export function unary_nd_f32(code: i32, a: usize, out: usize, desc: usize, p0: f64, p1: f64): void { walk<UnaryRow<f32>>(desc, code, out, a, 0, 0, p0, p1); }
export function unary_nd_f64(code: i32, a: usize, out: usize, desc: usize, p0: f64, p1: f64): void { walk<UnaryRow<f64>>(desc, code, out, a, 0, 0, p0, p1); }
export function unary_nd_i32(code: i32, a: usize, out: usize, desc: usize, p0: f64, p1: f64): void { walk<UnaryRow<i32>>(desc, code, out, a, 0, 0, p0, p1); }
export function unary_nd_i64(code: i32, a: usize, out: usize, desc: usize, p0: f64, p1: f64): void { walk<UnaryRow<i64>>(desc, code, out, a, 0, 0, p0, p1); }
export function test_nd_f32(code: i32, a: usize, out: usize, desc: usize): void { walk<TestRow<f32>>(desc, code, out, a, 0, 0, 0, 0); }
export function test_nd_f64(code: i32, a: usize, out: usize, desc: usize): void { walk<TestRow<f64>>(desc, code, out, a, 0, 0, 0, 0); }
export function test_nd_i32(code: i32, a: usize, out: usize, desc: usize): void { walk<TestRow<i32>>(desc, code, out, a, 0, 0, 0, 0); }
export function test_nd_i64(code: i32, a: usize, out: usize, desc: usize): void { walk<TestRow<i64>>(desc, code, out, a, 0, 0, 0, 0); }
