"""Ranges and structured matrices: arange, linspace, eye, diagonals, triangles, grids, one-hot, windows."""

import functools
import itertools
import math

import bridge
from torch.amp.autocast_mode import in_float32
from torch import _device
from torch._creation import leaf
from torch._dtype import BY_CODE, code_of
from torch._tensor import Tensor, number_kind, plain_number, rename, wrap
from torch._type_name import type_name

from .register import FUNCTIONS, both, function, method, result


@function
def arange(*bounds, start=0, end=None, step=1, out=None, dtype=None, layout=None, device=None, requires_grad=False):
    """start, start + step, … below end: arange(end), arange(start, end), arange(start, end, step)."""
    if len(bounds) == 1:
        end = bounds[0]
    elif len(bounds) == 2:
        start, end = bounds
    elif bounds:
        start, end, step = bounds
    start, end, step = (each.item() if isinstance(each, Tensor) else plain_number(each) for each in (start, end, step))
    if number_kind(end) is None or number_kind(start) is None:
        name, position, wrong = ("end", min(2, len(bounds)), end) if number_kind(end) is None else ("start", 1, start)
        raise TypeError(f"arange(): argument '{name}' (position {position}) must be Number, not {type_name(wrong)}")
    if dtype is None:
        code = bridge.default_dtype() if any(isinstance(each, float) for each in (start, end, step)) else 4
    else:
        code = code_of(dtype)
    if step == 0:
        raise RuntimeError("step must be nonzero")
    if (end - start) * step < 0:
        raise RuntimeError("upper bound and larger bound inconsistent with step sign")
    count = math.ceil((end - start) / step)
    return leaf(result(bridge.arange(start, step, count, code, _device.code_of(device)), out), requires_grad)


@function
def range(start=0, end=None, step=1, **options):
    """The older arange with the end included."""
    count = math.floor((end - start) / step) + 1
    options.setdefault("dtype", FUNCTIONS["get_default_dtype"]())
    return arange(start, start + count * step - step / 2, step, **options)


@function
def linspace(start, end, steps, *, out=None, dtype=None, layout=None, device=None, requires_grad=False):
    """`steps` numbers from start to end at equal distances."""
    if not hasattr(steps, "__index__"):
        raise TypeError(f"linspace(): argument 'steps' (position 3) must be int, not {type_name(steps)}")
    start, end = float(start), float(end)
    code = bridge.default_dtype() if dtype is None else code_of(dtype)
    handle = bridge.linspace(start, end, int(steps), code, _device.code_of(device))
    return leaf(result(handle, out), requires_grad)


@function
def logspace(start, end, steps, base=10.0, *, dtype=None, device=None, requires_grad=False):
    """base ** x for x from start to end at equal distances."""
    powers = linspace(start, end, steps, dtype=FUNCTIONS["float64"])
    kept = BY_CODE[bridge.default_dtype() if dtype is None else code_of(dtype)]
    return leaf((float(base) ** powers).to(dtype=kept, device=device), requires_grad)


@function
def eye(n, m=None, *, out=None, dtype=None, layout=None, device=None, requires_grad=False):
    """Ones on the diagonal, zeros elsewhere."""
    for position, (name, size) in enumerate((("n", n), ("m", m)), 1):
        if size is not None and not hasattr(size, "__index__"):
            raise TypeError(f"eye(): argument '{name}' (position {position}) must be int, not {type_name(size)}")
    if n < 0:
        raise RuntimeError(f"n must be greater or equal to 0, got {n}")
    if m is not None and m < 0:
        raise RuntimeError(f"m must be greater or equal to 0, got {m}")
    made = FUNCTIONS["zeros"](n, n if m is None else m, dtype=dtype, device=device)
    made.diagonal().fill_(1)
    return leaf(made, requires_grad)


# --- diagonals and triangles ---------------------------------------------------------------------------------------


@both
def diag(input, diagonal=0, *, out=None):
    """The diagonal of a matrix, or the matrix of a diagonal."""
    if input.ndim == 1:
        return rename(diag_embed(input, diagonal), "DiagEmbedBackward0")
    if input.ndim != 2:
        raise RuntimeError("matrix or a vector expected")
    return rename(wrap(bridge.diagonal(input._handle, diagonal, 0, 1)).clone(), "DiagonalBackward0")


@both
def diag_embed(input, offset=0, dim1=-2, dim2=-1):
    """Matrices whose diagonals are the last dimension."""
    size = input.shape[-1] + abs(offset)
    made = FUNCTIONS["zeros"](*input.shape[:-1], size, size, dtype=input.dtype, device=input.device)
    made.diagonal(offset, -2, -1).copy_(input)
    if (dim1, dim2) != (-2, -1):
        made = made.movedim((-2, -1), (dim1, dim2))
    return rename(made, "DiagEmbedBackward0")


@both
def diagflat(input, offset=0):
    """The matrix with all elements on a diagonal."""
    return diag_embed(input.reshape(-1), offset)


@both
@in_float32
def trace(input):
    """The sum of the diagonal."""
    if input.ndim != 2:
        raise RuntimeError(f"trace: expected a matrix, but got tensor with dim {input.ndim}")
    return rename(input.diagonal().sum(), "TraceBackward0")


@both
def tril(input, diagonal=0, *, out=None):
    """The part on and below a diagonal, zeros elsewhere."""
    return result(bridge.tril(input._handle, diagonal), out)


@both
def triu(input, diagonal=0, *, out=None):
    """The part on and above a diagonal, zeros elsewhere."""
    return result(bridge.triu(input._handle, diagonal), out)


