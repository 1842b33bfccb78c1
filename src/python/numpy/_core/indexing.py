"""a[key] and a[key] = value: slices and numbers make views, masks and arrays of positions copy, as in NumPy."""

import bridge
from numpy._core import dtypes, fastpath
from numpy._core.ndarray import as_array, cast, from_values, like, method, ndarray, placement, scalar, strided, values, view_of, wrap
from numpy._core.scalars import bool_, make_scalar
from numpy._core.abstract import generic
from numpy._core.ufunc import broadcast_shape, shape_text

_BAD_INDEX = "only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are valid indices"


# --- reading and writing one element: the short way -----------------------------------------------------------------


@method
def __getitem__(self, key):
    shape = self.shape
    if type(key) is int and len(shape) == 1:
        size = shape[0]
        if not -size <= key < size:
            raise IndexError(f"index {key} is out of bounds for axis 0 with size {size}")
        return _one(self, (key if key >= 0 else key + size,))
    if type(key) is tuple and len(key) == len(shape):
        at = plain_position(key, shape)
        if at is not None:
            return _one(self, at)
    if type(key) in (int, slice, tuple):
        handle = fastpath.view(self, key)
        if handle is not None:
            return view_of(self, handle)
    elif type(key) is list or type(key) is ndarray:
        made = fastpath.taken(self, key)
        if made is not None:
            return made
    return _get(self, key)


def plain_position(key, shape):
    at = []
    for axis, each in enumerate(key):
        if type(each) is not int:
            return None
        size = shape[axis]
        if not -size <= each < size:
            raise IndexError(f"index {each} is out of bounds for axis {axis} with size {size}")
        at.append(each if each >= 0 else each + size)
    return at


def _one(a, at):
    kind = a._dtype
    if kind._code == 2:
        return scalar(strided(a, (), (), placement(a)[1] + sum(i * s for i, s in zip(at, placement(a)[0], strict=True))))
    value = bridge.item_at(a._array_handle, *at)
    if kind._pooled:
        return make_scalar(kind, a._pool[value])
    if kind.kind == "f":
        return make_scalar(kind, -0.0 if value is False else float(value))
    return make_scalar(kind, value & kind._mask if kind._mask else int(value))


# --- what a key means ---------------------------------------------------------------------------------------------------


class _Parsed:
    """A basic view, and for the dimensions with arrays of positions: those arrays and where they were."""

    __slots__ = ("view", "arrays", "axes", "adjacent", "mask")


def _index_array(each):
    """An int64 or bool array of an index that is no number, slice, None or Ellipsis."""
    if type(each) is ndarray:
        made = each
    elif isinstance(each, (list, tuple, range)) or hasattr(each, "__array__") or hasattr(each, "_array_handle"):
        made = as_array(each)
        if made.size == 0 and not isinstance(each, ndarray):
            made = cast(made, dtypes.int64)
    else:
        raise IndexError(_BAD_INDEX)
    if made._dtype.kind == "b":
        return made
    if made._dtype.kind not in "iu":
        if type(each) is ndarray:
            raise IndexError("arrays used as indices must be of integer (or boolean) type")
        raise IndexError("arrays used as indices must be of integer (or boolean) type" if made.shape else _BAD_INDEX)
    return cast(made, dtypes.int64)


def _number(each):
    """An index that is one number, or None."""
    if type(each) is int:
        return each
    if isinstance(each, bool) or isinstance(each, (slice, ndarray, list, tuple)) or each is None or each is Ellipsis:
        return None
    if isinstance(each, (generic, int)) and not isinstance(each, bool_):
        if getattr(each, "dtype", None) is not None and each.dtype.kind not in "iu":
            raise IndexError(_BAD_INDEX)
        return int(each)
    if hasattr(each, "__index__") and getattr(each, "shape", ()) == ():
        return each.__index__()
    return None


