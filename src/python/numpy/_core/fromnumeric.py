"""The commonest functions of whole arrays, each also a method of ndarray: sums, means, extremes, rounding, clipping."""

import builtins

import bridge
from numpy._core import dtypes, fastpath, umath
from numpy._core.dtypes import as_dtype
from numpy._core.errstate import errstate, report, warn
from numpy._core.ndarray import as_array, cast, from_values, like, ndarray, result, values, wrap
from numpy._core.promotion import promote
from numpy._core.reduction import finish, fold, normalize_axes, normalize_axis, reduced_shape, ufunc_accumulate
from numpy._core.writing import assign


def both(function):
    """Makes a function of an array a method as well."""
    setattr(ndarray, function.__name__, function)
    return function


# --- sums and products --------------------------------------------------------------------------------------------------


@both
def sum(a, axis=None, dtype=None, out=None, keepdims=False, initial=None, where=True):
    """The sum of the elements over axes (None: all)."""
    if not isinstance(a, ndarray) and hasattr(a, "__next__"):
        return builtins.sum(a)
    return finish(fold("add", a, axis, dtype, keepdims, initial, where), out, "add")


@both
def prod(a, axis=None, dtype=None, out=None, keepdims=False, initial=None, where=True):
    """The product of the elements over axes (None: all)."""
    return finish(fold("multiply", a, axis, dtype, keepdims, initial, where), out, "multiply")


product = prod


@both
def cumsum(a, axis=None, dtype=None, out=None):
    """Running sums along an axis (None: of the flattened array)."""
    return _running(umath.add, a, axis, dtype, out)


@both
def cumprod(a, axis=None, dtype=None, out=None):
    """Running products along an axis (None: of the flattened array)."""
    return _running(umath.multiply, a, axis, dtype, out)


cumproduct = cumprod


def _running(function, a, axis, dtype, out):
    a = as_array(a)
    if axis is None:
        a, axis = a.reshape(-1), 0
    return ufunc_accumulate(function, a, axis, dtype, out)


def _count(shape, axes, where):
    if where is not True:
        from numpy._core.shape_base import broadcast_to

        return fold("add", broadcast_to(as_array(where, bool), shape), axes, dtypes.int64)
    count = 1
    for d in axes:
        count *= shape[d]
    return count


@both
def mean(a, axis=None, dtype=None, out=None, keepdims=False, *, where=True):
    """The arithmetic mean over axes (None: all); whole numbers in float64."""
    a = as_array(a)
    axes = normalize_axes(axis, a.ndim)
    made = _mean(a, axes, dtype, keepdims, where)
    return finish(made, out)


def _mean(a, axes, dtype, keepdims, where=True):
    kind = as_dtype(dtype) if dtype is not None else dtypes.float64 if a._dtype.kind in "iub" else a._dtype
    inner = dtypes.float32 if kind.name == "float16" else kind
    count = _count(a.shape, axes, where)
    if kind is a._dtype and kind._index in (0, 1) and where is True and count and axes:
        total = bridge.numpy_sum(a._array_handle, 1 if keepdims else 0, *axes)
        made = wrap(bridge.div_scalar(total, count, 1), kind)
        bridge.free(total)
        return made
    if isinstance(count, int) and count == 0:
        warn("Mean of empty slice.")
    total = fold("add", a, axes, inner, keepdims, None, where)
    if isinstance(count, ndarray) and keepdims:
        count = count.reshape(total.shape)
    if kind.kind == "O":
        return as_array(total / count)
    return cast(_quotient(total, count, inner), kind)


def _quotient(total, count, kind):
    """total / count; for a single number a warning names NumPy's scalar division."""
    if total.shape or isinstance(count, ndarray):
        return as_array(umath.divide(total, count, dtype=kind))
    with umath_quiet():
        made = as_array(umath.divide(total, count, dtype=kind))
    if count == 0 and kind.kind == "f":
        report("invalid" if bool(umath.isnan(made)) else "divide", "scalar divide")
    return made


@both
def var(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False, *, where=True):
    """The variance over axes: mean squared distance from the mean, with n - ddof as divisor."""
    return finish(_var(a, axis, dtype, ddof, keepdims, where), out)


def _var(a, axis, dtype, ddof, keepdims, where=True, root=False):
    a = as_array(a)
    axes = normalize_axes(axis, a.ndim)
    if dtype is None and where is True:
        made = fastpath.moments(a, axes, ddof, keepdims, root)
        if made is not None:
            return made
    made = _var_in_steps(a, axes, dtype, ddof, keepdims, where)
    return as_array(umath.sqrt(made)) if root else made


