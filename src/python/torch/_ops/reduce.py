"""Reductions: sums, means, extremes, spreads and norms. What keeps the shape is in scan.py."""

import math

import bridge
from torch._dtype import code_of
from torch._tensor import Tensor, rename, wrap, wrap_all
from torch.return_types import named_result

from .register import FUNCTIONS, both, function, given, must_be_tensor, result

_NO_DIM = -999  # the engine's code for "over all elements"


def dims_of(dim):
    """A dim argument as the tuple that engine calls end with; nothing means every dimension."""
    if dim is None:
        return ()
    return (dim,) if isinstance(dim, int) else (dim.__index__(),) if hasattr(dim, "__index__") else (dim,) if isinstance(dim, str) else tuple(dim)


# --- sums ---------------------------------------------------------------------------------------------------------


def _sum_like(name, doc):
    def op(input, dim=None, keepdim=False, *, dtype=None, out=None, axis=None, keepdims=None):
        must_be_tensor(name, "input", 1, input)
        if axis is not None:
            dim = axis
        keep = keepdim if keepdims is None else keepdims
        handle = getattr(bridge, name)(input._handle, keep, code_of(dtype), *dims_of(dim))
        return wrap(handle) if out is None else result(handle, out)

    op.__name__ = op.__qualname__ = name
    op.__doc__ = doc
    return both(op)


sum = _sum_like("sum", "The sum over all elements, or over dimensions; whole numbers give int64.")
mean = _sum_like("mean", "The mean over all elements, or over dimensions. Floating dtypes.")
prod = _sum_like("prod", "The product over all elements, or over one dimension.")


@both
def nansum(input, dim=None, keepdim=False, *, dtype=None, axis=None, keepdims=None):
    """The sum with NaN counted as 0."""
    if axis is not None:
        dim = axis
    if keepdims is not None:
        keepdim = keepdims
    if not input.is_floating_point():
        return sum(input, dim, keepdim, dtype=dtype)
    return rename(sum(FUNCTIONS["where"](input.isnan(), 0.0, input), dim, keepdim, dtype=dtype), "NansumBackward0")


@both
def nanmean(input, dim=None, keepdim=False, *, dtype=None, axis=None, keepdims=None):
    """The mean of the elements that are numbers."""
    if axis is not None:
        dim = axis
    if keepdims is not None:
        keepdim = keepdims
    kept = ~input.isnan()
    return nansum(input, dim, keepdim, dtype=dtype) / sum(kept, dim, keepdim)


@both
def count_nonzero(input, dim=None, *more, axis=None):
    """How many elements are not 0."""
    if axis is not None:
        dim = axis
    if more:
        dim = (dim, *more)
    return sum(input != 0, dim)


# --- truth --------------------------------------------------------------------------------------------------------


@both
def any(input, dim=None, keepdim=False, *, out=None, axis=None, keepdims=None):
    """Whether any element is not 0."""
    if axis is not None:
        dim = axis
    if keepdims is not None:
        keepdim = keepdims
    return result(bridge.any(input._handle, keepdim, *dims_of(dim)), out)


@both
def all(input, dim=None, keepdim=False, *, out=None, axis=None, keepdims=None):
    """Whether every element is not 0."""
    if axis is not None:
        dim = axis
    if keepdims is not None:
        keepdim = keepdims
    return result(bridge.all(input._handle, keepdim, *dims_of(dim)), out)


# --- extremes -----------------------------------------------------------------------------------------------------


def _extreme(name, doc):
    over_dim, over_all, with_other = name + "_dim", name + "_all", name + "imum"

    def op(input, dim=None, keepdim=False, *, out=None, axis=None, keepdims=None, other=None):
        dim = axis if axis is not None else dim
        keepdim = keepdim if keepdims is None else keepdims
        if isinstance(dim, Tensor) or other is not None:
            return FUNCTIONS[with_other](input, dim if other is None else other, out=out)
        if dim is None:
            must_be_tensor(name, "input", 1, input)
            return result(getattr(bridge, over_all)(input._handle), out)
        values, indices = wrap_all(getattr(bridge, over_dim)(input._handle, dim, keepdim), 2)
        if out is not None:
            given(values, out[0]), given(indices, out[1])
            return named_result(name, values=out[0], indices=out[1])
        return named_result(name, values=values, indices=indices)

    op.__name__ = op.__qualname__ = name
    op.__doc__ = doc
    return both(op)


max = _extreme("max", "The largest element; with dim its values and indices; with a tensor the element-wise maximum.")
min = _extreme("min", "The smallest element; with dim its values and indices; with a tensor the element-wise minimum.")


@both
def amax(input, dim=(), keepdim=False, *, out=None, axis=None, keepdims=None):
    """The largest elements over dimensions; ties share the gradient."""
    if axis is not None:
        dim = axis
    if keepdims is not None:
        keepdim = keepdims
    return result(bridge.amax(input._handle, keepdim, *dims_of(dim)), out)


@both
def amin(input, dim=(), keepdim=False, *, out=None, axis=None, keepdims=None):
    """The smallest elements over dimensions; ties share the gradient."""
    if axis is not None:
        dim = axis
    if keepdims is not None:
        keepdim = keepdims
    return result(bridge.amin(input._handle, keepdim, *dims_of(dim)), out)


