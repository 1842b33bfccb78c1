"""Choosing, picking and multiplying: where, take, nonzero, dot, matmul and their relatives."""

import math

import bridge
from numpy._core import dtypes
from numpy._core.dtypes import as_dtype
from numpy._core.indexing import nonzero_of, unravel
from numpy._core.methods import is_overlapping
from numpy._core.ndarray import as_array, cast, from_values, handle_as, masked, method, ndarray, result, values, wrap
from numpy._core.promotion import promote, python_dtype, resolve
from numpy._core.reduction import normalize_axis
from numpy._core.shape_base import broadcast_shapes, broadcast_to
from numpy._core.ufunc import assign

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
        if isinstance(each, (int, float, complex)) or (isinstance(each, ndarray) and each.shape == ()):
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
    return tuple(nonzero_of(as_array(a)))


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
    if not bridge.same_storage(line._handle, self._handle):
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
    from numpy._core.construct import arange

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


# --- products -------------------------------------------------------------------------------------------------------------


def _both(a, b):
    a, b = as_array(a), as_array(b)
    return a, b, promote(a._dtype, b._dtype)


def _product(a, b, kind, operation):
    """matmul of the engine, or of sums for integers and Python objects."""
    if kind._pooled:
        return _in_python(cast(a, kind), cast(b, kind), kind)
    if kind.kind == "b":
        return cast(_product(cast(a, dtypes.int64), cast(b, dtypes.int64), dtypes.int64, operation), kind)
    first, second = handle_as(a, kind), handle_as(b, kind)
    try:
        return wrap(masked(bridge.matmul(first, second), kind), kind)
    finally:
        bridge.free(first)
        bridge.free(second)


def _in_python(a, b, kind):
    if a.ndim == 1 and b.ndim == 1:
        return from_values([_sum_of(values(a), values(b))], (), kind)
    left, right = (a.reshape(1, -1) if a.ndim == 1 else a), (b.reshape(-1, 1) if b.ndim == 1 else b)
    batch = broadcast_shapes(left.shape[:-2], right.shape[:-2])
    rows, inner, columns = left.shape[-2], left.shape[-1], right.shape[-1]
    first = values(broadcast_to(left, batch + left.shape[-2:]))
    second = values(broadcast_to(right, batch + right.shape[-2:]))
    flat = []
    for k in range(math.prod(batch)):
        start, other = k * rows * inner, k * inner * columns
        for i in range(rows):
            row = first[start + i * inner : start + (i + 1) * inner]
            flat.extend(_sum_of(row, second[other + j : other + inner * columns : columns]) for j in range(columns))
    shape = batch + (() if a.ndim == 1 else (rows,)) + (() if b.ndim == 1 else (columns,))
    return from_values(flat, shape, kind)


def _sum_of(row, column):
    total = None
    for x, y in zip(row, column, strict=False):
        total = x * y if total is None else total + x * y
    return 0 if total is None else total


def matmul(x1, x2, /, out=None, *, dtype=None, casting="same_kind"):
    """The matrix product x1 @ x2; leading dimensions are broadcast, vectors are rows and columns."""
    a, b, kind = _both(x1, x2)
    kind = kind if dtype is None else as_dtype(dtype)
    for position, each in enumerate((a, b)):
        if each.ndim == 0:
            raise ValueError(
                f"matmul: Input operand {position} does not have enough dimensions (has 0, gufunc core with signature "
                "(n?,k),(k,m?)->(n?,m?) requires 1)"
            )
    inner, other = a.shape[-1], b.shape[-2 if b.ndim > 1 else 0]
    if inner != other:
        raise ValueError(
            "matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (n?,k),(k,m?)->(n?,m?) "
            f"(size {other} is different from {inner})"
        )
    if a.ndim > 2 or b.ndim > 2:
        _fitting_batches(a, b)
    made = _product(a, b, kind, "matmul")
    if out is not None:
        assign(out, made)
        return out
    return result(made)


def _fitting_batches(a, b):
    try:
        broadcast_shapes(a.shape[:-2], b.shape[:-2])
    except ValueError:
        first, second = (str(each.shape).replace(" ", "") for each in (a, b))
        raise ValueError(
            f"operands could not be broadcast together with remapped shapes [original->remapped]: {first}->({_spread(a)}) {second}->({_spread(b)})  "
            f"and requested shape ({a.shape[-2]},{b.shape[-1]})"
        ) from None


def _spread(a):
    return ",".join([*map(str, a.shape[:-2]), "newaxis", "newaxis"])


