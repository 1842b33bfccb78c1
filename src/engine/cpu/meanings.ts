/** For unit tests: what each elementwise operation means, as plain functions of numbers in float64. */
import type { BinaryOp, UnaryOp } from '../core/opcodes';

const softplus = (x: number): number => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
const roundEven = (x: number): number => {
  const r = Math.round(x);
  return Math.abs(x % 1) === 0.5 && r % 2 !== 0 ? r - 1 : r;
};
/** erf by Simpson's rule: slow, and independent of the kernels' series. */
function erf(x: number): number {
  const a = Math.min(Math.abs(x), 7);
  const steps = 2000;
  const h = a / steps;
  let sum = 1 + Math.exp(-a * a);
  for (let i = 1; i < steps; i++) sum += (i % 2 === 0 ? 2 : 4) * Math.exp(-((i * h) ** 2));
  return (Math.sign(x) * 2 * h * sum) / 3 / Math.sqrt(Math.PI);
}
const geluInner = (x: number): number => Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x ** 3));

/** What each operation means, in float64; ulp allowed in float32. `domain` bounds the random arguments. */
export const UNARY: Partial<Record<UnaryOp, { f: (x: number) => number; ulp: number; domain?: [number, number] }>> = {
  neg: { f: (x) => -x, ulp: 0 },
  abs: { f: Math.abs, ulp: 0 },
  sign: { f: Math.sign, ulp: 0 },
  square: { f: (x) => x * x, ulp: 0.5 },
  sqrt: { f: Math.sqrt, ulp: 0.5, domain: [0, 9] },
  rsqrt: { f: (x) => 1 / Math.sqrt(x), ulp: 1.5, domain: [0.01, 9] },
  reciprocal: { f: (x) => 1 / x, ulp: 0.5 },
  exp: { f: Math.exp, ulp: 2 },
  exp2: { f: (x) => 2 ** x, ulp: 1 },
  expm1: { f: Math.expm1, ulp: 2 },
  log: { f: Math.log, ulp: 2, domain: [0, 9] },
  log2: { f: Math.log2, ulp: 1, domain: [0, 9] },
  log10: { f: Math.log10, ulp: 1, domain: [0, 9] },
  log1p: { f: Math.log1p, ulp: 2, domain: [-0.99, 9] },
  sin: { f: Math.sin, ulp: 1 },
  cos: { f: Math.cos, ulp: 1 },
  tan: { f: Math.tan, ulp: 1 },
  asin: { f: Math.asin, ulp: 1, domain: [-1, 1] },
  acos: { f: Math.acos, ulp: 1, domain: [-1, 1] },
  atan: { f: Math.atan, ulp: 1 },
  sinh: { f: Math.sinh, ulp: 1 },
  cosh: { f: Math.cosh, ulp: 1 },
  tanh: { f: Math.tanh, ulp: 2 },
  asinh: { f: Math.asinh, ulp: 1 },
  acosh: { f: Math.acosh, ulp: 1, domain: [1, 9] },
  atanh: { f: Math.atanh, ulp: 1, domain: [-1, 1] },
  sigmoid: { f: sigmoid, ulp: 3 },
  log_sigmoid: { f: (x) => -softplus(-x), ulp: 3 },
  relu: { f: (x) => Math.max(x, 0), ulp: 0 },
  erf: { f: erf, ulp: 2 },
  erfc: { f: (x) => 1 - erf(x), ulp: 1, domain: [-3, 0.4] },
  floor: { f: Math.floor, ulp: 0 },
  ceil: { f: Math.ceil, ulp: 0 },
  round: { f: roundEven, ulp: 0 },
  trunc: { f: Math.trunc, ulp: 0 },
  frac: { f: (x) => x - Math.trunc(x), ulp: 0 },
  silu: { f: (x) => x * sigmoid(x), ulp: 4 },
  mish: { f: (x) => x * Math.tanh(softplus(x)), ulp: 1 },
};

