/** Element by element: promotion, broadcasting and derivatives of unary and binary operations, and comparisons. */
import { gradMode, isTracked, track, type Grad } from '../core/autograd';
import type { Backend } from '../core/backend';
import { categoryOf, computeTypeOf, defaultDtype, isFloating, promoteTypes, type DType } from '../core/dtype';
import { refuseDevices } from '../core/devices';
import { check, fail } from '../core/errors';
import { expose, type PythonNumber } from '../core/expose';
import { writeInPlace } from '../core/inplace';
import type { BinaryOp, CompareOp, TestOp, UnaryOp } from '../core/opcodes';
import { emptyLaidOut } from '../core/layout';
import { broadcastSizes, formatSizes, sameSizes } from '../core/shape';
import type { Tensor } from '../core/tensor';
import { emptyTensor } from '../core/tensor';
import { converted, full, wrapNumber, zerosLike } from './create';

// ------------------------------------------------------------------ promotion

/** torch.result_type: tensors with dimensions outrank 0-dim tensors, which outrank Python numbers, within a category. */
export function resultType(a: Tensor, b: Tensor): DType {
  if (a.dtype === b.dtype) return a.dtype;
  const rankA = standing(a);
  const rankB = standing(b);
  if (rankA === rankB) return promoteTypes(a.dtype, b.dtype);
  const [strong, weak] = rankA > rankB ? [a, b] : [b, a];
  return categoryOf(weak.dtype) > categoryOf(strong.dtype)
    ? weak.wrappedNumber && isFloating(weak.dtype)
      ? defaultDtype()
      : weak.dtype
    : strong.dtype;
}

const standing = (tensor: Tensor): number => (tensor.wrappedNumber ? 0 : tensor.rank === 0 ? 1 : 2);

/** Integers become the default floating type: what sqrt, sin and true division do. */
export const floatType = (dtype: DType): DType => (isFloating(dtype) ? dtype : defaultDtype());

/** The device on which operands meet; a 0-dim cpu tensor may join a GPU tensor. */
export function meet(a: Tensor, b: Tensor): Backend {
  if (a.backend === b.backend) return a.backend;
  if (a.rank === 0 && a.device === 'cpu') return b.backend;
  if (b.rank === 0 && b.device === 'cpu') return a.backend;
  return refuseDevices({ self: a, other: b });
}

function onDevice(a: Tensor, backend: Backend): Tensor {
  if (a.backend === backend) return a;
  const out = emptyTensor(a.sizes, a.dtype, backend);
  const bytes = a.backend.read(a);
  if (!(bytes instanceof Uint8Array)) return fail('RuntimeError', 'a GPU tensor cannot join a cpu tensor');
  backend.write(out, bytes);
  return out;
}

// ------------------------------------------------------------------ raw operations: no graph

export function rawUnary(op: UnaryOp, a: Tensor, dtype: DType, p0 = 0, p1 = 0): Tensor {
  const compute = computeTypeOf(dtype);
  const out = emptyLaidOut(a.sizes, compute, a.backend, a);
  a.backend.unary(op, converted(a, compute), out, p0, p1);
  return converted(out, dtype);
}

export function rawBinary(op: BinaryOp, a: Tensor, b: Tensor, dtype: DType, p0 = 1, p1 = 0): Tensor {
  const compute = computeTypeOf(dtype);
  const backend = meet(a, b);
  const out = emptyLaidOut(broadcastSizes(a.sizes, b.sizes), compute, backend, a, b);
  backend.binary(op, converted(onDevice(a, backend), compute), converted(onDevice(b, backend), compute), out, p0, p1);
  return converted(out, dtype);
}

/** Writes into `out`, whose dtype decides; used by in-place forms. */
export function binaryInto(op: BinaryOp, a: Tensor, b: Tensor, out: Tensor, p0 = 1, p1 = 0): void {
  const compute = computeTypeOf(resultType(a, b));
  const backend = out.backend;
  const right = converted(onDevice(b, backend), compute);
  if (a.dtype === compute && out.dtype === compute && !overlaps(right, out)) {
    backend.binary(op, a, right, out, p0, p1);
    return;
  }
  const fresh = emptyTensor(out.sizes, compute, backend);
  backend.binary(op, converted(a, compute), right, fresh, p0, p1);
  backend.copy(fresh, out);
}

