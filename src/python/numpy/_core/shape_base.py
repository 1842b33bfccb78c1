"""Joining, splitting, stretching and rearranging arrays."""

import math

import bridge
from numpy._core import dtypes
from numpy._core.axes import expand_dims
from numpy._core.dtypes import as_dtype
from numpy._core.ndarray import as_array, cast, from_values, like, method, ndarray, values, view_of, wrap
from numpy._core.promotion import resolve
from numpy._core.reduction import normalize_axis
from numpy._core.ufunc import broadcast_shape, shape_text
from numpy._core.writing import assign

# --- stretching -------------------------------------------------------------------------------------------------------


def broadcast_to(array, shape, subok=False):
    """A read-only view of the array stretched to a shape."""
    a = as_array(array)
    shape = tuple(int(size) for size in shape) if not isinstance(shape, int) else (shape,)
    own = a.shape
    if own == shape:
        return a
    added = len(shape) - len(own)
    if added < 0:
        raise ValueError(
            "input operand has more dimensions than allowed by the axis remapping"
            if len(shape)
            else "cannot broadcast a non-scalar to a scalar array"
        )
    if any(m not in (1, n) for m, n in zip(own, shape[added:], strict=True)):
        raise ValueError(
            "operands could not be broadcast together with remapped shapes [original->remapped]: "
            f"{shape_text(own)}  and requested shape {shape_text(shape)}"
        )
    made = view_of(a, bridge.expand(a._array_handle, *shape))
    made._locked = True
    return made


def broadcast_shapes(*shapes):
    """The shape of arrays of these shapes together."""
    out = ()
    for each in shapes:
        each = (each,) if isinstance(each, int) else tuple(each)
        try:
            out = broadcast_shape(out, each)
        except ValueError:
            raise ValueError(
                "shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between arg 0 with shape "
                f"{shape_text(tuple(shapes[0]) if not isinstance(shapes[0], int) else (shapes[0],))} and arg 1 with shape {shape_text(each)}."
            ) from None
    return out


def broadcast_arrays(*args, subok=False):
    """The arrays stretched to one shape."""
    arrays = [as_array(each) for each in args]
    shape = broadcast_shapes(*(each.shape for each in arrays))
    return [broadcast_to(each, shape) for each in arrays]


class broadcast:
    """The shape that several arrays have together."""

    def __init__(self, *args):
        self._arrays = broadcast_arrays(*args)
        self.shape = self._arrays[0].shape
        self.ndim = self.nd = len(self.shape)
        self.size = math.prod(self.shape)
        self.numiter = len(args)

    def __iter__(self):
        return zip(*(iter(each.flat) for each in self._arrays), strict=True)


# --- joining ----------------------------------------------------------------------------------------------------------


def concatenate(arrays, /, axis=0, out=None, *, dtype=None, casting="same_kind"):
    """Arrays one after another along an existing axis (axis=None: flattened)."""
    if isinstance(arrays, ndarray) and arrays.ndim == 0:
        raise TypeError("The first input argument needs to be a sequence")
    parts = [as_array(each) for each in arrays]
    if not parts:
        raise ValueError("need at least one array to concatenate")
    if axis is None:
        parts, axis = [part.reshape(-1) for part in parts], 0
    first = parts[0]
    if first.ndim == 0:
        raise ValueError("zero-dimensional arrays cannot be concatenated")
    d = normalize_axis(axis, first.ndim)
    for position, part in enumerate(parts):
        if part.ndim != first.ndim:
            raise ValueError(
                f"all the input arrays must have same number of dimensions, but the array at index 0 has {first.ndim} dimension(s) and "
                f"the array at index {position} has {part.ndim} dimension(s)"
            )
        for k, (m, n) in enumerate(zip(first.shape, part.shape, strict=True)):
            if k != d and m != n:
                raise ValueError(
                    f"all the input array dimensions except for the concatenation axis must match exactly, but along dimension {k}, "
                    f"the array at index 0 has size {m} and the array at index {position} has size {n}"
                )
    kind = as_dtype(dtype) if dtype is not None else resolve([part._dtype for part in parts], [])
    made = _joined_pools(parts, kind, d) if kind._pooled else _joined([cast(part, kind) for part in parts], d, kind)
    if out is not None:
        assign(out, made)
        return out
    return made


