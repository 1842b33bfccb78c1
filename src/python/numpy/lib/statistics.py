"""Statistics: averages, medians, quantiles, covariances, histograms, counts and bins."""

import math

import bridge
from numpy._core import dtypes, umath
from numpy._core.ranges import linspace
from numpy._core.filled import zeros
from numpy._core.dtypes import as_dtype
from numpy._core.errstate import report, warn
from numpy._core.fromnumeric import max as _max
from numpy._core.fromnumeric import mean
from numpy._core.fromnumeric import min as _min
from numpy._core.products import dot
from numpy._core.ndarray import as_array, cast, from_values, handle_as, ndarray, result, values, wrap
from numpy._core.promotion import promote
from numpy._core.reduction import finish, normalize_axes, reduced_shape
from numpy._core.shape_base import broadcast_to, concatenate, stack
from numpy._core.sorting import searchsorted, sort

# --- averages ---------------------------------------------------------------------------------------------------------


def average(a, axis=None, weights=None, returned=False, *, keepdims=False):
    """The mean, or the mean with weights."""
    a = as_array(a)
    if weights is None:
        made = mean(a, axis, keepdims=keepdims)
        total = a.size / max(as_array(made).size, 1)
        total = as_array(made) * 0 + total
    else:
        w = as_array(weights)
        if a.shape != w.shape:
            if axis is None:
                raise TypeError("Axis must be specified when shapes of a and weights differ.")
            if w.ndim != 1:
                raise TypeError("1D weights expected when shapes of a and weights differ.")
            if w.shape[0] != a.shape[axis]:
                raise ValueError("Length of weights not compatible with specified axis.")
            w = broadcast_to(w, (a.ndim - 1) * (1,) + w.shape).swapaxes(-1, axis)
        kind = promote(promote(a._dtype, w._dtype), dtypes.float64) if a._dtype.kind in "iub" else promote(a._dtype, w._dtype)
        total = as_array(w.sum(axis=axis, dtype=kind, keepdims=keepdims))
        if bool((total == 0).any()):
            raise ZeroDivisionError("Weights sum to zero, can't be normalized")
        made = umath.multiply(a, w, dtype=kind).sum(axis, keepdims=keepdims) / total
    if returned:
        return made, result(total if as_array(total).shape == as_array(made).shape else broadcast_to(total, as_array(made).shape).copy())
    return made


def median(a, axis=None, out=None, overwrite_input=False, keepdims=False):
    """The middle element (the mean of the two in the middle); NaN if there is one."""
    a = as_array(a)
    rows, shape = _last(a, axis, keepdims)
    n = rows.shape[-1]
    if n == 0:
        warn("Mean of empty slice.")
        report("invalid", "scalar divide")
        return finish(from_values([math.nan], (), dtypes.float64), out)
    ordered = sort(rows)
    half = n // 2
    middle = ordered[..., half : half + 1] if n % 2 else ordered[..., half - 1 : half + 1]
    made = as_array(mean(middle, axis=-1))
    if ordered._dtype.kind == "f":
        from numpy._core.multiarray import where

        made = as_array(where(umath.isnan(ordered[..., -1]), ordered[..., -1], made))
    return finish(made.reshape(shape), out)


def _last(a, axis, keepdims):
    """The axes to fold together as the last one, and the shape of the result."""
    axes = normalize_axes(axis, a.ndim)
    rest = [d for d in range(a.ndim) if d not in axes]
    turned = a.transpose([*rest, *axes]).reshape(*(a.shape[d] for d in rest), math.prod(a.shape[d] for d in axes))
    return turned, reduced_shape(a.shape, axes, keepdims)


_METHODS = dict.fromkeys((
    "inverted_cdf", "averaged_inverted_cdf", "closest_observation", "interpolated_inverted_cdf", "hazen", "weibull", "linear", "median_unbiased",
    "normal_unbiased", "lower", "higher", "midpoint", "nearest",
))  # fmt: skip
_ALPHA_BETA = {"interpolated_inverted_cdf": (0, 1), "hazen": (0.5, 0.5), "weibull": (0, 0), "median_unbiased": (1 / 3, 1 / 3), "normal_unbiased": (3 / 8, 3 / 8)}


