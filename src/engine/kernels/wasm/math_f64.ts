/**
 * Every unary and binary operation for one float64, and for float32 where no vector form exists (exact through float64).
 * JavaScript's Math is imported for what it has; erf, erfinv, lgamma and digamma are here.
 */
import { Unary, Binary } from './opcodes';

@external('env', 'exp') declare function exp(x: f64): f64;
@external('env', 'expm1') declare function expm1(x: f64): f64;
@external('env', 'log') declare function log(x: f64): f64;
@external('env', 'log2') declare function log2(x: f64): f64;
@external('env', 'log10') declare function log10(x: f64): f64;
@external('env', 'log1p') declare function log1p(x: f64): f64;
@external('env', 'sin') declare function sin(x: f64): f64;
@external('env', 'cos') declare function cos(x: f64): f64;
@external('env', 'tan') declare function tan(x: f64): f64;
@external('env', 'asin') declare function asin(x: f64): f64;
@external('env', 'acos') declare function acos(x: f64): f64;
@external('env', 'atan') declare function atan(x: f64): f64;
@external('env', 'sinh') declare function sinh(x: f64): f64;
@external('env', 'cosh') declare function cosh(x: f64): f64;
@external('env', 'tanh') declare function tanh(x: f64): f64;
@external('env', 'asinh') declare function asinh(x: f64): f64;
@external('env', 'acosh') declare function acosh(x: f64): f64;
@external('env', 'atanh') declare function atanh(x: f64): f64;
@external('env', 'pow') declare function jsPow(x: f64, y: f64): f64;
@external('env', 'atan2') declare function atan2(y: f64, x: f64): f64;
@external('env', 'hypot') declare function hypot(x: f64, y: f64): f64;

export { exp as exp64, log as log64, log1p as log1p64 };

const SQRT1_2: f64 = 0.7071067811865476;
const SQRT_2_OVER_PI: f64 = 0.7978845608028654;
const INV_SQRT_2PI: f64 = 0.3989422804014327;
const SELU_ALPHA: f64 = 1.6732632423543772848170429916717;
const SELU_SCALE: f64 = 1.0507009873554804934193349852946;
const TWO_OVER_SQRT_PI: f64 = 1.1283791670955126;

/** C's pow: JavaScript differs where the base is ±1 and the exponent is not finite. */
export function pow64(x: f64, y: f64): f64 {
  if (x == 1) return 1;
  if (x == -1 && abs<f64>(y) == Infinity) return 1;
  if (y == 2) return x * x;
  if (y == 0.5 && x >= 0) return sqrt<f64>(x);
  return jsPow(x, y);
}

/** Taylor series below 2, Lentz's continued fraction of erfc above. */
export function erf64(x: f64): f64 {
  const a = abs(x);
  if (a < 2) {
    let term = x;
    let sum = x;
    const u = x * x;
    for (let k = 1; k < 60; k++) {
      term *= -u / k;
      const add = term / (2 * k + 1);
      sum += add;
      if (abs(add) < 1e-17 * abs(sum)) break;
    }
    return TWO_OVER_SQRT_PI * sum;
  }
  return x > 0 ? 1 - erfcTail(a) : x < 0 ? erfcTail(a) - 1 : x;
}

/** erfc(a) = exp(-a²) / sqrt(pi) / (a + (1/2)/(a + 1/(a + (3/2)/(a + …)))) for a >= 1/2, evaluated from the far end. */
function erfcTail(a: f64): f64 {
  if (a > 27) return 0;
  let f = a;
  for (let k = a > 2 ? 60 : a > 1 ? 160 : 500; k > 0; k--) f = a + (0.5 * k) / f;
  return (exp(-a * a) * 0.5641895835477563) / f;
}

export function erfc64(x: f64): f64 {
  if (x < 0.5) return 1 - erf64(x);
  if (x == Infinity) return 0;
  return erfcTail(x);
}

/** Giles' starting value (2010), then two Newton steps on erf or, in the tails, on erfc. */
export function erfinv64(x: f64): f64 {
  const a = abs(x);
  if (!(a < 1)) return a == 1 ? x * Infinity : NaN;
  if (a == 0) return x;
  const w = -log((1 - a) * (1 + a));
  let y: f64;
  if (w < 5) {
    const t = w - 2.5;
    y = 2.81022636e-8;
    y = 3.43273939e-7 + y * t;
    y = -3.5233877e-6 + y * t;
    y = -4.39150654e-6 + y * t;
    y = 0.00021858087 + y * t;
    y = -0.00125372503 + y * t;
    y = -0.00417768164 + y * t;
    y = 0.246640727 + y * t;
    y = (1.50140941 + y * t) * a;
  } else {
    const t = sqrt(w) - 3;
    y = -0.000200214257;
    y = 0.000100950558 + y * t;
    y = 0.00134934322 + y * t;
    y = -0.00367342844 + y * t;
    y = 0.00573950773 + y * t;
    y = -0.0076224613 + y * t;
    y = 0.00943887047 + y * t;
    y = 1.00167406 + y * t;
    y = (2.83297682 + y * t) * a;
  }
  for (let i = 0; i < 2; i++) {
    const error = a > 0.5 ? 1 - a - erfc64(y) : erf64(y) - a;
    y -= error / (TWO_OVER_SQRT_PI * exp(-y * y));
  }
  return copysign(y, x);
}