def _var_in_steps(a, axes, dtype, ddof, keepdims, where):
    kind = as_dtype(dtype) if dtype is not None else dtypes.float64 if a._dtype.kind in "iub" else a._dtype
    inner = dtypes.float32 if kind.name == "float16" else kind
    values_ = cast(a, inner)
    count = _count(a.shape, axes, where)
    if isinstance(count, int) and count - ddof <= 0:
        warn("Degrees of freedom <= 0 for slice")
    centre = fold("add", values_, axes, None, True, None, where)
    divisor = count.reshape(centre.shape) if isinstance(count, ndarray) else count
    centre = cast(as_array(umath.divide(centre, divisor)), inner)
    with umath_quiet():
        apart = as_array(umath.subtract(values_, centre))
        squares = umath.multiply(apart, apart)
        if apart._dtype.kind == "c":
            squares = as_array(umath.multiply(apart, umath.conjugate(apart))).real
        total = fold("add", squares, axes, None, keepdims, None, where)
        left = umath.maximum(count - ddof, 0) if isinstance(count, ndarray) else builtins.max(count - ddof, 0)
        if isinstance(left, ndarray) and keepdims:
            left = left.reshape(total.shape)
    return cast(_quotient(total, left, squares._dtype), squares._dtype if kind.kind == "c" else kind)


def umath_quiet():
    """No warnings of divisions that the caller has warned of."""
    return errstate(divide="ignore", invalid="ignore")


@both
def std(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False, *, where=True):
    """The standard deviation over axes: the root of the variance."""
    return finish(_var(a, axis, dtype, ddof, keepdims, where, True), out)


# --- extremes and truth ---------------------------------------------------------------------------------------------------


@both
def max(a, axis=None, out=None, keepdims=False, initial=None, where=True):
    """The largest element over axes (None: all); NaN wins."""
    return finish(fold("maximum", a, axis, None, keepdims, initial, where), out, "maximum")


@both
def min(a, axis=None, out=None, keepdims=False, initial=None, where=True):
    """The smallest element over axes (None: all); NaN wins."""
    return finish(fold("minimum", a, axis, None, keepdims, initial, where), out, "minimum")


amax, amin = max, min


@both
def ptp(a, axis=None, out=None, keepdims=False):
    """The range: largest minus smallest."""
    made = umath.subtract(max(a, axis, keepdims=keepdims), min(a, axis, keepdims=keepdims))
    return made if out is None else finish(as_array(made), out)


@both
def any(a, axis=None, out=None, keepdims=False, *, where=True):
    """Whether at least one element is true."""
    return finish(fold("logical_or", a, axis, None, keepdims, None, where), out, "logical_or")


@both
def all(a, axis=None, out=None, keepdims=False, *, where=True):
    """Whether all elements are true."""
    return finish(fold("logical_and", a, axis, None, keepdims, None, where), out, "logical_and")


sometrue, alltrue = any, all


def _position(name, a, axis, out, keepdims):
    a = as_array(a)
    if a.size == 0 and (axis is None or a.shape[normalize_axis(axis, a.ndim)] == 0):
        raise ValueError(f"attempt to get {name} of an empty sequence")
    if a._dtype._pooled or a._dtype._mask == 0xFFFFFFFFFFFFFFFF:
        made = _position_in_python(name, a, axis, keepdims)
    else:
        d = -999 if axis is None else normalize_axis(axis, a.ndim)
        made = wrap(getattr(bridge, name)(a._array_handle, d, 1 if keepdims else 0), dtypes.int64)
    return finish(made, out)


def _position_in_python(name, a, axis, keepdims):
    choose = builtins.max if name == "argmax" else builtins.min
    if axis is None:
        flat = values(a)
        made = from_values([flat.index(choose(flat))], (1,) * a.ndim if keepdims else (), dtypes.int64)
        return made
    d = normalize_axis(axis, a.ndim)
    turned = a.transpose([k for k in range(a.ndim) if k != d] + [d])
    flat, size = values(turned), a.shape[d]
    rows = [flat[i : i + size] for i in range(0, len(flat), size)]
    return from_values([row.index(choose(row)) for row in rows], reduced_shape(a.shape, (d,), keepdims), dtypes.int64)


