/** The elementwise functions: each line is a name, its primitive and its derivative. */
import { track } from '../core/autograd';
import { categoryOf, scalarName } from '../core/dtype';
import { check, fail } from '../core/errors';
import { expose, type PythonNumber } from '../core/expose';
import { writeInPlace } from '../core/inplace';

import type { Tensor } from '../core/tensor';
import { full, wrapNumber, zerosLike } from './create';
import {
  binaryInto,
  checkInPlace,
  defineBinary,
  defineUnary,
  eq,
  ge,
  gt,
  le,
  lt,
  ne,
  rawBinary,
  resultType,
  where,
} from './pointwise';

// ------------------------------------------------------------------ arithmetic

const number = (a: Tensor, value: number): Tensor => wrapNumber({ value, kind: 2 }, a);
export const whole = (a: Tensor, value: number): Tensor => wrapNumber({ value, kind: 1 }, a);
export const scale = (a: Tensor, factor: number): Tensor => mul(a, number(a, factor));
/** a / count, as means are divided. */
export const shared = (a: Tensor, count: number): Tensor => div(a, number(a, count));
export const plus = (a: Tensor, term: number): Tensor => add(a, number(a, term));
const alphaOf = ({ value }: PythonNumber): number => Number(value);

/** a + alpha · b. */
export function add(a: Tensor, b: Tensor, alpha = 1): Tensor {
  const out = rawBinary('add', a, b, resultType(a, b), alpha);
  return track(out, 'AddBackward0', [a, b], [], ([grad], _, needs) => [
    grad ?? null,
    grad && needs[1] === true ? (alpha === 1 ? grad : scale(grad, alpha)) : null,
  ]);
}

/** a - alpha · b. */
export function sub(a: Tensor, b: Tensor, alpha = 1): Tensor {
  check(a.dtype !== 'bool' && b.dtype !== 'bool', () =>
    a.dtype === 'bool' && b.dtype === 'bool'
      ? 'Subtraction, the `-` operator, with two bool tensors is not supported. Use the `^` or `logical_xor()` operator instead.'
      : 'Subtraction, the `-` operator, with a bool tensor is not supported. If you are trying to invert a mask, use the `~` or `logical_not()` operator instead.',
  );
  const out = rawBinary('sub', a, b, resultType(a, b), alpha);
  return track(out, 'SubBackward0', [a, b], [], ([grad], _, needs) => [
    grad ?? null,
    grad && needs[1] === true ? scale(grad, -alpha) : null,
  ]);
}

function addInto(op: 'add' | 'sub', a: Tensor, b: Tensor, alpha = 1): Tensor {
  checkInPlace(a, b, resultType(a, b));
  const sign = op === 'add' ? alpha : -alpha;
  const write = (): void => binaryInto(op, a, b, a, alpha);
  return writeInPlace(a, op === 'add' ? 'AddBackward0' : 'SubBackward0', [b], [], write, ([grad], _, needs) => [
    grad ?? null,
    grad && needs[1] === true ? scale(grad, sign) : null,
  ]);
}
export const addInPlace = (a: Tensor, b: Tensor, alpha = 1): Tensor => addInto('add', a, b, alpha);

expose('add', 'tt', (a: Tensor, b: Tensor) => add(a, b));
expose('sub', 'tt', (a: Tensor, b: Tensor) => sub(a, b));
expose('add_alpha', 'tts', (a: Tensor, b: Tensor, alpha: PythonNumber) => add(a, b, alphaOf(alpha)));
expose('sub_alpha', 'tts', (a: Tensor, b: Tensor, alpha: PythonNumber) => sub(a, b, alphaOf(alpha)));
expose('add_scalar', 'ts', (a: Tensor, b: PythonNumber) => add(a, wrapNumber(b, a)));
expose('sub_scalar', 'ts', (a: Tensor, b: PythonNumber) => sub(a, wrapNumber(b, a)));
expose('sub_rscalar', 'ts', (a: Tensor, b: PythonNumber) => named(sub(wrapNumber(b, a), a), 'RsubBackward1'));
expose('add_', 'tts', (a: Tensor, b: Tensor, alpha: PythonNumber) => addInto('add', a, b, alphaOf(alpha)));
expose('sub_', 'tts', (a: Tensor, b: Tensor, alpha: PythonNumber) => addInto('sub', a, b, alphaOf(alpha)));
expose('add_scalar_', 'ts', (a: Tensor, b: PythonNumber) => addInto('add', a, wrapNumber(b, a)));
expose('sub_scalar_', 'ts', (a: Tensor, b: PythonNumber) => addInto('sub', a, wrapNumber(b, a)));

