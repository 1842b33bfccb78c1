"""Functions of sampled data: differences, gradients, interpolation, convolution, selection, insertion and deletion."""

import math

from numpy._core import dtypes, umath
from numpy._core.ranges import arange
from numpy._core.filled import empty, zeros
from numpy._core.fromnumeric import sum as _sum
from numpy._core.multiarray import where
from numpy._core.ndarray import as_array, cast, from_values, ndarray, result, values
from numpy._core.promotion import promote, resolve
from numpy._core.reduction import normalize_axis
from numpy._core.shape_base import broadcast_to, concatenate
from numpy._core.axes import moveaxis
from numpy._core.sorting import searchsorted


def diff(a, n=1, axis=-1, prepend=None, append=None):
    """Differences of neighbours, n times."""
    if n == 0:
        return a
    if n < 0:
        raise ValueError(f"order must be non-negative but got {n}")
    a = as_array(a)
    if a.ndim == 0:
        raise ValueError("diff requires input that is at least one dimensional")
    d = normalize_axis(axis, a.ndim)

    def beside(each):
        each = as_array(each)
        return broadcast_to(each, a.shape[:d] + (1,) + a.shape[d + 1 :]) if each.ndim == 0 else each

    parts = [*([beside(prepend)] if prepend is not None else []), a, *([beside(append)] if append is not None else [])]
    if len(parts) > 1:
        a = concatenate(parts, d)
    front = (slice(None),) * d
    operation = umath.not_equal if a._dtype.kind == "b" else umath.subtract
    for _ in range(n):
        a = operation(a[(*front, slice(1, None))], a[(*front, slice(None, -1))])
    return a


def gradient(f, *varargs, axis=None, edge_order=1):
    """Central differences inside, one-sided ones at the ends; one array per axis."""
    f = as_array(f)
    axes = list(range(f.ndim)) if axis is None else [normalize_axis(each, f.ndim) for each in ((axis,) if isinstance(axis, int) else axis)]
    steps = list(varargs) or [1.0]
    if len(steps) == 1 and as_array(steps[0]).ndim == 0:
        steps = steps * len(axes)
    if len(steps) != len(axes):
        raise TypeError("invalid number of arguments")
    if f._dtype.kind != "f":
        f = cast(f, dtypes.float64)
    out = []
    for d, step in zip(axes, steps, strict=True):
        if f.shape[d] < edge_order + 1:
            raise ValueError(
                "Shape of array too small to calculate a numerical gradient, at least (edge_order + 1) elements are required."
            )
        out.append(moveaxis(_gradient(moveaxis(f, d, 0), as_array(step), edge_order), 0, d))
    return out[0] if len(out) == 1 else out


def _gradient(f, step, edge_order):
    made = empty(f.shape, f._dtype)
    if step.ndim == 0:
        h = step.item()
        made[1:-1] = (f[2:] - f[:-2]) / (2.0 * h)
        first, last = h, h
        uniform = True
    else:
        gaps = diff(step)
        uniform = bool(as_array(gaps == gaps[0]).all())
        if uniform:
            return _gradient(f, as_array(gaps[0]), edge_order)
        left, right = (each.reshape((-1,) + (1,) * (f.ndim - 1)) for each in (gaps[:-1], gaps[1:]))
        made[1:-1] = -right / (left * (left + right)) * f[:-2] + (right - left) / (left * right) * f[1:-1] + left / (right * (left + right)) * f[2:]
        first, last = gaps[0], gaps[-1]
    if edge_order == 1:
        made[0] = (f[1] - f[0]) / first
        made[-1] = (f[-1] - f[-2]) / last
    elif uniform:
        made[0] = (-1.5 * f[0] + 2.0 * f[1] - 0.5 * f[2]) / first
        made[-1] = (0.5 * f[-3] - 2.0 * f[-2] + 1.5 * f[-1]) / last
    else:
        d1, d2 = gaps[0], gaps[1]
        made[0] = -(2.0 * d1 + d2) / (d1 * (d1 + d2)) * f[0] + (d1 + d2) / (d1 * d2) * f[1] - d1 / (d2 * (d1 + d2)) * f[2]
        d1, d2 = gaps[-2], gaps[-1]
        made[-1] = d2 / (d1 * (d1 + d2)) * f[-3] - (d2 + d1) / (d1 * d2) * f[-2] + (2.0 * d2 + d1) / (d2 * (d1 + d2)) * f[-1]
    return made


def trapz(y, x=None, dx=1.0, axis=-1):
    """The integral by the trapezoidal rule."""
    y = as_array(y)
    if x is None:
        d = dx
    else:
        x = as_array(x)
        d = diff(x).reshape([-1 if k == normalize_axis(axis, y.ndim) else 1 for k in range(y.ndim)]) if x.ndim == 1 else diff(x, axis=axis)
    k = normalize_axis(axis, y.ndim)
    front = (slice(None),) * k
    return _sum(d * (y[(*front, slice(1, None))] + y[(*front, slice(None, -1))]) / 2.0, axis=axis)


