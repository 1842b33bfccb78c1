"""keras.ops.linalg: decompositions, solutions and norms of matrices."""

import torch

from keras.src.backend import unwrap, wrap
from keras.src.ops.symbolic import op, reduced_shape, same, symbolic

from .numpy.elementwise import _numeric, operands


def _square(tensor):
    if tensor.dim() < 2 or tensor.shape[-1] != tensor.shape[-2]:
        raise ValueError(f"Expected a square matrix. Received non-square input with shape {tuple(tensor.shape)}")
    return tensor


def _matrix(x):
    found = _numeric(unwrap(x))
    if found.dim() < 2:
        raise ValueError(f"Expected input to have rank >= 2. Received input with shape {tuple(found.shape)}.")
    return found


@op(same)
def cholesky(x, upper=False):
    """The triangular factor of a positive definite matrix."""
    made = torch.linalg.cholesky(_square(_matrix(x)))
    return wrap(made.transpose(-1, -2) if upper else made)


@op(lambda x: symbolic(x.shape[:-2], x.dtype))
def det(x):
    """The determinant."""
    return wrap(torch.linalg.det(_square(_matrix(x))))


@op(lambda x: (symbolic(x.shape[:-2], x.dtype), symbolic(x.shape[:-2], x.dtype)))
def slogdet(x):
    """The sign and the logarithm of the determinant's size."""
    sign, size = torch.linalg.slogdet(_square(_matrix(x)))
    return wrap(sign), wrap(size)


@op(same)
def inv(x):
    """The inverse matrix."""
    return wrap(torch.linalg.inv(_square(_matrix(x))))


def eig(x):
    """Eigenvalues and eigenvectors."""
    return tuple(wrap(each) for each in torch.linalg.eig(_square(_matrix(x))))


def eigh(x):
    """Eigenvalues and eigenvectors of a symmetric matrix."""
    return tuple(wrap(each) for each in torch.linalg.eigh(_square(_matrix(x))))


def qr(x, mode="reduced"):
    """Q and R with Q R = x."""
    if mode not in {"reduced", "complete"}:
        raise ValueError(f"`mode` argument value not supported. Expected one of {{'reduced', 'complete'}}. Received: mode={mode}")
    return tuple(wrap(each) for each in torch.linalg.qr(_matrix(x), mode))


def svd(x, full_matrices=True, compute_uv=True):
    """U, S and V^T with U diag(S) V^T = x."""
    if not compute_uv:
        return wrap(torch.linalg.svdvals(_matrix(x)))
    return tuple(wrap(each) for each in torch.linalg.svd(_matrix(x), full_matrices=full_matrices))


@op(lambda a, b: symbolic(b.shape, b.dtype))
def solve(a, b):
    """x with a x = b."""
    first, second = operands(a, b)
    return wrap(torch.linalg.solve(_square(_numeric(first)), _numeric(second)))


def solve_triangular(a, b, lower=False):
    """x with a x = b for a triangular a."""
    first, second = unwrap(a), unwrap(b)
    flat = second.dim() == first.dim() - 1
    made = torch.linalg.solve_triangular(first, second.unsqueeze(-1) if flat else second, upper=not lower)
    return wrap(made.squeeze(-1) if flat else made)


def lstsq(a, b, rcond=None):
    """x with the least |a x - b|."""
    first, second = unwrap(a), unwrap(b)
    flat = second.dim() == 1
    made = torch.linalg.lstsq(first, second.unsqueeze(-1) if flat else second)
    made = made.solution if hasattr(made, "solution") else made[0]
    return wrap(made.squeeze(-1) if flat else made)


def lu_factor(x):
    """The LU decomposition in one matrix, and the row exchanges."""
    lu, pivots = torch.linalg.lu_factor(_matrix(x))
    return wrap(lu), wrap(pivots.to(torch.int32) - 1)


@op(lambda x, ord=None, axis=None, keepdims=False: symbolic(reduced_shape(x.shape, axis, keepdims), x.dtype))
def norm(x, ord=None, axis=None, keepdims=False):
    """The norm of a vector or matrix; of all elements by default."""
    found = _numeric(unwrap(x))
    axis = tuple(axis) if isinstance(axis, list) else axis
    if ord is None and axis is None:
        made = torch.sqrt(torch.square(found).sum())
        return wrap(made.reshape((1,) * found.dim()) if keepdims else made)
    if ord in (None, 2, "euclidean") and (isinstance(axis, int) or (ord is None and axis is not None)):
        return wrap(torch.sqrt(torch.square(found).sum(axis, keepdim=keepdims)))
    return wrap(torch.linalg.norm(found, ord=ord, dim=axis, keepdim=keepdims))


def pinv(x, rcond=None):
    """The pseudo-inverse."""
    return wrap(torch.linalg.pinv(_matrix(x)))


def matrix_power(x, n):
    """The matrix multiplied with itself."""
    return wrap(torch.linalg.matrix_power(_square(_matrix(x)), n))


def matrix_rank(x, tol=None):
    """The number of singular values that are not zero."""
    return wrap(torch.linalg.matrix_rank(_matrix(x)).to(torch.int32))


__all__ = [
    "cholesky", "det", "eig", "eigh", "inv", "lstsq", "lu_factor", "matrix_power", "matrix_rank", "norm", "pinv", "qr", "slogdet", "solve", "solve_triangular", "svd",
]  # fmt: skip
