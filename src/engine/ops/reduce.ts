/** Reductions over dimensions, scans, and softmax. */
import { track } from '../core/autograd';
import type { Lanes } from '../core/backend';
import { computeTypeOf, isFloating, type DType } from '../core/dtype';
import { check, fail } from '../core/errors';
import { expose } from '../core/expose';
import type { ReduceOp, ScanOp } from '../core/opcodes';
import { numelOf, sameSizes, wrapDim, wrapDims, type Sizes } from '../core/shape';
import { alias, emptyTensor, type Tensor } from '../core/tensor';
import { converted, full, packed, zeros, zerosLike } from './create';
import { div, exp, mul, neg, scale, shared, sub } from './math';
import { eq, where } from './pointwise';
import { expand, reshape, unsqueeze } from './view';

// ------------------------------------------------------------------ layout

/** A contiguous tensor seen as lanes of one dimension. */
export function lanesOf(sizes: Sizes, dim: number): Lanes {
  return {
    outer: numelOf(sizes.slice(0, dim)),
    n: sizes.length === 0 ? 1 : (sizes[dim] as number),
    inner: numelOf(sizes.slice(dim + 1)),
  };
}

/** The dimensions brought together so that one pass of [outer, n, inner] reduces them all. */
function gathered(a: Tensor, dims: readonly number[]): { source: Tensor; lanes: Lanes } {
  const first = dims[0] ?? 0;
  const adjacent = dims.every((dim, i) => dim === first + i);
  if (dims.length === 0) return { source: packed(a), lanes: { outer: a.numel, n: 1, inner: 1 } };
  if (adjacent) {
    const last = first + dims.length - 1;
    const source = packed(a);
    return {
      source,
      lanes: {
        outer: numelOf(a.sizes.slice(0, first)),
        n: numelOf(a.sizes.slice(first, last + 1)),
        inner: numelOf(a.sizes.slice(last + 1)),
      },
    };
  }
  const kept = a.sizes.map((_, d) => d).filter((d) => !dims.includes(d));
  const order = [...kept, ...dims];
  const pick = (list: Sizes): number[] => order.map((d) => list[d] as number);
  const moved = packed(alias(a, pick(a.sizes), pick(a.strides), a.offset));
  return {
    source: moved,
    lanes: {
      outer: numelOf(kept.map((d) => a.sizes[d] as number)),
      n: numelOf(dims.map((d) => a.sizes[d] as number)),
      inner: 1,
    },
  };
}

const reducedSizes = (sizes: Sizes, dims: readonly number[], keep: boolean): number[] =>
  keep ? sizes.map((size, d) => (dims.includes(d) ? 1 : size)) : sizes.filter((_, d) => !dims.includes(d));

/** Reductions whose result over some dimensions can be reduced over others. */
const IN_STAGES: ReadonlySet<ReduceOp> = new Set(['sum', 'prod', 'max', 'min']);

function rawReduce(op: ReduceOp, a: Tensor, dims: readonly number[], keep: boolean, dtype: DType): Tensor {
  const compute = computeTypeOf(dtype);
  const gap = dims.findLastIndex((dim, i) => i > 0 && dim !== (dims[i - 1] as number) + 1);
  if (gap > 0 && IN_STAGES.has(op)) {
    // The last dimensions first: what is left is small, and nothing has to be moved.
    const part = rawReduce(op, a, dims.slice(gap), keep, compute);
    return converted(rawReduce(op, part, dims.slice(0, gap), keep, compute), dtype);
  }
  const { source, lanes } = gathered(converted(a, compute), dims);
  const out = emptyTensor(reducedSizes(a.sizes, dims, keep), compute, a.backend);
  a.backend.reduce(op, source, out, lanes);
  return converted(out, dtype);
}

/** A reduced gradient stretched back over the reduced dimensions. */
function stretch(grad: Tensor, sizes: Sizes, dims: readonly number[], keep: boolean): Tensor {
  const kept = keep ? grad : reshape(grad, reducedSizes(sizes, dims, true));
  return expand(kept, sizes);
}

// ------------------------------------------------------------------ sums

/** Integers and booleans are summed as int64. */
const sumType = (dtype: DType): DType => (isFloating(dtype) ? dtype : 'int64');

