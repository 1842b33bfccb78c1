"""numpy.pad: an array with borders."""

from numpy._core.filled import empty
from numpy._core.fromnumeric import max as _max
from numpy._core.fromnumeric import mean as _mean
from numpy._core.fromnumeric import min as _min
from numpy._core.fromnumeric import round as _round
from numpy._core.ndarray import as_array, cast
from numpy._core.shape_base import broadcast_to
from numpy.lib.statistics import median as _median

_MODES = ("constant", "edge", "linear_ramp", "maximum", "mean", "median", "minimum", "reflect", "symmetric", "wrap", "empty")


def _pairs(given, ndim, name):
    made = as_array(given)
    if name == "pad_width" and made._dtype.kind not in "iu":
        raise TypeError("`pad_width` must be of integral type.")
    if made.size == 1:
        made = broadcast_to(made.reshape(1, 1), (ndim, 2))
    elif made.ndim == 1 and made.size == 2:
        made = broadcast_to(made.reshape(1, 2), (ndim, 2))
    elif made.shape == (ndim, 1):
        made = broadcast_to(made, (ndim, 2))
    else:
        made = broadcast_to(made, (ndim, 2))
    return made.tolist()


def pad(array, pad_width, mode="constant", **kwargs):
    """The array with `pad_width` elements before and behind each axis: zeros, the edge, reflections, …"""
    a = as_array(array)
    widths = _pairs(pad_width, a.ndim, "pad_width")
    if any(each < 0 for pair in widths for each in pair):
        raise ValueError("index can't contain negative values")
    if not callable(mode) and mode not in _MODES:
        raise ValueError(f"mode '{mode}' is not supported")
    out = empty([size + before + after for size, (before, after) in zip(a.shape, widths, strict=True)], a._dtype)
    out[tuple(slice(before, before + size) for size, (before, _) in zip(a.shape, widths, strict=True))] = a
    if callable(mode):
        from numpy.lib.functional import apply_along_axis

        for axis, pair in enumerate(widths):
            def padded(row, axis=axis, pair=pair):
                row = row.copy()
                mode(row, tuple(pair), axis, kwargs)
                return row

            out = apply_along_axis(padded, axis, out)
        return out
    values = _pairs(kwargs.get("constant_values", kwargs.get("end_values", 0)), a.ndim, "values")
    for axis, (before, after) in enumerate(widths):
        _pad_axis(out, a, axis, before, after, mode, values[axis], kwargs)
    return out


def _pad_axis(out, a, axis, before, after, mode, values, options):
    front = (slice(None),) * axis
    size = a.shape[axis]
    inner = out[(*front, slice(before, before + size))]

    def put(at, value):
        out[(*front, at)] = value

    low, high = slice(0, before), slice(before + size, before + size + after)
    if mode == "empty":
        return
    if mode == "constant":
        put(low, values[0])
        put(high, values[1])
    elif mode == "edge":
        put(low, inner[(*front, slice(0, 1))])
        put(high, inner[(*front, slice(size - 1, size))])
    elif mode == "linear_ramp":
        from numpy._core.ranges import linspace

        if before:
            put(low, cast(linspace(values[0], inner[(*front, 0)], before, endpoint=False, axis=axis), out._dtype))
        if after:
            ramp = linspace(values[1], inner[(*front, size - 1)], after, endpoint=False, axis=axis)
            put(high, cast(ramp[(*front, slice(None, None, -1))], out._dtype))
    elif mode in ("maximum", "minimum", "mean", "median"):
        fold = {"maximum": _max, "minimum": _min, "mean": _mean, "median": _median}[mode]
        length = options.get("stat_length")
        lengths = [size, size] if length is None else _pairs(length, a.ndim, "pad_width")[axis]
        for at, part in ((low, slice(0, lengths[0])), (high, slice(size - lengths[1], size))):
            made = as_array(fold(inner[(*front, part)], axis=axis, keepdims=True))
            put(at, _round(made) if out._dtype.kind in "iu" and made._dtype.kind == "f" else made)
    else:
        put_positions(out, inner, front, size, before, after, mode, options)


def put_positions(out, inner, front, size, before, after, mode, options):
    """Reflections and repetitions: each border element comes from a position inside."""
    count = before + size + after

    def source(position):
        k = position - before
        if mode == "wrap":
            return k % size
        period = 2 * size if mode == "symmetric" else max(2 * size - 2, 1)
        k %= period
        if mode == "symmetric":
            return k if k < size else period - 1 - k
        return k if k < size else period - k

    border = [i for i in range(count) if not before <= i < before + size]
    if not border:
        return
    made = inner[(*front, as_array([source(i) for i in border]))]
    if options.get("reflect_type", "even") == "odd":
        from numpy._core.filled import ones

        edges = [0 if i < before else size - 1 for i in border]
        sign = ones(1, out._dtype)[0]
        made = (sign + sign) * inner[(*front, as_array(edges))] - made
    out[(*front, as_array(border))] = made
