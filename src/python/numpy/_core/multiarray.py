"""Choosing, picking and multiplying: where, take, nonzero, dot, matmul and their relatives."""

import math

import bridge
from numpy._core import dtypes
from numpy._core.errstate import warn
from numpy._core.indexing import nonzero_of, unravel
from numpy._core.shape_methods import is_overlapping
from numpy._core.ndarray import as_array, cast, from_values, handle_as, method, ndarray, result, values, wrap
from numpy._core.abstract import generic
from numpy._core.promotion import python_dtype, resolve
from numpy._core.reduction import normalize_axis
from numpy._core.shape_base import broadcast_shapes, broadcast_to
from numpy._core.writing import assign

# --- choosing ---------------------------------------------------------------------------------------------------------


def where(condition, x=None, y=None, /):
    """Elements of x where the condition holds, else of y; with the condition alone, the positions where it holds."""
    if x is None and y is None:
        return as_array(condition).nonzero()
    if x is None or y is None:
        raise ValueError("either both or neither of x and y should be given")
    mask = as_array(condition)
    kinds, scalars = [], []
    for each in (x, y):
        if isinstance(each, (int, float, complex, generic)) and not isinstance(each, str) or (isinstance(each, ndarray) and each.shape == ()):
            scalars.append((each.item(), each._dtype) if isinstance(each, ndarray) else (each, python_dtype(each)))
        else:
            kinds.append(as_array(each)._dtype)
    kind = resolve(kinds, scalars)
    first, second = as_array(x), as_array(y)
    if kind._pooled:
        shape = broadcast_shapes(mask.shape, first.shape, second.shape)
        columns = [values(broadcast_to(each, shape)) for each in (cast(mask, dtypes.bool_), cast(first, kind), cast(second, kind))]
        return from_values([a if chosen else b for chosen, a, b in zip(*columns, strict=True)], shape, kind)
    _fitting(mask.shape, first.shape, second.shape)
    handles = [handle_as(cast(mask, dtypes.bool_), dtypes.bool_), handle_as(first, kind), handle_as(second, kind)]
    made = wrap(bridge.where(*handles), kind)
    for handle in handles:
        bridge.free(handle)
    return made


def _fitting(*shapes):
    try:
        broadcast_shapes(*shapes)
    except ValueError:
        text = " ".join(str(each).replace(" ", "") for each in shapes)
        raise ValueError(f"operands could not be broadcast together with shapes {text} ") from None


@method
def nonzero(a):
    """For each dimension the positions of the elements that are not zero."""
    a = as_array(a)
    if a.ndim == 0:
        warn(
            "Calling nonzero on 0d arrays is deprecated, as it behaves surprisingly. Use `atleast_1d(arr).nonzero()` if the old behavior was "
            "intended.",
            DeprecationWarning,
        )
        a = a.reshape(1)
    return tuple(nonzero_of(a))


def argwhere(a):
    """The positions of the elements that are not zero, one row each."""
    a = as_array(a)
    from numpy._core.shape_base import stack

    parts = nonzero_of(a)
    return stack(parts, axis=1) if parts else from_values([], (int(bool(a)), 0), dtypes.int64)


def flatnonzero(a):
    """The flat positions of the elements that are not zero."""
    return nonzero_of(as_array(a).reshape(-1))[0]


def count_nonzero(a, axis=None, *, keepdims=False):
    """How many elements are not zero."""
    a = as_array(a)
    hit = a if a._dtype.kind == "b" else from_values([bool(x) for x in values(a)], a.shape, dtypes.bool_) if a._dtype._pooled else as_array(a != 0)
    made = hit.sum(axis=axis, keepdims=keepdims)
    return int(made) if axis is None and not keepdims else made


# --- picking ------------------------------------------------------------------------------------------------------------


@method
def take(a, indices, axis=None, out=None, mode="raise"):
    """Elements at positions along an axis (None: of the flattened array)."""
    a = as_array(a)
    if axis is None:
        a, axis = a.reshape(-1), 0
    d = normalize_axis(axis, a.ndim)
    at = as_array(indices)
    if at._dtype.kind not in "iub":
        raise TypeError(f"Cannot cast array data from {at._dtype!r} to dtype('int64') according to the rule 'safe'")
    at = cast(at, dtypes.int64)
    size = a.shape[d]
    if mode == "wrap":
        at = as_array(at % size)
    elif mode == "clip":
        at = as_array(at).clip(0, size - 1)
    made = a[(*(slice(None),) * d, at)]
    if out is not None:
        assign(out, as_array(made))
        return out
    return made


def put(a, ind, v, mode="raise"):
    """Writes values at flat positions."""
    a.put(ind, v, mode)


def _put(self, indices, values, mode="raise"):  # noqa: A002
    """Writes values at flat positions."""
    at = cast(as_array(indices), dtypes.int64).reshape(-1)
    if mode == "wrap":
        at = as_array(at % self.size)
    elif mode == "clip":
        at = at.clip(0, self.size - 1)
    from numpy._core.shape_base import resize

    line = self.reshape(-1)
    if at.size:
        line[at] = resize(as_array(values), at.shape)
    if not bridge.same_storage(line._array_handle, self._array_handle):
        self[...] = line.reshape(self.shape)