def dot(a, b, out=None):
    """Sum of products over the last axis of a and the second to last of b; a product with a scalar."""
    a, b, kind = _both(a, b)
    if a.ndim == 0 or b.ndim == 0:
        from numpy._core.umath import multiply

        return multiply(a, b, out=out)
    other = b.shape[-2 if b.ndim > 1 else 0]
    if a.shape[-1] != other:
        first, second = (str(each.shape).replace(" ", "") for each in (a, b))
        axis = max(b.ndim - 2, 0)
        raise ValueError(f"shapes {first} and {second} not aligned: {a.shape[-1]} (dim {a.ndim - 1}) != {other} (dim {axis})")
    if b.ndim > 2:
        made = as_array(tensordot(a, b, axes=((a.ndim - 1,), (b.ndim - 2,))))
    elif a.ndim > 2:
        flat = _product(a.reshape(-1, a.shape[-1]), b, kind, "dot")
        made = flat.reshape(a.shape[:-1] + b.shape[1:])
    else:
        made = _product(a, b, kind, "dot")
    if out is not None:
        assign(out, made)
        return out
    return result(made)


@method
def _dot(self, b, out=None):
    """numpy.dot(self, b)."""
    return dot(self, b, out)


ndarray.dot = _dot
del ndarray._dot


def _foreign(other):
    return not isinstance(other, ndarray) and getattr(other, "__array_priority__", -1) > 0


ndarray.__matmul__ = lambda self, other: NotImplemented if _foreign(other) else matmul(self, other)
ndarray.__rmatmul__ = lambda self, other: NotImplemented if _foreign(other) else matmul(other, self)
ndarray.__imatmul__ = lambda self, other: matmul(self, other, out=self)


def vdot(a, b):
    """The sum of products of all elements; the first array is conjugated."""
    from numpy._core.umath import conjugate

    return dot(as_array(conjugate(a)).reshape(-1), as_array(b).reshape(-1))


def inner(a, b):
    """Sums of products over the last axes of both."""
    a, b = as_array(a), as_array(b)
    if a.ndim == 0 or b.ndim == 0:
        return a * b
    return tensordot(a, b, axes=((-1,), (-1,)))


def outer(a, b, out=None):
    """All products of two flattened arrays; shape (a.size, b.size)."""
    from numpy._core.umath import multiply

    return multiply(as_array(a).reshape(-1, 1), as_array(b).reshape(1, -1), out=out)


def tensordot(a, b, axes=2):
    """Sums of products over pairs of axes."""
    a, b, kind = _both(a, b)
    if isinstance(axes, int):
        first, second = list(range(a.ndim - axes, a.ndim)), list(range(axes))
    else:
        first, second = ([each] if isinstance(each, int) else list(each) for each in axes)
    if len(first) != len(second):
        raise ValueError("shape-mismatch for sum")
    first, second = [normalize_axis(d, a.ndim) for d in first], [normalize_axis(d, b.ndim) for d in second]
    if any(a.shape[d] != b.shape[e] for d, e in zip(first, second, strict=True)):
        raise ValueError("shape-mismatch for sum")
    rest_a = [d for d in range(a.ndim) if d not in first]
    rest_b = [d for d in range(b.ndim) if d not in second]
    count = math.prod(a.shape[d] for d in first)
    left = a.transpose([*rest_a, *first]).reshape(math.prod(a.shape[d] for d in rest_a), count)
    right = b.transpose([*second, *rest_b]).reshape(count, math.prod(b.shape[d] for d in rest_b))
    made = _product(left, right, kind, "tensordot")
    return result(made.reshape([a.shape[d] for d in rest_a] + [b.shape[d] for d in rest_b]))


def kron(a, b):
    """The Kronecker product."""
    a, b = as_array(a), as_array(b)
    rank = max(a.ndim, b.ndim)
    a, b = a.reshape((1,) * (rank - a.ndim) + a.shape), b.reshape((1,) * (rank - b.ndim) + b.shape)
    left = a.reshape([size for each in a.shape for size in (each, 1)])
    right = b.reshape([size for each in b.shape for size in (1, each)])
    return (left * right).reshape([m * n for m, n in zip(a.shape, b.shape, strict=True)])


def cross(a, b, axisa=-1, axisb=-1, axisc=-1, axis=None):
    """The cross product of vectors of two or three components."""
    from numpy._core.shape_base import moveaxis, stack

    if axis is not None:
        axisa = axisb = axisc = axis
    a, b = moveaxis(a, axisa, -1), moveaxis(b, axisb, -1)
    if a.shape[-1] not in (2, 3) or b.shape[-1] not in (2, 3):
        raise ValueError("incompatible dimensions for cross product\n(dimension must be 2 or 3)")
    x, y = a[..., 0], a[..., 1]
    u, v = b[..., 0], b[..., 1]
    third = x * v - y * u
    if a.shape[-1] == 2 and b.shape[-1] == 2:
        return third
    z = a[..., 2] if a.shape[-1] == 3 else 0 * x
    w = b[..., 2] if b.shape[-1] == 3 else 0 * u
    return moveaxis(stack([y * w - z * v, z * u - x * w, third], axis=-1), -1, axisc)


def shares_memory(a, b, max_work=None):
    """Whether two arrays have elements in common (judged by the memory that they span)."""
    return is_overlapping(as_array(a), as_array(b))


may_share_memory = shares_memory