def quantile(a, q, axis=None, out=None, overwrite_input=False, method="linear", keepdims=False, *, interpolation=None):
    """The value below which a part q (0 to 1) of the elements lies."""
    whole = as_array(q)._dtype.kind in "iu" and as_array(a)._dtype.kind in "iu"  # then NumPy's result is whole too
    q = as_array(q, "float64")
    if q.size and not (0 <= float(_min(q)) and float(_max(q)) <= 1):
        raise ValueError("Quantiles must be in the range [0, 1]")
    if whole and out is None:
        return as_array(_quantile(as_array(a), q, axis, None, _method("quantile", method, interpolation), keepdims)).astype("int64")[()]
    return _quantile(as_array(a), q, axis, out, _method("quantile", method, interpolation), keepdims)


def _method(function, method, interpolation):
    if interpolation is None:
        return method
    warn(
        f"the `interpolation=` argument to {function} was renamed to `method=`, which has additional options.\n"
        "Users of the modes 'nearest', 'lower', 'higher', or 'midpoint' are encouraged to review the method they used. (Deprecated NumPy 1.22)",
        DeprecationWarning,
    )
    return interpolation


def percentile(a, q, axis=None, out=None, overwrite_input=False, method="linear", keepdims=False, *, interpolation=None):
    """The value below which q percent of the elements lie."""
    q = umath.divide(as_array(q, "float64"), 100)
    q = as_array(q)
    if q.size and not (0 <= float(_min(q)) and float(_max(q)) <= 1):
        raise ValueError("Percentiles must be in the range [0, 100]")
    return _quantile(as_array(a), q, axis, out, _method("percentile", method, interpolation), keepdims)


def _quantile(a, q, axis, out, method, keepdims):
    if method not in _METHODS:
        raise ValueError(f"{method!r} is not a valid method. Use one of: {_METHODS.keys()}")
    rows, shape = _last(a, axis, keepdims)
    ordered = sort(rows)
    n = ordered.shape[-1]
    exact = ordered if ordered._dtype.kind == "f" else cast(ordered, dtypes.float64)
    picks = [_at(ordered, exact, n, value, method) for value in values(q)]
    if exact._dtype.kind == "f" and ordered._dtype.kind == "f":
        from numpy._core.multiarray import where

        hole = umath.isnan(ordered[..., -1])
        if bool(as_array(hole).any()):
            picks = [where(hole, math.nan, each) for each in picks]
    if q.shape == ():
        return finish(as_array(picks[0]).reshape(shape), out)
    made = stack([as_array(each).reshape(shape) for each in picks]).reshape(q.shape + shape)
    return finish(made, out)


def _at(ordered, exact, n, q, method):
    """The quantile q of sorted rows."""
    if method in ("lower", "higher", "nearest", "inverted_cdf", "closest_observation"):
        position = q * (n - 1)
        if method == "lower":
            index = math.floor(position)
        elif method == "higher":
            index = math.ceil(position)
        elif method == "nearest":
            index = round(position)
        elif method == "inverted_cdf":
            index = max(math.ceil(q * n) - 1, 0)
        else:
            shifted = q * n - 1 - 0.5
            floor = math.floor(shifted)
            index = max(int(floor) if shifted == floor and floor % 2 == 1 else int(floor) + 1, 0)
        return ordered[..., min(index, n - 1)]
    if method == "linear":
        position = (n - 1) * q
    elif method == "midpoint":
        position = (n - 1) * q
        position = 0.5 * (math.floor(position) + math.ceil(position))
    elif method == "averaged_inverted_cdf":
        position = q * n - 1 + (0.5 if q * n == math.floor(q * n) else math.ceil(q * n) - q * n)
    else:
        alpha, beta = _ALPHA_BETA[method]
        position = n * q + (alpha + q * (1 - alpha - beta)) - 1
    position = min(max(position, 0), n - 1)
    low = math.floor(position)
    part = position - low
    first, second = exact[..., low], exact[..., min(low + 1, n - 1)]
    # NumPy interpolates from the nearer end, which keeps the result monotonic.
    apart = second - first
    return second - apart * (1 - part) if part >= 0.5 else first + apart * part


# --- covariance -------------------------------------------------------------------------------------------------------


