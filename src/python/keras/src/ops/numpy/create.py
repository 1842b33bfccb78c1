"""keras.ops that make tensors (zeros, arange, eye, …), or order them (sort, searchsorted, unique)."""

import builtins

import numpy
import torch

from keras.src.backend import convert_to_tensor, dtypes, placing, unwrap, wrap
from keras.src.backend.dtypes import TO_NAME
from keras.src.ops.symbolic import op, same, symbolic

from .elementwise import _numeric
from .shape import _sizes


def _dtype(dtype):
    return dtypes.torch_dtype(dtypes.standardize_dtype(dtype))


def zeros(shape, dtype=None):
    """Zeros of a shape."""
    return wrap(placing.zeros(_sizes(shape), dtype=_dtype(dtype)))


def ones(shape, dtype=None):
    """Ones of a shape."""
    return wrap(placing.ones(_sizes(shape), dtype=_dtype(dtype)))


def empty(shape, dtype=None):
    """A tensor of a shape (zeros, as TensorFlow gives)."""
    return zeros(shape, dtype)


def full(shape, fill_value, dtype=None):
    """One value everywhere."""
    value = unwrap(convert_to_tensor(fill_value, dtype or dtypes.standardize_dtype(None)))
    return wrap(value.expand(_sizes(shape)).clone())


def _like_spec(x, *_values, dtype=None, **_options):
    return symbolic(x.shape, dtype or x.dtype)


@op(_like_spec)
def zeros_like(x, dtype=None):
    """Zeros of x's shape."""
    found = unwrap(x)
    return wrap(placing.zeros(found.shape, dtype=dtypes.torch_dtype(dtype) or found.dtype))


@op(_like_spec)
def ones_like(x, dtype=None):
    """Ones of x's shape."""
    found = unwrap(x)
    return wrap(placing.ones(found.shape, dtype=dtypes.torch_dtype(dtype) or found.dtype))


empty_like = zeros_like


@op(_like_spec, tensors=("x",))
def full_like(x, fill_value, dtype=None):
    """One value in x's shape."""
    found = unwrap(x)
    return full(found.shape, fill_value, dtype or TO_NAME[found.dtype])


def eye(N, M=None, k=0, dtype=None):
    """Ones on a diagonal."""
    return convert_to_tensor(numpy.eye(N, M, k).astype("float32"), dtypes.standardize_dtype(dtype))


def identity(n, dtype=None):
    """The identity matrix."""
    return eye(n, dtype=dtype)


def arange(start, stop=None, step=None, dtype=None):
    """start, start + step, … below stop."""
    start, stop, step = (each if each is None or isinstance(each, (int, float)) else unwrap(each).item() for each in (start, stop, step))
    if dtype is None:
        kinds = {type(each) for each in (start, stop, step) if each is not None}
        dtype = "float32" if float in kinds else "int32"
    if stop is None:
        start, stop = 0, start
    return wrap(placing.arange(start, stop, 1 if step is None else step).to(dtypes.torch_dtype(dtype)))


def linspace(start, stop, num=50, endpoint=True, retstep=False, dtype=None, axis=0):
    """num equally spaced values."""
    first, last = _numeric(unwrap(start)), _numeric(unwrap(stop))
    kind = dtypes.torch_dtype(dtype) or torch.promote_types(first.dtype, last.dtype)
    count = num - 1 if endpoint else num
    step = (last - first) / count if count > 0 else torch.full_like(first, float("nan"))
    steps = placing.arange(num).to(first.dtype).reshape([num] + [1] * builtins.max(first.dim(), last.dim()))
    made = first + steps * step if count > 0 else first + steps * 0
    if endpoint and num > 1:
        made = torch.cat([made[:-1], last.expand_as(made[-1:])], 0)
    made = wrap(made.to(kind) if axis == 0 else made.movedim(0, axis).to(kind))
    return (made, wrap(step)) if retstep else made


def logspace(start, stop, num=50, endpoint=True, base=10, dtype=None, axis=0):
    """base to the power of equally spaced values."""
    made = torch.pow(placing.tensor(float(base)), unwrap(linspace(start, stop, num, endpoint, axis=axis)))
    return wrap(made if dtype is None else made.to(dtypes.torch_dtype(dtype)))


def tri(N, M=None, k=0, dtype=None):
    """Ones on and below a diagonal."""
    return convert_to_tensor(numpy.tri(N, M, k).astype("float32"), dtypes.standardize_dtype(dtype))