/** Same memory seen differently: reading and writing it at once would mix old and new values. */
const overlaps = (source: Tensor, out: Tensor): boolean =>
  source.storage === out.storage &&
  !(source.offset === out.offset && sameSizes(source.sizes, out.sizes) && sameSizes(source.strides, out.strides));

// ------------------------------------------------------------------ unary operations

interface UnaryRule {
  /** Integers are computed as floating point. */
  readonly float?: boolean;
  /** What the derivative reads. */
  readonly saves: 'input' | 'output' | 'nothing';
  /** The derivative's name in PyTorch. */
  readonly node: string;
  readonly derivative: (grad: Tensor, saved: Tensor, p0: number, p1: number) => Tensor;
}

/** The kernels by whose names PyTorch refuses whole numbers. */
const FLOATING_ONLY: Partial<Record<UnaryOp, string>> = {
  gelu: 'GeluKernelImpl',
  gelu_tanh: 'GeluKernelImpl',
  silu: 'silu_cpu',
  mish: 'mish_cpu',
  elu: 'elu_cpu',
  selu: 'elu_cpu',
  celu: 'elu_cpu',
  leaky_relu: 'leaky_relu_cpu',
  softplus: 'softplus_cpu',
  hardswish: 'hardswish_cpu',
  hardsigmoid: 'hardsigmoid_cpu',
  log_sigmoid: 'log_sigmoid_cpu',
  frac: 'frac_cpu',
};
/** What it says to truth values. */
const NO_BOOL: Partial<Record<UnaryOp, string>> = {
  abs: `"abs_cpu" not implemented for 'Bool'`,
  floor: `"floor_vml_cpu" not implemented for 'Bool'`,
  ceil: `"ceil_vml_cpu" not implemented for 'Bool'`,
  round: `"round_vml_cpu" not implemented for 'Bool'`,
  trunc: `"trunc_vml_cpu" not implemented for 'Bool'`,
  relu: 'Boolean inputs not supported for relu',
  neg: 'Negation, the `-` operator, on a bool tensor is not supported. If you are trying to invert a mask, use the `~` or `logical_not()` operator instead.',
};

function checkUnary(op: UnaryOp, a: Tensor): void {
  if (isFloating(a.dtype)) return;
  const kernel = FLOATING_ONLY[op];
  if (kernel !== undefined) fail('RuntimeError', `"${kernel}" not implemented for '${typeWord(a.dtype)}'`);
  const refusal = a.dtype === 'bool' ? NO_BOOL[op] : undefined;
  if (refusal !== undefined) fail('RuntimeError', refusal);
}

export type UnaryFunction = (a: Tensor, p0?: number, p1?: number) => Tensor;

/** Defines an operation of one operand and exposes it and its in-place form (`name_`). */
export function defineUnary(name: string, op: UnaryOp, rule: UnaryRule, parameters = 0): UnaryFunction {
  const dtypeOf = (a: Tensor): DType => (rule.float === true ? floatType(a.dtype) : a.dtype);
  const run: UnaryFunction = (a, p0 = 0, p1 = 0) => {
    checkUnary(op, a);
    const out = rawUnary(op, a, dtypeOf(a), p0, p1);
    if (!isTracked(a)) return out;
    return track(out, rule.node, [a], savedOf(rule, a, out), ([grad], [saved]) => [
      grad ? rule.derivative(grad, saved as Tensor, p0, p1) : null,
    ]);
  };
  const inPlace = (a: Tensor, p0 = 0, p1 = 0): Tensor => {
    checkUnary(op, a);
    if (dtypeOf(a) !== a.dtype)
      fail('RuntimeError', `result type Float can't be cast to the desired output type ${typeWord(a.dtype)}`);
    const before = rule.saves === 'input' && isTracked(a) ? copyOf(a) : a;
    return writeInPlace(
      a,
      rule.node,
      [],
      rule.saves === 'nothing' ? [] : [before],
      () => unaryInto(op, a, p0, p1),
      ([grad], [saved]) => [grad ? rule.derivative(grad, saved as Tensor, p0, p1) : null],
    );
  };
  const numbers = 'i'.repeat(parameters);
  expose(name, `t${numbers}`, run);
  expose(`${name}_`, `t${numbers}`, inPlace);
  return run;
}

const savedOf = (rule: UnaryRule, input: Tensor, output: Tensor): Tensor[] =>
  rule.saves === 'input' ? [input] : rule.saves === 'output' ? [output] : [];

function copyOf(a: Tensor): Tensor {
  const out = emptyTensor(a.sizes, a.dtype, a.backend);
  a.backend.copy(a, out);
  return out;
}

