"""Matrices: diagonals, triangles, Vandermonde matrices, and the positions of triangles."""

import bridge
from numpy._core import dtypes, umath
from numpy._core.ranges import arange
from numpy._core.filled import ones, zeros
from numpy._core.multiarray import where
from numpy._core.ndarray import as_array, cast, from_values, like, strided
from numpy._core.promotion import promote

__all__ = ["diag", "diagflat", "tri", "tril", "triu", "vander", "tril_indices", "triu_indices", "tril_indices_from", "triu_indices_from", "mask_indices", "histogram2d", "eye"]  # fmt: skip


def diag(v, k=0):
    """The k-th diagonal of a matrix, or a matrix with a vector on it."""
    v = as_array(v)
    if v.ndim == 1:
        n = v.shape[0] + abs(k)
        made = zeros((n, n), v._dtype)
        strided(made, (v.shape[0],), (n + 1,), k if k >= 0 else -k * n)[...] = v
        return made
    if v.ndim != 2:
        raise ValueError("Input must be 1- or 2-d.")
    return v.diagonal(k)


def diagflat(v, k=0):
    """A matrix with the flattened elements on its k-th diagonal."""
    return diag(as_array(v).reshape(-1), k)


def tri(N, M=None, k=0, dtype=float, *, like=None):
    """Ones on and below the k-th diagonal."""
    made = arange(N).reshape(-1, 1) >= arange(-k, (N if M is None else M) - k)
    return cast(made, dtypes.as_dtype(dtype))


def _triangle(m, k, name):
    a = as_array(m)
    if a.ndim == 1:
        from numpy._core.shape_base import broadcast_to

        a = broadcast_to(a, (a.shape[0], a.shape[0]))
    if a._dtype._pooled:
        mask = tri(*a.shape[-2:], k=k if name == "tril" else k - 1, dtype=bool)
        return where(mask if name == "tril" else ~mask, a, from_values([0], (), a._dtype))
    return like(a, getattr(bridge, name)(a._array_handle, k))


def tril(m, k=0):
    """The part on and below the k-th diagonal; zeros elsewhere."""
    return _triangle(m, k, "tril")


def triu(m, k=0):
    """The part on and above the k-th diagonal; zeros elsewhere."""
    return _triangle(m, k, "triu")


def vander(x, N=None, increasing=False):
    """Powers of a vector as columns."""
    x = as_array(x)
    if x.ndim != 1:
        raise ValueError("x must be a one-dimensional array or sequence.")
    count = x.shape[0] if N is None else N
    made = ones((x.shape[0], count), promote(x._dtype, dtypes.int64))
    columns = made if increasing else made[:, ::-1]
    for power in range(1, count):
        columns[:, power] = umath.multiply(columns[:, power - 1], x)
    return made


def tril_indices(n, k=0, m=None):
    """The positions of the lower triangle."""
    return tri(n, m, k=k, dtype=bool).nonzero()


def triu_indices(n, k=0, m=None):
    """The positions of the upper triangle."""
    return umath.logical_not(tri(n, m, k=k - 1, dtype=bool)).nonzero()


def tril_indices_from(arr, k=0):
    """The positions of the lower triangle of a matrix."""
    return tril_indices(arr.shape[-2], k=k, m=arr.shape[-1])


def triu_indices_from(arr, k=0):
    """The positions of the upper triangle of a matrix."""
    return triu_indices(arr.shape[-2], k=k, m=arr.shape[-1])


def mask_indices(n, mask_func, k=0):
    """The positions that a function such as triu keeps."""
    return (mask_func(ones((n, n), int), k) != 0).nonzero()