@method
def tril_(self, diagonal=0):
    """tril, in place."""
    return self.copy_(tril(self, diagonal))


@method
def triu_(self, diagonal=0):
    """triu, in place."""
    return self.copy_(triu(self, diagonal))


# --- combinations -------------------------------------------------------------------------------------------------


@function
def meshgrid(*tensors, indexing="ij"):
    """Coordinates of a grid: one tensor for each vector. indexing='xy' swaps the first two dimensions."""
    if len(tensors) == 1 and not isinstance(tensors[0], Tensor):
        tensors = tuple(tensors[0])
    if indexing == "xy" and len(tensors) >= 2:
        grids = meshgrid(tensors[1], tensors[0], *tensors[2:])
        return tuple(grid for grid in (grids[1], grids[0], *grids[2:]))
    for each in tensors:
        if each.ndim > 1:
            rows = "\n".join(f" {' '.join(map(str, row))}" for row in [each.shape])
            raise RuntimeError(f"torch.meshgrid: Expected 0D or 1D tensor in the tensor list but got: {rows}")
        if each.dtype is not tensors[0].dtype:
            raise RuntimeError("meshgrid expects all tensors to have the same dtype")
    shape = [each.shape[0] if each.ndim else 1 for each in tensors]
    rank = len(tensors)
    return tuple(
        each.reshape([size if d == position else 1 for d, size in enumerate(shape)]).expand(shape)
        for position, each in zip(itertools.count(), tensors)
        if rank
    )


@function
def cartesian_prod(*tensors):
    """All combinations of elements, one a row."""
    if len(tensors) == 1:
        return tensors[0]
    grids = meshgrid(*tensors)
    return FUNCTIONS["stack"]([grid.reshape(-1) for grid in grids], 1)


@function
def combinations(input, r=2, with_replacement=False):
    """All choices of r elements, one a row."""
    choose = itertools.combinations_with_replacement if with_replacement else itertools.combinations
    places = list(choose(list(iter(_count(input.shape[0]))), r))
    return rename(input[FUNCTIONS["tensor"](places, dtype=FUNCTIONS["int64"]).reshape(-1, r)], "StackBackward0")


def _count(n):
    return itertools.islice(itertools.count(), n)


@function
def vander(x, N=None, increasing=False):
    """Powers of a vector as columns."""
    count = x.shape[0] if N is None else N
    powers = arange(count) if increasing else arange(count - 1, -1, -1)
    return x.unsqueeze(-1) ** powers


@function
def block_diag(*tensors):
    """Matrices along the diagonal of one matrix."""
    blocks = [each.reshape(1, -1) if each.ndim < 2 else each for each in tensors]
    dtype = functools.reduce(FUNCTIONS["promote_types"], (each.dtype for each in blocks))
    made = FUNCTIONS["zeros"](sum(each.shape[0] for each in blocks), sum(each.shape[1] for each in blocks), dtype=dtype)
    row = column = 0
    for each in blocks:
        made[row : row + each.shape[0], column : column + each.shape[1]] = each
        row, column = row + each.shape[0], column + each.shape[1]
    return rename(made.clone(), "BlockDiagBackward0") if made.requires_grad else made


@both
def cov(input, *, correction=1, fweights=None, aweights=None):
    """The covariance matrix of rows; columns may count several times (fweights) or by importance (aweights)."""
    rows = input.reshape(1, -1) if input.ndim < 2 else input
    rows = rows if rows.is_floating_point() else rows.to(FUNCTIONS["get_default_dtype"]())
    if fweights is None and aweights is None:
        centred = rows - rows.mean(1, keepdim=True)
        return (centred @ centred.T / (rows.shape[1] - correction)).squeeze()
    weights = (1 if fweights is None else fweights) * (1 if aweights is None else aweights)
    total = weights.sum()
    centred = rows - (rows * weights).sum(1, keepdim=True) / total
    loss = correction if aweights is None else correction * (weights * aweights).sum() / total
    return ((centred * weights) @ centred.T / (total - loss)).squeeze()


@both
def corrcoef(input):
    """The correlation coefficients of rows."""
    matrix = cov(input)
    if matrix.ndim == 0:
        return matrix / matrix
    deviation = matrix.diagonal().sqrt()
    return (matrix / deviation.unsqueeze(1) / deviation.unsqueeze(0)).clip(-1, 1)


def _window(name, terms, doc):
    def op(window_length, periodic=True, *, dtype=None, layout=None, device=None, pin_memory=False, requires_grad=False):
        return made(window_length, periodic, terms, dtype, requires_grad)

    def hamming(window_length, periodic=True, alpha=0.54, beta=0.46, *, dtype=None, layout=None, device=None,
                pin_memory=False, requires_grad=False):  # fmt: skip
        return made(window_length, periodic, (alpha, -beta), dtype, requires_grad)

    def made(window_length, periodic, terms, dtype, requires_grad):
        span = window_length if periodic else window_length - 1
        places = arange(window_length, dtype=FUNCTIONS["float64"]) * (2 * math.pi / max(1, span))
        values = sum(factor * (places * k).cos() for k, factor in enumerate(terms))
        return leaf(values.to(dtype or FUNCTIONS["get_default_dtype"]()), requires_grad)

    op = hamming if name == "hamming_window" else op
    op.__name__ = op.__qualname__ = name
    op.__doc__ = doc
    function(op)


_window("hann_window", (0.5, -0.5), "The Hann window.")
_window("hamming_window", (0.54, -0.46), "The Hamming window.")
_window("blackman_window", (0.42, -0.5, 0.08), "The Blackman window.")
