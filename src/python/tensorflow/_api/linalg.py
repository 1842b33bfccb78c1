"""tf.linalg: products, decompositions and solutions of matrices."""

import collections

import torch

from keras.src import ops
from keras.src.backend import placing, wrap
from keras.src.backend.errors import invalid, sizes_text
from keras.src.backend.operators import matmul as _matmul
from tensorflow._convert import axes, both, floating, t


Qr = collections.namedtuple("Qr", ["q", "r"])
Lu = collections.namedtuple("Lu", ["lu", "p"])


def matmul(
    a, b, transpose_a=False, transpose_b=False, adjoint_a=False, adjoint_b=False, a_is_sparse=False, b_is_sparse=False, output_type=None,
    grad_a=False, grad_b=False, name=None,
):  # fmt: skip
    """The matrix product, over batches; either side may be transposed first."""
    first, second = both("MatMul", a, b)
    return wrap(_matmul(first, second, transpose_a or adjoint_a, transpose_b or adjoint_b))


def matvec(a, b, transpose_a=False, **_options):
    """The product of a matrix and a vector."""
    first, second = both("MatMul", a, b)
    return wrap(_matmul(first, second.unsqueeze(-1), transpose_a).squeeze(-1))


def tensordot(a, b, axes, name=None):
    """The product summed over dimensions of both."""
    first, second = both("MatMul", a, b)
    pairs = axes if not isinstance(axes, int) else (list(range(first.dim() - axes, first.dim())), list(range(axes)))
    left, right = ([each] if isinstance(each, int) else [int(i) for i in each] for each in pairs)
    if [first.shape[i] for i in left] != [second.shape[i] for i in right]:
        summed = [placing.tensor([each.shape[i] for i in dims], dtype=torch.int64).prod() for each, dims in ((first, left), (second, right))]
        shapes = ((first.numel() // int(summed[0]), int(summed[0])), (int(summed[1]), second.numel() // int(summed[1])))
        raise invalid("MatMul", f"Matrix size-incompatible: In[0]: {sizes_text(shapes[0])}, In[1]: {sizes_text(shapes[1])}")
    return ops.tensordot(wrap(first), wrap(second), axes=axes)


def einsum(equation, *inputs, **_options):
    """Einstein's summation."""
    for each in inputs:
        if isinstance(each, (list, tuple)):
            raise AttributeError(f"{type(each).__name__!r} object has no attribute 'shape'")
    tensors = [t(each) for each in inputs]
    for operand, (letters, found) in enumerate(zip(equation.replace(" ", "").split("->")[0].split(","), tensors)):
        for axis, letter in enumerate(letters if "." not in letters else ""):
            for other, before in list(zip(equation.replace(" ", "").split("->")[0].split(","), tensors))[:operand]:
                if letter in other and "." not in other and before.shape[other.index(letter)] != found.shape[axis]:
                    size = before.shape[other.index(letter)]
                    why = f"Expected dimension {size} at axis {axis} of the input shaped {sizes_text(found.shape)} but got dimension {found.shape[axis]}"
                    raise invalid("Einsum", why, f"_N_{len(tensors)}")
    return ops.einsum(equation, *[wrap(each) for each in tensors])


def normalize(tensor, ord="euclidean", axis=None, name=None):
    """(tensor divided by its norm, the norm)."""
    found = wrap(floating("Sqrt", t(tensor)))
    size = norm(found, ord, axis, True)
    return found / size, size


def norm(tensor, ord="euclidean", axis=None, keepdims=None, name=None):
    """The norm; of all elements by default."""
    found = floating("Sqrt", t(tensor))
    if ord in ("euclidean", "fro", 2, 2.0) and (axis is None or ord != 2 or isinstance(axis, int)):
        squares = torch.square(found)
        total = squares.sum() if axis is None else squares.sum(axes(axis), keepdim=bool(keepdims))
        made = torch.sqrt(total)
        return wrap(made.reshape((1,) * found.dim()) if keepdims and axis is None else made)
    if axis is None:
        return wrap(torch.linalg.norm(found.reshape(-1), ord=float(ord)))
    return wrap(torch.linalg.norm(found, ord=float(ord), dim=axes(axis), keepdim=bool(keepdims)))


def _square(op, value):
    found = floating(op, t(value))
    if found.dim() < 2 or found.shape[-1] != found.shape[-2]:
        raise invalid(op, "Input matrix must be square.", given=(value,))
    return found


def det(input, name=None):
    """The determinant."""
    return wrap(torch.linalg.det(_square("MatrixDeterminant", input)))


def inv(input, adjoint=False, name=None):
    """The inverse matrix."""
    try:
        return wrap(torch.linalg.inv(_square("MatrixInverse", input)))
    except RuntimeError:
        raise invalid("MatrixInverse", "Input is not invertible.", given=(input,)) from None


def solve(matrix, rhs, adjoint=False, name=None):
    """x with matrix x = rhs."""
    first, second = both("MatrixSolve", matrix, rhs)
    if first.shape[-1] != first.shape[-2]:
        raise invalid("MatrixSolve", "Input matrix must be square.", given=(matrix, rhs))
    if first.shape[-2] != second.shape[-2]:
        raise invalid("MatrixSolve", "Input matrix and rhs are incompatible.", given=(matrix, rhs))
    try:
        return wrap(torch.linalg.solve(first, second))
    except RuntimeError:
        raise invalid("MatrixSolve", "Input matrix is not invertible.", given=(matrix, rhs)) from None


def cholesky(input, name=None):
    """The triangular factor; NaN where the matrix is not positive definite."""
    found = _square("Cholesky", input)
    factor, failed = torch.linalg.cholesky_ex(found)
    return wrap(torch.where(failed.reshape(*failed.shape, 1, 1) > 0, torch.full_like(found, float("nan")), factor))


def triangular_solve(matrix, rhs, lower=True, adjoint=False, name=None):
    """x with matrix x = rhs for a triangular matrix."""
    first, second = both("MatrixTriangularSolve", matrix, rhs)
    first = torch.tril(first) if lower else torch.triu(first)
    return wrap(torch.linalg.solve(first.transpose(-1, -2) if adjoint else first, second))


def qr(input, full_matrices=False, name=None):
    """Q and R with Q R = input."""
    return Qr(*[wrap(each) for each in torch.linalg.qr(t(input), "complete" if full_matrices else "reduced")])


def lu(input, output_idx_type="int32", name=None):
    """L (below the diagonal, whose ones are left out) and U in one matrix, and the order p of input's rows."""
    found = t(input)
    rows, lower, upper = torch.linalg.lu(found)
    size = lower.shape[-1]
    packed = upper + torch.tril(lower, -1) if lower.shape == upper.shape else None
    if packed is None:
        raise NotImplementedError("tf.linalg.lu takes square matrices here")
    return Lu(wrap(packed), wrap(placing.to(torch.argmax(rows, dim=-2)[..., :size], torch.int32)))


def svd(tensor, full_matrices=False, compute_uv=True, name=None):
    """The singular values, then U and V with tensor = U diag(s) V^T."""
    found = t(tensor)
    if not compute_uv:
        return wrap(torch.linalg.svdvals(found))
    u, s, vh = torch.linalg.svd(found, full_matrices=full_matrices)
    return wrap(s), wrap(u), wrap(vh.transpose(-1, -2))


def eigh(tensor, name=None):
    """Eigenvalues and eigenvectors of a symmetric matrix."""
    return tuple(wrap(each) for each in torch.linalg.eigh(t(tensor)))


def eigvalsh(tensor, name=None):
    """Eigenvalues of a symmetric matrix."""
    return eigh(tensor)[0]


def trace(x, name=None):
    """The sum of the diagonal."""
    if t(x).dim() < 2:
        why = f"input must be at least 2-dim, received shape: {sizes_text(t(x).shape)}"
        raise invalid("MatrixDiagPartV3", why, name="diag_part")
    found = torch.diagonal(t(x), 0, -2, -1)
    return wrap(found.sum(-1).to(found.dtype))


def diag(diagonal, name="diag", **_options):
    """Matrices with these diagonals."""
    return wrap(torch.diag_embed(t(diagonal)))


def diag_part(input, name="diag_part", **_options):
    """The diagonals of matrices."""
    return wrap(torch.diagonal(t(input), 0, -2, -1))


def band_part(input, num_lower, num_upper, name=None):
    """Only so many diagonals below and above the main one (negative: all)."""
    found = t(input)
    if int(num_upper) >= 0:
        found = torch.tril(found, int(num_upper))
    return wrap(torch.triu(found, -int(num_lower)) if int(num_lower) >= 0 else found)


def cross(a, b, name=None):
    """The vector product."""
    first, second = both("Cross", a, b)
    return wrap(torch.linalg.cross(first, second, dim=-1))


def pinv(a, rcond=None, name=None):
    """The pseudo-inverse."""
    return wrap(torch.linalg.pinv(t(a)))


def lstsq(matrix, rhs, l2_regularizer=0.0, fast=True, name=None):
    """x with the least |matrix x - rhs|."""
    return ops.lstsq(matrix, rhs)


def matrix_transpose(a, name="matrix_transpose", conjugate=False):
    """The last two dimensions exchanged."""
    return wrap(t(a).transpose(-1, -2))


def matrix_rank(a, tol=None, name=None):
    """The number of singular values that are not zero."""
    return ops.matrix_rank(a)


def expm(input, name=None):
    """The matrix exponential."""
    return wrap(torch.linalg.matrix_exp(t(input)))


def logdet(matrix, name=None):
    """The logarithm of the determinant."""
    return wrap(torch.logdet(t(matrix)))


def adjoint(matrix, name=None):
    """The last two dimensions exchanged: tensors are real."""
    return matrix_transpose(matrix)


_LogDet = collections.namedtuple("LogMatrixDeterminant", ["sign", "log_abs_determinant"])


def slogdet(input, name=None):
    """Sign and logarithm of the determinant."""
    return _LogDet(*(wrap(each) for each in torch.linalg.slogdet(_square("LogMatrixDeterminant", input))))


def set_diag(input, diagonal, name="set_diag", **_options):
    """The matrices with other diagonals."""
    found, values = both("MatrixSetDiagV3", input, diagonal)
    return wrap(found - torch.diag_embed(torch.diagonal(found, 0, -2, -1)) + torch.diag_embed(values))


def tensor_diag(diagonal, name=None):
    """A tensor of twice the dimensions with this diagonal."""
    found = t(diagonal)
    return wrap(torch.diag(found.reshape(-1)).reshape(*found.shape, *found.shape))


def tensor_diag_part(input, name=None):
    """The diagonal of a tensor of twice the dimensions."""
    found = t(input)
    half = found.shape[: found.dim() // 2]
    return wrap(torch.diagonal(found.reshape(half.numel(), half.numel())).reshape(half))