function unaryInto(op: UnaryOp, a: Tensor, p0: number, p1: number): void {
  if (computeTypeOf(a.dtype) === a.dtype) a.backend.unary(op, a, a, p0, p1);
  else a.backend.copy(rawUnary(op, a, a.dtype, p0, p1), a);
}

// ------------------------------------------------------------------ binary operations

type Derivative = (grad: Tensor, a: Tensor, b: Tensor, out: Tensor | undefined) => Tensor;

interface BinaryRule {
  readonly float?: boolean;
  readonly node: string;
  readonly saves: 'inputs' | 'inputs and output' | 'nothing';
  /** Undoing the broadcast is the backward pass's work. null: no gradient flows to that operand. */
  readonly a: Derivative | null;
  readonly b: Derivative | null;
  /** The operation defines its forms with a Python number itself. */
  readonly ownNumberForms?: boolean;
}

/** Kernels that refuse truth values. */
const NO_BOOL_PAIRS: Partial<Record<BinaryOp, string>> = {
  floor_div: 'div_floor_cpu',
  remainder: 'remainder_cpu',
  fmod: 'fmod_cpu',
};

/** Operations on bits, by the names under which PyTorch refuses floating dtypes. */
const INTEGER_KERNELS: Partial<Record<BinaryOp, string>> = {
  bitwise_and: 'bitwise_and_cpu',
  bitwise_or: 'bitwise_or_cpu',
  bitwise_xor: 'bitwise_xor_cpu',
  shift_left: 'lshift_cpu',
  shift_right: 'rshift_cpu',
};

export type BinaryFunction = (a: Tensor, b: Tensor) => Tensor;

/** Defines an operation of two operands; exposes it for tensors, for numbers on either side, and in place. */
export function defineBinary(name: string, op: BinaryOp, rule: BinaryRule): BinaryFunction {
  const kernel = INTEGER_KERNELS[op];
  const dtypeOf = (a: Tensor, b: Tensor): DType => {
    const type = resultType(a, b);
    if (type === 'bool' && NO_BOOL_PAIRS[op] !== undefined)
      fail('RuntimeError', `"${NO_BOOL_PAIRS[op]}" not implemented for 'Bool'`);
    if (kernel !== undefined && isFloating(type))
      fail('RuntimeError', `"${kernel}" not implemented for '${typeWord(type)}'`);
    return rule.float === true ? floatType(type) : type;
  };
  const backward = ([grad]: readonly Grad[], saved: readonly Tensor[], needs: readonly boolean[]): Grad[] => {
    const [a, b, out] = saved as [Tensor, Tensor, Tensor | undefined];
    return [
      grad && rule.a && needs[0] === true ? rule.a(grad, a, b, out) : null,
      grad && rule.b && needs[1] === true ? rule.b(grad, a, b, out) : null,
    ];
  };
  const run: BinaryFunction = (a, b) => {
    const out = rawBinary(op, a, b, dtypeOf(a, b));
    if (!gradMode() || !isTracked(a, b)) return out;
    const saved = rule.saves === 'nothing' ? [] : rule.saves === 'inputs' ? [a, b] : [a, b, out];
    return track(out, rule.node, [a, b], saved, backward);
  };
  const inPlace = (a: Tensor, b: Tensor): Tensor => {
    checkInPlace(a, b, dtypeOf(a, b));
    const before = rule.saves !== 'nothing' && isTracked(a, b) && rule.b !== null && isTracked(b) ? copyOf(a) : a;
    const saved = rule.saves === 'nothing' ? [] : rule.saves === 'inputs' ? [before, b] : [before, b, a];
    const readsSelf = rule.saves !== 'nothing' && before === a && isTracked(a);
    return writeInPlace(
      a,
      rule.node,
      [b],
      readsSelf ? [copyOf(a), ...saved.slice(1)] : saved,
      () => binaryInto(op, a, b, a),
      backward,
    );
  };
  expose(name, 'tt', run);
  expose(`${name}_`, 'tt', inPlace);
  expose(`${name}_rscalar`, 'ts', (a: Tensor, number: PythonNumber) => run(wrapNumber(number, a), a));
  if (rule.ownNumberForms === true) return run;
  expose(`${name}_scalar`, 'ts', (a: Tensor, number: PythonNumber) => run(a, wrapNumber(number, a)));
  expose(`${name}_scalar_`, 'ts', (a: Tensor, number: PythonNumber) => inPlace(a, wrapNumber(number, a)));
  return run;
}