trapezoid = trapz


def interp(x, xp, fp, left=None, right=None, period=None):
    """Linear interpolation through the points (xp, fp), which must be in order; constant outside."""
    xp, fp = as_array(xp, "float64"), as_array(fp, "float64")
    wanted = as_array(x, "float64")
    if xp.ndim != 1 or fp.ndim != 1:
        raise ValueError("Data points must be 1-D sequences")
    if xp.shape[0] != fp.shape[0]:
        raise ValueError("fp and xp are not of the same length.")
    if xp.size == 0:
        raise ValueError("array of sample points is empty")
    if period is not None:
        if period == 0:
            raise ValueError("period must be a non-zero value")
        period = abs(period)
        wanted, xp = as_array(wanted % period), as_array(xp % period)
        order = xp.argsort()
        xp, fp = xp[order], fp[order]
        xp = concatenate((xp[-1:] - period, xp, xp[0:1] + period))
        fp = concatenate((fp[-1:], fp, fp[0:1]))
    at = as_array(searchsorted(xp, wanted, side="right")) - 1
    inside = as_array(at).clip(0, max(xp.size - 2, 0))
    if xp.size == 1:
        made = wanted * 0 + fp[0]
    else:
        slope = (fp[1:] - fp[:-1]) / (xp[1:] - xp[:-1])
        made = as_array(slope[inside]) * (wanted - as_array(xp[inside])) + as_array(fp[inside])
    made = where(wanted >= xp[-1], fp[-1], made)
    made = where(wanted > xp[-1], fp[-1] if right is None else right, made)
    made = where(wanted < xp[0], fp[0] if left is None else left, made)
    return result(as_array(where(umath.isnan(wanted), math.nan, made)))


def convolve(a, v, mode="full"):
    """The discrete convolution of two vectors."""
    a, v = as_array(a).reshape(-1), as_array(v).reshape(-1)
    if v.size > a.size:
        a, v = v, a
    if a.size == 0:
        raise ValueError("a cannot be empty")
    if v.size == 0:
        raise ValueError("v cannot be empty")
    return _slide(a, v, mode)


def correlate(a, v, mode="valid"):
    """The cross-correlation of two vectors."""
    a, v = as_array(a).reshape(-1), as_array(v).reshape(-1)
    if v.size > a.size:
        return _slide(v, a[::-1], mode)[::-1]
    return _slide(a, v[::-1], mode)


def _slide(a, v, mode):
    kind = promote(a._dtype, v._dtype)
    kind = dtypes.int64 if kind.kind == "b" else kind
    full = zeros(a.size + v.size - 1, kind)
    for i, weight in enumerate(values(v)):
        full[i : i + a.size] = full[i : i + a.size] + a * kind.type(weight)
    if mode == "full":
        return full
    if mode == "same":
        start = (v.size - 1) // 2
        return full[start : start + a.size].copy()
    if mode == "valid":
        return full[v.size - 1 : a.size].copy()
    raise ValueError(f"mode must be one of 'valid', 'same', or 'full' (got {mode!r})")


# --- choosing ---------------------------------------------------------------------------------------------------------


def select(condlist, choicelist, default=0):
    """Elements of the first choice whose condition holds."""
    if len(condlist) != len(choicelist):
        raise ValueError("list of cases must be same length as list of conditions")
    if not condlist:
        raise ValueError("select with an empty condition list is not possible")
    kinds, scalars = [], []
    for each in (*choicelist, default):
        made = as_array(each)
        if made.shape:
            kinds.append(made._dtype)
        else:
            scalars.append((made.item(), made._dtype))
    kind = resolve(kinds, scalars)
    conditions = [as_array(each) for each in condlist]
    for position, each in enumerate(conditions):
        if each._dtype.kind != "b":
            raise TypeError(f"invalid entry {position} in condlist: should be boolean ndarray")
    made = cast(as_array(default), kind)
    for condition, choice in zip(reversed(conditions), reversed(list(choicelist)), strict=True):
        made = as_array(where(condition, cast(as_array(choice), kind), made))
    return made


def piecewise(x, condlist, funclist, *args, **kw):
    """A function with another rule (or value) where each condition holds."""
    x = as_array(x)
    conditions = [as_array(each, bool) for each in (condlist if isinstance(condlist, (list, tuple)) and not isinstance(condlist[0], bool) else [condlist])]
    if len(funclist) == len(conditions) + 1:
        rest = conditions[0]
        for each in conditions[1:]:
            rest = rest | each
        conditions.append(~rest)
    elif len(funclist) != len(conditions):
        raise ValueError(f"with {len(conditions)} condition(s), either {len(conditions)} or {len(conditions) + 1} functions are expected")
    out = zeros(x.shape, x._dtype)
    for condition, rule in zip(conditions, funclist, strict=True):
        chosen = x[condition]
        if chosen.size:
            out[condition] = rule(chosen, *args, **kw) if callable(rule) else rule
    return out


