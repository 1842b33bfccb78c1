"""Solving: linear systems, inverses, determinants, least squares."""

import math

from numpy._core import dtypes, umath
from numpy._core.ndarray import as_array, from_values, result, values
from numpy._core.products import matmul
from numpy._core.shape_base import broadcast_shapes, broadcast_to
from numpy.linalg._decompositions import svd
from numpy.linalg._engine import LinAlgError, call, given_array, matrices, narrowed


def solve(a, b):
    """The x with a @ x = b; b is a vector or has one right-hand side a column."""
    a, first = matrices(a, square=True)
    b, second = given_array(b)
    kind = dtypes.float64 if "float64" in (first.name, second.name) else first
    vector = b.ndim == a.ndim - 1
    n, other = a.shape[-1], b.shape[-1] if vector or b.ndim < 2 else b.shape[-2]
    if n != other:
        name, signature = ("solve1", "(m,m),(m)->(m)") if vector else ("solve", "(m,m),(m,n)->(m,n)")
        raise ValueError(
            f"{name}: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature {signature} "
            f"(size {other} is different from {n})"
        )
    if vector:
        b = b.reshape(*b.shape, 1)
    batch = broadcast_shapes(a.shape[:-2], b.shape[:-2])
    a = broadcast_to(a, (*batch, *a.shape[-2:]))
    b = broadcast_to(b, (*batch, *b.shape[-2:]))
    (x,) = call("solve", a, b, refusal="Singular matrix")
    return narrowed(x.reshape(x.shape[:-1]) if vector else x, kind)


def inv(a):
    """The inverse of square matrices."""
    from numpy._core.filled import eye

    a, kind = matrices(a, square=True)
    (x,) = call("solve", a, broadcast_to(eye(a.shape[-1]), a.shape), refusal="Singular matrix")
    return narrowed(x, kind)


def slogdet(a):
    """Sign and logarithm of the size of determinants."""
    a, kind = matrices(a, square=True)
    sign, logdet = call("slogdet", a, results=2)
    return result(narrowed(sign, kind)), result(narrowed(logdet, kind))


def det(a):
    """The determinant of square matrices (sign · exp(log of the size), as NumPy computes it)."""
    a, kind = matrices(a, square=True)
    sign, logdet = call("slogdet", a, results=2)
    found = [s * _exp(size) for s, size in zip(values(sign), values(logdet), strict=True)]
    return result(narrowed(from_values(found, sign.shape, dtypes.float64), kind))


def _exp(x):
    return math.inf if x > 709.782712893384 else math.exp(x)


def pinv(a, rcond=1e-15, hermitian=False):
    """The Moore–Penrose inverse."""
    from numpy._core.filled import empty
    from numpy._core.multiarray import where

    a, kind = matrices(a)
    if a.size == 0:
        return empty((*a.shape[:-2], a.shape[-1], a.shape[-2]), dtype=kind)
    u, s, vt = svd(a, full_matrices=False)
    kept = s > as_array(rcond)[..., None] * s.max(axis=-1, keepdims=True)
    inverse = where(kept, umath.divide(1.0, where(kept, s, 1.0)), 0.0)
    return narrowed(matmul(vt.swapaxes(-1, -2), inverse[..., None] * u.swapaxes(-1, -2)), kind)


def lstsq(a, b, rcond="warn"):
    """(x, residuals, rank, singular values): the shortest x that makes |a @ x - b| smallest."""
    a, first = given_array(a)
    b, second = given_array(b)
    if a.ndim != 2:
        raise LinAlgError(f"{a.ndim}-dimensional array given. Array must be two-dimensional")
    vector = b.ndim == 1
    if vector:
        b = b.reshape(-1, 1)
    if b.ndim != 2:
        raise LinAlgError(f"{b.ndim}-dimensional array given. Array must be two-dimensional")
    m, n = a.shape
    if m != b.shape[0]:
        raise LinAlgError("Incompatible dimensions")
    kind = dtypes.float64 if "float64" in (first.name, second.name) else first
    eps = 2.0**-52 if kind.itemsize == 8 else 2.0**-23
    if rcond == "warn":
        rcond = -1
    limit = eps if rcond == -1 else eps * max(m, n) if rcond is None else rcond
    u, s, vt = call("svd", a, False, results=3, refusal="SVD did not converge in Linear Least Squares")
    kept = [each > limit * s[0] for each in values(s)] if s.size else []
    rank = sum(kept)
    inverse = from_values([1.0 / each if keep else 0.0 for each, keep in zip(values(s), kept, strict=True)], s.shape, dtypes.float64)
    x = matmul(vt.T, inverse[:, None] * matmul(u.T, b))
    residuals = ((matmul(a, x) - b) ** 2).sum(axis=0) if rank == n and m > n else from_values([], (0,), dtypes.float64)
    x = x.reshape(-1) if vector else x
    return narrowed(x, kind), narrowed(residuals, kind), dtypes.int32.type(rank), narrowed(s, kind)


def tensorsolve(a, b, axes=None):
    """The x with tensordot(a, x) = b."""
    a, b = as_array(a), as_array(b)
    if axes is not None:
        rest = [d for d in range(a.ndim) if d not in axes]
        a = a.transpose([*rest, *axes])
    shape = a.shape[b.ndim :]
    size = math.prod(shape)
    if a.size != size * size:
        raise LinAlgError("Input arrays must satisfy the requirement             prod(a.shape[b.ndim:]) == prod(a.shape[:b.ndim])")
    return solve(a.reshape(size, size), b.reshape(-1)).reshape(shape)


def tensorinv(a, ind=2):
    """The inverse for tensordot(…, ind)."""
    a = as_array(a)
    if ind <= 0:
        raise ValueError("Invalid ind argument.")
    shape = a.shape
    return inv(a.reshape(math.prod(shape[ind:]), -1)).reshape(*shape[ind:], *shape[:ind])
