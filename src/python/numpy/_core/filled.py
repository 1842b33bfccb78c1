"""Arrays of a shape with one value everywhere: zeros, ones, full, eye and their like."""

import builtins
import math

import bridge
from numpy._core.construct import asarray, asfortranarray
from numpy._core import dtypes
from numpy._core.dtypes import as_dtype
from numpy._core.ndarray import as_array, from_values, ndarray, wrap
from numpy._core.abstract import generic


def shape_tuple(shape):
    """A shape given as a number or a sequence, checked."""
    if isinstance(shape, (int, generic)):
        shape = (shape,)
    elif isinstance(shape, ndarray):
        shape = shape.tolist()
        shape = (shape,) if isinstance(shape, int) else shape
    elif isinstance(shape, float):
        raise TypeError(f"expected a sequence of integers or a single integer, got '{shape!r}'")
    sizes = []
    for size in shape:
        try:
            size = size.__index__()
        except AttributeError:
            raise TypeError(f"'{type(size).__name__}' object cannot be interpreted as an integer") from None
        if size < 0:
            raise ValueError("negative dimensions are not allowed")
        sizes.append(size)
    if len(sizes) > 32:
        raise ValueError(f"maximum supported dimension for an ndarray is 32, found {len(sizes)}")
    return tuple(sizes)


def filled(shape, value, kind):
    """An array with one value everywhere."""
    if kind._pooled:
        return from_values([value] * math.prod(shape), shape, kind)
    if kind.kind == "b":
        return wrap(bridge.full(9, 1 if value else 0, 0, 0, *shape), kind)
    if kind._mask or type(value) not in (int, float, bool):
        one = from_values([value], (), kind)
        spread = bridge.expand(one._array_handle, *shape)
        made = wrap(bridge.clone(spread), kind)
        bridge.free(spread)
        return made
    if kind.kind in "iu":
        from numpy._core.convert import convert

        value = convert(value, kind)
    return wrap(bridge.full(kind._code, value, 2 if kind.kind == "f" else 1, 0, *shape), kind)


def _ordered(made, order):
    """The array with its elements laid out column by column when asked for."""
    return asfortranarray(made) if order == "F" and made.ndim > 1 else made


def zeros(shape, dtype=float, order="C", *, like=None):
    """An array of zeros."""
    kind = as_dtype(dtype)
    blank = {"U": "", "S": b""}.get(kind.kind, 0)
    if kind.kind in "US" and kind.itemsize == 0:
        kind = dtypes.text_dtype(1, kind.kind)
    return _ordered(filled(shape_tuple(shape), blank, kind), order)


def ones(shape, dtype=float, order="C", *, like=None):
    """An array of ones."""
    return _ordered(filled(shape_tuple(shape), 1, as_dtype(dtype)), order)


def empty(shape, dtype=float, order="C", *, like=None):
    """An array whose elements are to be written; here they start as zeros (None for objects)."""
    kind = as_dtype(dtype)
    return filled(shape_tuple(shape), None, kind) if kind.kind == "O" else zeros(shape, kind, order)


def full(shape, fill_value, dtype=None, order="C", *, like=None):
    """An array with one value everywhere, or an array stretched to a shape."""
    sizes = shape_tuple(shape)
    source = asarray(fill_value)
    kind = source._dtype if dtype is None else as_dtype(dtype)
    if source.shape == ():
        return _ordered(filled(sizes, source.item(), kind), order)
    made = zeros(sizes, kind)
    made[...] = source
    return made


def _like(a, dtype, order, shape, make, *value):
    source = as_array(a)
    kind = source._dtype if dtype is None else as_dtype(dtype)
    if order in ("K", "A"):
        order = "F" if source.ndim > 1 and source.flags.fortran else "C"
    return make(source.shape if shape is None else shape, *value, kind, order)


def zeros_like(a, dtype=None, order="K", subok=True, shape=None):
    """Zeros in the shape and dtype of another array."""
    return _like(a, dtype, order, shape, zeros)


def ones_like(a, dtype=None, order="K", subok=True, shape=None):
    """Ones in the shape and dtype of another array."""
    return _like(a, dtype, order, shape, ones)


def empty_like(prototype, dtype=None, order="K", subok=True, shape=None):
    """An array to be written in the shape and dtype of another."""
    return _like(prototype, dtype, order, shape, empty)


def full_like(a, fill_value, dtype=None, order="K", subok=True, shape=None):
    """One value everywhere in the shape and dtype of another array."""
    return _like(a, dtype, order, shape, full, fill_value)


def eye(N, M=None, k=0, dtype=float, order="C", *, like=None):
    """Ones on the k-th diagonal, zeros elsewhere; shape (N, M)."""
    rows, columns = shape_tuple((N, N if M is None else M))
    made = zeros((rows, columns), dtype)
    count = builtins.min(rows, columns - k) if k >= 0 else builtins.min(rows + k, columns)
    if count > 0:
        from numpy._core.ndarray import strided

        strided(made, (count,), (columns + 1,), k if k >= 0 else -k * columns)[...] = 1
    return made


def identity(n, dtype=None, *, like=None):
    """The identity matrix; shape (n, n)."""
    return eye(n, dtype=dtype)