def _joined(parts, d, kind):
    if all(part.size == 0 for part in parts):
        shape = list(parts[0].shape)
        shape[d] = sum(part.shape[d] for part in parts)
        return wrap(bridge.empty(kind._code, 0, *shape), kind)
    # The engine ignores empty vectors of any shape; with other ranks they have been refused above.
    return wrap(bridge.cat(d, *(part._array_handle for part in parts)), kind)


def _joined_pools(parts, kind, d):
    pool, carriers = [], []
    for part in parts:
        flat = values(cast(part, kind))
        start = len(pool)
        pool.extend(flat)
        carriers.append(from_values(range(start, start + len(flat)), part.shape, dtypes.int64))
    made = _joined(carriers, d, dtypes.int64)
    return wrap(bridge.detach(made._array_handle), kind, pool)


def stack(arrays, axis=0, out=None, *, dtype=None, casting="same_kind"):
    """Arrays of one shape along a new axis."""
    parts = [as_array(each) for each in arrays]
    if not parts:
        raise ValueError("need at least one array to stack")
    if len({part.shape for part in parts}) != 1:
        raise ValueError("all input arrays must have the same shape")
    d = normalize_axis(axis, parts[0].ndim + 1)
    return concatenate([expand_dims(part, d) for part in parts], axis=d, out=out, dtype=dtype)


def atleast_1d(*arys):
    """Arrays of at least one dimension."""
    made = [part.reshape(1) if part.ndim == 0 else part for part in map(as_array, arys)]
    return made[0] if len(made) == 1 else made


def atleast_2d(*arys):
    """Arrays of at least two dimensions; vectors become rows."""
    made = [part.reshape(1, -1) if part.ndim < 2 else part for part in map(as_array, arys)]
    return made[0] if len(made) == 1 else made


def atleast_3d(*arys):
    """Arrays of at least three dimensions."""
    made = []
    for part in map(as_array, arys):
        if part.ndim < 2:
            part = part.reshape(1, -1, 1)
        elif part.ndim == 2:
            part = part.reshape(*part.shape, 1)
        made.append(part)
    return made[0] if len(made) == 1 else made


def _listed(given):
    made = atleast_1d(*given)
    return made if isinstance(made, list) else [made]


def vstack(tup, *, dtype=None, casting="same_kind"):
    """Arrays as rows, one under another."""
    made = atleast_2d(*tup)
    return concatenate(made if isinstance(made, list) else [made], 0, dtype=dtype)


row_stack = vstack


def hstack(tup, *, dtype=None, casting="same_kind"):
    """Arrays side by side."""
    parts = _listed(tup)
    return concatenate(parts, 0 if parts and parts[0].ndim == 1 else 1, dtype=dtype)


def dstack(tup):
    """Arrays along the third axis."""
    made = atleast_3d(*tup)
    return concatenate(made if isinstance(made, list) else [made], 2)


def column_stack(tup):
    """Vectors as columns of a matrix."""
    return concatenate([part.reshape(-1, 1) if part.ndim < 2 else part for part in map(as_array, tup)], 1)


def block(arrays):
    """An array of nested lists of blocks."""

    def depth(each):
        return 1 + max((depth(part) for part in each), default=0) if isinstance(each, list) else 0

    levels = depth(arrays)

    def join(each, level):
        if not isinstance(each, list):
            made = as_array(each)
            return made.reshape((1,) * (levels - made.ndim) + made.shape) if made.ndim < levels else made
        return concatenate([join(part, level + 1) for part in each], axis=-(levels - level))

    return join(arrays, 0)


def append(arr, values, axis=None):  # noqa: A002
    """The array with more at its end."""
    arr, values = as_array(arr), as_array(values)
    return concatenate((arr.reshape(-1), values.reshape(-1))) if axis is None else concatenate((arr, values), axis)


# --- splitting --------------------------------------------------------------------------------------------------------


