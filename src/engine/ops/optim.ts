/** Optimizer updates for all parameters in one call; formulas are torch.optim's. */
import { withGradMode } from '../core/autograd';
import { expose } from '../core/expose';
import type { Sizes } from '../core/shape';
import { tensorOf, type Tensor } from '../core/tensor';
import { converted, packed } from './create';

function groups(list: Sizes, count: number, kinds: number): Tensor[][] {
  return Array.from({ length: kinds }, (_, kind) => list.slice(kind * count, (kind + 1) * count).map(tensorOf));
}

/** Gradients as the kernels read them: contiguous and of the parameters' type (a custom gradient in Keras may have another). */
const readable = (grads: readonly Tensor[], { dtype }: Tensor): Tensor[] =>
  grads.map((grad) => packed(converted(grad, dtype)));

const written = (tensors: readonly Tensor[]): void => {
  for (const tensor of tensors) tensor.version.count++;
};

/**
 * lr, beta1, beta2, eps, weight decay, decoupled, maximize, step, count, then handles: parameters, gradients, means,
 * squares, and with amsgrad the largest squares. Parameters and state are contiguous.
 */
expose(
  'adam',
  'iiiiibbibiH',
  (
    lr: number,
    beta1: number,
    beta2: number,
    eps: number,
    weightDecay: number,
    decoupled: boolean,
    maximize: boolean,
    step: number,
    amsgrad: boolean,
    count: number,
    list: Sizes,
  ) => {
    const [parameters = [], grads = [], means = [], squares = [], largest = []] = groups(list, count, amsgrad ? 5 : 4);
    const first = parameters[0];
    if (first === undefined) return;
    withGradMode(false, () =>
      first.backend.adam(parameters, readable(grads, first), means, squares, amsgrad ? largest : null, {
        lr,
        beta1,
        beta2,
        eps,
        weightDecay,
        decoupled,
        maximize,
        step,
      }),
    );
    written(parameters);
  },
);

/** lr, momentum, dampening, weight decay, nesterov, maximize, first, count, then parameters, gradients and momenta. */
expose(
  'sgd',
  'iiiibbbiH',
  (
    lr: number,
    momentum: number,
    dampening: number,
    weightDecay: number,
    nesterov: boolean,
    maximize: boolean,
    isFirst: boolean,
    count: number,
    list: Sizes,
  ) => {
    const hasMomenta = list.length === 3 * count;
    const [parameters = [], grads = [], momenta = []] = groups(list, count, hasMomenta ? 3 : 2);
    const first = parameters[0];
    if (first === undefined) return;
    withGradMode(false, () =>
      first.backend.sgd(parameters, readable(grads, first), hasMomenta ? momenta : null, {
        lr,
        momentum,
        dampening,
        weightDecay,
        nesterov,
        maximize,
        first: isFirst,
      }),
    );
    written(parameters);
  },
);
