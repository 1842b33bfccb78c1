"""Updates of many tensors in one engine call, for optimizers that keep their own gradients and state (keras')."""

import bridge


def same_sizes(first, second):
    """Whether the tensors of two lists have the same shapes, pair by pair."""
    return len(first) == len(second) and bridge.same_sizes(*[each._handle for each in first], *[each._handle for each in second])


def count_up(tensor):
    """Adds 1 in place."""
    bridge.add_scalar_(tensor._handle, 1, 1)


def adam(lr, beta1, beta2, eps, step, parameters, grads, means, squares):
    """One step of Adam in place: lr * m_hat / (sqrt(v_hat) + eps); lists of contiguous tensors of one floating type, but for the gradients."""
    handles = [each._handle for group in (parameters, grads, means, squares) for each in group]
    bridge.adam(lr, beta1, beta2, eps, 0.0, False, False, step, False, len(parameters), *handles)


def sgd(lr, parameters, grads):
    """parameters -= lr * grads, in place."""
    handles = [each._handle for group in (parameters, grads) for each in group]
    bridge.sgd(lr, 0.0, 0.0, 0.0, False, False, True, len(parameters), *handles)
