"""torch.linalg: norms, inverses, solutions and factorisations of small matrices.

The engine computes them in float64 with the signs that LAPACK gives; their derivatives are formulas (torch/_linalg.py).
"""

import math
import types

import bridge
import torch
from torch._linalg import cholesky, det as _det, eigh, qr, slogdet as _slogdet, solve_square, svd
from torch._lu import lu, lu_factor, lu_factor_ex, lu_solve
from torch._ops.products import matrix_power, multi_dot  # noqa: F401
from torch._ops.reduce import vector_norm
from torch._ops.register import FUNCTIONS, both, renamed
from torch._tensor import Tensor, rename
from torch.return_types import named_result

LinAlgError = bridge.LinAlgError


def _square(name, matrix):
    if name != "logdet":
        name = f"linalg.{name}"
    if matrix.ndim < 2:
        raise RuntimeError(f"{name}: The input tensor A must have at least 2 dimensions.")
    if matrix.shape[-1] != matrix.shape[-2]:
        raise RuntimeError(
            f"{name}: A must be batches of square matrices, but they are {matrix.shape[-2]} by {matrix.shape[-1]} matrices"
        )


def _fits(name, A, B):
    if A.shape[-1] != B.shape[-2]:
        sizes = f"{A.shape[-2]}x{A.shape[-1]} and {B.shape[-2]}x{B.shape[-1]}"
        raise RuntimeError(f"linalg.{name}: Incompatible shapes of A and B for the equation AX = B ({sizes})")


def _floating(name, matrix):
    if not matrix.is_floating_point():
        raise RuntimeError(
            f"{'' if name == 'logdet' else 'linalg.'}{name}: Expected a floating point or complex tensor as input. Got {matrix.dtype._scalar_name}"
        )


def inv(A, *, out=None):
    """The inverse of square matrices."""
    _square("inv", A)
    _floating("inv", A)
    eye = torch.eye(A.shape[-1], dtype=A.dtype, device=A.device).expand(A.shape)
    return rename(solve_square(A, eye, "inv"), "LinalgInvExBackward0")


def solve(A, B, *, left=True, out=None):
    """X with A X = B (B may be a vector)."""
    _square("solve", A)
    vector = B.ndim == 1 or B.ndim == A.ndim - 1 and B.shape == A.shape[:-1]
    _fits("solve", A, B.unsqueeze(-1) if vector else B)
    X = solve_square(A, B.unsqueeze(-1) if vector else B, "solve")
    return rename(X.squeeze(-1) if vector else X, "LinalgSolveExBackward0")


def det(A):
    """The determinant of square matrices."""
    _square("det", A)
    _floating("det", A)
    return rename(_det(A), "LinalgDetBackward0")


def slogdet(A):
    """Sign and logarithm of the determinant's size."""
    _square("slogdet", A)
    _floating("slogdet", A)
    sign, size = _slogdet(A)
    return named_result("linalg_slogdet", sign=sign, logabsdet=size)


def norm(A, ord=None, dim=None, keepdim=False, *, out=None, dtype=None):
    """The norm of vectors, or of matrices when ord is a matrix norm or dim names two dimensions."""
    if dtype is not None:
        A = A.to(dtype)
    if ord is None:
        return vector_norm(A, 2, dim, keepdim)
    matrix = isinstance(ord, str) or dim is not None and not isinstance(dim, int) and len(dim) == 2
    if matrix or dim is None and A.ndim == 2:
        return matrix_norm(A, ord, (-2, -1) if dim is None else dim, keepdim)
    return vector_norm(A, ord, dim, keepdim)


def matrix_norm(A, ord="fro", dim=(-2, -1), keepdim=False, *, dtype=None):
    """The norm of matrices: 'fro', 'nuc', 2, -2, 1, -1, inf, -inf."""
    if isinstance(dim, int):
        raise RuntimeError(f"linalg.matrix_norm: dim must be a 2-tuple. Got {dim}")
    if isinstance(ord, str) and ord not in ("fro", "nuc"):
        raise RuntimeError(f"linalg.matrix_norm: Order {ord} not supported.")
    if ord not in ("fro", "nuc", 1, -1, 2, -2, math.inf, -math.inf):
        raise RuntimeError(f"linalg.matrix_norm: Order {ord} not supported.")
    if ord == "fro":
        return vector_norm(A, 2, dim, keepdim)
    moved = A.movedim(tuple(dim), (-2, -1))
    if ord in ("nuc", 2, -2):
        values = svdvals(moved)
        value = values.sum(-1) if ord == "nuc" else values.amax(-1) if ord == 2 else values.amin(-1)
    else:
        sums = moved.abs().sum(-2 if abs(ord) == 1 else -1)
        value = sums.amax(-1) if ord > 0 else sums.amin(-1)
    if keepdim:
        for each in sorted(d % A.ndim for d in dim):
            value = value.unsqueeze(each)
    return value