/** Gives the last recorded operation the name by which PyTorch prints the whole composition. */
export function named(a: Tensor, name: string): Tensor {
  if (a.node !== null) (a.node as { name: string }).name = name;
  return a;
}

export const mul = defineBinary('mul', 'mul', {
  node: 'MulBackward0',
  saves: 'inputs',
  a: (g, _a, b) => mul(g, b),
  b: (g, a) => mul(g, a),
});
export const div = defineBinary('div', 'div', {
  float: true,
  node: 'DivBackward0',
  saves: 'inputs',
  a: (g, _a, b) => div(g, b),
  b: (g, a, b) => neg(div(mul(g, a), mul(b, b))),
});
export const floorDivide = defineBinary('floor_divide', 'floor_div', {
  node: 'NotImplemented',
  saves: 'nothing',
  a: () => fail('RuntimeError', 'derivative for aten::floor_divide is not implemented'),
  b: () => fail('RuntimeError', 'derivative for aten::floor_divide is not implemented'),
});
defineBinary('remainder', 'remainder', {
  node: 'RemainderBackward0',
  saves: 'inputs',
  a: (g) => g,
  b: (g, a, b) => neg(mul(g, floorDivide(a, b))),
});
defineBinary('fmod', 'fmod', {
  node: 'FmodBackward0',
  saves: 'inputs',
  a: (g) => g,
  b: (g, a, b) => neg(mul(g, trunc(div(a, b)))),
});
const half = (mask: Tensor, tie: Tensor, g: Tensor): Tensor => where(tie, scale(g, 0.5), where(mask, g, zerosLike(g)));
export const maximum = defineBinary('maximum', 'maximum', {
  node: 'MaximumBackward0',
  saves: 'inputs',
  a: (g, a, b) => half(gt(a, b), eq(a, b), g),
  b: (g, a, b) => half(lt(a, b), eq(a, b), g),
});
defineBinary('minimum', 'minimum', {
  node: 'MinimumBackward0',
  saves: 'inputs',
  a: (g, a, b) => half(lt(a, b), eq(a, b), g),
  b: (g, a, b) => half(gt(a, b), eq(a, b), g),
});
const masked = (g: Tensor, mask: Tensor): Tensor => where(mask, g, zerosLike(g));
defineBinary('fmax', 'fmax', {
  node: 'FmaxBackward0',
  saves: 'inputs',
  a: (g, a, b) => masked(g, ge(a, b)),
  b: (g, a, b) => masked(g, lt(a, b)),
});
defineBinary('fmin', 'fmin', {
  node: 'FminBackward0',
  saves: 'inputs',
  a: (g, a, b) => masked(g, le(a, b)),
  b: (g, a, b) => masked(g, gt(a, b)),
});
defineBinary('atan2', 'atan2', {
  float: true,
  node: 'Atan2Backward0',
  saves: 'inputs',
  a: (g, a, b) => div(mul(g, b), add(mul(a, a), mul(b, b))),
  b: (g, a, b) => neg(div(mul(g, a), add(mul(a, a), mul(b, b)))),
});
defineBinary('hypot', 'hypot', {
  float: true,
  node: 'HypotBackward0',
  saves: 'inputs and output',
  a: (g, a, _b, out) => div(mul(g, a), out as Tensor),
  b: (g, _a, b, out) => div(mul(g, b), out as Tensor),
});
defineBinary('copysign', 'copysign', {
  float: true,
  node: 'CopysignBackward0',
  saves: 'inputs and output',
  a: (g, a, _b, out) => masked(mul(g, div(out as Tensor, a)), ne(a, whole(a, 0))),
  b: (g) => zerosLike(g),
});

