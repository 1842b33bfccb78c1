"""Folding axes: sums, products, extremes and truth over one axis, several or all, with keepdims, dtype, out, initial and where;
and the reduce, accumulate, reduceat and at of ufuncs."""

import functools

import bridge
from numpy._core import dtypes
from numpy._core.dtypes import as_dtype
from numpy._core.ndarray import as_array, cast, from_values, handle_as, like, masked, ndarray, result, values, wrap
from numpy._core.promotion import promote
from numpy._core.writing import assign
from numpy._core.ufunc_errors import dtype_class, no_loop


class AxisError(ValueError, IndexError):
    """An axis that the array does not have."""

    __module__ = "numpy"

    def __init__(self, axis, ndim=None, msg_prefix=None):
        self.axis, self.ndim = axis, ndim
        text = f"axis {axis} is out of bounds for array of dimension {ndim}" if ndim is not None else str(axis)
        super().__init__(f"{msg_prefix}: {text}" if msg_prefix else text)


def normalize_axis(axis, ndim):
    """An axis counted from the front."""
    try:
        axis = axis.__index__()
    except AttributeError:
        raise TypeError(f"'{type(axis).__name__}' object cannot be interpreted as an integer") from None
    if not -ndim <= axis < ndim:
        raise AxisError(axis, ndim)
    return axis + ndim if axis < 0 else axis


def normalize_axes(axis, ndim):
    """A tuple of axes counted from the front; None: all."""
    if axis is None:
        return tuple(range(ndim))
    if ndim == 0 and axis in (0, -1):
        return ()
    if isinstance(axis, (tuple, list)):
        found = tuple(normalize_axis(each, ndim) for each in axis)
        if len(set(found)) != len(found):
            raise ValueError("duplicate value in 'axis'")
        return found
    return (normalize_axis(axis, ndim),)


def reduced_shape(shape, axes, keepdims):
    """The shape after folding."""
    if keepdims:
        return tuple(1 if d in axes else size for d, size in enumerate(shape))
    return tuple(size for d, size in enumerate(shape) if d not in axes)


def sum_kind(kind, dtype):
    """The dtype of a sum: small integers grow to the platform's."""
    if dtype is not None:
        return as_dtype(dtype)
    if kind.kind in "bi":
        return dtypes.int64
    return dtypes.uint64 if kind.kind == "u" else kind


# name of the ufunc -> (engine operation, whether small integers grow, value for no elements)
_FOLDS = {
    "add": ("sum", True, 0), "multiply": ("prod", True, 1), "maximum": ("amax", False, None), "minimum": ("amin", False, None),
    "logical_and": ("all", False, True), "logical_or": ("any", False, False),
}  # fmt: skip


def fold(name, array, axis, dtype=None, keepdims=False, initial=None, where=True):
    """An array of the folded axes; `name` is the ufunc's."""
    a = as_array(array)
    axes = normalize_axes(axis, a.ndim)
    if name == "add" and a._dtype._index in (0, 1) and dtype is None and initial is None and where is True and axes and a.size:
        return wrap(bridge.numpy_sum(a._array_handle, 1 if keepdims else 0, *axes), a._dtype)
    operation, grows, empty = _FOLDS[name]
    kind = dtypes.bool_ if name.startswith("logical") else sum_kind(a._dtype, dtype) if grows else a._dtype if dtype is None else as_dtype(dtype)
    if where is not True:
        a, kind = _where(a, kind, where, initial if initial is not None else empty, name)
    if a._dtype.kind in "US":
        logical = name.startswith("logical")
        raise no_loop(name, f"(None, {dtype_class(a._dtype)})" if logical else f"({a._dtype!r}, {a._dtype!r})")
    shape = a.shape
    count = 1
    for d in axes:
        count *= shape[d]
    if count == 0 and empty is None and initial is None:
        raise ValueError(f"zero-size array to reduction operation {name} which has no identity")
    if a._dtype._pooled or kind._pooled:
        return _fold_in_python(name, a, axes, keepdims, kind, initial)
    if not axes:
        out = cast(a, kind)
        out = like(out, bridge.clone(out._array_handle))
    elif count == 0:
        out = from_values([initial if initial is not None else empty], (), kind)
        out = like(out, bridge.clone(bridge.expand(out._array_handle, *reduced_shape(shape, axes, keepdims))))
        return out
    else:
        out = wrap(masked(_engine_fold(operation, a, kind, axes, keepdims), kind), kind)
    if initial is not None:
        from numpy._core import umath

        out = cast(as_array(getattr(umath, name)(out, initial)), kind)
    return out