/** Stirling's series after shifting the argument to at least 12; reflection below 0.5. Absolute error about 1e-14. */
export function lgamma64(x: f64): f64 {
  if (isNaN(x)) return x;
  if (abs(x) == Infinity) return Infinity;
  if (x <= 0 && floor(x) == x) return Infinity;
  if (x == 1 || x == 2) return 0;
  if (x < 0.5) {
    const s = abs(sin(3.141592653589793 * (x - floor(x))));
    return 1.1447298858494002 - log(s) - lgamma64(1 - x);
  }
  let shift: f64 = 1;
  let z = x;
  while (z < 12) {
    shift *= z;
    z += 1;
  }
  const r = 1 / (z * z);
  const series =
    (1.0 / 12 - r * (1.0 / 360 - r * (1.0 / 1260 - r * (1.0 / 1680 - r * (1.0 / 1188 - r * (691.0 / 360360)))))) / z;
  return (z - 0.5) * log(z) - z + 0.9189385332046727 + series - log(shift);
}

export function digamma64(x: f64): f64 {
  if (x == 0) return copysign(<f64>Infinity, -x);
  if (x < 0) {
    if (floor(x) == x) return NaN;
    const angle = 3.141592653589793 * (x - floor(x));
    return digamma64(1 - x) - (3.141592653589793 * cos(angle)) / sin(angle);
  }
  let result: f64 = 0;
  while (x < 12) {
    result -= 1 / x;
    x += 1;
  }
  const r = 1 / (x * x);
  const series =
    r * (1.0 / 12 - r * (1.0 / 120 - r * (1.0 / 252 - r * (1.0 / 240 - r * (1.0 / 132 - r * (691.0 / 32760))))));
  return result + log(x) - 0.5 / x - series;
}

@inline
export function sign64(x: f64): f64 {
  return x > 0 ? 1 : x < 0 ? -1 : isNaN(x) ? x : 0;
}

function sigmoid(x: f64): f64 {
  return 1 / (1 + exp(-x));
}

/** log(1 + e^x). */
export function softplus64(x: f64): f64 {
  return max(x, 0) + log1p(exp(-abs(x)));
}

function gelu(x: f64): f64 {
  return 0.5 * x * (1 + erf64(x * SQRT1_2));
}

function geluTanhInner(x: f64): f64 {
  return tanh(SQRT_2_OVER_PI * (x + 0.044715 * x * x * x));
}

export function unary64(code: i32, x: f64, p: f64, q: f64): f64 {
  switch (code) {
    case Unary.neg: return -x;
    case Unary.abs: return abs(x);
    case Unary.sign: return sign64(x);
    case Unary.square: return x * x;
    case Unary.sqrt: return sqrt(x);
    case Unary.rsqrt: return 1 / sqrt(x);
    case Unary.reciprocal: return 1 / x;
    case Unary.exp: return exp(x);
    case Unary.exp2: return jsPow(2, x);
    case Unary.expm1: return expm1(x);
    case Unary.log: return log(x);
    case Unary.log2: return log2(x);
    case Unary.log10: return log10(x);
    case Unary.log1p: return log1p(x);
    case Unary.sin: return sin(x);
    case Unary.cos: return cos(x);
    case Unary.tan: return tan(x);
    case Unary.asin: return asin(x);
    case Unary.acos: return acos(x);
    case Unary.atan: return atan(x);
    case Unary.sinh: return sinh(x);
    case Unary.cosh: return cosh(x);
    case Unary.tanh: return tanh(x);
    case Unary.asinh: return asinh(x);
    case Unary.acosh: return acosh(x);
    case Unary.atanh: return atanh(x);
    case Unary.sigmoid: return sigmoid(x);
    case Unary.log_sigmoid: return -softplus64(-x);
    case Unary.relu: return x < 0 ? 0 : x;
    case Unary.erf: return erf64(x);
    case Unary.erfc: return erfc64(x);
    case Unary.erfinv: return erfinv64(x);
    case Unary.floor: return floor(x);
    case Unary.ceil: return ceil(x);
    case Unary.round: return nearest(x);
    case Unary.trunc: return trunc(x);
    case Unary.frac: return x - trunc(x);
    case Unary.silu: return x * sigmoid(x);
    case Unary.gelu: return gelu(x);
    case Unary.gelu_tanh: return 0.5 * x * (1 + geluTanhInner(x));
    case Unary.mish: return x * tanh(softplus64(x));
    case Unary.lgamma: return lgamma64(x);
    case Unary.digamma: return digamma64(x);
    case Unary.leaky_relu: return x > 0 ? x : x * p;
    case Unary.elu: return x > 0 ? x : p * expm1(x);
    case Unary.celu: return x > 0 ? x : p * expm1(x / p);
    case Unary.selu: return SELU_SCALE * (x > 0 ? x : SELU_ALPHA * expm1(x));
    case Unary.softplus: return x * p > q ? x : softplus64(x * p) / p;
    case Unary.hardswish: return x * min(max(x + 3, 0), 6) / 6;
    case Unary.hardsigmoid: return min(max(x + 3, 0), 6) / 6;
    case Unary.clamp: return min(max(x, p), q);
    case Unary.threshold: return x <= p ? q : x;
    case Unary.pow: return pow64(x, p);
    case Unary.add_scalar: return x + p;
    case Unary.div_scalar: return x / p;
    default: return NaN;
  }
}