def parse(a, key):
    keys = list(key) if isinstance(key, tuple) else [key]
    used = 0
    ellipsis = None
    for position, each in enumerate(keys):
        if each is Ellipsis:
            if ellipsis is not None:
                raise IndexError("an index can only have a single ellipsis ('...')")
            ellipsis = position
        elif each is None:
            continue
        elif isinstance(each, (bool, bool_)):
            keys[position] = as_array(bool(each))
        elif isinstance(each, slice):
            used += 1
        elif _number(each) is not None:
            keys[position] = _number(each)
            used += 1
        else:
            keys[position] = made = _index_array(each)
            used += made.ndim if made._dtype.kind == "b" else 1
    shape = a.shape
    if used > len(shape):
        raise IndexError(f"too many indices for array: array is {len(shape)}-dimensional, but {used} were indexed")
    if ellipsis is None:
        ellipsis = len(keys)
        keys.append(Ellipsis)
    keys[ellipsis : ellipsis + 1] = [slice(None)] * (len(shape) - used)
    return _apply_basic(a, keys)


def _apply_basic(a, keys):
    """Slices, numbers and new axes at once; numbers join the arrays when there are arrays."""
    strides, offset = placement(a)
    shape = a.shape
    advanced = any(type(each) is ndarray for each in keys)
    sizes, steps, arrays, axes, groups = [], [], [], [], []
    axis = 0
    for position, each in enumerate(keys):
        if each is None:
            sizes.append(1)
            steps.append(0)
            continue
        if type(each) is slice:
            start, stop, step = each.indices(shape[axis])
            count = len(range(start, stop, step))
            sizes.append(count)
            steps.append(strides[axis] * step)
            if count:
                offset += start * strides[axis]
            axis += 1
        elif type(each) is int:
            size = shape[axis]
            if not -size <= each < size:
                raise IndexError(f"index {each} is out of bounds for axis {axis} with size {size}")
            at = each if each >= 0 else each + size
            if advanced:
                arrays.append(from_values([at], (), dtypes.int64))
                axes.append((len(sizes), axis))
                groups.append(position)
                sizes.append(size)
                steps.append(strides[axis])
            else:
                offset += at * strides[axis]
            axis += 1
        else:
            groups.append(position)
            for array in _positions(each, shape, axis):
                arrays.append(array)
                if each.ndim == 0 and each._dtype.kind == "b":
                    axes.append((len(sizes), axis))
                    sizes.append(1)
                    steps.append(0)
                    continue
                axes.append((len(sizes), axis))
                sizes.append(shape[axis])
                steps.append(strides[axis])
                axis += 1
    parsed = _Parsed()
    parsed.view = strided(a, sizes, steps, offset)
    parsed.arrays, parsed.axes = arrays, axes
    parsed.adjacent = not groups or groups[-1] - groups[0] == len(groups) - 1
    return parsed


def _positions(each, shape, axis):
    """One int64 array per dimension that an index array stands for."""
    if each._dtype.kind != "b":
        return [each]
    if each.ndim == 0:
        return [from_values([0] if bool(each) else [], (1 if bool(each) else 0,), dtypes.int64)]
    for d, size in enumerate(each.shape):
        if axis + d >= len(shape) or size != shape[axis + d]:
            raise IndexError(
                f"boolean index did not match indexed array along dimension {axis + d}; dimension is "
                f"{shape[axis + d] if axis + d < len(shape) else 0} but corresponding boolean dimension is {size}"
            )
    return nonzero_of(each)


def nonzero_of(a):
    """For each dimension the positions of the elements that are not zero."""
    mask = a if a._dtype.kind == "b" else as_array(a != 0) if not a._dtype._pooled else from_values([bool(x) for x in values(a)], a.shape, dtypes.bool_)
    if mask.ndim == 1:
        table = wrap(bridge.nonzero(mask._array_handle), dtypes.int64)
        return [table.reshape(-1)]
    flat = bridge.contiguous(mask._array_handle)
    line = bridge.reshape(flat, -1)
    bridge.free(flat)
    found = wrap(bridge.nonzero(line), dtypes.int64)
    bridge.free(line)
    return list(unravel(found.reshape(-1), mask.shape))