def _engine_fold(operation, a, kind, axes, keepdims):
    keep = 1 if keepdims else 0
    handle = handle_as(a, kind)
    try:
        if operation == "sum":
            if kind.kind != "f":
                total = bridge.sum(handle, keep, -1, *axes)
                if kind.itemsize == 8:
                    return total
                wrapped = bridge.cast(total, kind._code)
                bridge.free(total)
                return wrapped
            if kind.itemsize >= 4:
                return bridge.numpy_sum(handle, keep, *axes)
            wide = bridge.cast(handle, 0)
            total = bridge.numpy_sum(wide, keep, *axes)
            bridge.free(wide)
            narrow = bridge.cast(total, kind._code)
            bridge.free(total)
            return narrow
        if operation == "prod":
            return bridge.prod(handle, keep, -1 if kind.kind == "f" else kind._code, *axes)
        return getattr(bridge, operation)(handle, keep, *axes)
    finally:
        bridge.free(handle)


def _where(a, kind, where, neutral, name):
    if neutral is None:
        raise ValueError(
            f"reduction operation '{name}' does not have an identity, so to use a where mask one has to specify 'initial'"
        )
    from numpy._core.multiarray import where as choose

    made = as_array(choose(as_array(where, bool), cast(a, kind), from_values([neutral], (), kind)))
    return made, kind


def _fold_in_python(name, a, axes, keepdims, kind, initial):
    from numpy._core import umath

    function = getattr(umath, name)._python
    rest = [d for d in range(a.ndim) if d not in axes]
    turned = a.transpose([*rest, *axes])
    flat = values(turned)
    count = 1
    for d in axes:
        count *= a.shape[d]
    start = [] if initial is None else [initial]
    rows = [flat[i : i + count] for i in range(0, len(flat), count)] if count else [[]] * max(1, a.size)
    empty = _FOLDS[name][2]
    folded = [functools.reduce(function, start + row) if start + row else empty for row in rows]
    return from_values(folded, reduced_shape(a.shape, axes, keepdims), kind)


def finish(made, out, name="add"):
    """Writes to out=, or gives a scalar for no dimensions."""
    if out is None:
        return result(made) if made._dtype.kind != "O" or made.shape else made.item()
    if isinstance(out, tuple):
        (out,) = out
    if out.shape != made.shape:
        raise ValueError(
            f"output parameter for reduction operation {name} has the wrong number of dimensions: Found {out.ndim} but expected {made.ndim}"
            if out.ndim != made.ndim
            else f"output array has the wrong shape {out.shape}, expected {made.shape}"
        )
    assign(out, made)
    return out


# --- the methods of ufuncs --------------------------------------------------------------------------------------------


def ufunc_reduce(function, array, axis, dtype, out, keepdims, initial, where):
    """ufunc.reduce."""
    if function.nin != 2:
        raise ValueError("reduce only supported for binary functions")
    if function.__name__ in _FOLDS:
        return finish(fold(function.__name__, array, axis, dtype, keepdims, initial, where), out, function.__name__)
    a = as_array(array)
    axes = normalize_axes(axis, a.ndim)
    if len(axes) > 1 and function.__name__ in ("subtract", "divide", "floor_divide", "power"):
        raise ValueError(f"reduction operation {function.__name__!r} is not reorderable, so at most one axis may be specified")
    made = a
    for d in sorted(axes, reverse=True):
        front = (slice(None),) * d
        parts = [made[(*front, i)] for i in range(made.shape[d])]
        if initial is not None:
            parts.insert(0, initial)
        if not parts:
            if function.identity is None:
                raise ValueError(f"zero-size array to reduction operation {function.__name__} which has no identity")
            parts = [function.identity]
        made = as_array(functools.reduce(function, parts))
    if keepdims:
        made = made.reshape(reduced_shape(a.shape, axes, True))
    return finish(made if dtype is None else cast(made, as_dtype(dtype)), out)


