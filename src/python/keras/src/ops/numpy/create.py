"""keras.ops that make tensors (zeros, arange, eye, …), order them (sort, top positions) and multiply them (matmul, einsum, …)."""

import builtins

import numpy
import torch

from keras.src.backend import convert_to_tensor, dtypes, unwrap, wrap
from keras.src.backend.operators import matmul as tf_matmul
from keras.src.backend.dtypes import TO_NAME
from keras.src.ops.symbolic import broadcast, dtype_of, op, same, shape_of, symbolic

from .elementwise import _numeric, operands
from .shape import _sizes


def _dtype(dtype):
    return dtypes.torch_dtype(dtypes.standardize_dtype(dtype))


def zeros(shape, dtype=None):
    """Zeros of a shape."""
    return wrap(torch.zeros(_sizes(shape), dtype=_dtype(dtype)))


def ones(shape, dtype=None):
    """Ones of a shape."""
    return wrap(torch.ones(_sizes(shape), dtype=_dtype(dtype)))


def empty(shape, dtype=None):
    """A tensor of a shape (zeros, as TensorFlow gives)."""
    return zeros(shape, dtype)


def full(shape, fill_value, dtype=None):
    """One value everywhere."""
    value = unwrap(convert_to_tensor(fill_value, dtype))
    return wrap(value.expand(_sizes(shape)).clone())


def _like_spec(x, *_values, dtype=None, **_options):
    return symbolic(x.shape, dtype or x.dtype)


@op(_like_spec)
def zeros_like(x, dtype=None):
    """Zeros of x's shape."""
    found = unwrap(x)
    return wrap(torch.zeros(found.shape, dtype=dtypes.torch_dtype(dtype) or found.dtype))


@op(_like_spec)
def ones_like(x, dtype=None):
    """Ones of x's shape."""
    found = unwrap(x)
    return wrap(torch.ones(found.shape, dtype=dtypes.torch_dtype(dtype) or found.dtype))


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
    return wrap(torch.arange(start, stop, 1 if step is None else step).to(dtypes.torch_dtype(dtype)))


def linspace(start, stop, num=50, endpoint=True, retstep=False, dtype=None, axis=0):
    """num equally spaced values."""
    first, last = _numeric(unwrap(start)), _numeric(unwrap(stop))
    kind = dtypes.torch_dtype(dtype) or torch.promote_types(first.dtype, last.dtype)
    count = num - 1 if endpoint else num
    step = (last - first) / count if count > 0 else torch.full_like(first, float("nan"))
    steps = torch.arange(num).to(first.dtype).reshape([num] + [1] * builtins.max(first.dim(), last.dim()))
    made = first + steps * step if count > 0 else first + steps * 0
    if endpoint and num > 1:
        made = torch.cat([made[:-1], last.expand_as(made[-1:])], 0)
    made = wrap(made.to(kind) if axis == 0 else made.movedim(0, axis).to(kind))
    return (made, wrap(step)) if retstep else made


def logspace(start, stop, num=50, endpoint=True, base=10, dtype=None, axis=0):
    """base to the power of equally spaced values."""
    made = torch.pow(torch.tensor(float(base)), unwrap(linspace(start, stop, num, endpoint, axis=axis)))
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
    return tuple(wrap(each.to(torch.int64)) for each in torch.nonzero(unwrap(x), as_tuple=True))


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


# --- products -----------------------------------------------------------------------------------------------------


def _product_dtype(x1, x2):
    return dtypes.result_type(dtype_of(x1), dtype_of(x2))


def matmul_shape(first, second):
    """The shape of a matrix product."""
    if len(first) == 1 and len(second) == 1:
        return ()
    if len(first) == 1:
        return (*second[:-2], second[-1])
    if len(second) == 1:
        return first[:-1]
    inner1, inner2 = first[-1], second[-2]
    if inner1 is not None and inner2 is not None and inner1 != inner2:
        raise ValueError(
            f"Inner dimensions (`x1.shape[-1]` and `x2.shape[-2]`) must be equal. Received: x1.shape={list(first)}, x2.shape={list(second)}"
        )
    return (*broadcast(first[:-2], second[:-2]), first[-2], second[-1])


@op(lambda x1, x2: symbolic(matmul_shape(shape_of(x1), shape_of(x2)), _product_dtype(x1, x2)))
def matmul(x1, x2):
    """The matrix product, over batches."""
    first, second = operands(x1, x2)
    return wrap(torch.matmul(first, second) if first.dim() < 2 or second.dim() < 2 else tf_matmul(first, second))


def _dot_spec(x1, x2):
    first, second = shape_of(x1), shape_of(x2)
    if not first or not second:
        shape = first or second
    elif len(second) == 1:
        shape = first[:-1]
    else:
        shape = (*first[:-1], *second[:-2], second[-1])
    return symbolic(shape, _product_dtype(x1, x2))


@op(_dot_spec)
def dot(x1, x2):
    """The product over the last dimension of x1 and the last but one of x2."""
    first, second = operands(x1, x2)
    if not first.dim() or not second.dim():
        return wrap(first * second)
    return wrap(torch.tensordot(first, second, ([first.dim() - 1], [builtins.max(second.dim() - 2, 0)])))