ndarray.put = _put


def take_along_axis(arr, indices, axis):
    """Elements at positions that argsort and its like give."""
    arr, indices = as_array(arr), cast(as_array(indices), dtypes.int64)
    if axis is None:
        arr, axis = arr.reshape(-1), 0
    if arr.ndim != indices.ndim:
        raise ValueError("`indices` and `arr` must have the same number of dimensions")
    return arr[_along(arr, indices, axis)]


def put_along_axis(arr, indices, values, axis):  # noqa: A002
    """Writes values at positions along an axis."""
    indices = cast(as_array(indices), dtypes.int64)
    arr[_along(arr, indices, axis)] = values


def _along(arr, indices, axis):
    d = normalize_axis(axis, arr.ndim)
    from numpy._core.ranges import arange

    rank = arr.ndim
    shape = broadcast_shapes(
        tuple(1 if k == d else size for k, size in enumerate(arr.shape)), tuple(1 if k == d else size for k, size in enumerate(indices.shape))
    )
    return tuple(
        indices if k == d else arange(shape[k]).reshape((1,) * k + (-1,) + (1,) * (rank - k - 1)) for k in range(rank)
    )


@method
def choose(a, choices, out=None, mode="raise"):
    """Elements of the choice whose number stands in a."""
    from numpy._core.shape_base import broadcast_arrays, stack

    a, *parts = broadcast_arrays(a, *choices)
    at = cast(a, dtypes.int64)
    if mode != "raise":
        at = as_array(at % len(parts)) if mode == "wrap" else at.clip(0, len(parts) - 1)
    elif at.size and (int(at.min()) < 0 or int(at.max()) >= len(parts)):
        raise ValueError("invalid entry in choice array")
    return result(take_along_axis(stack(parts), at.reshape((1, *at.shape)), 0)[0] if at.shape else parts[int(at)])


@method
def compress(a, condition, axis=None, out=None):
    """The slices along an axis for which the condition holds."""
    return _compress(condition, a, axis)


def _compress(condition, a, axis=None, out=None):
    """The slices along an axis for which the condition holds."""
    a = as_array(a)
    if axis is None:
        a, axis = a.reshape(-1), 0
    return take(a, flatnonzero(condition), axis)


compress = _compress


def extract(condition, arr):
    """The elements for which the condition holds."""
    return as_array(arr).reshape(-1)[flatnonzero(condition)]


def place(arr, mask, vals):
    """Writes values, repeated as needed, where the mask holds."""
    from numpy._core.shape_base import resize

    mask = as_array(mask, bool)
    count = int(mask.sum())
    if count:
        arr[mask] = resize(as_array(vals), (count,))


def putmask(a, mask, values):  # noqa: A002
    """Writes values (repeated to the array's size) where the mask holds."""
    from numpy._core.shape_base import resize

    mask = as_array(mask, bool)
    a[mask] = resize(as_array(values), a.shape)[mask]


def copyto(dst, src, casting="same_kind", where=True):
    """Writes the elements of src into dst."""
    source = as_array(src)
    if where is True:
        dst[...] = source
    else:
        mask = broadcast_to(as_array(where, bool), dst.shape)
        dst[mask] = broadcast_to(source, dst.shape)[mask]


def unravel_index(indices, shape, order="C"):
    """The coordinates of flat positions."""
    flat = cast(as_array(indices), dtypes.int64)
    shape = (shape,) if isinstance(shape, int) else tuple(shape)
    total = math.prod(shape)
    if flat.size and (int(flat.max()) >= total or int(flat.min()) < 0):
        bad = int(flat.max()) if int(flat.max()) >= total else int(flat.min())
        raise ValueError(f"index {bad} is out of bounds for array with size {total}")
    found = unravel(flat, shape) if order == "C" else tuple(reversed(unravel(flat, shape[::-1])))
    return tuple(result(as_array(each)) for each in found)


def ravel_multi_index(multi_index, dims, mode="raise", order="C"):
    """The flat positions of coordinates."""
    flat = 0
    for each, size in zip(multi_index, dims, strict=True) if order == "C" else reversed(list(zip(multi_index, dims, strict=True))):
        at = as_array(each)
        if mode == "raise" and at.size and (int(at.min()) < 0 or int(at.max()) >= size):
            raise ValueError("invalid entry in coordinates array")
        at = as_array(at % size) if mode == "wrap" else at.clip(0, size - 1) if mode == "clip" else at
        flat = flat * size + at
    return result(as_array(flat))


def shares_memory(a, b, max_work=None):
    """Whether two arrays have elements in common (judged by the memory that they span)."""
    return is_overlapping(as_array(a), as_array(b))


may_share_memory = shares_memory
