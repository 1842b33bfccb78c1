"""The short ways of the commonest operations on small arrays: operators between arrays of one dtype and with Python numbers.

Each answers None where it does not apply; the ufuncs then take the general way, which gives the same results.
"""

import array as _array

import bridge
from numpy._core.errstate import watch
from numpy._core.ndarray import ndarray
from numpy._core.promotion import limits

_new = object.__new__
EMPTY = (None,) * 10 + (False,)


def table():
    """For each plain dtype: not asked for yet; the last place is for dtypes that always take the general way."""
    return list(EMPTY)


def entry(function, kind):
    """(operation on two arrays, on an array and a number, on a number and an array, dtype of the result, whether to watch it)."""
    made = False
    if function._compose is None and function._loop is not None:
        try:
            compute, out, loop = function._plan(kind)
        except TypeError:
            compute = None
        if compute is kind and out._index >= 0:
            watched = function._watched and out.kind == "f"
            numbers = function._scalar and kind.kind != "b" and kind.itemsize * (kind.kind == "f") != 2
            forms = [getattr(bridge, loop + ending, None) if numbers else None for ending in ("_scalar", "_rscalar")]
            made = (getattr(bridge, loop), *forms, out, watched)
    function._direct[kind._index] = made
    return made


def _finished(handle, shape, kind):
    made = _new(ndarray)
    made._array_handle, made._dtype, made._shape = handle, kind, shape
    made._pool = made._place = made._base = None
    made._locked = False
    return made


def fits(value, kind):
    """Whether a Python number leaves the dtype of an array as it is."""
    if type(value) is float:
        return kind.kind == "f" and (kind.itemsize == 8 or -3.4e38 < value < 3.4e38 or value - value != 0)
    if kind.kind == "f":
        return kind.itemsize == 8 or -32769 < value < 65536
    if kind.kind == "b":
        return False
    low, high = limits(kind.name)
    return low <= value <= high


def binary(function, a, other, reflected=False):
    """a + other and its like; reflected: other + a."""
    kind = a._dtype
    direct = function._direct[kind._index]
    if direct is None:
        direct = entry(function, kind)
    if not direct:
        return None
    shape = a._shape or a.shape
    if not shape:
        return None
    if type(other) is ndarray:
        if other._dtype is not kind or (other._shape or other.shape) != shape or reflected:
            return None
        handle = direct[0](a._array_handle, other._array_handle)
    elif type(other) is float or type(other) is int:
        operation = direct[2 if reflected and direct[2] is not None else 1]
        if reflected and direct[2] is None and function.__name__ not in ("add", "multiply"):
            return None
        if operation is None or not fits(other, kind):
            return None
        handle = operation(a._array_handle, other, 2 if type(other) is float else 1)
    else:
        return None
    made = _finished(handle, shape, direct[3])
    if direct[4] and bridge.nonfinite(handle):
        watch(function.__name__, made, (other, a) if reflected else (a, other))
    return made


def in_place(function, a, other):
    """a += other and its like, where the result has the dtype of a; None otherwise."""
    if a._locked:
        return None
    made = binary(function, a, other)
    if made is None:
        return None
    if made._dtype is not a._dtype:
        return function(a, other, out=a)
    bridge.copy_(a._array_handle, made._array_handle)
    return a


def taken(a, key):
    """a[key] for a list of indices or a vector of int64; None for any other key."""
    if a._dtype._pooled or not (a._shape or a.shape):
        return None
    if type(key) is ndarray:
        if key._dtype.name != "int64" or len(key.shape) != 1:
            return None
        return _finished(bridge.numpy_take(a._array_handle, key._array_handle), None, a._dtype)
    if not key or set(map(type, key)) != {int}:
        return None
    numbers = _array.array("q", key)
    positions = bridge.from_address(4, numbers.buffer_info()[0], len(key))
    try:
        return _finished(bridge.numpy_take(a._array_handle, positions), None, a._dtype)
    finally:
        bridge.free(positions)


def moments(a, axes, ddof, keepdims, root):
    """The variance (root: standard deviation) of a float32 or float64 array over axes; None for other arrays."""
    kind = a._dtype
    shape = a._shape or a.shape
    count = 1
    for d in axes:
        count *= shape[d]
    if kind._index not in (0, 1) or count - ddof <= 0 or not axes:
        return None
    total = bridge.numpy_sum(a._array_handle, 1, *axes)
    mean = bridge.div_scalar(total, count, 1)
    apart = bridge.sub(a._array_handle, mean)
    squares = bridge.mul(apart, apart)
    whole = bridge.numpy_sum(squares, 1 if keepdims else 0, *axes)
    made = bridge.div_scalar(whole, count - ddof, 1)
    for handle in (total, mean, apart, squares, whole):
        bridge.free(handle)
    if root:
        variance, made = made, bridge.sqrt(made)
        bridge.free(variance)
    return _finished(made, None, kind)


def view(a, key):
    """The handle of a[key] for indices and slices; None for any other key."""
    keys = key if type(key) is tuple else (key,)
    shape = a._shape or a.shape
    if len(keys) > len(shape):
        return None
    handle, own, axis = a._array_handle, False, 0
    for position, each in enumerate(keys):
        if type(each) is int:
            size = shape[position]
            if not -size <= each < size:
                if own:
                    bridge.free(handle)
                raise IndexError(f"index {each} is out of bounds for axis {position} with size {size}")
            step = bridge.select(handle, axis, each)
        elif type(each) is slice:
            axis += 1
            if each.start is None and each.stop is None and each.step is None and own:
                continue
            try:
                start, stop, stride = each.indices(shape[position])
            except TypeError:
                if own:
                    bridge.free(handle)
                return None
            step = bridge.slice(handle, axis - 1, start, len(range(start, stop, stride)), stride)
        else:
            if own:
                bridge.free(handle)
            return None
        if own:
            bridge.free(handle)
        handle, own = step, True
    return handle if own else None