def svdvals(A, *, driver=None):
    """Singular values, largest first."""
    return svd(A)[1]


def matrix_rank(A, *, atol=None, rtol=None, hermitian=False, tol=None):
    """How many singular values are not negligible."""
    values = svdvals(A)
    limit = torch.finfo(A.dtype).eps * max(A.shape[-2:]) if rtol is None else rtol
    threshold = (values.amax(-1, keepdim=True) * limit) if tol is None and atol is None else (tol if atol is None else atol)
    return (values > threshold).sum(-1)


def pinv(A, *, atol=None, rtol=None, hermitian=False):
    """The Moore–Penrose inverse."""
    u, s, vh = svd(A, full_matrices=False)
    limit = torch.finfo(A.dtype).eps * max(A.shape[-2:]) if rtol is None else rtol
    kept = s > s.amax(-1, keepdim=True) * limit
    inverse = torch.where(kept, 1 / torch.where(kept, s, 1.0), 0.0)
    return (vh.mT * inverse.unsqueeze(-2)) @ u.mT


def lstsq(A, B, rcond=None, *, driver=None):
    """The X that makes |A X - B| smallest."""
    vector = B.ndim == A.ndim - 1
    solution = pinv(A) @ (B.unsqueeze(-1) if vector else B)
    # What is filled in depends on the LAPACK driver whose part is played: gelsy (the default) gives only the rank.
    none = torch.empty(0, dtype=A.dtype)
    residuals = none
    if driver not in (None, "gelsy") and A.shape[-2] > A.shape[-1]:
        residuals = ((A @ solution - (B.unsqueeze(-1) if vector else B)) ** 2).sum(-2)
    return named_result(
        "linalg_lstsq", solution=solution.squeeze(-1) if vector else solution, residuals=residuals,
        rank=torch.empty(0, dtype=torch.int64) if driver == "gels" else matrix_rank(A),
        singular_values=svdvals(A) if driver in ("gelsd", "gelss") else none,
    )  # fmt: skip


def cond(A, p=None):
    """The condition number of matrices."""
    if p in (None, 2):
        values = svdvals(A)
        return values.amax(-1) / values.amin(-1)
    return matrix_norm(A, p) * matrix_norm(inv(A), p)


def eigvalsh(A, UPLO="L"):
    """Eigenvalues of symmetric matrices, smallest first."""
    return eigh(A)[0]


def eig(A, *, out=None):
    """Eigenvalues and eigenvectors (columns of length 1) of square matrices, as complex tensors.

    Partly: of real matrices, and without derivatives
    """
    from torch._complex.linear import eig

    _square("eig", A)
    _floating("eig", A)
    values, vectors = eig(A)
    return named_result("linalg_eig", eigenvalues=values, eigenvectors=vectors)


def eigvals(A, *, out=None):
    """Eigenvalues of square matrices, a complex tensor.

    Partly: of real matrices, and without derivatives
    """
    return eig(A)[0]


def solve_triangular(A, B, *, upper, left=True, unitriangular=False):
    """X with A X = B for a triangular A."""
    A = A.triu() if upper else A.tril()
    if unitriangular:
        A = A - torch.diag_embed(A.diagonal(0, -2, -1)) + torch.eye(A.shape[-1], dtype=A.dtype)
    return solve_square(A, B, "solve_triangular") if left else solve_square(A.mT, B.mT, "solve_triangular").mT


def cross(input, other, *, dim=-1):
    """The vector product."""
    return torch.cross(input, other, dim)


def diagonal(A, *, offset=0, dim1=-2, dim2=-1):
    """A diagonal as a view."""
    return A.diagonal(offset, dim1, dim2)


def vecdot(x, y, *, dim=-1):
    """Sums of products along a dimension."""
    return (x * y).sum(dim)


def matmul(input, other):
    """input @ other."""
    return input @ other


def matrix_exp(A):
    """The exponential of a matrix by scaling, a Taylor series, and squaring."""
    size = float(A.detach().abs().sum(-1).max())
    halvings = max(0, math.ceil(math.log2(size)) + 1) if size > 0 else 0
    scaled = A / 2.0**halvings
    total = term = torch.eye(A.shape[-1], dtype=A.dtype).expand(A.shape)
    for k in range(1, 19):
        term = term @ scaled / k
        total = total + term
    for _ in range(halvings):
        total = total @ total
    return rename(total, "LinalgMatrixExpBackward0")


# --- factors that are kept ------------------------------------------------------------------------------------------


