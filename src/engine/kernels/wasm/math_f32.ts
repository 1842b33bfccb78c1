/**
 * exp, log, tanh, erf and relatives for four float32 at once, within about 2 ulp over the whole range, with IEEE
 * results for infinities, NaN, denormals and overflow. Polynomials: our own weighted minimax fits (Lawson iteration).
 */
import { madd, nmadd, pick, splat } from './support';

const LOG2E: f32 = 1.4426950408889634;
// ln 2 in two parts, the first with few enough bits that n * LN2_HIGH is exact.
const LN2_HIGH: f32 = 0.693359375;
const LN2_LOW: f32 = -2.12194440054690583e-4;

/** (e^r - 1 - r) / r² on |r| <= ln(2)/2. */
@inline
function expTail(r: v128): v128 {
  let p = splat(1.979034633e-4);
  p = madd(p, r, splat(1.3944660256e-3));
  p = madd(p, r, splat(8.3334970695e-3));
  p = madd(p, r, splat(4.1666294937e-2));
  p = madd(p, r, splat(1.6666665869e-1));
  return madd(p, r, splat(5.0000000677e-1));
}

/** 2^n for integral n in [-126, 127]. */
@inline
function powerOfTwo(n: v128): v128 {
  return i32x4.shl(i32x4.add(n, i32x4.splat(127)), 23);
}

@inline
export function exp4(x: v128): v128 {
  // pmin(x, hi) is `hi < x ? hi : x`, which lets NaN through.
  const c = f32x4.pmax(f32x4.pmin(x, splat(89.0)), splat(-104.0));
  const n = f32x4.nearest(f32x4.mul(c, splat(LOG2E)));
  const r = nmadd(n, splat(LN2_LOW), nmadd(n, splat(LN2_HIGH), c));
  const y = f32x4.add(madd(f32x4.mul(r, r), expTail(r), r), splat(1));
  // Two factors, so that results that are denormal, or overflow, come out right.
  const i = i32x4.trunc_sat_f32x4_s(n);
  const half = i32x4.shr_s(i, 1);
  return f32x4.mul(f32x4.mul(y, powerOfTwo(half)), powerOfTwo(i32x4.sub(i, half)));
}

export function expm1_4(x: v128): v128 {
  const c = f32x4.pmax(f32x4.pmin(x, splat(88.0)), splat(-87.0));
  const n = f32x4.nearest(f32x4.mul(c, splat(LOG2E)));
  const r = nmadd(n, splat(LN2_LOW), nmadd(n, splat(LN2_HIGH), c));
  const q = madd(f32x4.mul(r, r), expTail(r), r);
  const s = powerOfTwo(i32x4.trunc_sat_f32x4_s(n));
  const y = madd(q, s, f32x4.sub(s, splat(1)));
  // Beyond the clamp the 1 no longer matters; x = ±0 keeps its sign.
  return pick(x, pick(exp4(x), y, f32x4.gt(x, splat(88.0))), f32x4.eq(x, splat(0)));
}

export function log4(x: v128): v128 {
  const tiny = f32x4.lt(x, splat(1.17549435e-38));
  const scaled = pick(f32x4.mul(x, splat(8388608.0)), x, tiny);
  // Split into m in [sqrt(1/2), sqrt(2)) and the power of two.
  const bits = i32x4.sub(scaled, i32x4.splat(0x3f3504f3));
  const e = f32x4.sub(
    f32x4.convert_i32x4_s(i32x4.shr_s(bits, 23)),
    v128.and(tiny, splat(23)),
  );
  const m = i32x4.add(v128.and(bits, i32x4.splat(0x007fffff)), i32x4.splat(0x3f3504f3));
  const f = f32x4.sub(m, splat(1));
  let p = splat(0.0674660133);
  p = madd(p, f, splat(-0.1167564131));
  p = madd(p, f, splat(0.118881746));
  p = madd(p, f, splat(-0.1240559142));
  p = madd(p, f, splat(0.1421955091));
  p = madd(p, f, splat(-0.1666799567));
  p = madd(p, f, splat(0.2000211873));
  p = madd(p, f, splat(-0.250000096));
  p = madd(p, f, splat(0.333333126));
  const f2 = f32x4.mul(f, f);
  let y = f32x4.mul(f32x4.mul(f, f2), p);
  y = madd(e, splat(LN2_LOW), y);
  y = nmadd(f2, splat(0.5), y);
  y = madd(e, splat(LN2_HIGH), f32x4.add(f, y));
  // +inf and NaN stay; 0 gives -inf; below 0 gives NaN.
  y = pick(y, x, f32x4.lt(x, splat(Infinity)));
  y = pick(splat(-Infinity), y, f32x4.eq(x, splat(0)));
  return pick(splat(NaN), y, f32x4.lt(x, splat(0)));
}

