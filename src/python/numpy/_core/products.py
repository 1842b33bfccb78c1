"""Products of arrays: matmul, dot, outer, tensordot, kron, cross."""

import math

import bridge
from numpy._core import dtypes
from numpy._core.dtypes import as_dtype
from numpy._core.ndarray import as_array, cast, from_values, handle_as, masked, method, ndarray, result, values, wrap
from numpy._core.promotion import promote
from numpy._core.reduction import normalize_axis
from numpy._core.shape_base import broadcast_shapes, broadcast_to
from numpy._core.writing import assign


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


def _after_tensor(self, other):
    """tensor @ array, which PyTorch leaves to NumPy: the product in NumPy, given back as a tensor."""
    product = matmul(other, self)
    return other.__array_wrap__(product) if _foreign(other) else product


ndarray.__rmatmul__ = _after_tensor
del _after_tensor


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
    return tensordot(a, b, axes=((-1,), (-1,)))[()]


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
    return as_array(made.reshape([a.shape[d] for d in rest_a] + [b.shape[d] for d in rest_b]))


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
    from numpy._core.shape_base import stack
    from numpy._core.axes import moveaxis

    if axis is not None:
        axisa = axisb = axisc = axis
    a, b = moveaxis(a, axisa, -1), moveaxis(b, axisb, -1)
    if a.shape[-1] not in (2, 3) or b.shape[-1] not in (2, 3):
        raise ValueError("incompatible dimensions for cross product\n(dimension must be 2 or 3)")
    x, y = a[..., 0], a[..., 1]
    u, v = b[..., 0], b[..., 1]
    third = x * v - y * u
    if a.shape[-1] == 2 and b.shape[-1] == 2:
        return as_array(third)  # without dimensions an array, as NumPy gives
    z = a[..., 2] if a.shape[-1] == 3 else 0 * x
    w = b[..., 2] if b.shape[-1] == 3 else 0 * u
    return moveaxis(stack([y * w - z * v, z * u - x * w, third], axis=-1), -1, axisc)
