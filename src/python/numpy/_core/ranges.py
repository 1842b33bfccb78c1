"""Arrays that count: arange, linspace, grids of coordinates."""

import builtins
import math

import bridge
from numpy._core.filled import zeros
from numpy._core import dtypes
from numpy._core.abstract import round_float32
from numpy._core.dtypes import as_dtype
from numpy._core.ndarray import as_array, cast, from_values, ndarray, wrap
from numpy._core.promotion import promote, python_dtype


_PLAIN = (int, float)


def arange(start, stop=None, step=1, dtype=None, *, like=None):
    """Numbers from start (0) up to but not including stop, `step` apart."""
    if stop is None:
        start, stop = 0, start
    if step is None:
        step = 1
    start, stop, step = (each.item() if hasattr(each, "index_select") else each for each in (start, stop, step))  # torch's
    given = [python_dtype(each) if not isinstance(each, ndarray) else each._dtype for each in (start, stop, step)]
    start, stop, step = (each.item() if hasattr(each, "item") else each for each in (start, stop, step))
    if dtype is None:
        kind = given[0]
        for each in given[1:]:
            kind = promote(kind, each)
        kind = dtypes.int64 if kind.kind == "b" else kind
    else:
        kind = as_dtype(dtype)
    if step == 0:
        raise ZeroDivisionError("division by zero")
    count = builtins.max(0, math.ceil((stop - start) / step))
    if kind.kind == "f":
        if builtins.any(isinstance(each, float) for each in (start, step)):
            # NumPy's loop: the difference of the first two elements, in the array's precision, times the position.
            if kind.itemsize == 4:
                start, step = round_float32(float(start)), round_float32(float(start + step)) - round_float32(float(start))
                return cast(wrap(bridge.arange(start, round_float32(step), count, 1, 0), dtypes.float64), kind)
            delta = (start + step) - start
            return cast(wrap(bridge.arange(start, delta, count, 1, 0), dtypes.float64), kind)
        return cast(wrap(bridge.arange(start, step, count, 1, 0), dtypes.float64), kind)
    if isinstance(start, int) and isinstance(step, int) and not kind._pooled and abs(start) + abs(step) * count < 2**53:
        return cast(wrap(bridge.arange(start, step, count, 4, 0), dtypes.int64), kind)
    if kind.kind in "iu":
        first, second = int(start), int(start + step)
        return from_values([first + i * (second - first) for i in range(count)], (count,), kind)
    return from_values([start + i * step for i in range(count)], (count,), kind)


def linspace(start, stop, num=50, endpoint=True, retstep=False, dtype=None, axis=0):
    """`num` numbers evenly spaced from start to stop."""
    num = num.__index__() if not isinstance(num, float) else _no_float(num)
    if num < 0:
        raise ValueError(f"Number of samples, {num}, must be non-negative.")
    div = num - 1 if endpoint else num
    if type(start) in _PLAIN and type(stop) in _PLAIN and dtype is None and not retstep and axis == 0 and div > 0 and stop != start:
        step = (float(stop) - float(start)) / div
        if step != 0 and math.isfinite(step):
            made = wrap(bridge.arange(float(start), step, num, 1, 0), dtypes.float64)
            if endpoint and num > 1:
                made[-1] = float(stop)
            return made
    first, last = as_array(start) * 1.0, as_array(stop) * 1.0
    first, last = as_array(first), as_array(last)
    delta = as_array(last - first)
    kind = None if dtype is None else as_dtype(dtype)
    inner = promote(promote(first._dtype, last._dtype), dtypes.float64)
    y = cast(wrap(bridge.arange(0, 1, num, 4, 0), dtypes.int64), inner).reshape((num,) + (1,) * delta.ndim)
    step = delta / div if div > 0 else math.nan
    if div > 0:
        # A step of 0 loses all digits: multiply by the distance after dividing, as NumPy does.
        y = y * step if not as_array(as_array(step) == 0).any() else (y / div) * delta
    else:
        y = y * delta
    y = as_array(y + first)
    if endpoint and num > 1:
        y[-1, ...] = last
    if axis != 0:
        from numpy._core.axes import moveaxis

        y = moveaxis(y, 0, axis)
    if kind is not None and kind.kind in "iu":
        from numpy._core.umath import floor

        y = floor(y)
    y = cast(y, kind or inner)
    from numpy._core.ndarray import result

    return (y, result(as_array(step)) if isinstance(step, ndarray) else as_array(step)[()]) if retstep else y


def _no_float(num):
    raise TypeError(f"'{type(num).__name__}' object cannot be interpreted as an integer")


def logspace(start, stop, num=50, endpoint=True, base=10.0, dtype=None, axis=0):
    """Numbers evenly spaced on a logarithmic scale, from base**start to base**stop."""
    from numpy._core.umath import power

    y = power(base, linspace(start, stop, num=num, endpoint=endpoint, axis=axis))
    return y if dtype is None else y.astype(dtype)


def geomspace(start, stop, num=50, endpoint=True, dtype=None, axis=0):
    """Numbers in geometric progression from start to stop."""
    from numpy._core.umath import log10, sign

    first, last = as_array(start) * 1.0, as_array(stop) * 1.0
    if as_array(as_array(first) == 0).any() or as_array(as_array(last) == 0).any():
        raise ValueError("Geometric sequence cannot include zero")
    both = sign(first)
    out = as_array(logspace(log10(first / both), log10(last / both), num=num, endpoint=endpoint, base=10.0) * both)
    if num > 0:
        out[0] = first
        if num > 1 and endpoint:
            out[-1] = last
    return out if dtype is None else out.astype(dtype)


def fromfunction(function, shape, *, dtype=float, like=None, **options):
    """The function's value for the coordinates of every element."""
    return function(*indices(shape, dtype=dtype), **options)


def indices(dimensions, dtype=int, sparse=False):
    """The coordinates of every element of a grid; shape (N, *dimensions)."""
    dimensions = tuple(dimensions)
    n = len(dimensions)
    axes = [arange(size, dtype=dtype).reshape((1,) * d + (size,) + (1,) * (n - d - 1)) for d, size in enumerate(dimensions)]
    if sparse:
        return tuple(axes)
    out = zeros((n, *dimensions), dtype)
    for d, axis in enumerate(axes):
        out[d] = axis
    return out


def meshgrid(*xi, copy=True, sparse=False, indexing="xy"):
    """Coordinate matrices of coordinate vectors: with 'xy' the first varies along columns."""
    if indexing not in ("xy", "ij"):
        raise ValueError("Valid values for `indexing` are 'xy' and 'ij'.")
    n = len(xi)
    parts = [as_array(x).reshape((1,) * d + (-1,) + (1,) * (n - d - 1)) for d, x in enumerate(xi)]
    if indexing == "xy" and n > 1:
        parts[0] = parts[0].reshape((1, -1) + (1,) * (n - 2))
        parts[1] = parts[1].reshape((-1, 1) + (1,) * (n - 2))
    if not sparse:
        from numpy._core.shape_base import broadcast_arrays

        parts = [each.copy() if copy else each for each in broadcast_arrays(*parts)]
    return list(parts)