export function sum(a: Tensor, dims: Sizes, keep: boolean, dtype: DType | null = null): Tensor {
  const over = wrapDims(dims, a.rank);
  const type = dtype ?? sumType(a.dtype);
  const { sizes } = a;
  return track(
    rawReduce('sum', a, over, keep, type),
    dims.length === 0 ? 'SumBackward0' : 'SumBackward1',
    [a],
    [],
    ([grad]) => [grad ? stretch(grad, sizes, over, keep) : null],
  );
}

/** Sums away what broadcasting added, so that the result has `sizes`. */
export function sumTo(a: Tensor, sizes: Sizes): Tensor {
  if (sameSizes(a.sizes, sizes)) return a;
  const added = a.rank - sizes.length;
  const dims = a.sizes.map((_, d) => d).filter((d) => d < added || (sizes[d - added] === 1 && a.sizes[d] !== 1));
  return reshape(dims.length === 0 ? a : sum(a, dims, true), sizes);
}

export function mean(a: Tensor, dims: Sizes, keep: boolean, dtype: DType | null = null): Tensor {
  const type = dtype ?? a.dtype;
  check(
    isFloating(type),
    () =>
      `mean(): could not infer output dtype. Input dtype must be either a floating point or complex dtype. Got: ${typeWord(a.dtype)}`,
  );
  const over = wrapDims(dims, a.rank);
  const { sizes } = a;
  const count = numelOf(over.map((d) => sizes[d] as number));
  const total = rawReduce('sum', a, over, keep, type);
  const out = emptyTensor(total.sizes, computeTypeOf(type), a.backend);
  a.backend.unary('div_scalar', converted(total, computeTypeOf(type)), out, count, 0);
  return track(converted(out, type), dims.length === 0 ? 'MeanBackward0' : 'MeanBackward1', [a], [], ([grad]) => [
    grad ? stretch(shared(grad, count), sizes, over, keep) : null,
  ]);
}

const TYPE_WORDS: Partial<Record<DType, string>> = {
  int64: 'Long',
  int32: 'Int',
  int16: 'Short',
  int8: 'Char',
  uint8: 'Byte',
  bool: 'Bool',
};
export const typeWord = (dtype: DType): string => TYPE_WORDS[dtype] ?? dtype;

export function prod(a: Tensor, dims: Sizes, keep: boolean, dtype: DType | null = null): Tensor {
  const over = wrapDims(dims, a.rank);
  const { sizes } = a;
  const out = rawReduce('prod', a, over, keep, dtype ?? sumType(a.dtype));
  return track(out, dims.length === 0 ? 'ProdBackward0' : 'ProdBackward1', [a], [a, out], ([grad], [x, y]) => [
    grad && x && y ? prodBackward(grad, x, y, sizes, over, keep) : null,
  ]);
}

/** product / x, except around zeros, where the product of the others is formed one by one. */
function prodBackward(
  grad: Tensor,
  x: Tensor,
  y: Tensor,
  sizes: Sizes,
  dims: readonly number[],
  keep: boolean,
): Tensor {
  const flat = stretch(mul(grad, y), sizes, dims, keep);
  const zero = eq(x, zeros([], x.dtype, x.backend));
  const others = where(zero, full([], 1, x.dtype, x.backend), x);
  const plain = div(flat, others);
  const zerosPer = sum(converted(zero, 'int64'), dims, true);
  const lone = eq(expand(zerosPer, sizes), full([], 1, 'int64', x.backend));
  const withoutZero = mul(stretch(grad, sizes, dims, keep), expand(prod(others, dims, true), sizes));
  const nonzero = eq(expand(zerosPer, sizes), zeros([], 'int64', x.backend));
  const atZero = where(lone, where(zero, withoutZero, zerosLike(x)), zerosLike(x));
  return where(nonzero, plain, atZero);
}

// ------------------------------------------------------------------ extremes

