"""Comparing and asking: isclose, allclose, array_equal, isscalar, iscomplex and their like; finfo and iinfo are in getlimits.py."""

import numbers

from numpy._core import dtypes, umath
from numpy._core.errstate import errstate
from numpy._core.multiarray import where
from numpy._core.ndarray import as_array, cast, from_values, ndarray, result, values
from numpy._core.abstract import generic


def isclose(a, b, rtol=1.0e-5, atol=1.0e-8, equal_nan=False):
    """Whether elements are equal within atol + rtol · |b|."""
    x, y = as_array(a), as_array(b)
    if y._dtype.kind in "iub":
        y = cast(y, dtypes.float64)
    with errstate(invalid="ignore", over="ignore"):
        near = umath.less_equal(umath.absolute(x - y), atol + rtol * umath.absolute(y))
        finite = umath.isfinite(y) if x._dtype.kind in "iub" else umath.isfinite(x) & umath.isfinite(y)
        made = where(finite, near, umath.equal(x, y))
    if equal_nan:
        made = as_array(made) | (umath.isnan(x) & umath.isnan(y))
    return result(as_array(made))


def allclose(a, b, rtol=1.0e-5, atol=1.0e-8, equal_nan=False):
    """Whether all elements are equal within tolerances."""
    return bool(as_array(isclose(a, b, rtol, atol, equal_nan)).all())


def array_equal(a1, a2, equal_nan=False):
    """Whether two arrays have the same shape and elements."""
    try:
        a, b = as_array(a1), as_array(a2)
    except (TypeError, ValueError):
        return False
    if a.shape != b.shape:
        return False
    same = as_array(a == b)
    if equal_nan and a._dtype.kind == "f" and b._dtype.kind == "f":
        same = same | (umath.isnan(a) & umath.isnan(b))
    return bool(as_array(same).all())


def array_equiv(a1, a2):
    """Whether two arrays are equal after broadcasting."""
    try:
        return bool(as_array(as_array(a1) == as_array(a2)).all())
    except ValueError:
        return False


def isscalar(element):
    """Whether something is a number or a text, not an array."""
    return isinstance(element, (generic, str, bytes, numbers.Number))


def iscomplexobj(x):
    """Whether the dtype is complex."""
    return as_array(x)._dtype.kind == "c"


def isrealobj(x):
    """Whether the dtype is not complex."""
    return not iscomplexobj(x)


def iscomplex(x):
    """Whether elements have an imaginary part."""
    a = as_array(x)
    return result(from_values([each.imag != 0 for each in values(a)], a.shape, dtypes.bool_)) if a._dtype.kind == "c" else result(as_array(a != a) & False)


def isreal(x):
    """Whether elements have no imaginary part."""
    return umath.logical_not(iscomplex(x))


def real(val):
    """The real parts."""
    return as_array(val).real if isinstance(val, (ndarray, list, tuple)) else val.real


def imag(val):
    """The imaginary parts."""
    return as_array(val).imag if isinstance(val, (ndarray, list, tuple)) else val.imag


def real_if_close(a, tol=100):
    """The real parts when all imaginary parts are nearly 0."""
    a = as_array(a)
    if a._dtype.kind != "c":
        return a
    limit = tol * 2.220446049250313e-16
    return a.real if all(abs(each.imag) < limit for each in values(a)) else a


def isneginf(x, out=None):
    """Whether elements are -inf."""
    return umath.logical_and(umath.isinf(x), umath.signbit(x))


def isposinf(x, out=None):
    """Whether elements are +inf."""
    return umath.logical_and(umath.isinf(x), umath.logical_not(umath.signbit(x)))


def iterable(y):
    """Whether something can be iterated."""
    try:
        iter(y)
    except TypeError:
        return False
    return True
