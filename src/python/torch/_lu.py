"""The LU factorisation in the forms that PyTorch gives: P, L and U, or packed with pivots for solving again."""

import torch
from torch._linalg import lu as _packed, solve_square
from torch._ops.register import FUNCTIONS
from torch._tensor import Tensor, rename
from torch.return_types import named_result


def _factors(packed):
    """L with ones on its diagonal, and U."""
    rows, columns = packed.shape[-2:]
    k = min(rows, columns)
    lower = packed[..., :, :k].tril(-1) + torch.eye(rows, k, dtype=packed.dtype, device=packed.device)
    return lower, packed[..., :k, :].triu()


def _pivots_of(order):
    """LAPACK's record of an order of rows: step i swapped row i with row pivots[i], counted from 1."""

    def swaps(order):
        rows, found = list(range(len(order))), []
        for i, wanted in enumerate(order):
            j = rows.index(wanted)
            rows[i], rows[j] = rows[j], rows[i]
            found.append(j + 1)
        return found

    flat = order.reshape(-1, order.shape[-1]).tolist()
    return torch.tensor([swaps(each) for each in flat], dtype=torch.int32).reshape(order.shape)


def _order_of(pivots):
    flat = []
    for swaps in pivots.reshape(-1, pivots.shape[-1]).tolist():
        rows = list(range(len(swaps)))
        for i, j in enumerate(swaps):
            rows[i], rows[j - 1] = rows[j - 1], rows[i]
        flat.append(rows)
    return torch.tensor(flat).reshape(pivots.shape)


def _swapped(order, like):
    """The matrix P of A = P L U."""
    return torch.eye(order.shape[-1], dtype=like.dtype)[order].mT


def _of(A, name):
    if A.ndim < 2:
        raise RuntimeError(f"linalg.{name}: The input tensor A must have at least 2 dimensions.")
    if A.shape[-1] != A.shape[-2]:
        raise NotImplementedError(f"torch.linalg.{name} of matrices that are not square is not here; use torch.linalg.qr")
    packed, order, _ = _packed(A)
    return packed, order


def lu(A, *, pivot=True):
    """P, L and U with A = P L U.

    Partly: square matrices, with pivoting
    """
    packed, order = _of(A, "lu")
    lower, upper = _factors(packed)
    return named_result("linalg_lu", P=_swapped(order, A), L=rename(lower, "LinalgLuBackward0"), U=upper)


def lu_factor(A, *, pivot=True, out=None):
    """L and U in one matrix, and which rows were swapped: what lu_solve takes.

    Partly: square matrices, with pivoting
    """
    packed, order = _of(A, "lu_factor")
    return named_result("linalg_lu_factor", LU=packed, pivots=_pivots_of(order))


def lu_factor_ex(A, *, pivot=True, check_errors=False, out=None):
    """lu_factor, and a number for each matrix: where its U has a 0 on the diagonal, else 0.

    Partly: square matrices, with pivoting
    """
    packed, pivots = lu_factor(A)
    zero = packed.diagonal(0, -2, -1) == 0
    info = torch.where(zero.any(-1), zero.int().argmax(-1) + 1, 0).int()
    return named_result("linalg_lu_factor_ex", LU=packed, pivots=pivots, info=info)


def lu_solve(LU, pivots, B, *, left=True, adjoint=False, out=None):
    """X with A X = B for the A that lu_factor was given."""
    lower, upper = _factors(LU)
    A = _swapped(_order_of(pivots), LU) @ lower @ upper
    A = A.mT if adjoint else A
    return solve_square(A, B, "lu_solve") if left else solve_square(A.mT, B.mT, "lu_solve").mT


def _old_lu(A, pivot=True, get_infos=False, out=None):
    """The older torch.lu: LU and pivots, with numbers that tell of zeros when asked."""
    packed, pivots, info = lu_factor_ex(A)
    return (packed, pivots, info) if get_infos else (packed, pivots)


def _old_lu_solve(b, LU_data, LU_pivots, *, out=None):
    """The older torch.lu_solve."""
    return lu_solve(LU_data, LU_pivots, b)


def lu_unpack(LU_data, LU_pivots, unpack_data=True, unpack_pivots=True, *, out=None):
    """P, L and U from what lu_factor gave."""
    lower, upper = _factors(LU_data)
    return named_result("lu_unpack", P=_swapped(_order_of(LU_pivots), LU_data), L=lower, U=upper)


_old_lu.__name__, _old_lu_solve.__name__ = "lu", "lu_solve"
FUNCTIONS.update(lu=_old_lu, lu_solve=_old_lu_solve, lu_unpack=lu_unpack)
Tensor.lu, Tensor.lu_solve = _old_lu, _old_lu_solve