function extreme(op: 'max' | 'min', a: Tensor, dim: number, keep: boolean): [Tensor, Tensor] {
  const d = wrapDim(dim, a.rank);
  check(
    a.rank === 0 || a.sizes[d] !== 0,
    () => `${op}(): Expected reduction dim ${d} to have non-zero size.`,
    'IndexError',
  );
  const lanes = lanesOf(a.sizes, d);
  const compute = computeTypeOf(a.dtype);
  const sizes = a.rank === 0 ? [] : reducedSizes(a.sizes, [d], keep);
  const values = emptyTensor(sizes, compute, a.backend);
  const indices = emptyTensor(sizes, 'int64', a.backend);
  a.backend.reduceIndex(op, packed(converted(a, compute)), values, indices, lanes);
  const out = converted(values, a.dtype);
  const from = a.sizes;
  track([out, indices], op === 'max' ? 'MaxBackward0' : 'MinBackward0', [a], [indices], ([grad], [at]) => [
    grad && at ? spread(grad, at, from, d, keep) : null,
  ]);
  return [out, indices];
}

/** Zeros with `grad` at the chosen positions of one dimension. */
function spread(grad: Tensor, at: Tensor, sizes: Sizes, d: number, keep: boolean): Tensor {
  if (sizes.length === 0) return grad;
  const out = zeros(sizes, grad.dtype, grad.backend);
  const full1 = keep ? at : unsqueeze(at, d);
  const values = keep ? grad : unsqueeze(grad, d);
  const lanes = { ...lanesOf(full1.sizes, d) };
  out.backend.scatter('set', out, packed(full1), packed(values), lanes, sizes[d] as number);
  return out;
}

/** Over everything: the gradient is shared among ties, as PyTorch does. */
function extremeOfAll(op: 'max' | 'min', a: Tensor): Tensor {
  check(
    a.numel > 0,
    () =>
      `${op}(): Expected reduction dim to be specified for input.numel() == 0. Specify the reduction dim with the 'dim' argument.`,
  );
  const out = rawReduce(op, a, wrapDims([], a.rank), false, a.dtype);
  return track(out, op === 'max' ? 'MaxBackward1' : 'MinBackward1', [a], [a, out], ([grad], [x, y]) => {
    if (!grad || !x || !y) return [];
    const hit = eq(x, y);
    const share = div(grad, sum(converted(hit, grad.dtype), [], false));
    return [where(hit, expand(share, x.sizes), zerosLike(x))];
  });
}

/** Ties share the gradient evenly. */
export function amax(op: 'max' | 'min', a: Tensor, dims: Sizes, keep: boolean): Tensor {
  const over = wrapDims(dims, a.rank);
  const { sizes } = a;
  const out = rawReduce(op, a, over, keep, a.dtype);
  return track(out, op === 'max' ? 'AmaxBackward0' : 'AminBackward0', [a], [a, out], ([grad], [x, y]) => {
    if (!grad || !x || !y) return [];
    const hit = converted(eq(x, stretch(y, sizes, over, keep)), grad.dtype);
    const count = stretch(sum(hit, over, true), sizes, over, true);
    return [mul(stretch(grad, sizes, over, keep), div(hit, count))];
  });
}

function argExtreme(op: 'max' | 'min', a: Tensor, dim: number | null, keep: boolean): Tensor {
  check(a.numel > 0, () => `arg${op}(): Expected reduction dim to be specified for input.numel() == 0.`, 'IndexError');
  const source = packed(converted(a, computeTypeOf(a.dtype)));
  const d = dim === null ? 0 : wrapDim(dim, a.rank);
  const lanes = dim === null ? { outer: 1, n: a.numel, inner: 1 } : lanesOf(a.sizes, d);
  const sizes =
    dim === null ? (keep ? a.sizes.map(() => 1) : []) : a.rank === 0 ? [] : reducedSizes(a.sizes, [d], keep);
  const indices = emptyTensor(sizes, 'int64', a.backend);
  a.backend.reduceIndex(op, source, null, indices, lanes);
  return indices;
}

function reduceBool(op: 'any' | 'all', a: Tensor, dims: Sizes, keep: boolean): Tensor {
  const over = wrapDims(dims, a.rank);
  const { source, lanes } = gathered(converted(a, 'bool'), over);
  const out = emptyTensor(reducedSizes(a.sizes, over, keep), 'bool', a.backend);
  a.backend.reduceBool(op, source, out, lanes);
  return a.dtype === 'uint8' ? converted(out, 'uint8') : out;
}