@both
def aminmax(input, *, dim=None, keepdim=False, axis=None, keepdims=None):
    """The smallest and the largest elements."""
    if axis is not None:
        dim = axis
    if keepdims is not None:
        keepdim = keepdims
    dims = () if dim is None else (dim,)
    return named_result("aminmax", min=amin(input, dims, keepdim), max=amax(input, dims, keepdim))


@both
def argmax(input, dim=None, keepdim=False, *, axis=None, keepdims=None):
    """The position of the largest element, of all or along a dimension."""
    if axis is not None:
        dim = axis
    if keepdims is not None:
        keepdim = keepdims
    must_be_tensor("argmax", "input", 1, input)
    return wrap(bridge.argmax(input._handle, _NO_DIM if dim is None else dim, keepdim))


@both
def argmin(input, dim=None, keepdim=False, *, axis=None, keepdims=None):
    """The position of the smallest element, of all or along a dimension."""
    if axis is not None:
        dim = axis
    if keepdims is not None:
        keepdim = keepdims
    must_be_tensor("argmin", "input", 1, input)
    return wrap(bridge.argmin(input._handle, _NO_DIM if dim is None else dim, keepdim))


# --- spread -------------------------------------------------------------------------------------------------------


def _spread(name, doc):
    def op(input, dim=None, unbiased=None, keepdim=False, *, correction=None, out=None, axis=None, keepdims=None):
        dim = dim if axis is None else axis
        keepdim = keepdim if keepdims is None else keepdims
        if isinstance(dim, bool):  # std(unbiased)
            dim, unbiased = None, dim
        if correction is None:
            correction = 1 if unbiased is None else int(unbiased)
        return result(getattr(bridge, name)(input._handle, correction, keepdim, *dims_of(dim)), out)

    op.__name__ = op.__qualname__ = name
    op.__doc__ = doc
    return both(op)


std = _spread("std", "Standard deviation; correction=1 (or unbiased=True) divides by n - 1.")
var = _spread("var", "Variance; correction=1 (or unbiased=True) divides by n - 1.")


@function
def std_mean(input, dim=None, unbiased=None, keepdim=False, *, correction=None, axis=None, keepdims=None):
    """Standard deviation and mean."""
    if axis is not None:
        dim = axis
    if keepdims is not None:
        keepdim = keepdims
    return std(input, dim, unbiased, keepdim, correction=correction), mean(input, _after_bool(dim), keepdim)


@function
def var_mean(input, dim=None, unbiased=None, keepdim=False, *, correction=None, axis=None, keepdims=None):
    """Variance and mean."""
    if axis is not None:
        dim = axis
    if keepdims is not None:
        keepdim = keepdims
    return var(input, dim, unbiased, keepdim, correction=correction), mean(input, _after_bool(dim), keepdim)


def _after_bool(dim):
    return None if isinstance(dim, bool) else dim


# --- norms --------------------------------------------------------------------------------------------------------


def vector_norm(input, ord=2, dim=None, keepdim=False, *, dtype=None, out=None):
    """The p-norm of the elements over dimensions (all of them by default)."""
    if dtype is not None:
        input = input.to(dtype)
    if not input.is_floating_point():
        raise RuntimeError(
            f"linalg.vector_norm: Expected a floating point or complex tensor as input. Got {input.dtype._scalar_name}"
        )
    dims = dims_of(dim)
    if ord == 2:
        return wrap(bridge.norm2(input._handle, keepdim, *dims))
    if ord == math.inf:
        value = amax(input.abs(), dims, keepdim)
    elif ord == -math.inf:
        value = amin(input.abs(), dims, keepdim)
    elif ord == 0:
        value = sum(input != 0, dims or None, keepdim).to(input.dtype)
    elif ord == 1:
        value = sum(input.abs(), dims or None, keepdim)
    else:
        sums = sum(input.abs() ** ord, dims or None, keepdim)
        value = sums ** (1.0 / ord)
        if sums.requires_grad and ord > 1:
            # The root is steep at 0: there the gradient is 0 by PyTorch's choice, not 0 times infinity.
            flat = sums == 0
            value = FUNCTIONS["where"](flat, 0.0, FUNCTIONS["where"](flat, 1.0, sums) ** (1.0 / ord))
    return rename(value, "LinalgVectorNormBackward0")


@both
def norm(input, p="fro", dim=None, keepdim=False, out=None, dtype=None, *, axis=None, keepdims=None):
    """The norm of the elements: p=2 or 'fro' (Euclidean), 1, inf, …"""
    if axis is not None:
        dim = axis
    if keepdims is not None:
        keepdim = keepdims
    if dtype is not None:
        input = input.to(dtype)
    if p == "nuc":
        return FUNCTIONS["svd"](input)[1].sum(-1)
    if isinstance(p, str) and p != "fro":
        raise RuntimeError(f"only valid string values are 'fro' and 'nuc', found {p}")
    return given(vector_norm(input, 2 if p in ("fro", None) else p, dim, keepdim), out)


@both
def dist(input, other, p=2):
    """The p-norm of input - other."""
    return rename(vector_norm(input - other, p), "DistBackward0")
