"""Factorisations of matrices: the arithmetic in float64 by the engine, the derivatives as tensor formulas.

Derivatives: Giles, Collected matrix derivative results for forward and reverse mode algorithmic differentiation, 2008.
"""

import bridge
import torch
from torch._tensor import rename, wrap_all
from torch.autograd.function import Function
from torch.return_types import named_result


def _by_engine(name, A, count, *more):
    """An engine function of float64 matrices (engine/ops/linalg-api.ts); its results like A in dtype and device."""
    wide = [each.detach().cpu().double() if isinstance(each, torch.Tensor) else each for each in (A, *more)]
    given = [each._handle if isinstance(each, torch.Tensor) else int(each) for each in wide]
    made = wrap_all(getattr(bridge, f"linalg_{name}")(*given), count)
    return [each.to(dtype=A.dtype, device=A.device) for each in made]


# --- solving ------------------------------------------------------------------------------------------------------


class _Solve(Function):
    @staticmethod
    def forward(ctx, A, B, name):
        (X,) = _by_engine("solve", A, 1, B)
        if bridge.linalg_status():
            _refuse_singular(name, bridge.linalg_status() - 1)
        ctx.save_for_backward(A, X)
        return X

    @staticmethod
    def backward(ctx, grad):
        A, X = ctx.saved_tensors
        grad_b = solve_square(A.mT, grad, "solve")
        return -grad_b @ X.mT, grad_b, None


def _refuse_singular(name, zero):
    if name == "inv":
        raise bridge.LinAlgError(
            f"linalg.inv: The diagonal element {zero + 1} is zero, the inversion could not be completed because the input "
            "matrix is singular."
        )
    raise bridge.LinAlgError(f"torch.linalg.{name}: The solver failed because the input matrix is singular.")


def solve_square(A, B, name):
    """X with A X = B, for batches; B may broadcast."""
    batch = torch.broadcast_shapes(A.shape[:-2], B.shape[:-2])
    return _Solve.apply(A.expand(*batch, *A.shape[-2:]), B.expand(*batch, *B.shape[-2:]), name)


def _rows_first(A):
    """What LAPACK reads in a matrix stored by rows: its transpose, with other roundings and exchanges of rows."""
    return A.mT if A.is_contiguous() else A


class _Det(Function):
    @staticmethod
    def forward(ctx, A):
        value = _by_engine("lu", _rows_first(A), 3)[2]
        ctx.save_for_backward(A, value)
        return value

    @staticmethod
    def backward(ctx, grad):
        A, value = ctx.saved_tensors
        eye = torch.eye(A.shape[-1], dtype=A.dtype, device=A.device)
        solvable = torch.where((value == 0)[..., None, None], eye, A)  # PyTorch's derivative is 0 at a singular matrix too
        return (grad * value)[..., None, None] * solve_square(solvable.mT, eye, "inv")


class _Slogdet(Function):
    @staticmethod
    def forward(ctx, A):
        ctx.save_for_backward(A)
        sign, size = _by_engine("slogdet", _rows_first(A), 2)
        if bool((sign == 0).any()):  # PyTorch's zeros have the sign of the row exchanges
            sign = torch.where(sign == 0, _by_engine("lu", _rows_first(A), 3)[2], sign)
        return sign, size

    @staticmethod
    def backward(ctx, grad_sign, grad):
        (A,) = ctx.saved_tensors
        eye = torch.eye(A.shape[-1], dtype=A.dtype, device=A.device)
        return grad[..., None, None] * solve_square(A.mT, eye, "inv")


def slogdet(A):
    """Signs of determinants, and the logarithms of their sizes, which neither overflow nor underflow."""
    sign, size = _Slogdet.apply(A)
    return rename(sign, "LinalgSlogdetBackward0"), rename(size, "LinalgSlogdetBackward0")


class _LU(Function):
    @staticmethod
    def forward(ctx, A):
        rows, columns = A.shape[-2:]
        side = max(rows, columns)  # zeros beside or below a matrix change nothing of its factors
        padded = torch.nn.functional.pad(A.detach(), (0, side - columns, 0, side - rows))
        packed, order, _ = _by_engine("lu", padded, 3)
        packed, order = packed[..., :rows, :columns].contiguous(), order[..., :rows].long()
        ctx.save_for_backward(packed, order)
        ctx.mark_non_differentiable(order)
        return packed, order

    @staticmethod
    def backward(ctx, grad, _order):
        packed, order = ctx.saved_tensors
        if packed.shape[-1] != packed.shape[-2]:
            raise NotImplementedError("the derivative of the LU factors of a matrix that is not square is not here")
        eye = torch.eye(packed.shape[-1], dtype=packed.dtype, device=packed.device)
        L, U = packed.tril(-1) + eye, packed.triu()
        inner = (L.mT @ grad.tril(-1)).tril(-1) + (grad.triu() @ U.mT).triu()
        inner = solve_square(L.mT, inner, "lu")
        return eye[order].mT @ solve_square(U, inner.mT, "lu").mT


def lu(A):
    """Packed LU factors, and for each row the row of A that it was."""
    return _LU.apply(A)


def det(A):
    """The determinants."""
    return _Det.apply(A)


# --- QR and Cholesky ----------------------------------------------------------------------------------------------