// ------------------------------------------------------------------ variance and norms

/** The variance, the mean, and the variance before it was rounded to the dtype; correction 1 is the unbiased estimate (PyTorch's default). */
export function variance(a: Tensor, dims: Sizes, correction: number, keep: boolean): [Tensor, Tensor, Tensor] {
  check(isFloating(a.dtype), () => 'std and var only support floating point and complex dtypes');
  const over = wrapDims(dims, a.rank);
  const { source, lanes } = gathered(converted(a, computeTypeOf(a.dtype)), over);
  const sizes = reducedSizes(a.sizes, over, keep);
  const average = emptyTensor(sizes, source.dtype, a.backend);
  const spreadOf = emptyTensor(sizes, source.dtype, a.backend);
  a.backend.variance(source, average, spreadOf, correction, lanes);
  const out = converted(spreadOf, a.dtype);
  const from = a.sizes;
  const count = Math.max(0, lanes.n - correction);
  track(out, 'VarBackward0', [a], [a], ([grad], [x]) => {
    if (!grad || !x) return [];
    const centred = sub(x, mean(x, over, true));
    return [mul(scale(stretch(grad, from, over, keep), 2 / count), centred)];
  });
  return [out, converted(average, a.dtype), spreadOf];
}

/** The root of the variance; the gradient where it is 0 is 0. */
export function std(a: Tensor, dims: Sizes, correction: number, keep: boolean): Tensor {
  const [spread, , exact] = variance(a, dims, correction, keep);
  const root = emptyTensor(exact.sizes, exact.dtype, a.backend);
  a.backend.unary('sqrt', exact, root, 0, 0);
  const out = converted(root, a.dtype);
  return track(out, 'StdBackward0', [spread], [out], ([grad], [y]) => {
    if (!grad || !y) return [];
    const flat = eq(y, zeros([], y.dtype, y.backend));
    return [where(flat, zerosLike(y), div(grad, scale(y, 2)))];
  });
}

/** Euclidean length; the gradient at 0 is 0. */
export function norm2(a: Tensor, dims: Sizes, keep: boolean): Tensor {
  const over = wrapDims(dims, a.rank);
  const squares = rawReduce('sum_square', a, over, keep, a.dtype);
  const compute = computeTypeOf(a.dtype);
  const root = emptyTensor(squares.sizes, compute, a.backend);
  a.backend.unary('sqrt', converted(squares, compute), root, 0, 0);
  const out = converted(root, a.dtype);
  const from = a.sizes;
  return track(out, 'LinalgVectorNormBackward0', [a], [a, out], ([grad], [x, y]) => {
    if (!grad || !x || !y) return [];
    const ratio = stretch(div(grad, y), from, over, keep);
    const zero = stretch(eq(y, zeros([], y.dtype, y.backend)), from, over, keep);
    return [where(zero, zerosLike(x), mul(x, ratio))];
  });
}

// ------------------------------------------------------------------ scans

function scan(op: ScanOp, a: Tensor, dim: number, dtype: DType): { out: Tensor; indices: Tensor | null; d: number } {
  const d = wrapDim(dim, a.rank);
  const compute = computeTypeOf(dtype);
  const source = packed(converted(a, compute));
  const out = emptyTensor(a.sizes, compute, a.backend);
  const indices = op === 'cummax' || op === 'cummin' ? emptyTensor(a.sizes, 'int64', a.backend) : null;
  a.backend.scan(op, source, out, indices, lanesOf(a.sizes, d));
  return { out: converted(out, dtype), indices, d };
}

export function cumsum(a: Tensor, dim: number, dtype: DType | null): Tensor {
  const { out, d } = scan('cumsum', a, dim, dtype ?? sumType(a.dtype));
  return track(out, 'CumsumBackward0', [a], [], ([grad]) => [grad ? reverseCumsum(grad, d) : null]);
}

/** Sum of this and all later elements: total - cumsum + own. */
function reverseCumsum(grad: Tensor, d: number): Tensor {
  if (grad.rank === 0) return grad;
  const total = expand(sum(grad, [d], true), grad.sizes);
  return sub(total, sub(cumsum(grad, d, null), grad));
}

