/** Softmax, its logarithm, and log-sum-exp. */
import { isTracked, track } from '../core/autograd';
import { computeTypeOf, isFloating, type DType } from '../core/dtype';
import { check } from '../core/errors';
import { expose } from '../core/expose';
import { wrapDim, wrapDims, type Sizes } from '../core/shape';
import { alias, emptyTensor, type Tensor } from '../core/tensor';
import { converted, full, packed, zerosLike } from './create';
import { exp, log, mul, named, neg, sub } from './math';
import { eq, where } from './pointwise';
import { amax, lanesOf, sum, typeWord } from './reduce';
import { squeeze } from './view';

export function softmax(a: Tensor, dim: number, isLog: boolean, dtype: DType | null = null): Tensor {
  const type = dtype ?? a.dtype;
  check(
    isFloating(type),
    () => `"${isLog ? 'log_softmax' : 'softmax'}_lastdim_kernel_impl" not implemented for '${typeWord(type)}'`,
  );
  const d = wrapDim(dim, a.rank);
  const compute = computeTypeOf(type);
  const lanes = lanesOf(a.sizes, d);
  const raw = emptyTensor(a.sizes, compute, a.backend);
  a.backend.softmax(packed(converted(a, compute)), raw, isLog, lanes);
  const out = converted(raw, type);
  return track(out, isLog ? 'LogSoftmaxBackward0' : 'SoftmaxBackward0', [a], [out], ([grad], [y]) =>
    grad && y ? [softmaxBackward(grad, y, d, isLog)] : [],
  );
}

function softmaxBackward(grad: Tensor, y: Tensor, d: number, isLog: boolean): Tensor {
  if (isTracked(grad, y)) {
    // A graph of the gradient is wanted: the same formula in differentiable operations.
    return isLog ? sub(grad, mul(exp(y), sum(grad, [d], true))) : mul(y, sub(grad, sum(mul(grad, y), [d], true)));
  }
  const compute = computeTypeOf(y.dtype);
  const out = emptyTensor(y.sizes, compute, y.backend);
  y.backend.softmaxBackward(
    packed(converted(grad, compute)),
    packed(converted(y, compute)),
    out,
    isLog,
    lanesOf(y.sizes, d),
  );
  return converted(out, y.dtype);
}

export function logsumexp(a: Tensor, dims: Sizes, keep: boolean): Tensor {
  const over = wrapDims(dims, a.rank);
  const top = amax('max', a.requiresGrad ? alias(a, a.sizes, a.strides, a.offset) : a, over, true);
  const inf = full([], Infinity, top.dtype, top.backend);
  const shift = where(eq(abs0(top), inf), zerosLike(top), top);
  const total = log(sum(exp(sub(a, shift)), over, true));
  const out = named(addShift(total, shift), 'LogsumexpBackward0');
  return keep ? out : named(squeeze(out, over), 'LogsumexpBackward0');
}
const abs0 = (a: Tensor): Tensor => {
  const out = emptyTensor(a.sizes, a.dtype, a.backend);
  a.backend.unary('abs', a, out, 0, 0);
  return out;
};
const addShift = (a: Tensor, shift: Tensor): Tensor => sub(a, neg(shift));

expose('softmax', 'tie', (a: Tensor, dim: number, dtype: DType | null) => softmax(a, dim, false, dtype));
expose('log_softmax', 'tie', (a: Tensor, dim: number, dtype: DType | null) => softmax(a, dim, true, dtype));
expose('logsumexp', 'tbI', (a: Tensor, keep: boolean, dims: Sizes) => logsumexp(a, dims, keep));