for (const [name, op] of [
  ['bitwise_and', 'bitwise_and'],
  ['bitwise_or', 'bitwise_or'],
  ['bitwise_xor', 'bitwise_xor'],
  ['bitwise_left_shift', 'shift_left'],
  ['bitwise_right_shift', 'shift_right'],
] as const) {
  defineBinary(name, op, { node: 'NotImplemented', saves: 'nothing', a: null, b: null });
}
for (const op of ['logical_and', 'logical_or', 'logical_xor'] as const) {
  const run = (a: Tensor, b: Tensor): Tensor => rawBinary(op, ne(a, whole(a, 0)), ne(b, whole(b, 0)), 'bool');
  expose(op, 'tt', run);
}

// ------------------------------------------------------------------ functions of one operand

export const neg = defineUnary('neg', 'neg', { node: 'NegBackward0', saves: 'nothing', derivative: (g) => neg(g) });
export const sign = defineUnary('sign', 'sign', { node: 'SignBackward0', saves: 'nothing', derivative: zerosLike });
export const abs = defineUnary('abs', 'abs', {
  node: 'AbsBackward0',
  saves: 'input',
  derivative: (g, x) => mul(g, sign(x)),
});
defineUnary('square', 'square', {
  node: 'PowBackward0',
  saves: 'input',
  derivative: (g, x) => mul(g, scale(x, 2)),
});
defineUnary('sqrt', 'sqrt', {
  float: true,
  node: 'SqrtBackward0',
  saves: 'output',
  derivative: (g, y) => div(g, scale(y, 2)),
});
export const rsqrt = defineUnary('rsqrt', 'rsqrt', {
  float: true,
  node: 'RsqrtBackward0',
  saves: 'output',
  derivative: (g, y) => scale(mul(g, mul(y, mul(y, y))), -0.5),
});
defineUnary('reciprocal', 'reciprocal', {
  float: true,
  node: 'ReciprocalBackward0',
  saves: 'output',
  derivative: (g, y) => neg(mul(g, mul(y, y))),
});
export const exp = defineUnary('exp', 'exp', {
  float: true,
  node: 'ExpBackward0',
  saves: 'output',
  derivative: (g, y) => mul(g, y),
});
defineUnary('exp2', 'exp2', {
  float: true,
  node: 'Exp2Backward0',
  saves: 'output',
  derivative: (g, y) => scale(mul(g, y), Math.LN2),
});
defineUnary('expm1', 'expm1', {
  float: true,
  node: 'Expm1Backward0',
  saves: 'output',
  derivative: (g, y) => mul(g, plus(y, 1)),
});
export const log = defineUnary('log', 'log', {
  float: true,
  node: 'LogBackward0',
  saves: 'input',
  derivative: (g, x) => div(g, x),
});
defineUnary('log2', 'log2', {
  float: true,
  node: 'Log2Backward0',
  saves: 'input',
  derivative: (g, x) => div(g, scale(x, Math.LN2)),
});
defineUnary('log10', 'log10', {
  float: true,
  node: 'Log10Backward0',
  saves: 'input',
  derivative: (g, x) => div(g, scale(x, Math.LN10)),
});
export const log1p = defineUnary('log1p', 'log1p', {
  float: true,
  node: 'Log1PBackward0',
  saves: 'input',
  derivative: (g, x) => div(g, plus(x, 1)),
});
export const sin = defineUnary('sin', 'sin', {
  float: true,
  node: 'SinBackward0',
  saves: 'input',
  derivative: (g, x) => mul(g, cos(x)),
});
export const cos = defineUnary('cos', 'cos', {
  float: true,
  node: 'CosBackward0',
  saves: 'input',
  derivative: (g, x) => neg(mul(g, sin(x))),
});
defineUnary('tan', 'tan', {
  float: true,
  node: 'TanBackward0',
  saves: 'output',
  derivative: (g, y) => mul(g, plus(mul(y, y), 1)),
});
const oneMinusSquare = (x: Tensor): Tensor => neg(plus(mul(x, x), -1));
defineUnary('asin', 'asin', {
  float: true,
  node: 'AsinBackward0',
  saves: 'input',
  derivative: (g, x) => mul(g, rsqrt(oneMinusSquare(x))),
});
defineUnary('acos', 'acos', {
  float: true,
  node: 'AcosBackward0',
  saves: 'input',
  derivative: (g, x) => neg(mul(g, rsqrt(oneMinusSquare(x)))),
});
defineUnary('atan', 'atan', {
  float: true,
  node: 'AtanBackward0',
  saves: 'input',
  derivative: (g, x) => div(g, plus(mul(x, x), 1)),
});
const sinh = defineUnary('sinh', 'sinh', {
  float: true,
  node: 'SinhBackward0',
  saves: 'input',
  derivative: (g, x) => mul(g, cosh(x)),
});
const cosh = defineUnary('cosh', 'cosh', {
  float: true,
  node: 'CoshBackward0',
  saves: 'input',
  derivative: (g, x) => mul(g, sinh(x)),
});
defineUnary('asinh', 'asinh', {
  float: true,
  node: 'AsinhBackward0',
  saves: 'input',
  derivative: (g, x) => mul(g, rsqrt(plus(mul(x, x), 1))),
});
defineUnary('acosh', 'acosh', {
  float: true,
  node: 'AcoshBackward0',
  saves: 'input',
  derivative: (g, x) => mul(g, rsqrt(plus(mul(x, x), -1))),
});
defineUnary('atanh', 'atanh', {
  float: true,
  node: 'AtanhBackward0',
  saves: 'input',
  derivative: (g, x) => div(g, oneMinusSquare(x)),
});
const gaussian = (x: Tensor): Tensor => scale(exp(neg(mul(x, x))), 2 / Math.sqrt(Math.PI));
export const erf = defineUnary('erf', 'erf', {
  float: true,
  node: 'ErfBackward0',
  saves: 'input',
  derivative: (g, x) => mul(g, gaussian(x)),
});
defineUnary('erfc', 'erfc', {
  float: true,
  node: 'ErfcBackward0',
  saves: 'input',
  derivative: (g, x) => neg(mul(g, gaussian(x))),
});
defineUnary('erfinv', 'erfinv', {
  float: true,
  node: 'ErfinvBackward0',
  saves: 'output',
  derivative: (g, y) => mul(g, scale(exp(mul(y, y)), Math.sqrt(Math.PI) / 2)),
});
for (const [name, node] of [
  ['floor', 'Floor'],
  ['ceil', 'Ceil'],
  ['round', 'Round'],
  ['trunc', 'Trunc'],
] as const) {
  if (name !== 'trunc') defineUnary(name, name, { node: `${node}Backward0`, saves: 'nothing', derivative: zerosLike });
}
export const trunc = defineUnary('trunc', 'trunc', { node: 'TruncBackward0', saves: 'nothing', derivative: zerosLike });
defineUnary('frac', 'frac', { node: 'FracBackward0', saves: 'nothing', derivative: (g) => g });
expose('bitwise_not', 't', (a: Tensor) => {
  check(categoryOf(a.dtype) < 2, () => `"bitwise_not_cpu" not implemented for '${scalarName(a.dtype)}'`);
  if (a.dtype === 'bool') return eq(a, full([], 0, 'bool', a.backend));
  return bitwiseNot(a);
});
const bitwiseNot = defineUnary('bitwise_not_int', 'bitwise_not', {
  node: 'NotImplemented',
  saves: 'nothing',
  derivative: zerosLike,
});

defineUnary(
  'clamp_numbers',
  'clamp',
  {
    node: 'ClampBackward1',
    saves: 'input',
    derivative: (g, x, low, high) => {
      const inside = rawBinary('bitwise_and', ge(x, number(x, low)), le(x, number(x, high)), 'bool');
      return masked(g, inside);
    },
  },
  2,
);