/** An in-place result must fit the tensor it is written to, in shape and in category. */
export function checkInPlace(a: Tensor, b: Tensor, type: DType): void {
  const sizes = broadcastSizes(a.sizes, b.sizes);
  check(
    sameSizes(sizes, a.sizes),
    () => `output with shape ${formatSizes(a.sizes)} doesn't match the broadcast shape ${formatSizes(sizes)}`,
  );
  check(
    categoryOf(type) <= categoryOf(a.dtype),
    () => `result type ${typeWord(type)} can't be cast to the desired output type ${typeWord(a.dtype)}`,
  );
}

const TYPE_WORDS: Readonly<Record<DType, string>> = {
  float32: 'Float',
  float64: 'Double',
  float16: 'Half',
  bfloat16: 'BFloat16',
  int64: 'Long',
  int32: 'Int',
  int16: 'Short',
  int8: 'Char',
  uint8: 'Byte',
  bool: 'Bool',
};
export const typeWord = (dtype: DType): string => TYPE_WORDS[dtype];

// ------------------------------------------------------------------ comparisons and tests

function defineCompare(op: CompareOp): BinaryFunction {
  const run: BinaryFunction = (a, b) => {
    const backend = meet(a, b);
    const compute = computeTypeOf(resultType(a, b));
    const out = emptyLaidOut(broadcastSizes(a.sizes, b.sizes), 'bool', backend, a, b);
    backend.compare(op, converted(onDevice(a, backend), compute), converted(onDevice(b, backend), compute), out);
    return out;
  };
  expose(op, 'tt', run);
  expose(`${op}_scalar`, 'ts', (a: Tensor, number: PythonNumber) => run(a, wrapNumber(number, a)));
  return run;
}

export const eq = defineCompare('eq');
export const ne = defineCompare('ne');
export const lt = defineCompare('lt');
export const le = defineCompare('le');
export const gt = defineCompare('gt');
export const ge = defineCompare('ge');

function defineTest(op: TestOp): (a: Tensor) => Tensor {
  const run = (a: Tensor): Tensor => {
    const out = emptyLaidOut(a.sizes, 'bool', a.backend, a);
    a.backend.test(op, converted(a, computeTypeOf(a.dtype)), out);
    return out;
  };
  expose(op, 't', run);
  return run;
}

export const isNan = defineTest('isnan');
defineTest('isinf');
defineTest('isfinite');
defineTest('logical_not');
defineTest('signbit');

// ------------------------------------------------------------------ choosing

/** torch.where(condition, a, b). */
export function where(condition: Tensor, a: Tensor, b: Tensor): Tensor {
  const backend = meet(a, b);
  if (condition.rank > 0 && condition.backend !== backend) {
    refuseDevices({ self: a, condition });
  }
  const dtype = resultType(a, b);
  const mask = converted(onDevice(condition, backend), 'bool');
  const sizes = broadcastSizes(broadcastSizes(mask.sizes, a.sizes), b.sizes);
  const out = emptyLaidOut(sizes, dtype, backend, mask, a, b);
  backend.where(mask, converted(onDevice(a, backend), dtype), converted(onDevice(b, backend), dtype), out);
  return track(out, 'WhereBackward0', [a, b], [mask], ([grad], [chosen], needs) => {
    if (!grad || !chosen) return [];
    const none = zerosLike(grad);
    return [needs[0] === true ? where(chosen, grad, none) : null, needs[1] === true ? where(chosen, none, grad) : null];
  });
}

expose('where', 'ttt', where);
expose('where_scalar', 'tts', (c: Tensor, a: Tensor, b: PythonNumber) => where(c, a, wrapNumber(b, a)));
expose('where_rscalar', 'tst', (c: Tensor, a: PythonNumber, b: Tensor) => where(c, wrapNumber(a, b), b));
expose('where_scalars', 'tss', (c: Tensor, a: PythonNumber, b: PythonNumber) =>
  where(c, plainNumber(a, c), plainNumber(b, c)),
);

/** torch.where(condition, 1.0, 0.0) gives the default dtype, not the condition's. */
function plainNumber(number: PythonNumber, beside: Tensor): Tensor {
  const dtype: DType = number.kind === 2 ? defaultDtype() : number.kind === 1 ? 'int64' : 'bool';
  return full([], number.value, dtype, beside.backend);
}
