/**
 * exp, log, tanh, sigmoid, sin and cos for two float64 at once, within 1 ulp (tanh and sigmoid 2), with IEEE results for
 * infinities, NaN, denormals and overflow; only a sigmoid that would be denormal is 0, as in PyTorch. Polynomials: our own
 * interpolations at Chebyshev nodes. Arguments of sin and cos beyond REACH are left to math_f64.ts.
 */
import { maddD } from './support';

const LOG2E: f64 = 1.4426950408889634;
// ln 2 in two parts, the first with 32 bits, so that n * LN2_HIGH is exact.
const LN2_HIGH: f64 = 0.6931471803691238;
const LN2_LOW: f64 = 1.9082149292705877e-10;

@inline
function splatD(x: f64): v128 {
  return f64x2.splat(x);
}

/** 2^n for integral n in [-1022, 1023], given as int64. */
@inline
function powerOfTwo(n: v128): v128 {
  return i64x2.shl(i64x2.add(n, i64x2.splat(1023)), 52);
}

@inline
function whole(n: v128): v128 {
  return i64x2.extend_low_i32x4_s(i32x4.trunc_sat_f64x2_s_zero(n));
}

/** (e^r - 1 - r) / r² on |r| <= ln(2)/2. */
@inline
function expTail(r: v128): v128 {
  let p = splatD(2.0914686968086876e-9);
  p = maddD(p, r, splatD(2.5105217004720745e-8));
  p = maddD(p, r, splatD(2.75572736431103e-7));
  p = maddD(p, r, splatD(2.7557255400206422e-6));
  p = maddD(p, r, splatD(2.4801587325547743e-5));
  p = maddD(p, r, splatD(1.9841269874820627e-4));
  p = maddD(p, r, splatD(1.3888888888883748e-3));
  p = maddD(p, r, splatD(8.333333333326136e-3));
  p = maddD(p, r, splatD(4.166666666666667e-2));
  p = maddD(p, r, splatD(1.666666666666667e-1));
  return maddD(p, r, splatD(0.5));
}

@inline
export function expD(x: v128): v128 {
  // pmin(x, hi) is `hi < x ? hi : x`, which lets NaN through.
  const c = f64x2.pmax(f64x2.pmin(x, splatD(710)), splatD(-746));
  const n = f64x2.nearest(f64x2.mul(c, splatD(LOG2E)));
  const high = f64x2.sub(c, f64x2.mul(n, splatD(LN2_HIGH)));
  const low = f64x2.mul(n, splatD(LN2_LOW));
  const r = f64x2.sub(high, low);
  const lost = f64x2.sub(f64x2.sub(high, r), low);
  // 1 + r in two parts, so that one rounding counts.
  const s = f64x2.add(splatD(1), r);
  const rest = f64x2.add(f64x2.add(f64x2.sub(splatD(1), s), r), lost);
  const y = f64x2.add(s, maddD(f64x2.mul(r, r), expTail(r), rest));
  // Two factors, so that results that are denormal, or overflow, come out right.
  const i = whole(n);
  const half = i64x2.shr_s(i, 1);
  return f64x2.mul(f64x2.mul(y, powerOfTwo(half)), powerOfTwo(i64x2.sub(i, half)));
}

@inline
export function logD(x: v128): v128 {
  const tiny = f64x2.lt(x, splatD(2.2250738585072014e-308));
  const scaled = v128.bitselect(f64x2.mul(x, splatD(18014398509481984.0)), x, tiny);
  // Split into m in [sqrt(1/2), sqrt(2)) and the power of two; f = m - 1.
  const bits = i64x2.sub(scaled, i64x2.splat(0x3fe6a09e667f3bcd));
  const exponents = i64x2.shr_s(bits, 52);
  const e = f64x2.sub(
    f64x2.convert_low_i32x4_s(v128.shuffle<i32>(exponents, exponents, 0, 2, 0, 2)),
    v128.and(tiny, splatD(54)),
  );
  const m = i64x2.add(v128.and(bits, i64x2.splat(0x000fffffffffffff)), i64x2.splat(0x3fe6a09e667f3bcd));
  const f = f64x2.sub(m, splatD(1));
  // ln(1 + f) = f - f²/2 + s (f²/2 + R(s²)) with s = f / (2 + f).
  const s = f64x2.div(f, f64x2.add(splatD(2), f));
  const z = f64x2.mul(s, s);
  let p = splatD(0.14616585424888623);
  p = maddD(p, z, splatD(0.15331710618210773));
  p = maddD(p, z, splatD(0.18182889455674947));
  p = maddD(p, z, splatD(0.22222211130259878));
  p = maddD(p, z, splatD(0.2857142862600327));
  p = maddD(p, z, splatD(0.39999999999899444));
  p = maddD(p, z, splatD(0.666666666666667));
  const square = f64x2.mul(f64x2.mul(f, f), splatD(0.5));
  const low = maddD(s, f64x2.add(square, f64x2.mul(z, p)), f64x2.mul(e, splatD(LN2_LOW)));
  let y = f64x2.sub(f64x2.mul(e, splatD(LN2_HIGH)), f64x2.sub(f64x2.sub(square, low), f));
  // +inf and NaN stay; 0 gives -inf; below 0 gives NaN.
  y = v128.bitselect(y, x, f64x2.lt(x, splatD(Infinity)));
  y = v128.bitselect(splatD(-Infinity), y, f64x2.eq(x, splatD(0)));
  return v128.bitselect(splatD(NaN), y, f64x2.lt(x, splatD(0)));
}

