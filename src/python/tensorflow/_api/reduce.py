"""tf.math.reduce_* and scans: whole numbers stay whole, as in TensorFlow."""

import torch

from keras.src.backend import dtypes, is_text, placing
from keras.src.backend.errors import invalid, type_mismatch
from keras.src.backend.op_types import check_type
from keras.src.ops.numpy.reduce import over, variance
from tensorflow._convert import axes, t, wrap
from tensorflow.ragged import by_rows


def _reduced(op, value, axis):
    """The torch tensor and the dimensions that an operation goes over, checked."""
    if is_text(value):
        check_type(op, "string", (value, axis))
    found, wanted = t(value), axes(axis)
    name = dtypes.TO_NAME[found.dtype]
    if op in ("Any", "All"):
        if name != "bool":
            raise type_mismatch(op, "bool", name, 0)
    elif name == "bool":
        check_type(op, name, (value, axis))
    if wanted is None:
        return found, tuple(range(found.dim()))
    dims = wanted if isinstance(wanted, tuple) else (wanted,)
    for each in dims:
        if not -found.dim() <= each < found.dim():
            raise invalid(op, f"Invalid reduction dimension ({each} for input with {found.dim()} dimension(s)", given=(value, axis))
    return found, dims


def reduce_sum(input_tensor, axis=None, keepdims=False, name=None):
    """The sum over dimensions."""
    found, dims = _reduced("Sum", input_tensor, axis)
    return wrap(found.sum(dims, keepdim=keepdims).to(found.dtype) if dims else found)


def reduce_mean(input_tensor, axis=None, keepdims=False, name=None):
    """The mean over dimensions; of whole numbers it is cut to a whole number."""
    found, dims = _reduced("Mean", input_tensor, axis)
    if not dims:
        return wrap(found)
    if found.is_floating_point():
        return wrap(found.mean(dims, keepdim=keepdims))
    return wrap(placing.to(found.cpu().to(torch.float64).mean(dims, keepdim=keepdims).trunc(), found.dtype))


def _extreme(op, compute, empty, doc):
    def function(input_tensor, axis=None, keepdims=False, name=None):
        found, dims = _reduced(op, input_tensor, axis)
        if not dims:
            return wrap(found)
        if not found.numel():
            kept = [1 if i in [d % found.dim() for d in dims] else size for i, size in enumerate(found.shape)]
            shape = kept if keepdims else [size for i, size in enumerate(found.shape) if i not in [d % found.dim() for d in dims]]
            return wrap(placing.full(shape, empty if found.is_floating_point() else 0, dtype=found.dtype))
        return wrap(compute(found, dims, keepdim=keepdims))

    function.__doc__ = doc
    return function


reduce_max = _extreme("Max", torch.amax, float("-inf"), "The largest value.")
reduce_min = _extreme("Min", torch.amin, float("inf"), "The smallest value.")


def reduce_prod(input_tensor, axis=None, keepdims=False, name=None):
    """The product."""
    found, dims = _reduced("Prod", input_tensor, axis)
    return wrap(over(found, dims, keepdims, lambda a, dim, keep: torch.prod(a, dim, keepdim=keep)).to(found.dtype) if dims else found)


def reduce_any(input_tensor, axis=None, keepdims=False, name=None):
    """Whether one is true."""
    found, dims = _reduced("Any", _flags(input_tensor), axis)
    return wrap(over(found, dims, keepdims, lambda a, dim, keep: torch.any(a, dim, keepdim=keep)) if dims else found)


def reduce_all(input_tensor, axis=None, keepdims=False, name=None):
    """Whether all are true."""
    found, dims = _reduced("All", _flags(input_tensor), axis)
    return wrap(over(found, dims, keepdims, lambda a, dim, keep: torch.all(a, dim, keepdim=keep)) if dims else found)


def _flags(value):
    return placing.zeros(0, dtype=torch.bool) if isinstance(value, list) and not value else value