function cumprod(a: Tensor, dim: number, dtype: DType | null): Tensor {
  const { out, d } = scan('cumprod', a, dim, dtype ?? sumType(a.dtype));
  return track(out, 'CumprodBackward0', [a], [a, out], ([grad], [x, y]) =>
    grad && x && y ? [cumprodGrad(grad, x, y, d)] : [],
  );
}

/** Division gives the gradient before the first zero; at it, the products without it; behind it, nothing. */
function cumprodGrad(grad: Tensor, x: Tensor, y: Tensor, d: number): Tensor {
  const none = zerosLike(x);
  const one = full(x.sizes, 1, x.dtype, x.backend);
  const zero = eq(x, none);
  const met = cumsum(converted(zero, x.dtype), d, null);
  const first = where(zero, eq(met, one), zero);
  const before = where(eq(met, none), div(reverseCumsum(mul(grad, y), d), where(zero, one, x)), none);
  const without = cumprod(where(first, one, x), d, null);
  return where(first, reverseCumsum(mul(grad, without), d), before);
}

function logcumsumexp(a: Tensor, dim: number): Tensor {
  const { out, d } = scan('logcumsumexp', a, dim, a.dtype);
  return track(out, 'LogcumsumexpBackward0', [a], [a, out], ([grad], [x, y]) =>
    grad && x && y ? [mul(exp(x), reverseCumsum(mul(grad, exp(neg(y))), d))] : [],
  );
}

function cumulativeExtreme(op: 'cummax' | 'cummin', a: Tensor, dim: number): [Tensor, Tensor] {
  const { out, indices, d } = scan(op, a, dim, a.dtype);
  if (indices === null) return fail('RuntimeError', 'cummax without indices');
  track([out, indices], op === 'cummax' ? 'CummaxBackward0' : 'CumminBackward0', [a], [indices], ([grad], [at]) => {
    if (!grad || !at) return [];
    const into = zerosLike(grad);
    into.backend.scatter('add', into, at, packed(grad), lanesOf(at.sizes, d), at.sizes[d] ?? 1);
    return [into];
  });
  return [out, indices];
}

// ------------------------------------------------------------------ exposed

const NO_DIM = -999;
expose('sum', 'tbeI', (a: Tensor, keep: boolean, dtype: DType | null, dims: Sizes) => sum(a, dims, keep, dtype));
expose('mean', 'tbeI', (a: Tensor, keep: boolean, dtype: DType | null, dims: Sizes) => mean(a, dims, keep, dtype));
expose('prod', 'tbeI', (a: Tensor, keep: boolean, dtype: DType | null, dims: Sizes) => prod(a, dims, keep, dtype));
for (const op of ['max', 'min'] as const) {
  expose(`${op}_dim`, 'tib', (a: Tensor, dim: number, keep: boolean) => extreme(op, a, dim, keep));
  expose(`${op}_all`, 't', (a: Tensor) => extremeOfAll(op, a));
  expose(`a${op}`, 'tbI', (a: Tensor, keep: boolean, dims: Sizes) => amax(op, a, dims, keep));
  expose(`arg${op}`, 'tib', (a: Tensor, dim: number, keep: boolean) =>
    argExtreme(op, a, dim === NO_DIM ? null : dim, keep),
  );
  expose(`cum${op}`, 'ti', (a: Tensor, dim: number) => cumulativeExtreme(`cum${op}`, a, dim));
}
expose('any', 'tbI', (a: Tensor, keep: boolean, dims: Sizes) => reduceBool('any', a, dims, keep));
expose('all', 'tbI', (a: Tensor, keep: boolean, dims: Sizes) => reduceBool('all', a, dims, keep));
expose(
  'var',
  'tibI',
  (a: Tensor, correction: number, keep: boolean, dims: Sizes) => variance(a, dims, correction, keep)[0],
);
expose('std', 'tibI', (a: Tensor, correction: number, keep: boolean, dims: Sizes) => std(a, dims, correction, keep));
expose('norm2', 'tbI', (a: Tensor, keep: boolean, dims: Sizes) => norm2(a, dims, keep));
expose('cumsum', 'tie', cumsum);
expose('cumprod', 'tie', cumprod);
expose('logcumsumexp', 'ti', logcumsumexp);
