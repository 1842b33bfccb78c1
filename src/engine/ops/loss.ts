/** Fused losses over class labels. Other losses are composed in Python (torch/nn/functional.py). */
import { isTracked, track } from '../core/autograd';
import { computeTypeOf, scalarName, isFloating } from '../core/dtype';
import { refuseDevices } from '../core/devices';
import { check, fail } from '../core/errors';
import { expose } from '../core/expose';
import { formatSizes } from '../core/shape';
import { emptyTensor, type Tensor } from '../core/tensor';
import { converted, full, packed, writeNumbers } from './create';
import { div, mul, sub } from './math';
import { sum } from './reduce';
import { softmax } from './softmax';
import { eq, ne } from './pointwise';
import { reshape } from './view';

export type Reduction = 0 | 1 | 2; // none, mean, sum

/**
 * Cross entropy of logits [rows, columns] against int64 labels [rows], softmax and logarithm in one pass
 * (torch.nn.functional.cross_entropy without weights or smoothing). The derivative is softmax minus the one-hot label.
 */
export function crossEntropy(logits: Tensor, labels: Tensor, reduction: Reduction, ignoreIndex: number): Tensor {
  const [rows, columns] = logits.sizes as [number, number];
  check(
    labels.sizes[0] === rows,
    () => `Expected input batch_size (${rows}) to match target batch_size (${labels.sizes[0]}).`,
    'ValueError',
  );
  if (labels.backend !== logits.backend)
    refuseDevices({ self: logits, target: labels }, 'wrapper_CUDA_nll_loss_forward');
  check(labels.dtype === 'int64', () => `expected scalar type Long but found ${scalarName(labels.dtype)}`);
  check(labels.rank === 1, () => `0D or 1D target tensor expected, multi-target not supported`);
  if (logits.rank !== 2)
    fail('RuntimeError', `Expected logits of two dimensions, but got ${formatSizes(logits.sizes)}`);
  check(
    isFloating(logits.dtype),
    () => `"log_softmax_lastdim_kernel_impl" not implemented for '${scalarName(logits.dtype)}'`,
  );
  const compute = computeTypeOf(logits.dtype);
  const { backend } = logits;
  const losses = emptyTensor([rows], compute, backend);
  const probabilities = emptyTensor([rows, columns], compute, backend);
  const target = packed(labels);
  backend.crossEntropy(packed(converted(logits, compute)), target, losses, probabilities, ignoreIndex);
  const share = reduction === 1 ? emptyTensor([], compute, backend) : null;
  let value = losses;
  if (share !== null) {
    value = emptyTensor([], compute, backend);
    backend.keptMean(losses, target, value, share, ignoreIndex);
  } else if (reduction === 2) value = sum(losses, [], false);
  return track(
    converted(value, logits.dtype),
    'NllLossBackward0',
    [logits],
    [probabilities, target, logits, ...(share === null ? [] : [share])],
    ([grad], [p, y, x, part]) => {
      if (!grad || !p || !y || !x) return [];
      if (isTracked(grad, x)) return [differentiableGrad(grad, x, y, reduction, ignoreIndex)];
      const scale = packed(converted(reshape(grad, reduction === 0 ? [rows] : [1]), compute));
      const out = emptyTensor([rows, columns], compute, backend);
      backend.crossEntropyBackward(p, y, scale, part ?? null, out, ignoreIndex);
      return [converted(out, logits.dtype)];
    },
  );
}

/** The same derivative in differentiable operations, for a graph of the gradient. */
function differentiableGrad(
  grad: Tensor,
  logits: Tensor,
  labels: Tensor,
  reduction: Reduction,
  ignoreIndex: number,
): Tensor {
  const rows = labels.numel;
  const kept = ne(labels, full([], ignoreIndex, 'int64', labels.backend));
  const weight = reshape(converted(kept, logits.dtype), [rows, 1]);
  const per = reduction === 0 ? reshape(grad, [rows, 1]) : grad;
  const factor = mul(per, reduction === 1 ? div(weight, sum(weight, [], false)) : weight);
  const columns = arangeLike(labels, logits.sizes[1] as number);
  const oneHot = converted(eq(reshape(labels, [rows, 1]), columns), logits.dtype);
  return mul(sub(softmax(logits, 1, false), oneHot), factor);
}

function arangeLike(labels: Tensor, count: number): Tensor {
  const out = emptyTensor([1, count], 'int64', labels.backend);
  writeNumbers(
    out,
    Float64Array.from({ length: count }, (_, i) => i),
  );
  return out;
}

expose('cross_entropy', 'ttii', crossEntropy);