export function log1p4(x: v128): v128 {
  const u = f32x4.add(x, splat(1));
  // log(u) plus what 1 + x lost in rounding.
  const lost = f32x4.div(f32x4.sub(x, f32x4.sub(u, splat(1))), u);
  const y = f32x4.add(log4(u), lost);
  const special = v128.or(f32x4.eq(u, splat(1)), f32x4.eq(x, splat(Infinity)));
  return pick(x, pick(splat(-Infinity), y, f32x4.eq(u, splat(0))), special);
}

export function tanh4(x: v128): v128 {
  const a = f32x4.abs(x);
  const u = f32x4.mul(x, x);
  let p = splat(-0.0057049784);
  p = madd(p, u, splat(0.0206390787));
  p = madd(p, u, splat(-0.0537397122));
  p = madd(p, u, splat(0.1333144216));
  p = madd(p, u, splat(-0.3333328194));
  const small = madd(f32x4.mul(x, u), p, x);
  const big = f32x4.sub(splat(1), f32x4.div(splat(2), f32x4.add(exp4(f32x4.add(a, a)), splat(1))));
  const signed = v128.or(big, v128.and(x, splat(-0.0)));
  return pick(small, signed, f32x4.lt(a, splat(0.625)));
}

@inline
export function sigmoid4(x: v128): v128 {
  return f32x4.div(splat(1), f32x4.add(splat(1), exp4(f32x4.neg(x))));
}

/** log(1 + e^x) without overflow. */
export function softplus4(x: v128): v128 {
  const tail = log1p4(exp4(f32x4.neg(f32x4.abs(x))));
  return f32x4.add(f32x4.max(x, splat(0)), tail);
}

export function erf4(x: v128): v128 {
  const a = f32x4.abs(x);
  const u = f32x4.mul(x, x);
  let p = splat(7.8538577285e-5);
  p = madd(p, u, splat(-8.0101925275e-4));
  p = madd(p, u, splat(5.1883275608e-3));
  p = madd(p, u, splat(-2.6853811870e-2));
  p = madd(p, u, splat(1.1283585147e-1));
  p = madd(p, u, splat(-3.7612625824e-1));
  // x + x * (2/sqrt(pi) - 1): the whole coefficient rounded to float32 would cost accuracy.
  const small = madd(x, splat(0.1283791657), madd(f32x4.mul(x, u), p, x));
  // erf(a) = 1 - exp(-q(a)), q fitted on [1, 3.95]; beyond, float32 rounds to 1.
  const b = f32x4.pmin(a, splat(3.95));
  let q = splat(-1.8638005205e-4);
  q = madd(q, b, splat(2.9476664902e-3));
  q = madd(q, b, splat(-2.1838095780e-2));
  q = madd(q, b, splat(1.0310681896e-1));
  q = madd(q, b, splat(6.3814476086e-1));
  q = madd(q, b, splat(1.1270892322));
  q = madd(q, b, splat(3.4151296685e-4));
  const big = f32x4.sub(splat(1), exp4(f32x4.neg(q)));
  return pick(small, v128.or(big, v128.and(x, splat(-0.0))), f32x4.lt(a, splat(1)));
}