def _tensordot_axes(axes, rank):
    if isinstance(axes, int):
        return list(range(rank - axes, rank)), list(range(axes))
    first, second = axes
    return ([first] if isinstance(first, int) else list(first)), ([second] if isinstance(second, int) else list(second))


def _tensordot_spec(x1, x2, axes=2):
    a, b = shape_of(x1), shape_of(x2)
    first, second = _tensordot_axes(axes, len(a))
    first, second = [i % len(a) for i in first], [i % len(b) for i in second]
    kept = [s for i, s in enumerate(a) if i not in first] + [s for i, s in enumerate(b) if i not in second]
    return symbolic(kept, _product_dtype(x1, x2))


@op(_tensordot_spec)
def tensordot(x1, x2, axes=2):
    """The product summed over dimensions of both."""
    first, second = operands(x1, x2)
    return wrap(torch.tensordot(first, second, _tensordot_axes(axes, first.dim())))


@op(lambda x1, x2: symbolic((*shape_of(x1)[:-1], *shape_of(x2)[:-1]), _product_dtype(x1, x2)))
def inner(x1, x2):
    """The product summed over the last dimension of both."""
    first, second = operands(x1, x2)
    return wrap(first * second if not first.dim() or not second.dim() else torch.tensordot(first, second, ([-1], [-1])))


@op(lambda x1, x2: symbolic((*shape_of(x1), *shape_of(x2)), _product_dtype(x1, x2)))
def outer(x1, x2):
    """All products of an element of x1 and one of x2."""
    first, second = operands(x1, x2)
    return wrap(first.reshape(-1, 1) * second.reshape(1, -1))


def vdot(x1, x2):
    """The sum of the products of all elements."""
    first, second = operands(x1, x2)
    return wrap((first.reshape(-1) * second.reshape(-1)).sum())


def vecdot(x1, x2, axis=-1):
    """The sum of products along a dimension."""
    first, second = operands(x1, x2)
    return wrap((first * second).sum(axis))


@op(lambda x1, x2, axisa=-1, axisb=-1, axisc=-1, axis=None: symbolic(broadcast(shape_of(x1), shape_of(x2)), _product_dtype(x1, x2)))
def cross(x1, x2, axisa=-1, axisb=-1, axisc=-1, axis=None):
    """The vector product."""
    first, second = operands(x1, x2)
    return wrap(torch.linalg.cross(first, second, dim=-1 if axis is None else axis))


def kron(x1, x2):
    """The Kronecker product."""
    first, second = operands(x1, x2)
    return wrap(torch.kron(first, second))


def einsum(subscripts, *operands_, **_options):
    """Einstein's summation: products named by letters, summed over letters that the result lacks."""
    if builtins.any(type(each).__name__ == "KerasTensor" for each in operands_):
        return Einsum(subscripts)(*operands_)
    found = [unwrap(each) for each in operands_]
    if len({t.dtype for t in found}) > 1:
        common = dtypes.torch_dtype(dtypes.result_type(*[TO_NAME[t.dtype] for t in found]))
        found = [t.to(common) for t in found]
    return wrap(torch.einsum(subscripts, *found))


def _einsum_shape(subscripts, shapes):
    left, _, right = subscripts.replace(" ", "").partition("->")
    sizes, extra = {}, ()
    for letters, shape in zip(left.split(","), shapes):
        if "..." in letters:
            before, after = letters.split("...")
            middle = shape[len(before) : len(shape) - len(after)]
            extra = broadcast(extra, middle) if extra else tuple(middle)
            letters, shape = before + after, (*shape[: len(before)], *shape[len(shape) - len(after) :])
        for letter, size in zip(letters, shape):
            if sizes.get(letter) in (None, 1):
                sizes[letter] = size
    if "->" not in subscripts:
        flat = left.replace(",", "").replace(".", "")
        right = ("..." if "..." in left else "") + "".join(c for c in builtins.sorted(set(flat)) if flat.count(c) == 1)
    head, dots, tail = right.partition("...")
    return (*[sizes[c] for c in head], *(extra if dots else ()), *[sizes[c] for c in tail])


from keras.src.ops.operation import Operation  # noqa: E402


class Einsum(Operation):
    """einsum() on KerasTensors."""

    def __init__(self, subscripts, name=None):
        super().__init__(name=name)
        self.subscripts = subscripts

    def call(self, *given):
        return einsum(self.subscripts, *given)

    def compute_output_spec(self, *given):
        dtype = dtypes.result_type(*[dtype_of(each) for each in given])
        return symbolic(_einsum_shape(self.subscripts, [shape_of(each) for each in given]), dtype)


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
    "arange", "argsort", "argwhere", "array", "bartlett", "blackman", "copy", "cross", "diag", "diagflat", "diagonal", "diff", "digitize", "dot",
    "einsum", "empty", "empty_like", "eye", "full", "full_like", "hamming", "hanning", "identity", "inner", "kron", "linspace", "logspace", "matmul",
    "nonzero", "ones", "ones_like", "outer", "searchsorted", "sort", "tensordot", "trace", "tri", "tril", "triu", "unique", "vander", "vdot", "vecdot",
    "zeros", "zeros_like",
]  # fmt: skip