/** Python's remainder: the sign of the divisor. */
export function remainder64(x: f64, y: f64): f64 {
  const r = fmod64(x, y);
  return r != 0 && (r < 0) != (y < 0) ? r + y : r;
}

export function fmod64(x: f64, y: f64): f64 {
  if (y == 0 || isNaN(y) || !isFinite(x)) return NaN;
  if (abs(y) == Infinity || abs(x) < abs(y)) return x;
  return copysign(x % y, x);
}

/** Python's float floor division as PyTorch computes it: exact where x / y rounds up to an integer. */
export function floorDiv64(x: f64, y: f64): f64 {
  if (y == 0) return x / y;
  const r = fmod64(x, y);
  let q = (x - r) / y;
  if (r != 0 && (y < 0) != (r < 0)) q -= 1;
  if (q == 0) return copysign(<f64>0, x / y);
  const f = floor(q);
  return q - f > 0.5 ? f + 1 : f;
}

export function binary64(code: i32, x: f64, y: f64, p: f64, q: f64): f64 {
  switch (code) {
    case Binary.add: return x + p * y;
    case Binary.sub: return x - p * y;
    case Binary.mul: return x * y;
    case Binary.div: return x / y;
    case Binary.floor_div: return floorDiv64(x, y);
    case Binary.remainder: return remainder64(x, y);
    case Binary.fmod: return fmod64(x, y);
    case Binary.pow: return pow64(x, y);
    case Binary.maximum: return max(x, y);
    case Binary.minimum: return min(x, y);
    case Binary.fmax: return isNaN(y) ? x : isNaN(x) ? y : max(x, y);
    case Binary.fmin: return isNaN(y) ? x : isNaN(x) ? y : min(x, y);
    case Binary.atan2: return atan2(x, y);
    case Binary.hypot: return hypot(x, y);
    case Binary.copysign: return copysign(x, y);
    case Binary.logical_and: return x != 0 && y != 0 ? 1 : 0;
    case Binary.logical_or: return x != 0 || y != 0 ? 1 : 0;
    case Binary.logical_xor: return (x != 0) != (y != 0) ? 1 : 0;
    default: return backward64(code, x, y, p, q);
  }
}

/** g times the derivative; y is the operation's input or output as opcodes.ts says. */
function backward64(code: i32, g: f64, y: f64, p: f64, q: f64): f64 {
  switch (code) {
    case Binary.relu_backward: return y > 0 ? g : 0;
    case Binary.sigmoid_backward: return g * (1 - y) * y;
    case Binary.tanh_backward: return g * (1 - y * y);
    case Binary.gelu_backward:
      return g * (0.5 * (1 + erf64(y * SQRT1_2)) + y * INV_SQRT_2PI * exp(-0.5 * y * y));
    case Binary.gelu_tanh_backward: {
      const t = geluTanhInner(y);
      return g * (0.5 * (1 + t) + 0.5 * y * (1 - t * t) * SQRT_2_OVER_PI * (1 + 3 * 0.044715 * y * y));
    }
    case Binary.silu_backward: {
      const s = sigmoid(y);
      return g * s * (1 + y * (1 - s));
    }
    case Binary.mish_backward: {
      const t = tanh(softplus64(y));
      return g * (t + y * sigmoid(y) * (1 - t * t));
    }
    case Binary.leaky_relu_backward: return y > 0 ? g : g * p;
    case Binary.elu_backward: return y > 0 ? g : g * p * exp(y);
    case Binary.celu_backward: return y > 0 ? g : g * exp(y / p);
    case Binary.selu_backward: return SELU_SCALE * (y > 0 ? g : g * SELU_ALPHA * exp(y));
    case Binary.softplus_backward: return y * p > q ? g : g * sigmoid(y * p);
    case Binary.hardswish_backward: return y < -3 ? 0 : y <= 3 ? g * (y / 3 + 0.5) : g;
    case Binary.hardsigmoid_backward: return y > -3 && y < 3 ? g / 6 : 0;
    case Binary.log_sigmoid_backward: return g * sigmoid(-y);
    case Binary.threshold_backward: return y > p ? g : 0;
    case Binary.clamp_backward: return y >= p && y <= q ? g : 0;
    default: return NaN;
  }
}