def ufunc_accumulate(function, array, axis, dtype, out):
    """ufunc.accumulate."""
    a = as_array(array)
    if a.ndim == 0:
        raise TypeError("cannot accumulate on a scalar")
    d = normalize_axis(axis, a.ndim)
    name = function.__name__
    if name in ("add", "multiply") and not a._dtype._pooled and a._dtype.name != "float16":
        kind = sum_kind(a._dtype, dtype)
        handle = handle_as(a, kind)
        made = wrap(masked((bridge.cumsum if name == "add" else bridge.cumprod)(handle, d, -1), kind), kind)
        bridge.free(handle)
    elif name in ("maximum", "minimum") and a._dtype.kind in "iufb" and a._dtype.name != "bool":
        handle = (bridge.cummax if name == "maximum" else bridge.cummin)(a._array_handle, d)
        bridge.free(bridge.next_result())
        made = wrap(handle, a._dtype)
    else:
        front = (slice(None),) * d
        steps, last = [], None
        if function._policy == "logical":
            a = cast(a, dtypes.bool_)
        for i in range(a.shape[d]):
            part = a[(*front, slice(i, i + 1))]
            last = part if last is None else as_array(function(last, part))
            steps.append(last)
        from numpy._core.shape_base import concatenate

        made = concatenate(steps, axis=d) if steps else a.copy()
        made = made if dtype is None else cast(made, as_dtype(dtype))
    if out is not None:
        assign(out, made)
        return out
    return made


def ufunc_reduceat(function, array, indices, axis, dtype):
    """ufunc.reduceat."""
    a = as_array(array)
    d = normalize_axis(axis, a.ndim)
    front = (slice(None),) * d
    starts = [int(each) for each in as_array(indices).tolist()]
    parts = []
    for position, start in enumerate(starts):
        stop = starts[position + 1] if position + 1 < len(starts) else a.shape[d]
        piece = a[(*front, slice(start, stop if stop > start else start + 1))]
        parts.append(as_array(function.reduce(piece, axis=d, dtype=dtype, keepdims=True)))
    from numpy._core.shape_base import concatenate

    return concatenate(parts, axis=d)


def ufunc_at(function, a, indices, b):
    """ufunc.at: position by position, so that repeated ones count."""
    if not isinstance(a, ndarray):
        raise TypeError("first operand must be array")
    if function.__name__ in ("add", "subtract") and not isinstance(indices, tuple) and _add_at(function, a, indices, b):
        return
    from numpy._core.ranges import arange

    positions = arange(a.size).reshape(a.shape)[indices]
    flat = [positions.item()] if not isinstance(positions, ndarray) else values(positions)
    shape = positions.shape if isinstance(positions, ndarray) else ()
    from numpy._core.shape_base import broadcast_to

    operands = None if b is None else values(broadcast_to(as_array(b), shape))
    line = a.reshape(-1)
    for i, position in enumerate(flat):
        line[position] = function(line[position]) if operands is None else function(line[position], operands[i])
    if not bridge.same_storage(line._array_handle, a._array_handle):
        a[...] = line.reshape(a.shape)


def _add_at(function, a, indices, b):
    at = as_array(indices)
    if at._dtype.kind not in "iu" or a._dtype._pooled or a.ndim == 0 or at.size == 0:
        return False
    size = a.shape[0]
    low, high = int(at.min()), int(at.max())
    if low < -size or high >= size:
        bad = high if high >= size else low
        raise IndexError(f"index {bad} is out of bounds for axis 0 with size {size}")
    from numpy._core.shape_base import broadcast_to

    operand = as_array(b)
    if promote(operand._dtype, a._dtype) != a._dtype and operand.shape != ():
        return False
    source = broadcast_to(cast(operand, a._dtype), at.shape + a.shape[1:])
    if function.__name__ == "subtract":
        source = as_array(-source)
    where = cast(at, dtypes.int64)
    bridge.index_put_(a._array_handle, 1, source._array_handle, where._array_handle)
    return True
