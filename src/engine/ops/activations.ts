/**
 * Activation functions. Each derivative has two forms: one kernel when only its value is wanted, and differentiable
 * operations when a graph of the gradient is made.
 */
import { isTracked } from '../core/autograd';
import type { BinaryOp } from '../core/opcodes';
import type { Tensor } from '../core/tensor';
import { wrapNumber, zerosLike } from './create';
import { add, erf, exp, log, mul, neg, plus, scale } from './math';
import { defineUnary, ge, gt, le, rawBinary, where, type UnaryFunction } from './pointwise';

type Slow = (grad: Tensor, saved: Tensor, p0: number, p1: number) => Tensor;

/** The kernel `op` for values, `slow` for graphs. */
function derivative(op: BinaryOp, slow: Slow): Slow {
  return (grad, saved, p0, p1) =>
    isTracked(grad, saved) ? slow(grad, saved, p0, p1) : rawBinary(op, grad, saved, saved.dtype, p0, p1);
}

const limit = (a: Tensor, value: number): Tensor => wrapNumber({ value, kind: 2 }, a);
const above = (x: Tensor, value: number): Tensor => gt(x, limit(x, value));
const within = (x: Tensor, low: number, high: number): Tensor =>
  rawBinary('bitwise_and', gt(x, limit(x, low)), le(x, limit(x, high)), 'bool');
const choose = (mask: Tensor, a: Tensor, b: Tensor): Tensor => where(mask, a, b);

export const relu: UnaryFunction = defineUnary('relu', 'relu', {
  node: 'ReluBackward0',
  saves: 'output',
  derivative: derivative('relu_backward', (g, y) => choose(above(y, 0), g, zerosLike(g))),
});
export const sigmoid: UnaryFunction = defineUnary('sigmoid', 'sigmoid', {
  float: true,
  node: 'SigmoidBackward0',
  saves: 'output',
  derivative: derivative('sigmoid_backward', (g, y) => mul(g, mul(y, neg(plus(y, -1))))),
});
export const tanh: UnaryFunction = defineUnary('tanh', 'tanh', {
  float: true,
  node: 'TanhBackward0',
  saves: 'output',
  derivative: derivative('tanh_backward', (g, y) => mul(g, neg(plus(mul(y, y), -1)))),
});
defineUnary('log_sigmoid', 'log_sigmoid', {
  float: true,
  node: 'LogSigmoidBackward0',
  saves: 'input',
  derivative: derivative('log_sigmoid_backward', (g, x) => mul(g, sigmoid(neg(x)))),
});
defineUnary('silu', 'silu', {
  node: 'SiluBackward0',
  saves: 'input',
  derivative: derivative('silu_backward', (g, x) => {
    const s = sigmoid(x);
    return mul(g, mul(s, plus(mul(x, neg(plus(s, -1))), 1)));
  }),
});

/** The normal distribution's density, and its cumulative function through erf. */
const density = (x: Tensor): Tensor => scale(exp(scale(mul(x, x), -0.5)), 1 / Math.sqrt(2 * Math.PI));
const cumulative = (x: Tensor): Tensor => scale(plus(erf(scale(x, Math.SQRT1_2)), 1), 0.5);
defineUnary('gelu', 'gelu', {
  node: 'GeluBackward0',
  saves: 'input',
  derivative: derivative('gelu_backward', (g, x) => mul(g, add(cumulative(x), mul(x, density(x))))),
});
const INNER = Math.sqrt(2 / Math.PI);
defineUnary('gelu_tanh', 'gelu_tanh', {
  node: 'GeluBackward0',
  saves: 'input',
  derivative: derivative('gelu_tanh_backward', (g, x) => {
    const t = tanh(scale(add(x, scale(mul(x, mul(x, x)), 0.044715)), INNER));
    const slope = scale(plus(scale(mul(x, x), 3 * 0.044715), 1), INNER);
    const right = mul(mul(scale(x, 0.5), neg(plus(mul(t, t), -1))), slope);
    return mul(g, add(scale(plus(t, 1), 0.5), right));
  }),
});
const softplus1 = (x: Tensor): Tensor => choose(above(x, 20), x, log(plus(exp(x), 1)));
defineUnary('mish', 'mish', {
  node: 'MishBackward0',
  saves: 'input',
  derivative: derivative('mish_backward', (g, x) => {
    const t = tanh(softplus1(x));
    return mul(g, add(t, mul(mul(x, sigmoid(x)), neg(plus(mul(t, t), -1)))));
  }),
});
defineUnary(
  'softplus',
  'softplus',
  {
    node: 'SoftplusBackward0',
    saves: 'input',
    derivative: derivative('softplus_backward', (g, x, beta, threshold) =>
      choose(above(scale(x, beta), threshold), g, mul(g, sigmoid(scale(x, beta)))),
    ),
  },
  2,
);
defineUnary(
  'leaky_relu',
  'leaky_relu',
  {
    node: 'LeakyReluBackward0',
    saves: 'input',
    derivative: derivative('leaky_relu_backward', (g, x, slope) => choose(above(x, 0), g, scale(g, slope))),
  },
  1,
);
defineUnary(
  'elu',
  'elu',
  {
    node: 'EluBackward0',
    saves: 'input',
    derivative: derivative('elu_backward', (g, x, alpha) => choose(above(x, 0), g, mul(g, scale(exp(x), alpha)))),
  },
  1,
);
defineUnary(
  'celu',
  'celu',
  {
    node: 'EluBackward0',
    saves: 'input',
    derivative: derivative('celu_backward', (g, x, alpha) => choose(above(x, 0), g, mul(g, exp(scale(x, 1 / alpha))))),
  },
  1,
);
const SELU_SCALE = 1.0507009873554805;
const SELU_ALPHA = 1.6732632423543772;
defineUnary('selu', 'selu', {
  node: 'EluBackward0',
  saves: 'input',
  derivative: derivative('selu_backward', (g, x) =>
    choose(above(x, 0), scale(g, SELU_SCALE), mul(g, scale(exp(x), SELU_SCALE * SELU_ALPHA))),
  ),
});
defineUnary('hardswish', 'hardswish', {
  node: 'HardswishBackward0',
  saves: 'input',
  derivative: derivative('hardswish_backward', (g, x) =>
    choose(ge(x, limit(x, 3)), g, choose(above(x, -3), mul(g, plus(scale(x, 1 / 3), 0.5)), zerosLike(g))),
  ),
});
defineUnary('hardsigmoid', 'hardsigmoid', {
  node: 'HardsigmoidBackward0',
  saves: 'input',
  derivative: derivative('hardsigmoid_backward', (g, x) => choose(within(x, -3, 3), scale(g, 1 / 6), zerosLike(g))),
});
defineUnary(
  'threshold',
  'threshold',
  {
    node: 'ThresholdBackward0',
    saves: 'input',
    derivative: derivative('threshold_backward', (g, x, limitAt) => choose(above(x, limitAt), g, zerosLike(g))),
  },
  2,
);