@inline
export function tanhD(x: v128): v128 {
  const a = f64x2.abs(x);
  // t = e^2a - 1 = 2^n q + (2^n - 1) with q = e^r - 1.
  const c = f64x2.pmin(f64x2.add(a, a), splatD(44));
  const n = f64x2.nearest(f64x2.mul(c, splatD(LOG2E)));
  const high = f64x2.sub(c, f64x2.mul(n, splatD(LN2_HIGH)));
  const low = f64x2.mul(n, splatD(LN2_LOW));
  const r = f64x2.sub(high, low);
  const lost = f64x2.sub(f64x2.sub(high, r), low);
  const q = f64x2.add(r, maddD(f64x2.mul(r, r), expTail(r), lost));
  const power = powerOfTwo(whole(n));
  const t = maddD(power, q, f64x2.sub(power, splatD(1)));
  const bottom = f64x2.add(t, splatD(2));
  const small = f64x2.div(t, bottom);
  const large = f64x2.sub(splatD(1), f64x2.div(splatD(2), bottom));
  const y = v128.bitselect(large, small, f64x2.ge(a, splatD(1)));
  return v128.or(y, v128.and(x, splatD(-0.0)));
}

@inline
export function sigmoidD(x: v128): v128 {
  return f64x2.div(splatD(1), f64x2.add(splatD(1), expD(f64x2.neg(x))));
}

/** Up to here the quarter turns of an argument count exactly. */
export const REACH: f64 = 800000;
const TWO_OVER_PI: f64 = 0.6366197723675814;
// π/2 in three parts, the first two with 33 bits.
const QUARTER_HIGH: f64 = 1.5707963267341256;
const QUARTER_MIDDLE: f64 = 6.077100506303966e-11;
const QUARTER_LOW: f64 = 2.0222662487959506e-21;

/** The sine of x + shift quarter turns; |x| <= REACH or NaN. */
@inline
function sineOf(x: v128, shift: i64): v128 {
  const n = f64x2.nearest(f64x2.mul(x, splatD(TWO_OVER_PI)));
  const t = f64x2.sub(x, f64x2.mul(n, splatD(QUARTER_HIGH)));
  const middle = f64x2.mul(n, splatD(QUARTER_MIDDLE));
  const u = f64x2.sub(t, middle);
  const lost = f64x2.sub(f64x2.sub(t, u), middle);
  const low = f64x2.mul(n, splatD(QUARTER_LOW));
  const r = f64x2.sub(u, low);
  // r + tail is what is left of x.
  const tail = f64x2.add(f64x2.sub(f64x2.sub(u, r), low), lost);
  const z = f64x2.mul(r, r);
  let p = splatD(-7.586691094197958e-13);
  p = maddD(p, z, splatD(1.6058531516797758e-10));
  p = maddD(p, z, splatD(-2.5052106231802837e-08));
  p = maddD(p, z, splatD(2.7557319219337312e-06));
  p = maddD(p, z, splatD(-0.00019841269841265063));
  p = maddD(p, z, splatD(0.008333333333333331));
  p = maddD(p, z, splatD(-0.16666666666666666));
  const halfZ = f64x2.mul(z, splatD(0.5));
  const sine = f64x2.add(r, maddD(f64x2.mul(r, z), p, f64x2.mul(tail, f64x2.sub(splatD(1), halfZ))));
  let q = splatD(-1.1382623647474604e-11);
  q = maddD(q, z, splatD(2.087614614655861e-9));
  q = maddD(q, z, splatD(-2.7557317271145144e-7));
  q = maddD(q, z, splatD(2.480158729876456e-5));
  q = maddD(q, z, splatD(-1.3888888888887398e-3));
  q = maddD(q, z, splatD(0.041666666666666664));
  const w = f64x2.sub(splatD(1), halfZ);
  const rest = f64x2.sub(f64x2.sub(f64x2.sub(splatD(1), w), halfZ), f64x2.mul(r, tail));
  const cosine = f64x2.add(w, maddD(f64x2.mul(z, z), q, rest));
  const turns = i64x2.add(whole(n), i64x2.splat(shift));
  const odd = i64x2.sub(i64x2.splat(0), v128.and(turns, i64x2.splat(1)));
  const y = v128.bitselect(cosine, sine, odd);
  // The third and fourth quarter are negative.
  return v128.xor(y, i64x2.shl(i64x2.shr_u(turns, 1), 63));
}

@inline
export function sinD(x: v128): v128 {
  // sin(-0) is -0.
  return v128.bitselect(x, sineOf(x, 0), f64x2.eq(x, splatD(0)));
}

@inline
export function cosD(x: v128): v128 {
  return sineOf(x, 1);
}
