"""Rarer operations of keras.ops: reductions that skip NaN, percentiles, set and integer functions, splits by direction."""

import numpy
import torch

from keras.src.backend import convert_to_tensor, unwrap, wrap

from .elementwise import _numeric, maximum, minimum, operands
from .join import split
from .reduce import quantile


def fabs(x):
    """Without the sign, in floating point."""
    return wrap(torch.abs(_numeric(unwrap(x))))


fmax, fmin = maximum, minimum


def hsplit(x, indices_or_sections):
    """Parts along the second dimension."""
    return split(x, indices_or_sections, axis=1 if len(x.shape) > 1 else 0)


def vsplit(x, indices_or_sections):
    """Parts along the first dimension."""
    return split(x, indices_or_sections, axis=0)


def dsplit(x, indices_or_sections):
    """Parts along the third dimension."""
    return split(x, indices_or_sections, axis=2)


def column_stack(xs):
    """Vectors as the columns of a matrix."""
    return wrap(torch.column_stack([unwrap(x) for x in xs]))


def isin(x1, x2, assume_unique=False, invert=False):
    """Where x1 has a value of x2."""
    first, second = operands(x1, x2)
    found = (first.unsqueeze(-1) == second.reshape(-1)).any(-1)
    return wrap(~found if invert else found)


def lcm(x1, x2):
    """The least common multiple."""
    first, second = operands(x1, x2)
    both = torch.gcd(first, second)
    return wrap(torch.where(both == 0, both, torch.abs(first * second) // torch.where(both == 0, torch.ones_like(both), both)))


def ldexp(x1, x2):
    """x1 * 2**x2."""
    first, second = unwrap(x1), unwrap(x2)
    return wrap(_numeric(first) * torch.pow(2.0, second))


def percentile(x, q, axis=None, method="linear", keepdims=False):
    """The value below which q percent of the values lie."""
    return quantile(x, wrap(unwrap(q).to(torch.float32) / 100.0), axis=axis, method=method, keepdims=keepdims)


def _by_numpy(name):
    def function(x, *args, **options):
        made = getattr(numpy, name)(unwrap(x).numpy(), *[a if not hasattr(a, "numpy") else a.numpy() for a in args], **options)
        return convert_to_tensor(numpy.asarray(made, dtype="int32" if "arg" in name else "float32"))

    function.__name__ = function.__qualname__ = name
    function.__doc__ = f"numpy.{name}."
    return function


nanmedian, nanpercentile, nanquantile, nanstd, nanvar, nanargmax, nanargmin = map(
    _by_numpy, ("nanmedian", "nanpercentile", "nanquantile", "nanstd", "nanvar", "nanargmax", "nanargmin")
)


def nancumsum(x, axis=None, dtype=None):
    """The running sum, NaN as 0."""
    found = torch.nan_to_num(unwrap(x))
    return wrap(torch.cumsum(found.reshape(-1) if axis is None else found, axis or 0))


def nancumprod(x, axis=None, dtype=None):
    """The running product, NaN as 1."""
    found = unwrap(x)
    found = torch.where(torch.isnan(found), torch.ones_like(found), found)
    return wrap(torch.cumprod(found.reshape(-1) if axis is None else found, axis or 0))


def trapezoid(y, x=None, dx=1.0, axis=-1):
    """The integral by trapezoids."""
    found = _numeric(unwrap(y)).movedim(axis, -1)
    steps = dx if x is None else torch.diff(_numeric(unwrap(x)))
    return wrap(((found[..., 1:] + found[..., :-1]) / 2.0 * steps).sum(-1))


def kaiser(x, beta):
    """The Kaiser window."""
    return convert_to_tensor(numpy.kaiser(int(x), float(beta)), "float32")


def unravel_index(indices, shape):
    """Positions in a flat array as one index for each dimension."""
    rest, made = unwrap(indices), []
    for size in reversed(shape):
        made.append(wrap(torch.remainder(rest, size)))
        rest = torch.floor_divide(rest, size)
    return tuple(reversed(made))


def corrcoef(x):
    """The correlations of rows."""
    return wrap(torch.corrcoef(_numeric(unwrap(x))))


def correlate(x1, x2, mode="valid"):
    """The cross-correlation of two vectors."""
    return convert_to_tensor(numpy.correlate(unwrap(x1).numpy(), unwrap(x2).numpy(), mode), "float32")


__all__ = [
    "column_stack", "corrcoef", "correlate", "dsplit", "fabs", "fmax", "fmin", "hsplit", "isin", "kaiser", "lcm", "ldexp", "nanargmax", "nanargmin",
    "nancumprod", "nancumsum", "nanmedian", "nanpercentile", "nanquantile", "nanstd", "nanvar", "percentile", "trapezoid", "unravel_index", "vsplit",
]  # fmt: skip