def insert(arr, obj, values, axis=None):  # noqa: A002
    """The array with values put before positions."""
    arr = as_array(arr)
    if axis is None:
        arr, axis = arr.reshape(-1), 0
    d = normalize_axis(axis, arr.ndim)
    n = arr.shape[d]
    if isinstance(obj, slice):
        obj = arange(*obj.indices(n))
    single = as_array(obj).ndim == 0
    places = [int(each) for each in as_array(obj, "int64").reshape(-1).tolist()]
    for place in places:
        if not -n <= place <= n:
            raise IndexError(f"index {place} is out of bounds for axis {d} with size {n}")
    places = [place + n if place < 0 else place for place in places]
    new = as_array(values, None)
    new = cast(new, arr._dtype)
    if single:
        new = new.reshape((1,) * (arr.ndim - new.ndim) + new.shape) if new.ndim < arr.ndim else new
        if new.ndim == arr.ndim and as_array(values).ndim >= 1 and arr.ndim > 1:
            new = moveaxis(new, 0, d) if as_array(values).ndim == arr.ndim else new
        count = new.shape[d]
        places = places * count
    else:
        count = len(places)
    shape = arr.shape[:d] + (count,) + arr.shape[d + 1 :]
    new = broadcast_to(new, shape)
    order = sorted(range(count), key=lambda i: places[i])
    out = empty(arr.shape[:d] + (n + count,) + arr.shape[d + 1 :], arr._dtype)
    taken = [places[i] + rank for rank, i in enumerate(order)]
    front = (slice(None),) * d
    for rank, i in enumerate(order):
        out[(*front, taken[rank])] = new[(*front, i)]
    kept = sorted(set(range(n + count)) - set(taken))
    if kept:
        out[(*front, as_array(kept))] = arr
    return out


def delete(arr, obj, axis=None):
    """The array without the elements at positions."""
    arr = as_array(arr)
    if axis is None:
        arr, axis = arr.reshape(-1), 0
    d = normalize_axis(axis, arr.ndim)
    n = arr.shape[d]
    keep = as_array([True] * n, bool) if n else from_values([], (0,), dtypes.bool_)
    if isinstance(obj, slice):
        keep[obj] = False
    else:
        where_ = as_array(obj)
        if where_._dtype.kind == "b":
            if where_.shape != (n,):
                raise ValueError(f"boolean array argument obj to delete must be one dimensional and match the axis length of {n}")
            keep = ~where_
        else:
            for place in as_array(where_, "int64").reshape(-1).tolist():
                if not -n <= place < n:
                    raise IndexError(f"index {place} is out of bounds for axis {d} with size {n}")
                keep[place] = False
    return arr[(*(slice(None),) * d, keep)]


def trim_zeros(filt, trim="fb"):
    """A vector without the zeros at its ends."""
    numbers = as_array(filt).tolist()
    first, last = 0, len(numbers)
    if "f" in trim.lower():
        while first < last and numbers[first] == 0:
            first += 1
    if "b" in trim.lower():
        while last > first and numbers[last - 1] == 0:
            last -= 1
    return filt[first:last]


def nan_to_num(x, copy=True, nan=0.0, posinf=None, neginf=None):
    """NaN replaced by 0 and infinities by the largest numbers (or by given values)."""
    a = as_array(x)
    if a._dtype.kind != "f":
        return result(a.copy())
    from numpy.lib.getlimits import finfo

    limit = finfo(a._dtype)
    made = where(umath.isnan(a), a._dtype.type(nan), a)
    made = where(a == math.inf, a._dtype.type(limit.max if posinf is None else posinf), made)
    made = where(a == -math.inf, a._dtype.type(limit.min if neginf is None else neginf), made)
    if not copy and isinstance(x, ndarray):
        x[...] = made
        return x
    return result(as_array(made))


def unwrap(p, discont=None, axis=-1, *, period=2 * math.pi):
    """Angles without jumps of more than half a period."""
    p = as_array(p, "float64")
    d = normalize_axis(axis, p.ndim)
    gaps = diff(p, axis=d)
    half = period / 2
    discont = half if discont is None else discont
    folded = (gaps + half) % period - half
    folded = where((folded == -half) & (gaps > 0), half, folded)
    correction = where(umath.absolute(gaps) < discont, 0.0, folded - gaps)
    out = p.copy()
    front = (slice(None),) * d
    out[(*front, slice(1, None))] = p[(*front, slice(1, None))] + correction.cumsum(axis=d)
    return out


def angle(z, deg=False):
    """The angle of complex numbers."""
    z = as_array(z)
    made = umath.arctan2(z.imag, z.real)
    return made * (180 / math.pi) if deg else made


def sinc(x):
    """sin(πx) / (πx)."""
    x = as_array(x)
    y = math.pi * where(x == 0, 1.0e-20, x)
    return result(as_array(umath.sin(y) / y))
