"""Eigenvalues of real matrices, and inverses, solutions and determinants of complex ones."""

import torch
from torch._complex.arithmetic import rename_pair
from torch._complex.tensor import ComplexTensor, as_complex, from_parts
from torch._linalg import _by_engine
from torch._ops.register import FUNCTIONS as _REAL


def eig(A):
    """Values and vectors of real matrices: of a complex pair the engine gives both parts of the first vector."""
    if isinstance(A, ComplexTensor):
        raise NotImplementedError("linalg.eig of complex matrices is not here")
    real, imaginary, columns = _by_engine("eig", A.detach(), 3)
    shape = A.shape
    if A.numel() == 0:
        return from_parts(real, imaginary), from_parts(columns, columns)
    vectors = []
    for y, matrix in zip(imaginary.reshape(-1, shape[-1]).tolist(), columns.reshape(-1, *shape[-2:]), strict=True):
        rows = matrix.T.tolist()
        made = []
        for j, part in enumerate(y):
            if part > 0:
                made.append([complex(a, b) for a, b in zip(rows[j], rows[j + 1], strict=True)])
            elif part < 0:
                made.append([each.conjugate() for each in made[-1]])
            else:
                made.append([complex(each) for each in rows[j]])
        vectors.append(made)
    kind = A.dtype.to_complex()
    return from_parts(real, imaginary), torch.tensor(vectors, dtype=kind).mT.reshape(shape).to(A.device)


def _block(A):
    """The real matrix of twice the size that multiplies pairs as A multiplies complex numbers."""
    a, b = as_complex(A).real, as_complex(A).imag
    cat = _REAL["cat"]
    return cat([cat([a, -b], -1), cat([b, a], -1)], -2)


def solve(A, B, *, left=True):
    """X with A X = B."""
    vector = B.ndim == 1 or B.ndim == A.ndim - 1
    B = as_complex(B.unsqueeze(-1) if vector else B)
    size = A.shape[-1]
    X = _solve(_block(A), _REAL["cat"]([B.real, B.imag], -2))
    made = from_parts(X[..., :size, :], X[..., size:, :], "LinalgSolveExBackward0")
    return made.squeeze(-1) if vector else made


def inv(A):
    """The inverse of square matrices."""
    return rename_pair(solve(A, torch.eye(A.shape[-1], dtype=A.dtype).expand(*A.shape)), "LinalgInvExBackward0")


def det(A):
    """The determinant, by elimination with the largest pivot."""
    if A.ndim > 2:
        return torch.stack([det(each) for each in A.unbind(0)])
    rows = [list(row.unbind(0)) for row in A.unbind(0)]
    value, size = as_complex(1.0, A.dtype), len(rows)
    for j in range(size):
        pivot = max(range(j, size), key=lambda i: abs(rows[i][j].item()))
        if rows[pivot][j].item() == 0:
            return value * 0
        if pivot != j:
            rows[j], rows[pivot], value = rows[pivot], rows[j], -value
        value = value * rows[j][j]
        for i in range(j + 1, size):
            factor = rows[i][j] / rows[j][j]
            rows[i] = [a - factor * b for a, b in zip(rows[i], rows[j], strict=True)]
    return rename_pair(value, "LinalgDetBackward0")


_solve = torch.linalg.solve
FUNCTIONS = {"solve": solve, "inv": inv, "det": det}