export const UNARY_WITH_PARAMETERS: Partial<Record<UnaryOp, (x: number, p: number, q: number) => number>> = {
  leaky_relu: (x, p) => (x > 0 ? x : x * p),
  elu: (x, p) => (x > 0 ? x : p * Math.expm1(x)),
  celu: (x, p) => Math.max(0, x) + Math.min(0, p * Math.expm1(x / p)),
  selu: (x) => 1.0507009873554805 * (x > 0 ? x : 1.6732632423543772 * Math.expm1(x)),
  softplus: (x, p, q) => (x * p > q ? x : softplus(x * p) / p),
  hardswish: (x) => (x * Math.min(Math.max(x + 3, 0), 6)) / 6,
  hardsigmoid: (x) => Math.min(Math.max(x + 3, 0), 6) / 6,
  clamp: (x, p, q) => Math.min(Math.max(x, p), q),
  threshold: (x, p, q) => (x > p ? x : q),
  add_scalar: (x, p) => x + p,
  div_scalar: (x, p) => x / p,
  gelu: (x) => 0.5 * x * (1 + erf(x / Math.SQRT2)),
  gelu_tanh: (x) => 0.5 * x * (1 + geluInner(x)),
};

/** The slope of f by central differences. */
const slope = (f: (x: number) => number, x: number): number => (f(x + 1e-5) - f(x - 1e-5)) / 2e-5;
const withSlope =
  (f: (x: number, p: number, q: number) => number) =>
  (g: number, x: number, p: number, q: number): number =>
    g * slope((y) => f(y, p, q), x);

export const BINARY: Partial<Record<BinaryOp, (x: number, y: number, p: number, q: number) => number>> = {
  add: (x, y, p) => x + p * y,
  sub: (x, y, p) => x - p * y,
  mul: (x, y) => x * y,
  div: (x, y) => x / y,
  floor_div: (x, y) => Math.floor(x / y),
  remainder: (x, y) => x - y * Math.floor(x / y),
  fmod: (x, y) => x % y,
  maximum: (x, y) => Math.max(x, y),
  minimum: (x, y) => Math.min(x, y),
  fmax: (x, y) => Math.max(x, y),
  fmin: (x, y) => Math.min(x, y),
  atan2: (x, y) => Math.atan2(x, y),
  hypot: (x, y) => Math.hypot(x, y),
  copysign: (x, y) => (y < 0 ? -Math.abs(x) : Math.abs(x)),
  logical_and: (x, y) => (x !== 0 && y !== 0 ? 1 : 0),
  logical_or: (x, y) => (x !== 0 || y !== 0 ? 1 : 0),
  logical_xor: (x, y) => ((x !== 0) !== (y !== 0) ? 1 : 0),
  pow: (x, y) => x ** y,
  relu_backward: (g, y) => (y > 0 ? g : 0),
  sigmoid_backward: (g, y) => g * y * (1 - y),
  tanh_backward: (g, y) => g * (1 - y * y),
  gelu_backward: withSlope((x) => 0.5 * x * (1 + erf(x / Math.SQRT2))),
  gelu_tanh_backward: withSlope((x) => 0.5 * x * (1 + geluInner(x))),
  silu_backward: withSlope((x) => x * sigmoid(x)),
  mish_backward: withSlope((x) => x * Math.tanh(softplus(x))),
  leaky_relu_backward: withSlope((x, p) => (x > 0 ? x : x * p)),
  elu_backward: withSlope((x, p) => (x > 0 ? x : p * Math.expm1(x))),
  celu_backward: withSlope((x, p) => (x > 0 ? x : p * Math.expm1(x / p))),
  selu_backward: withSlope((x) => 1.0507009873554805 * (x > 0 ? x : 1.6732632423543772 * Math.expm1(x))),
  softplus_backward: withSlope((x, p, q) => (x * p > q ? x : softplus(x * p) / p)),
  hardswish_backward: withSlope((x) => (x * Math.min(Math.max(x + 3, 0), 6)) / 6),
  hardsigmoid_backward: withSlope((x) => Math.min(Math.max(x + 3, 0), 6) / 6),
  log_sigmoid_backward: withSlope((x) => -softplus(-x)),
  threshold_backward: (g, x, p) => (x > p ? g : 0),
  clamp_backward: (g, x, p, q) => (x >= p && x <= q ? g : 0),
};