def cov(m, y=None, rowvar=True, bias=False, ddof=None, fweights=None, aweights=None, *, dtype=None):
    """The covariance matrix of variables in rows (rowvar=False: in columns)."""
    if ddof is not None and ddof != int(ddof):
        raise ValueError("ddof must be integer")
    m = as_array(m)
    if m.ndim > 2:
        raise ValueError("m has more than 2 dimensions")
    kind = promote(m._dtype, dtypes.float64) if dtype is None else as_dtype(dtype)
    x = cast(m, kind).reshape((1, -1) if m.ndim < 2 else m.shape)
    if not rowvar and x.shape[0] != 1:
        x = x.T
    if y is not None:
        other = cast(as_array(y), kind)
        other = other.reshape((1, -1) if other.ndim < 2 else other.shape)
        if not rowvar and other.shape[0] != 1:
            other = other.T
        x = concatenate((x, other))
    ddof = (0 if bias else 1) if ddof is None else ddof
    w = None
    if fweights is not None:
        w = cast(as_array(fweights), dtypes.float64)
    if aweights is not None:
        aw = cast(as_array(aweights), dtypes.float64)
        w = aw if w is None else w * aw
    centre, total = average(x, axis=1, weights=w, returned=True)
    total = as_array(total).reshape(-1)[0]
    if w is None:
        divisor = x.shape[1] - ddof
    elif ddof == 0:
        divisor = total
    elif aweights is None:
        divisor = total - ddof
    else:
        divisor = total - ddof * (w * as_array(aweights)).sum() / total
    if divisor <= 0:
        warn("Degrees of freedom <= 0 for slice")
        divisor = 0.0
    x = x - as_array(centre)[:, None]
    made = dot(x, (x if w is None else x * w).T)
    made = as_array(made) * umath.true_divide(1, divisor)
    return _squeezed(as_array(made))


def _squeezed(made):
    return made.squeeze() if made.size != 1 else made.reshape(())


def corrcoef(x, y=None, rowvar=True, bias=None, ddof=None, *, dtype=None):
    """Pearson's correlation coefficients of variables in rows."""
    c = as_array(cov(x, y, rowvar, dtype=dtype))
    if c.ndim == 0:
        return c / c
    spread = umath.sqrt(c.diagonal())
    c = umath.divide(c, spread[:, None])
    c = umath.divide(c, spread[None, :])
    return c.clip(-1, 1)


# --- histograms ---------------------------------------------------------------------------------------------------------


def histogram_bin_edges(a, bins=10, range=None, weights=None):  # noqa: A002
    """The edges that histogram uses."""
    return _edges(as_array(a).reshape(-1), bins, range)


def _edges(a, bins, span):
    if isinstance(bins, str):
        return _edges(a, _automatic(a, bins), span)
    if not hasattr(bins, "__len__"):
        try:
            count = bins.__index__()
        except AttributeError:
            raise TypeError("`bins` must be an integer, a string, or an array") from None
        if count < 1:
            raise ValueError("`bins` must be positive, when an integer")
        low, high = _outer_edges(a, span)
        return linspace(low, high, count + 1, dtype=dtypes.float64 if a._dtype.kind != "f" else promote(a._dtype, dtypes.float32))
    edges = as_array(bins)
    if edges.ndim != 1:
        raise ValueError("`bins` must be 1d, when an array")
    if bool(as_array(edges[:-1] > edges[1:]).any()):
        raise ValueError("`bins` must increase monotonically, when an array")
    return edges


def _outer_edges(a, span):
    if span is not None:
        low, high = span
        if low > high:
            raise ValueError("max must be larger than min in range parameter.")
        if not (math.isfinite(low) and math.isfinite(high)):
            raise ValueError(f"supplied range of [{low}, {high}] is not finite")
    elif a.size == 0:
        low, high = 0, 1
    else:
        low, high = _min(a), _max(a)
        if not (math.isfinite(low) and math.isfinite(high)):
            raise ValueError(f"autodetected range of [{low}, {high}] is not finite")
    return (low - 0.5, high + 0.5) if low == high else (low, high)


def _automatic(a, rule):
    """How many bins a rule of thumb gives."""
    n = a.size
    if n == 0:
        return 1
    spread = float(_max(a)) - float(_min(a))
    iqr = float(percentile(a, 75)) - float(percentile(a, 25))
    widths = {
        "sqrt": spread / math.sqrt(n), "sturges": spread / (math.log2(n) + 1.0), "rice": spread / (2.0 * n ** (1.0 / 3)),
        "scott": (24.0 * math.pi**0.5 / n) ** (1.0 / 3.0) * float(a.std()), "fd": 2.0 * iqr * n ** (-1.0 / 3.0),
    }  # fmt: skip
    widths["auto"] = min(widths["fd"], widths["sturges"]) if widths["fd"] else widths["sturges"]
    if rule not in widths:
        raise ValueError(f"{rule!r} is not a valid estimator for `bins`")
    return int(math.ceil(spread / widths[rule])) if widths[rule] else 1