@both
def argmax(a, axis=None, out=None, *, keepdims=False):
    """The position of the largest element (None: in the flattened array); the first one of several."""
    return _position("argmax", a, axis, out, keepdims)


@both
def argmin(a, axis=None, out=None, *, keepdims=False):
    """The position of the smallest element (None: in the flattened array); the first one of several."""
    return _position("argmin", a, axis, out, keepdims)


# --- rounding and clipping -------------------------------------------------------------------------------------------------


def clip(a, a_min, a_max, out=None, **options):
    """The elements moved into [a_min, a_max]; either bound may be None."""
    return _clip(a, a_min, a_max, out)


def _clip(a, min=None, max=None, out=None, **options):  # noqa: A002
    """The elements moved into [min, max]; either bound may be left out."""
    if type(a) is not ndarray and hasattr(a, "__array_wrap__"):
        return a.__array_wrap__(as_array(_clip(as_array(a), min, max)))
    low, high = min, max
    if low is None and high is None:
        raise ValueError("One of max or min must be given")
    made = a if isinstance(a, ndarray) else as_array(a)
    if low is not None:
        made = umath.maximum(made, low)
    if high is not None:
        made = umath.minimum(made, high)
    if out is not None:
        assign(out, as_array(made))
        return out
    return made


_clip.__name__ = "clip"
ndarray.clip = _clip


def around(a, decimals=0, out=None):
    """The elements rounded to so many decimals, halves to the even digit."""
    if type(a) is not ndarray and hasattr(a, "__array_wrap__"):
        return a.__array_wrap__(as_array(around(as_array(a), decimals)))
    a = as_array(a)
    if a._dtype.kind in "iub":
        if decimals >= 0:
            made = a if a._dtype.kind != "b" else cast(a, dtypes.float16)
            made = like(made, bridge.clone(made._array_handle))
        else:
            flat = [builtins.round(value, decimals) for value in values(a)]
            made = from_values(flat, a.shape, a._dtype)
    elif a._dtype.kind in "cO":
        flat = [complex(builtins.round(v.real, decimals), builtins.round(v.imag, decimals)) if isinstance(v, complex) else builtins.round(v, decimals) for v in values(a)]
        made = from_values(flat, a.shape, a._dtype)
    elif decimals == 0:
        made = as_array(umath.rint(a))
    else:
        # NumPy's way: scale, round, scale back (so 2.675 and 1.005 round as they do there).
        with umath_quiet():
            scale = 10.0 ** builtins.abs(decimals)
            if decimals > 0:
                made = as_array(umath.divide(umath.rint(umath.multiply(a, scale)), scale))
            else:
                made = as_array(umath.multiply(umath.rint(umath.divide(a, scale)), scale))
            if made._dtype is not a._dtype:
                # A single number is not widened by the scale.
                made = cast(made, a._dtype)
    return finish(made, out)


round_ = round = around


def _round_method(self, decimals=0, out=None):
    return around(self, decimals, out)


_round_method.__name__ = "round"
_round_method.__doc__ = around.__doc__
ndarray.round = _round_method
ndarray.__round__ = lambda self, decimals=0: around(self, decimals or 0)
fix = umath.trunc


# --- diagonals ----------------------------------------------------------------------------------------------------------------


def diagonal(a, offset=0, axis1=0, axis2=1):
    """The elements of a diagonal; a read-only view."""
    return as_array(a).diagonal(offset, axis1, axis2)


@both
def trace(a, offset=0, axis1=0, axis2=1, dtype=None, out=None):
    """The sum of a diagonal."""
    return sum(as_array(a).diagonal(offset, axis1, axis2), axis=-1, dtype=dtype, out=out)


def ndim(a):
    """The number of dimensions."""
    return as_array(a).ndim


def shape(a):
    """The sizes of the dimensions."""
    own = getattr(a, "shape", None)
    return as_array(a).shape if own is None else own


def size(a, axis=None):
    """The number of elements, or the size of one axis."""
    a = as_array(a)
    return a.size if axis is None else a.shape[normalize_axis(axis, a.ndim)]


def common_float(*arrays):
    """The floating dtype in which functions of several arrays compute."""
    kind = dtypes.float64
    for each in arrays:
        kind = promote(kind, as_array(each)._dtype)
    return kind


def scalar_or_array(made):
    """A scalar in place of an array without dimensions."""
    return result(as_array(made))
