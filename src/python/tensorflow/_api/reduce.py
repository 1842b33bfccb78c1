"""tf.math.reduce_* and scans: whole numbers stay whole, as in TensorFlow."""

import torch

from keras.src.backend import dtypes
from keras.src.backend.errors import InvalidArgumentError
from keras.src.ops.numpy.reduce import over, variance
from tensorflow._convert import axes, t, wrap


def _all_axes(tensor, axis):
    axis = axes(axis)
    if axis is None:
        return tuple(range(tensor.dim()))
    given = axis if isinstance(axis, tuple) else (axis,)
    for each in given:
        if not -tensor.dim() <= each < max(tensor.dim(), 1):
            raise InvalidArgumentError(
                None, None, f"Invalid reduction dimension ({each} for input with {tensor.dim()} dimension(s) [Op:Sum]"
            )
    return given


def reduce_sum(input_tensor, axis=None, keepdims=False, name=None):
    """The sum over dimensions."""
    found = t(input_tensor)
    if not found.dim():
        return wrap(found)
    return wrap(found.sum(_all_axes(found, axis), keepdim=keepdims).to(found.dtype))


def reduce_mean(input_tensor, axis=None, keepdims=False, name=None):
    """The mean over dimensions; of whole numbers it is cut to a whole number."""
    found = t(input_tensor)
    if not found.dim():
        return wrap(found)
    if found.is_floating_point():
        return wrap(found.mean(_all_axes(found, axis), keepdim=keepdims))
    mean = found.to(torch.float64).mean(_all_axes(found, axis), keepdim=keepdims)
    return wrap(mean.trunc().to(found.dtype))


def reduce_max(input_tensor, axis=None, keepdims=False, name=None):
    """The largest value."""
    found = t(input_tensor)
    return wrap(torch.amax(found, _all_axes(found, axis), keepdim=keepdims) if found.dim() else found)


def reduce_min(input_tensor, axis=None, keepdims=False, name=None):
    """The smallest value."""
    found = t(input_tensor)
    return wrap(torch.amin(found, _all_axes(found, axis), keepdim=keepdims) if found.dim() else found)


def reduce_prod(input_tensor, axis=None, keepdims=False, name=None):
    """The product."""
    found = t(input_tensor)
    return wrap(over(found, axes(axis), keepdims, lambda a, dim, keep: torch.prod(a, dim, keepdim=keep)).to(found.dtype))


def reduce_any(input_tensor, axis=None, keepdims=False, name=None):
    """Whether one is true."""
    return wrap(over(t(input_tensor), axes(axis), keepdims, lambda a, dim, keep: torch.any(a, dim, keepdim=keep)))


def reduce_all(input_tensor, axis=None, keepdims=False, name=None):
    """Whether all are true."""
    return wrap(over(t(input_tensor), axes(axis), keepdims, lambda a, dim, keep: torch.all(a, dim, keepdim=keep)))


def _float_input(name, tensor):
    if not tensor.is_floating_point():
        raise TypeError(f"Input must be either real or complex. Received integer type <dtype: '{dtypes.TO_NAME[tensor.dtype]}'>.")
    return tensor


def reduce_variance(input_tensor, axis=None, keepdims=False, name=None):
    """The population variance."""
    return wrap(variance(_float_input("reduce_variance", t(input_tensor)), axes(axis), keepdims))


def reduce_std(input_tensor, axis=None, keepdims=False, name=None):
    """The population standard deviation."""
    return wrap(torch.sqrt(variance(_float_input("reduce_std", t(input_tensor)), axes(axis), keepdims)))


def reduce_logsumexp(input_tensor, axis=None, keepdims=False, name=None):
    """log(sum(exp(x)))."""
    return wrap(over(t(input_tensor), axes(axis), keepdims, lambda a, dim, keep: torch.logsumexp(a, dim, keepdim=keep)))


def reduce_euclidean_norm(input_tensor, axis=None, keepdims=False, name=None):
    """sqrt(sum(x**2))."""
    found = t(input_tensor)
    return wrap(torch.sqrt(torch.square(found).sum(_all_axes(found, axis), keepdim=keepdims)))


def argmax(input, axis=None, output_type="int64", name=None):
    """The position of the largest value along an axis (0 by default)."""
    return wrap(torch.argmax(t(input), axes(axis) or 0).to(dtypes.torch_dtype(output_type)))


def argmin(input, axis=None, output_type="int64", name=None):
    """The position of the smallest value along an axis (0 by default)."""
    return wrap(torch.argmin(t(input), axes(axis) or 0).to(dtypes.torch_dtype(output_type)))


def count_nonzero(input, axis=None, keepdims=None, dtype="int64", name=None):
    """How many are not zero."""
    found = (t(input) != 0).to(torch.int64)
    return wrap(found.sum(_all_axes(found, axis), keepdim=bool(keepdims)).to(dtypes.torch_dtype(dtype)))


def _scan(compute, x, axis, exclusive, reverse, start):
    found = t(x)
    axis = axes(axis)
    if reverse:
        found = found.flip(axis)
    made = compute(found, axis).to(found.dtype)
    if exclusive:
        first = torch.full_like(made.narrow(axis, 0, 1), start)
        made = torch.cat([first, made.narrow(axis, 0, made.shape[axis] - 1)], axis)
    return wrap(made.flip(axis) if reverse else made)


def cumsum(x, axis=0, exclusive=False, reverse=False, name=None):
    """The running sum."""
    return _scan(torch.cumsum, x, axis, exclusive, reverse, 0)


def cumprod(x, axis=0, exclusive=False, reverse=False, name=None):
    """The running product."""
    return _scan(torch.cumprod, x, axis, exclusive, reverse, 1)