def histogram(a, bins=10, range=None, density=None, weights=None):  # noqa: A002
    """(how many elements lie in each bin, the edges of the bins); the last bin includes its right edge."""
    a = as_array(a).reshape(-1)
    edges = _edges(a, bins, range)
    ordered = edges if isinstance(edges, ndarray) else as_array(edges)
    numbers = cast(a, dtypes.float64) if a._dtype.kind == "b" else a
    if range is not None and not hasattr(bins, "__len__"):
        inside = (numbers >= range[0]) & (numbers <= range[1])
        numbers, weights = numbers[inside], None if weights is None else as_array(weights).reshape(-1)[inside]
    count = ordered.size - 1
    at = searchsorted(ordered, numbers, side="right") - 1
    at = as_array(at)
    at[numbers == ordered[-1]] = count - 1
    inside = (at >= 0) & (at < count)
    if weights is None:
        found = bincount(at[inside], minlength=count)
    else:
        w = as_array(weights).reshape(-1)
        found = bincount(at[inside], weights=w[inside], minlength=count)
        found = cast(found, dtypes.int64) if w._dtype.kind in "iub" else found
    if density:
        return found / umath.subtract(ordered[1:], ordered[:-1]) / found.sum(), edges
    return found, edges


def histogramdd(sample, bins=10, range=None, density=None, weights=None):  # noqa: A002
    """A histogram of points with several coordinates."""
    points = as_array(sample)
    if not isinstance(sample, ndarray) or points.ndim == 1:
        points = as_array(sample).reshape(-1, 1) if points.ndim == 1 else points.T
    n, dims = points.shape
    wanted = bins if hasattr(bins, "__len__") else [bins] * dims
    edges = [_edges(points[:, d], wanted[d], None if range is None else range[d]) for d in _count(dims)]
    flat = zeros(n, int)
    inside = as_array([True] * n)
    for d, each in enumerate(edges):
        each = as_array(each)
        at = as_array(searchsorted(each, points[:, d], side="right")) - 1
        at[points[:, d] == each[-1]] = each.size - 2
        inside = inside & (at >= 0) & (at < each.size - 1)
        flat = flat * (each.size - 1) + at
    shape = [as_array(each).size - 1 for each in edges]
    w = None if weights is None else as_array(weights)[inside]
    found = cast(bincount(flat[inside], weights=w, minlength=math.prod(shape)), dtypes.float64).reshape(shape)
    if density:
        total = found.sum()
        for d, each in enumerate(edges):
            each = as_array(each)
            found = found / (each[1:] - each[:-1]).reshape([-1 if k == d else 1 for k in _count(dims)])
        found = found / total
    return found, edges


_count = range


def histogram2d(x, y, bins=10, range=None, density=None, weights=None):  # noqa: A002
    """(counts, edges of x, edges of y) of points in the plane."""
    if hasattr(bins, "__len__") and len(bins) not in (1, 2):
        bins = [bins, bins]
    found, edges = histogramdd(stack([as_array(x), as_array(y)], axis=1), bins, range, density, weights)
    return found, edges[0], edges[1]


def bincount(x, /, weights=None, minlength=0):
    """How often each of 0, 1, 2, … occurs (or the sums of their weights)."""
    at = as_array(x)
    if at.ndim != 1:
        raise ValueError("object too deep for desired array" if at.ndim > 1 else "object of too small depth for desired array")
    if at.size and at._dtype.kind not in "iub" and isinstance(x, ndarray):
        raise TypeError(f"Cannot cast array data from {at._dtype!r} to dtype('int64') according to the rule 'safe'")
    at = cast(at, dtypes.int64)
    if at.size and int(at.min()) < 0:
        raise ValueError("'list' argument must have no negative elements")
    count = max(int(at.max()) + 1 if at.size else 0, minlength)
    if weights is None:
        return wrap(bridge.numpy_bincount(at._array_handle, 0, count), dtypes.int64)
    w = as_array(weights)
    if w.shape != at.shape:
        raise ValueError("The weights and list don't have the same length.")
    handle = handle_as(w, dtypes.float64)
    made = wrap(bridge.numpy_bincount(at._array_handle, handle, count), dtypes.float64)
    bridge.free(handle)
    return made


def digitize(x, bins, right=False):
    """The number of the bin in which each element lies."""
    edges = as_array(bins)
    if edges.size > 1 and bool(as_array(edges[1:] < edges[:-1]).all()):
        found = edges.size - as_array(searchsorted(edges[::-1].copy(), x, side="left" if not right else "right"))
        return result(as_array(found))
    if bool(as_array(edges[1:] < edges[:-1]).any()):
        raise ValueError("bins must be monotonically increasing or decreasing")
    return searchsorted(edges, x, side="left" if right else "right")