def _float_input(name, tensor):
    if not tensor.is_floating_point():
        raise TypeError(f"Input must be either real or complex. Received integer type <dtype: '{dtypes.TO_NAME[tensor.dtype]}'>.")
    return tensor


def reduce_variance(input_tensor, axis=None, keepdims=False, name=None):
    """The population variance."""
    found = _reduced("Mean", _float_input("reduce_variance", t(input_tensor)), axis)[0]
    return wrap(variance(found, axes(axis), keepdims))


def reduce_std(input_tensor, axis=None, keepdims=False, name=None):
    """The population standard deviation."""
    found = _reduced("Mean", _float_input("reduce_std", t(input_tensor)), axis)[0]
    return wrap(torch.sqrt(variance(found, axes(axis), keepdims)))


def reduce_logsumexp(input_tensor, axis=None, keepdims=False, name=None):
    """log(sum(exp(x)))."""
    found, dims = _reduced("Max", input_tensor, axis)
    return wrap(over(found, dims, keepdims, lambda a, dim, keep: torch.logsumexp(a, dim, keepdim=keep)))


def reduce_euclidean_norm(input_tensor, axis=None, keepdims=False, name=None):
    """sqrt(sum(x**2))."""
    found, dims = _reduced("Sum", input_tensor, axis)
    return wrap(torch.sqrt(torch.square(found).sum(dims, keepdim=keepdims)))


def _place(op, compute, doc):
    def function(input, axis=None, output_type="int64", name=None):
        found, wanted = t(input), axes(axis) or 0
        rank = found.dim()
        if not -rank <= wanted < rank:
            raise invalid(op, f"Expected dimension in the range [{-rank}, {rank}), but got {wanted}", given=(input,))
        if found.dtype is torch.bool:
            found = found.to(torch.int32)
        return wrap(compute(found, wanted).to(dtypes.torch_dtype(output_type)))

    function.__doc__ = doc
    return function


argmax = _place("ArgMax", torch.argmax, "The position of the largest value along an axis (0 by default).")
argmin = _place("ArgMin", torch.argmin, "The position of the smallest value along an axis (0 by default).")


def count_nonzero(input, axis=None, keepdims=None, dtype="int64", name=None):
    """How many are not zero."""
    found, dims = _reduced("Sum", (t(input) != 0).to(torch.int64), axis)
    return wrap(found.sum(dims, keepdim=bool(keepdims)).to(dtypes.torch_dtype(dtype)))


def _scan(op, compute, x, axis, exclusive, reverse, start):
    found = t(x)
    axis, rank = axes(axis), found.dim()
    if not -rank <= axis < rank:
        raise invalid(op, f"ScanOp: Expected scan axis in the range [{-rank}, {rank}), but got {axis}")
    if reverse:
        found = found.flip(axis)
    made = compute(found, axis).to(found.dtype)
    if exclusive:
        first = torch.full_like(made.narrow(axis, 0, 1), start)
        made = torch.cat([first, made.narrow(axis, 0, made.shape[axis] - 1)], axis)
    return wrap(made.flip(axis) if reverse else made)


def cumsum(x, axis=0, exclusive=False, reverse=False, name=None):
    """The running sum."""
    return _scan("Cumsum", torch.cumsum, x, axis, exclusive, reverse, 0)


def cumprod(x, axis=0, exclusive=False, reverse=False, name=None):
    """The running product."""
    return _scan("Cumprod", torch.cumprod, x, axis, exclusive, reverse, 1)


def cumulative_logsumexp(x, axis=0, exclusive=False, reverse=False, name=None):
    """The running log(sum(exp(x)))."""
    return _scan("CumulativeLogsumexp", torch.logcumsumexp, x, axis, exclusive, reverse, float("-inf"))


for _each in ("reduce_sum", "reduce_mean", "reduce_max", "reduce_min", "reduce_prod", "reduce_any", "reduce_all"):
    globals()[_each] = by_rows(globals()[_each])
