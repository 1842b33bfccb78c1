"""Folds that leave NaN out: nansum, nanmean, nanstd, nanmax, nanmedian, …"""

import math

from numpy._core import fromnumeric, umath
from numpy._core.errstate import errstate, warn
from numpy._core.multiarray import where
from numpy._core.ndarray import as_array, cast, result, ndarray
from numpy._core.reduction import normalize_axes
from numpy.lib import statistics
from numpy.lib.functional import apply_along_axis


def _filled(a, value):
    """(the array with NaN replaced, where there was NaN)."""
    a = as_array(a)
    if a._dtype.kind != "f":
        return a, None
    hole = as_array(umath.isnan(a))
    return as_array(where(hole, a._dtype.type(value), a)), hole


def nansum(a, axis=None, dtype=None, out=None, keepdims=False, **options):
    """The sum of the elements that are not NaN."""
    return fromnumeric.sum(_filled(a, 0)[0], axis, dtype, out, keepdims)


def nanprod(a, axis=None, dtype=None, out=None, keepdims=False, **options):
    """The product of the elements that are not NaN."""
    return fromnumeric.prod(_filled(a, 1)[0], axis, dtype, out, keepdims)


def nancumsum(a, axis=None, dtype=None, out=None):
    """Running sums with NaN as 0."""
    return fromnumeric.cumsum(_filled(a, 0)[0], axis, dtype, out)


def nancumprod(a, axis=None, dtype=None, out=None):
    """Running products with NaN as 1."""
    return fromnumeric.cumprod(_filled(a, 1)[0], axis, dtype, out)


def _extreme(function, a, axis, keepdims, neutral):
    filled, hole = _filled(a, neutral)
    made = function(filled, axis=axis, keepdims=keepdims)
    if hole is None:
        return made
    empty = hole.all(axis=axis, keepdims=keepdims)
    if bool(as_array(empty).any()):
        warn(f"All-NaN {'slice' if isinstance(a, ndarray) else 'axis'} encountered")
        return where(empty, math.nan, made)[()]
    return made


def nanmax(a, axis=None, out=None, keepdims=False, **options):
    """The largest element that is not NaN."""
    return _extreme(fromnumeric.max, a, axis, keepdims, -math.inf)


def nanmin(a, axis=None, out=None, keepdims=False, **options):
    """The smallest element that is not NaN."""
    return _extreme(fromnumeric.min, a, axis, keepdims, math.inf)


def _position(function, a, axis, neutral):
    filled, hole = _filled(a, neutral)
    if hole is not None and bool(as_array(hole.all(axis=axis)).any()):
        raise ValueError("All-NaN slice encountered")
    return function(filled, axis=axis)


def nanargmax(a, axis=None, out=None, *, keepdims=False):
    """The position of the largest element that is not NaN."""
    return _position(fromnumeric.argmax, a, axis, -math.inf)


def nanargmin(a, axis=None, out=None, *, keepdims=False):
    """The position of the smallest element that is not NaN."""
    return _position(fromnumeric.argmin, a, axis, math.inf)


def nanmean(a, axis=None, dtype=None, out=None, keepdims=False, **options):
    """The mean of the elements that are not NaN."""
    filled, hole = _filled(a, 0)
    if hole is None:
        return fromnumeric.mean(filled, axis, dtype, out, keepdims)
    count = fromnumeric.sum(~hole, axis=axis, keepdims=keepdims)
    total = fromnumeric.sum(filled, axis, dtype, None, keepdims)
    if bool(as_array(as_array(count) == 0).any()):
        warn("Mean of empty slice")
    with errstate(all="ignore"):
        return result(cast(as_array(umath.divide(total, count)), filled._dtype))


def nanvar(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False, **options):
    """The variance of the elements that are not NaN."""
    filled, hole = _filled(a, 0)
    if hole is None:
        return fromnumeric.var(filled, axis, dtype, out, ddof, keepdims)
    count = as_array(fromnumeric.sum(~hole, axis=axis, keepdims=True))
    with errstate(all="ignore"):
        centre = as_array(fromnumeric.sum(filled, axis, keepdims=True)) / count
        apart = where(hole, filled._dtype.type(0), filled - cast(as_array(centre), filled._dtype))
        left = as_array(fromnumeric.sum(~hole, axis=axis, keepdims=keepdims)) - ddof
        total = as_array(fromnumeric.sum(apart * apart, axis, keepdims=keepdims))
        made = where(left <= 0, math.nan, umath.divide(total, left))
    if bool(as_array(left <= 0).any()):
        warn("Degrees of freedom <= 0 for slice.")
    return result(cast(as_array(made), filled._dtype))


def nanstd(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False, **options):
    """The standard deviation of the elements that are not NaN."""
    return umath.sqrt(nanvar(a, axis, dtype, None, ddof, keepdims))


def _rows(function, a, axis, keepdims):
    a = as_array(a)
    axes = normalize_axes(axis, a.ndim)
    turned = a.transpose([*(d for d in range(a.ndim) if d not in axes), *axes])
    kept = turned.shape[: a.ndim - len(axes)]
    rows = turned.reshape(*kept, -1)

    def of_row(row):
        row = row[~umath.isnan(row)] if row._dtype.kind == "f" else row
        if row.size == 0:
            warn("All-NaN slice encountered")
            return as_array(math.nan)
        return as_array(function(row))

    made = of_row(rows) if not kept else apply_along_axis(of_row, -1, rows)
    made = as_array(made)
    if keepdims:
        extra = made.shape[: made.ndim - len(kept)] if made.ndim > len(kept) else ()
        made = made.reshape(extra + tuple(1 if d in axes else size for d, size in enumerate(a.shape)))
    return result(made)


def nanmedian(a, axis=None, out=None, overwrite_input=False, keepdims=False):
    """The median of the elements that are not NaN."""
    return _rows(statistics.median, a, axis, keepdims)


def nanquantile(a, q, axis=None, out=None, overwrite_input=False, method="linear", keepdims=False, *, interpolation=None):
    """The quantile of the elements that are not NaN."""
    made = _rows(lambda row: statistics.quantile(row, q, method=interpolation or method), a, axis, keepdims)
    return _front(made, q)


def nanpercentile(a, q, axis=None, out=None, overwrite_input=False, method="linear", keepdims=False, *, interpolation=None):
    """The percentile of the elements that are not NaN."""
    made = _rows(lambda row: statistics.percentile(row, q, method=interpolation or method), a, axis, keepdims)
    return _front(made, q)


def _front(made, q):
    """Several quantiles come first."""
    if as_array(q).ndim == 0 or as_array(made).ndim < 2:
        return made
    from numpy._core.axes import moveaxis

    return moveaxis(made, -1, 0)
