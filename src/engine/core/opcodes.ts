/**
 * Names and codes of the primitive operations. A code is the position in its list and is what kernels receive:
 * append at the end, never reorder. `p0` and `p1` are the two numbers that a parameterised operation may take.
 */

export const UNARY_OPS = [
  'neg',
  'abs',
  'sign',
  'square',
  'sqrt',
  'rsqrt',
  'reciprocal',
  'exp',
  'exp2',
  'expm1',
  'log',
  'log2',
  'log10',
  'log1p',
  'sin',
  'cos',
  'tan',
  'asin',
  'acos',
  'atan',
  'sinh',
  'cosh',
  'tanh',
  'asinh',
  'acosh',
  'atanh',
  'sigmoid',
  'log_sigmoid',
  'relu',
  'erf',
  'erfc',
  'erfinv',
  'floor',
  'ceil',
  'round',
  'trunc',
  'frac',
  'silu',
  'gelu',
  'gelu_tanh',
  'mish',
  'lgamma',
  'digamma',
  'bitwise_not',
  // with p0, p1
  'leaky_relu', // slope p0
  'elu', // alpha p0
  'celu', // alpha p0
  'selu',
  'softplus', // beta p0, threshold p1
  'hardswish',
  'hardsigmoid',
  'clamp', // from p0 to p1
  'threshold', // x > p0 ? x : p1
  'pow', // x ** p0
  'add_scalar', // x + p0
  'div_scalar', // x / p0
] as const;
export type UnaryOp = (typeof UNARY_OPS)[number];

export const BINARY_OPS = [
  'add', // a + p0 * b
  'sub', // a - p0 * b
  'mul',
  'div',
  'floor_div',
  'remainder',
  'fmod',
  'pow',
  'maximum',
  'minimum',
  'fmax',
  'fmin',
  'atan2',
  'hypot',
  'copysign',
  'bitwise_and',
  'bitwise_or',
  'bitwise_xor',
  'shift_left',
  'shift_right',
  'logical_and',
  'logical_or',
  'logical_xor', // 0 or 1 in the type of the operands
  // derivatives: the first operand is the gradient, the second what the comment says
  'relu_backward', // output (or input): g where y > 0
  'sigmoid_backward', // output
  'tanh_backward', // output
  'gelu_backward',
  'gelu_tanh_backward',
  'silu_backward',
  'mish_backward', // input
  'leaky_relu_backward', // input, slope p0
  'elu_backward',
  'celu_backward', // input, alpha p0
  'selu_backward', // input
  'softplus_backward', // input, beta p0, threshold p1
  'hardswish_backward',
  'hardsigmoid_backward',
  'log_sigmoid_backward', // input
  'threshold_backward', // input: g where x > p0
  'clamp_backward', // input: g where p0 <= x <= p1
] as const;
export type BinaryOp = (typeof BINARY_OPS)[number];

export const COMPARE_OPS = ['eq', 'ne', 'lt', 'le', 'gt', 'ge'] as const;
export type CompareOp = (typeof COMPARE_OPS)[number];

/** Tests of one operand whose result is bool. */
export const TEST_OPS = ['isnan', 'isinf', 'isfinite', 'logical_not', 'signbit'] as const;
export type TestOp = (typeof TEST_OPS)[number];

export const REDUCE_OPS = ['sum', 'prod', 'max', 'min', 'sum_square', 'sum_abs'] as const;
export type ReduceOp = (typeof REDUCE_OPS)[number];

export const SCAN_OPS = ['cumsum', 'cumprod', 'logcumsumexp', 'cummax', 'cummin'] as const;
export type ScanOp = (typeof SCAN_OPS)[number];

export const SCATTER_OPS = ['set', 'add', 'prod', 'max', 'min'] as const;
export type ScatterOp = (typeof SCATTER_OPS)[number];