def unravel(flat, shape):
    """Row-major positions as one array per dimension."""
    out = []
    for size in reversed(shape[1:]):
        size = max(size, 1)
        out.append(as_array(flat % size))
        flat = as_array(flat // size)
    if shape:
        out.append(flat)
    return tuple(reversed(out))


# --- arrays of positions ------------------------------------------------------------------------------------------------


def full_mask(a, key):
    """A bool array of exactly the array's leading shape: the commonest mask."""
    return type(key) is ndarray and key._dtype.kind == "b" and key.ndim > 0 and key.shape == a.shape[: key.ndim]


def _get(a, key):
    if full_mask(a, key):
        return _masked(a, key)
    parsed = parse(a, key)
    if not parsed.arrays:
        return parsed.view if parsed.view.shape or _keeps_array(key) else _out(parsed.view)
    return _pick(parsed)


def _keeps_array(key):
    return key is Ellipsis or isinstance(key, tuple) and any(each is Ellipsis for each in key)


def _out(view):
    kind = view._dtype
    return view._pool[bridge.item(view._array_handle)] if kind.kind == "O" else scalar(view)


def _masked(a, mask):
    rest = a.shape[mask.ndim :]
    count = mask.size
    rows = bridge.reshape(a._array_handle, count, *rest)
    line = bridge.reshape(mask._array_handle, count)
    at = bridge.nonzero(line)
    flat = bridge.reshape(at, -1)
    try:
        return like(a, bridge.index_select(rows, 0, flat))
    finally:
        for handle in (rows, line, at, flat):
            bridge.free(handle)


def index_order(parsed):
    """Dimensions with arrays first, then the others."""
    indexed = [d for d, _ in parsed.axes]
    rest = [d for d in range(parsed.view.ndim) if d not in indexed]
    return indexed, rest


def together(parsed):
    """The arrays broadcast to one shape, counted from the front and checked."""
    from numpy._core.shape_base import broadcast_to

    shape = ()
    for each in parsed.arrays:
        try:
            shape = broadcast_shape(shape, each.shape)
        except ValueError:
            shapes = " ".join(shape_text(one.shape) for one in parsed.arrays)
            raise IndexError(f"shape mismatch: indexing arrays could not be broadcast together with shapes {shapes} ") from None
    out = []
    for each, (d, axis) in zip(parsed.arrays, parsed.axes, strict=True):
        size = parsed.view.shape[d]
        if each.size:
            low, high = int(each.min()), int(each.max())
            if low < -size or high >= size:
                bad = next(value for value in values(each) if not -size <= value < size)
                raise IndexError(f"index {bad} is out of bounds for axis {axis} with size {size}")
        out.append(broadcast_to(each, shape))
    return out, shape


def _pick(parsed):
    arrays, shape = together(parsed)
    view = parsed.view
    indexed, rest = index_order(parsed)
    if len(indexed) == 1 and parsed.adjacent:
        return _pick_rows(view, indexed[0], arrays[0], shape)
    turned = bridge.permute(view._array_handle, *indexed, *rest)
    made = like(view, bridge.index(turned, *(each._array_handle for each in arrays)))
    bridge.free(turned)
    if parsed.adjacent and indexed[0] > 0:
        made = made.transpose(back(indexed[0], len(shape), len(rest)))
    return made


def _pick_rows(view, axis, array, shape):
    size = view.shape[axis]
    at = as_array(array.reshape(-1))
    if array.size and int(array.min()) < 0:
        at = as_array(at % size)
    picked = bridge.index_select(view._array_handle, axis, at._array_handle)
    made = like(view, picked)
    return made.reshape(view.shape[:axis] + shape + view.shape[axis + 1 :])


def back(first, count, rest):
    """The permutation that puts `count` leading dimensions behind the `first` of the others."""
    return [*range(count, count + first), *range(count), *range(count + first, count + rest)]