class _QR(Function):
    @staticmethod
    def forward(ctx, A, complete):
        Q, R = _by_engine("qr", A, 2, complete)
        ctx.save_for_backward(Q, R)
        return Q, R

    @staticmethod
    def backward(ctx, grad_q, grad_r):
        Q, R = ctx.saved_tensors
        M = R @ grad_r.mT - grad_q.mT @ Q
        M = M.tril() + M.tril(-1).mT
        return solve_square(R, (grad_q + Q @ M).mT, "qr").mT, None


def qr(A, mode="reduced", *, out=None):
    """Q with orthonormal columns and an upper triangular R."""
    if mode not in ("reduced", "r", "complete", "old"):
        raise RuntimeError(f"qr received unrecognized mode '{mode}' but expected one of 'reduced' (default), 'r', or 'complete'")
    Q, R = _QR.apply(A, mode == "complete")
    if mode == "r":
        Q = Q.new_empty(0)
    return named_result("linalg_qr" if mode != "old" else "qr", Q=rename(Q, "LinalgQrBackward0"), R=rename(R, "LinalgQrBackward0"))


class _Cholesky(Function):
    @staticmethod
    def forward(ctx, A):
        (L,) = _by_engine("cholesky", A, 1)
        order = bridge.linalg_status()
        if order:
            raise bridge.LinAlgError(
                "linalg.cholesky: The factorization could not be completed because the input is not positive-definite "
                f"(the leading minor of order {order} is not positive-definite)."
            )
        ctx.save_for_backward(L)
        return L

    @staticmethod
    def backward(ctx, grad):
        (L,) = ctx.saved_tensors
        middle = (L.mT @ grad).tril()
        middle = middle - 0.5 * torch.diag_embed(middle.diagonal(0, -2, -1))
        inner = solve_square(L.mT, middle, "cholesky")
        inner = solve_square(L.mT, inner.mT, "cholesky").mT
        return 0.5 * (inner + inner.mT)


def cholesky(A, *, upper=False, out=None):
    """The lower triangular L with A = L Lᵀ, for positive definite matrices."""
    L = rename(_Cholesky.apply(A), "LinalgCholeskyExBackward0")
    return L.mT if upper else L


# --- eigenvalues and singular values -------------------------------------------------------------------------------


class _Eigh(Function):
    @staticmethod
    def forward(ctx, A):
        values, vectors = _by_engine("eigh", A, 2)
        ctx.save_for_backward(values, vectors)
        return values, vectors

    @staticmethod
    def backward(ctx, grad_values, grad_vectors):
        values, V = ctx.saved_tensors
        gaps = values.unsqueeze(-2) - values.unsqueeze(-1)
        inverse = torch.where(gaps == 0, 0.0, 1 / torch.where(gaps == 0, 1.0, gaps))
        inner = torch.diag_embed(grad_values) + inverse * (V.mT @ grad_vectors)
        return V @ inner @ V.mT


def eigh(A, UPLO="L", *, out=None):
    """Eigenvalues of symmetric matrices, smallest first, and eigenvectors as columns, with LAPACK's signs."""
    if A.ndim < 2 or A.shape[-1] != A.shape[-2]:
        raise RuntimeError(
            f"linalg.eigh: A must be batches of square matrices, but they are {A.shape[-2]} by {A.shape[-1]} matrices"
        )
    values, vectors = _Eigh.apply(A if UPLO == "L" else A.mT)
    return named_result(
        "linalg_eigh", eigenvalues=rename(values, "LinalgEighBackward0"), eigenvectors=rename(vectors, "LinalgEighBackward0")
    )


class _SVD(Function):
    @staticmethod
    def forward(ctx, A):
        U, S, Vh = _by_engine("svd", A, 3, False)
        ctx.save_for_backward(U, S, Vh)
        return U, S, Vh

    @staticmethod
    def backward(ctx, grad_u, grad_s, grad_vh):
        U, S, Vh = ctx.saved_tensors
        squares = S * S
        gaps = squares.unsqueeze(-2) - squares.unsqueeze(-1)
        inverse = torch.where(gaps == 0, 0.0, 1 / torch.where(gaps == 0, 1.0, gaps))
        left = inverse * (U.mT @ grad_u - grad_u.mT @ U)
        right = inverse * (Vh @ grad_vh.mT - grad_vh @ Vh.mT)
        middle = left * S.unsqueeze(-2) + S.unsqueeze(-1) * right + torch.diag_embed(grad_s)
        grad = U @ middle @ Vh
        rows, columns = U.shape[-2], Vh.shape[-1]
        if rows > columns:
            rest = grad_u / S.unsqueeze(-2)
            grad = grad + (rest - U @ (U.mT @ rest)) @ Vh
        if columns > rows:
            rest = grad_vh / S.unsqueeze(-1)
            grad = grad + U @ (rest - (rest @ Vh.mT) @ Vh)
        return grad


def svd(A, full_matrices=True, *, driver=None, out=None):
    """U, S, Vh with A = U diag(S) Vh; singular values fall. Signs are LAPACK's."""
    if A.ndim < 2:
        raise RuntimeError("linalg.svd: The input tensor A must have at least 2 dimensions.")
    U, S, Vh = _SVD.apply(A)
    rows, columns = A.shape[-2:]
    if full_matrices and rows != columns:
        whole_u, _, whole_vh = _by_engine("svd", A, 3, True)
        if rows > columns:
            U = torch.cat([U, whole_u[..., columns:]], -1)
        else:
            Vh = torch.cat([Vh, whole_vh[..., rows:, :]], -2)
    name = "LinalgSvdBackward0"
    return named_result("linalg_svd", U=rename(U, name), S=rename(S, name), Vh=rename(Vh, name))
