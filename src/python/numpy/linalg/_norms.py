"""Sizes of vectors and matrices: norms, condition numbers, ranks."""

from numpy._core import dtypes, umath
from numpy._core.fromnumeric import amax, amin
from numpy._core.ndarray import as_array, cast, result
from numpy._core.products import dot
from numpy._core.reduction import normalize_axis
from numpy.linalg._decompositions import svd
from numpy.linalg._engine import LinAlgError, matrices
from numpy.linalg._solve import inv

_INF = float("inf")


def norm(x, ord=None, axis=None, keepdims=False):
    """The norm of a vector (ord 2, 1, inf, 0, …) or of a matrix (ord 'fro', 'nuc', 2, 1, inf, …), along axes or of all."""
    x = as_array(x)
    if x._dtype.kind not in "fc":
        x = cast(x, dtypes.float64)
    if axis is None:
        if ord is None or ord in ("f", "fro") and x.ndim == 2 or ord == 2 and x.ndim == 1:
            flat = x.reshape(-1) if x._dtype.kind != "c" else abs(x.reshape(-1))
            size = umath.sqrt(dot(flat, flat))
            return as_array(size).reshape((1,) * x.ndim) if keepdims else size
        axis = tuple(range(x.ndim))
    elif not isinstance(axis, tuple):
        try:
            axis = (int(axis),)
        except Exception as error:
            raise TypeError("'axis' must be None, an integer or a tuple of integers") from error
    if len(axis) == 1:
        return _vector_norm(x, ord, axis, keepdims)
    if len(axis) == 2:
        return _matrix_norm(x, ord, axis, keepdims)
    raise ValueError("Improper number of dimensions to norm.")


def _vector_norm(x, ord, axis, keepdims):
    size = abs(x)
    if ord == _INF:
        return size.max(axis=axis, keepdims=keepdims)
    if ord == -_INF:
        return size.min(axis=axis, keepdims=keepdims)
    if ord == 0:
        return (x != 0).astype(size.dtype).sum(axis=axis, keepdims=keepdims)
    if ord == 1:
        return size.sum(axis=axis, keepdims=keepdims)
    if ord is None or ord == 2:
        return umath.sqrt((size * size).sum(axis=axis, keepdims=keepdims))
    if isinstance(ord, str):
        raise ValueError(f"Invalid norm order '{ord}' for vectors")
    return umath.power(umath.power(size, ord).sum(axis=axis, keepdims=keepdims), 1.0 / ord)


def _matrix_norm(x, ord, axis, keepdims):
    row, column = (normalize_axis(each, x.ndim) for each in axis)
    if row == column:
        raise ValueError("Duplicate axes given.")
    if ord in (2, -2, "nuc"):
        s = svd(x.transpose([*(d for d in range(x.ndim) if d not in (row, column)), row, column]), compute_uv=False)
        found = s.sum(axis=-1) if ord == "nuc" else amax(s, axis=-1) if ord == 2 else amin(s, axis=-1)
    elif ord in (None, "fro", "f"):
        found = umath.sqrt((abs(x) ** 2).sum(axis=(row, column)))
    elif ord in (1, -1):
        found = _extreme(abs(x).sum(axis=row), column - (column > row), ord)
    elif ord in (_INF, -_INF):
        found = _extreme(abs(x).sum(axis=column), row - (row > column), ord)
    else:
        raise ValueError("Invalid norm order for matrices.")
    if keepdims:
        found = as_array(found).reshape([1 if d in (row, column) else size for d, size in enumerate(x.shape)])
    return found


def _extreme(sums, axis, ord):
    return sums.max(axis=axis) if ord > 0 else sums.min(axis=axis)


def cond(x, p=None):
    """The condition number: how much errors of b can grow in the solution of a @ x = b."""
    x = as_array(x)
    if x.size == 0 and 0 in x.shape[-2:]:
        raise LinAlgError("cond is not defined on empty arrays")
    if p in (None, 2, -2):
        s = svd(x, compute_uv=False)
        top, bottom = (s[..., -1], s[..., 0]) if p == -2 else (s[..., 0], s[..., -1])
        from numpy._core.errstate import errstate

        with errstate(all="ignore"):
            return umath.divide(top, bottom)
    x, _ = matrices(x, square=True)
    try:
        inverse = inv(x)
    except LinAlgError:
        return dtypes.float64.type(_INF)
    return norm(x, p, axis=(-2, -1)) * norm(inverse, p, axis=(-2, -1))


def matrix_rank(A, tol=None, hermitian=False):
    """How many singular values are larger than tol (by default: than rounding errors)."""
    A = as_array(A)
    if A.ndim < 2:
        return int(bool((A != 0).any()))
    s = svd(A, compute_uv=False)
    if tol is None:
        eps = 2.0**-23 if s.dtype.itemsize == 4 else 2.0**-52
        tol = s.max(axis=-1, keepdims=True) * max(A.shape[-2:]) * eps
    else:
        tol = as_array(tol)[..., None]
    return result(as_array((s > tol).sum(axis=-1)))