@op(same)
def tril(x, k=0):
    """Without what is above a diagonal."""
    return wrap(torch.tril(unwrap(x), k))


@op(same)
def triu(x, k=0):
    """Without what is below a diagonal."""
    return wrap(torch.triu(unwrap(x), k))


def diag(x, k=0):
    """The diagonal of a matrix, or the matrix with this diagonal."""
    return wrap(torch.diag(unwrap(x), k))


def diagflat(x, k=0):
    """The matrix with these elements on a diagonal."""
    return wrap(torch.diag(unwrap(x).reshape(-1), k))


def diagonal(x, offset=0, axis1=0, axis2=1):
    """The diagonals of the matrices in two dimensions."""
    return wrap(torch.diagonal(unwrap(x), offset, axis1, axis2))


def trace(x, offset=0, axis1=0, axis2=1):
    """The sum of the diagonal."""
    found = torch.diagonal(unwrap(x), offset, axis1, axis2)
    made = found.sum(-1)
    return wrap(made if found.is_floating_point() else made.to(torch.int32 if found.dtype is not torch.int64 else torch.int64))


def hanning(x):
    """The Hann window."""
    return convert_to_tensor(numpy.hanning(int(x)), "float32")


def hamming(x):
    """The Hamming window."""
    return convert_to_tensor(numpy.hamming(int(x)), "float32")


def bartlett(x):
    """The Bartlett window."""
    return convert_to_tensor(numpy.bartlett(int(x)), "float32")


def blackman(x):
    """The Blackman window."""
    return convert_to_tensor(numpy.blackman(int(x)), "float32")


# --- order --------------------------------------------------------------------------------------------------------


@op(same)
def sort(x, axis=-1):
    """In ascending order."""
    found = unwrap(x)
    return wrap(torch.sort(found.reshape(-1), 0)[0] if axis is None else torch.sort(found, axis)[0])


@op(lambda x, axis=-1: symbolic(x.shape, "int32"))
def argsort(x, axis=-1):
    """The positions that put x in ascending order."""
    found = unwrap(x)
    found, axis = (found.reshape(-1), 0) if axis is None else (found, axis)
    return wrap(torch.sort(found, axis, stable=True)[1].to(torch.int32))


def searchsorted(sorted_sequence, values, side="left"):
    """Where the values would have to be inserted to keep the order."""
    return wrap(torch.searchsorted(unwrap(sorted_sequence), unwrap(values), right=side == "right").to(torch.int32))


@op(lambda x, bins: symbolic(x.shape, "int32"), tensors=("x",))
def digitize(x, bins):
    """The bin of each value."""
    return wrap(torch.searchsorted(unwrap(bins).to(torch.float32), unwrap(x).to(torch.float32), right=True).to(torch.int32))


def nonzero(x):
    """The indices of elements that are not zero, one tensor for each dimension."""
    return [wrap(each.to(torch.int32)) for each in torch.nonzero(unwrap(x), as_tuple=True)]


def argwhere(x):
    """The indices of elements that are not zero, one row for each."""
    return wrap(torch.nonzero(unwrap(x)))


@op(same)
def diff(a, n=1, axis=-1):
    """Differences between neighbours."""
    return wrap(torch.diff(unwrap(a), n, axis))


def unique(x, sorted=True, return_inverse=False, return_counts=False, axis=None, size=None, fill_value=None):
    """The different values, in order."""
    made = torch.unique(unwrap(x), return_inverse=return_inverse, return_counts=return_counts)
    return tuple(wrap(each) for each in made) if isinstance(made, tuple) else wrap(made)


def array(x, dtype=None):
    """A tensor of any data."""
    return convert_to_tensor(x, dtype)


def copy(x):
    """A tensor with the same elements."""
    return wrap(unwrap(x).clone())


@op(same)
def vander(x, N=None, increasing=False):
    """The Vandermonde matrix."""
    return wrap(torch.vander(unwrap(x), N=N, increasing=increasing))


__all__ = [
    "arange", "argsort", "argwhere", "array", "bartlett", "blackman", "copy", "diag", "diagflat", "diagonal", "diff", "digitize", 
    "empty", "empty_like", "eye", "full", "full_like", "hamming", "hanning", "identity", "linspace", "logspace", 
    "nonzero", "ones", "ones_like", "searchsorted", "sort", "trace", "tri", "tril", "triu", "unique", "vander", 
    "zeros", "zeros_like",
]  # fmt: skip