def inv_ex(A, *, check_errors=False, out=None):
    """inv, with a number for each matrix that tells whether it worked instead of an error."""
    try:
        return named_result("linalg_inv_ex", inverse=inv(A), info=torch.zeros(A.shape[:-2], dtype=torch.int32))
    except LinAlgError:
        if check_errors:
            raise
        info = torch.ones(A.shape[:-2], dtype=torch.int32)
        return named_result("linalg_inv_ex", inverse=torch.full_like(A, math.inf), info=info)


def cholesky_ex(A, *, upper=False, check_errors=False, out=None):
    """cholesky, with a number for each matrix that tells whether it worked instead of an error."""
    try:
        L = cholesky(A)
        info = torch.zeros(A.shape[:-2], dtype=torch.int32)
    except LinAlgError:
        if check_errors:
            raise
        L, info = torch.full_like(A, math.nan), torch.ones(A.shape[:-2], dtype=torch.int32)
    return named_result("linalg_cholesky_ex", L=L.mT if upper else L, info=info)


def tensorinv(A, ind=2, *, out=None):
    """The inverse of A read as a matrix: its first `ind` dimensions against the others."""
    if ind <= 0:
        raise RuntimeError("Expected a strictly positive integer for 'ind'")
    rows, columns = A.shape[:ind], A.shape[ind:]
    if rows.numel() != columns.numel():
        raise RuntimeError(
            f"Expected self to satisfy the requirement prod(self.shape[ind:]) == prod(self.shape[:ind]), but got {columns.numel()} != {rows.numel()}"
        )
    return inv(A.reshape(rows.numel(), columns.numel())).reshape(tuple(columns) + tuple(rows))


def tensorsolve(A, B, dims=None, *, out=None):
    """X with tensordot(A, X, X.ndim) = B."""
    if dims is not None:
        A = A.movedim(tuple(dims), tuple(range(A.ndim - len(dims), A.ndim)))
    unknown = tuple(A.shape[B.ndim :])
    return solve(A.reshape(B.numel(), -1), B.reshape(-1)).reshape(unknown)


def vander(x, *, N=None):
    """Powers 0 to N - 1 of the elements of x, in rows."""
    count = x.shape[-1] if N is None else N
    return x.unsqueeze(-1) ** torch.arange(count, device=x.device)


# --- the same under torch.NAME ------------------------------------------------------------------------------------

for _op in (inv, det, slogdet, pinv, matrix_exp):
    both(_op)
for _name, _op in (("det", det), ("inverse", inv), ("matrix_exp", matrix_exp)):
    FUNCTIONS[_name] = renamed(types.FunctionType(_op.__code__, globals(), _name, _op.__defaults__), A="input")
    FUNCTIONS[_name].__kwdefaults__, FUNCTIONS[_name].__doc__ = _op.__kwdefaults__, _op.__doc__
Tensor.inverse = inv
del FUNCTIONS["inv"], FUNCTIONS["pinv"]


@both
def logdet(input):
    """The logarithm of the determinant, nan where that is negative."""
    _square("logdet", input)
    _floating("logdet", input)
    sign, size = _slogdet(input)
    return rename(torch.where(sign == -1, torch.nan, size), "WhereBackward0")


@both
def qr_(input, some=True):
    """The older torch.qr."""
    return named_result("qr", **dict(zip("QR", qr(input, "reduced" if some else "complete"))))


FUNCTIONS["qr"] = Tensor.qr = FUNCTIONS.pop("qr_")


def _old_svd(input, some=True, compute_uv=True):
    """The older torch.svd: U, S and V (not its transpose)."""
    u, s, vh = svd(input, full_matrices=not some)
    return named_result("svd", U=u, S=s, V=vh.mT)


def _old_cholesky(input, upper=False):
    """The older torch.cholesky."""
    factor = cholesky(input)
    return factor.mT if upper else factor


def _old_slogdet(input):
    """torch.slogdet: sign and logarithm of the determinant's size."""
    sign, size = slogdet(input)
    return named_result("slogdet", sign=sign, logabsdet=size)


FUNCTIONS["slogdet"] = Tensor.slogdet = _old_slogdet
FUNCTIONS["svd"] = Tensor.svd = _old_svd
FUNCTIONS["cholesky"] = Tensor.cholesky = _old_cholesky

FUNCTIONS["pinverse"] = Tensor.pinverse = lambda input, rcond=1e-15: pinv(input, rtol=rcond if rcond > 1e-15 else None)
FUNCTIONS["pinverse"].__name__, FUNCTIONS["pinverse"].__doc__ = "pinverse", "The older name of linalg.pinv."

__all__ = ["cholesky", "det", "eigh", "eigvals", "inv", "lstsq", "lu", "lu_factor", "lu_factor_ex", "lu_solve", "norm", "pinv", "qr", "slogdet", "solve", "svd", "svdvals"]