def array_split(ary, indices_or_sections, axis=0):
    """Parts of as equal a length as possible, or parts that end at given positions."""
    a = as_array(ary)
    d = normalize_axis(axis, a.ndim)
    total = a.shape[d]
    if hasattr(indices_or_sections, "__len__"):
        bounds = [0, *(int(each) for each in indices_or_sections), total]
    else:
        sections = int(indices_or_sections)
        if sections <= 0:
            raise ValueError("number sections must be larger than 0.")
        each, extra = divmod(total, sections)
        bounds = [0]
        for i in range(sections):
            bounds.append(bounds[-1] + each + (i < extra))
    front = (slice(None),) * d
    return [a[(*front, slice(start, stop))] for start, stop in zip(bounds, bounds[1:], strict=False)]


def split(ary, indices_or_sections, axis=0):
    """Parts of equal length, or parts that end at given positions."""
    a = as_array(ary)
    if not hasattr(indices_or_sections, "__len__") and a.shape[normalize_axis(axis, a.ndim)] % indices_or_sections:
        raise ValueError("array split does not result in an equal division")
    return array_split(a, indices_or_sections, axis)


def hsplit(ary, indices_or_sections):
    """Splits along columns (the first axis of a vector)."""
    a = as_array(ary)
    if a.ndim == 0:
        raise ValueError("hsplit only works on arrays of 1 or more dimensions")
    return split(a, indices_or_sections, 1 if a.ndim > 1 else 0)


def vsplit(ary, indices_or_sections):
    """Splits along rows."""
    a = as_array(ary)
    if a.ndim < 2:
        raise ValueError("vsplit only works on arrays of 2 or more dimensions")
    return split(a, indices_or_sections, 0)


def dsplit(ary, indices_or_sections):
    """Splits along the third axis."""
    return split(ary, indices_or_sections, 2)


# --- repeating ----------------------------------------------------------------------------------------------------------


def tile(A, reps):
    """The array repeated as a whole along its axes."""
    a = as_array(A)
    reps = (reps,) if isinstance(reps, int) else tuple(int(each) for each in reps)
    rank = max(len(reps), a.ndim)
    reps = (1,) * (rank - len(reps)) + reps
    shape = (1,) * (rank - a.ndim) + a.shape
    spread = [size for pair in zip(reps, shape, strict=True) for size in pair]
    single = [size for each in shape for size in (1, each)]
    made = broadcast_to(a.reshape(single), spread)
    return like(made, bridge.clone(made._array_handle)).reshape([m * n for m, n in zip(reps, shape, strict=True)])


@method
def repeat(a, repeats, axis=None):
    """Every element repeated along an axis."""
    a = as_array(a)
    if axis is None:
        a, axis = a.reshape(-1), 0
    d = normalize_axis(axis, a.ndim)
    counts = as_array(repeats).reshape(-1).tolist()
    size = a.shape[d]
    if len(counts) == 1:
        counts = counts * size
    if len(counts) != size:
        raise ValueError(f"operands could not be broadcast together with shape ({size},) ({len(counts)},)")
    if any(count < 0 for count in counts):
        raise ValueError("negative dimensions are not allowed" if as_array(repeats).size == 1 else "repeats may not contain negative values.")
    at = from_values([i for i, count in enumerate(counts) for _ in range(count)], (sum(counts),), dtypes.int64)
    return like(a, bridge.index_select(a._array_handle, d, at._array_handle))


def resize(a, new_shape):
    """A new shape, filled with repetitions of the elements."""
    a = as_array(a).reshape(-1)
    shape = (new_shape,) if isinstance(new_shape, int) else tuple(new_shape)
    count = math.prod(shape)
    if a.size == 0 or count == 0:
        from numpy._core.filled import zeros

        return zeros(shape, a._dtype)
    return tile(a, -(-count // a.size))[:count].reshape(shape)


def ravel(a, order="C"):
    """One dimension; a view where the memory allows it."""
    return as_array(a).reshape(-1, order=order)


def reshape(a, newshape, order="C"):
    """The elements in another shape."""
    if type(a) is not ndarray and hasattr(a, "__array_wrap__"):
        return a.__array_wrap__(as_array(a).reshape(newshape, order=order))
    return as_array(a).reshape(newshape, order=order)
