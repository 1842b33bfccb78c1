"""The LU factorisation in the forms that PyTorch gives: P, L and U, or packed with pivots for solving again."""

import torch
from torch._linalg import lu as lu_of, solve_square
from torch._ops.register import FUNCTIONS
from torch._tensor import Tensor, rename
from torch.return_types import named_result


def _factors(packed):
    """L with ones on its diagonal, and U."""
    rows, columns = packed.shape[-2:]
    k = min(rows, columns)
    lower = packed[..., :, :k].tril(-1) + torch.eye(rows, k, dtype=packed.dtype, device=packed.device)
    return lower, packed[..., :k, :].triu()


def _named(factors, node):
    return [rename(each, node) for each in factors]


def _pivots_of(order, count):
    """LAPACK's record of an order of rows: step i swapped row i with row pivots[i], counted from 1."""

    def swaps(order):
        rows, found = list(range(len(order))), []
        for i, wanted in enumerate(order[:count]):
            j = rows.index(wanted)
            rows[i], rows[j] = rows[j], rows[i]
            found.append(j + 1)
        return found

    flat = order.reshape(-1, order.shape[-1]).tolist()
    return torch.tensor([swaps(each) for each in flat], dtype=torch.int32).reshape(*order.shape[:-1], count)


def _order_of(pivots, size):
    flat = []
    for swaps in pivots.reshape(-1, pivots.shape[-1]).tolist():
        rows = list(range(size))
        for i, j in enumerate(swaps):
            rows[i], rows[j - 1] = rows[j - 1], rows[i]
        flat.append(rows)
    return torch.tensor(flat).reshape(*pivots.shape[:-1], size)


def _swapped(order, like):
    """The matrix P of A = P L U."""
    return torch.eye(order.shape[-1], dtype=like.dtype)[order].mT


def _packed(A, name, pivot):
    if A.ndim < 2:
        raise RuntimeError(f"{name}: Expected tensor with 2 or more dimensions. Got size: {list(A.shape)} instead")
    if not pivot:
        raise RuntimeError("linalg.lu_factor: LU without pivoting is not implemented on the CPU")
    return lu_of(A)


def lu(A, *, pivot=True):
    """P, L and U with A = P L U.

    Partly: derivatives of square matrices only
    """
    packed, order = _packed(A, "linalg.lu", pivot)
    lower, upper = _named(_factors(packed), "LinalgLuBackward0")
    return named_result("linalg_lu", P=_swapped(order, A), L=lower, U=upper)


def lu_factor(A, *, pivot=True, out=None):
    """L and U in one matrix, and which rows were swapped: what lu_solve takes.

    Partly: derivatives of square matrices only
    """
    packed, pivots, info = _factored(A, "torch.lu_factor", pivot)
    _refuse_zeros("torch.linalg.lu_factor", info)
    return named_result("linalg_lu_factor", LU=packed, pivots=pivots)


def lu_factor_ex(A, *, pivot=True, check_errors=False, out=None):
    """lu_factor, and a number for each matrix: where its U has a 0 on the diagonal, else 0.

    Partly: derivatives of square matrices only
    """
    packed, pivots, info = _factored(A, "torch.lu_factor_ex", pivot)
    if check_errors:
        _refuse_zeros("torch.linalg.lu_factor_ex", info)
    return named_result("linalg_lu_factor_ex", LU=packed, pivots=pivots, info=info)


def _factored(A, name, pivot):
    packed, order = _packed(A, name, pivot)
    zero = packed.detach().diagonal(0, -2, -1) == 0
    info = torch.where(zero.any(-1), zero.int().argmax(-1) + 1, 0).int()
    return rename(packed, "LinalgLuFactorExBackward0"), _pivots_of(order, min(A.shape[-2:])), info


def _refuse_zeros(name, info):
    for batch, place in enumerate(info.reshape(-1).tolist()):
        if place:
            where = f"(Batch element {batch}): " if info.ndim else ""
            raise RuntimeError(
                f"{name}: {where}U[{place},{place}] is zero and using it on lu_solve would result in a division by zero. If you "
                "still want to perform the factorization, consider calling linalg.lu(A, pivot) or linalg.lu_factor_ex(A, pivot)"
            )


def lu_solve(LU, pivots, B, *, left=True, adjoint=False, out=None):
    """X with A X = B for the A that lu_factor was given."""
    lower, upper = _factors(LU)
    A = _swapped(_order_of(pivots, LU.shape[-2]), LU) @ lower @ upper
    A = A.mT if adjoint else A
    return solve_square(A, B, "lu_solve") if left else solve_square(A.mT, B.mT, "lu_solve").mT


def _old_lu(A, pivot=True, get_infos=False, out=None):
    """The older torch.lu: LU and pivots, with numbers that tell of zeros when asked."""
    packed, pivots, info = lu_factor_ex(A, pivot=pivot)
    return named_result("_lu_with_info", LU=packed, pivots=pivots, info=info) if get_infos else (packed, pivots)


def _old_lu_solve(b, LU_data, LU_pivots, *, out=None):
    """The older torch.lu_solve."""
    return lu_solve(LU_data, LU_pivots, b)


def lu_unpack(LU_data, LU_pivots, unpack_data=True, unpack_pivots=True, *, out=None):
    """P, L and U from what lu_factor gave."""
    none = torch.empty(0, dtype=LU_data.dtype, device=LU_data.device)
    factors = _named(_factors(LU_data), "LuUnpackBackward0") if unpack_data else (none, none)
    P = _swapped(_order_of(LU_pivots, LU_data.shape[-2]), LU_data) if unpack_pivots else none
    return named_result("lu_unpack", P=P, L=factors[0], U=factors[1])


_old_lu.__name__, _old_lu_solve.__name__ = "lu", "lu_solve"
FUNCTIONS.update(lu=_old_lu, lu_solve=_old_lu_solve, lu_unpack=lu_unpack)
Tensor.lu, Tensor.lu_solve = _old_lu, _old_lu_solve
