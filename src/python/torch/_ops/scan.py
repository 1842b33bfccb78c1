"""Along a dimension: running sums, products and extremes, differences, areas and softmax."""

import bridge
from torch._dtype import code_of
from torch._tensor import wrap, wrap_all
from torch.return_types import named_result

from .reduce import dims_of, sum, vector_norm
from .register import FUNCTIONS, Missing, alias, both, both_with_dim, function, given, given_dim, method, must_be_tensor, result

_NARROW = (2, 3)  # float16 and bfloat16
_IN_PLACE = ("int dim, *, torch.dtype dtype", "name dim, *, torch.dtype dtype")

# --- scans --------------------------------------------------------------------------------------------------------


@both_with_dim(
    "int dim, *, torch.dtype dtype, Tensor out",
    "name dim, *, torch.dtype dtype, Tensor out",
    of_tensor=_IN_PLACE,
)
def cumsum(input, dim=None, *, dtype=None, out=None, axis=None):
    """Running sums along a dimension."""
    if axis is not None:
        dim = axis
    if type(dim) is not int:
        dim = given_dim(dim)
    return result(bridge.cumsum(input._handle, dim, code_of(dtype)), out)


@both_with_dim(
    "int dim, *, torch.dtype dtype, Tensor out",
    "name dim, *, torch.dtype dtype, Tensor out",
    of_tensor=_IN_PLACE,
)
def cumprod(input, dim=None, *, dtype=None, out=None, axis=None):
    """Running products along a dimension."""
    if axis is not None:
        dim = axis
    if type(dim) is not int:
        dim = given_dim(dim)
    return result(bridge.cumprod(input._handle, dim, code_of(dtype)), out)


@both_with_dim("int dim, *, Tensor out", "name dim, *, Tensor out", of_tensor=("int dim", "name dim"))
def logcumsumexp(input, dim=None, *, out=None, axis=None):
    """log of the running sums of exp, without overflow."""
    if axis is not None:
        dim = axis
    if type(dim) is not int:
        dim = given_dim(dim)
    if not input.is_floating_point():
        raise RuntimeError(f"\"logcumsumexp_out_cpu\" not implemented for '{input.dtype._scalar_name}'")
    return result(bridge.logcumsumexp(input._handle, dim), out)


@both_with_dim("int dim, *, tuple of Tensors out", "name dim, *, tuple of Tensors out", of_tensor=("int dim", "name dim"))
def cummax(input, dim=None, *, axis=None):
    """Running maxima and where they are."""
    if axis is not None:
        dim = axis
    if type(dim) is not int:
        dim = given_dim(dim)
    values, indices = wrap_all(bridge.cummax(input._handle, dim), 2)
    return named_result("cummax", values=values, indices=indices)


@both_with_dim("int dim, *, tuple of Tensors out", "name dim, *, tuple of Tensors out", of_tensor=("int dim", "name dim"))
def cummin(input, dim=None, *, axis=None):
    """Running minima and where they are."""
    if axis is not None:
        dim = axis
    if type(dim) is not int:
        dim = given_dim(dim)
    values, indices = wrap_all(bridge.cummin(input._handle, dim), 2)
    return named_result("cummin", values=values, indices=indices)


@method
def cumsum_(self, dim=Missing("cumsum_", "", _IN_PLACE), *, dtype=None, axis=None):
    """Running sums, in place."""
    if axis is not None:
        dim = axis
    if type(dim) is not int:
        dim = given_dim(dim)
    return self.copy_(cumsum(self, dim, dtype=dtype))


@method
def cumprod_(self, dim=Missing("cumprod_", "", _IN_PLACE), *, dtype=None, axis=None):
    """Running products, in place."""
    if axis is not None:
        dim = axis
    if type(dim) is not int:
        dim = given_dim(dim)
    return self.copy_(cumprod(self, dim, dtype=dtype))


@both
def diff(input, n=1, dim=-1, prepend=None, append=None, *, axis=None):
    """Differences of neighbours along a dimension, n times."""
    if axis is not None:
        dim = axis
    parts = [part for part in (prepend, input, append) if part is not None]
    current = input if len(parts) == 1 else FUNCTIONS["cat"](parts, dim)
    for _ in range(n):
        length = current.shape[dim]
        if current.dtype is FUNCTIONS["bool"]:
            current = current.narrow(dim, 1, length - 1) ^ current.narrow(dim, 0, length - 1)
            continue
        current = current.narrow(dim, 1, length - 1) - current.narrow(dim, 0, length - 1)
    return current


@function
def trapezoid(y, x=None, *, dx=1, dim=-1, axis=None):
    """The integral by the trapezoidal rule."""
    if axis is not None:
        dim = axis
    count = y.shape[dim]
    widths = dx if x is None else diff(x, dim=-1 if x.ndim == 1 else dim)
    return sum((y.narrow(dim, 1, count - 1) + y.narrow(dim, 0, count - 1)) * widths, dim) / 2.0


FUNCTIONS["trapz"] = trapezoid

# --- softmax ------------------------------------------------------------------------------------------------------


@both_with_dim(
    "int dim, torch.dtype dtype, *, Tensor out",
    "name dim, *, torch.dtype dtype",
    of_tensor=("int dim, torch.dtype dtype", "name dim, *, torch.dtype dtype"),
)
def softmax(input, dim=None, dtype=None, *, out=None, axis=None):
    """exp(x) / sum(exp(x)) along a dimension."""
    if axis is not None:
        dim = axis
    if type(dim) is not int:
        dim = given_dim(dim)
    return result(bridge.softmax(input._handle, dim, code_of(dtype)), out)


@both_with_dim(
    "int dim, torch.dtype dtype, *, Tensor out",
    "name dim, *, torch.dtype dtype",
    of_tensor=("int dim, torch.dtype dtype", "name dim, *, torch.dtype dtype"),
)
def log_softmax(input, dim=None, dtype=None, *, axis=None):
    """The logarithm of softmax, without overflow."""
    if axis is not None:
        dim = axis
    if type(dim) is not int:
        dim = given_dim(dim)
    return wrap(bridge.log_softmax(input._handle, dim, code_of(dtype)))


@both_with_dim(
    "tuple of ints dim, bool keepdim, *, Tensor out",
    "tuple of names dim, bool keepdim, *, Tensor out",
    of_tensor=("tuple of ints dim, bool keepdim", "tuple of names dim, bool keepdim"),
)
def logsumexp(input, dim=None, keepdim=False, *, out=None, axis=None, keepdims=None):
    """log(sum(exp(x))) over dimensions, without overflow."""
    if axis is not None:
        dim = axis
    if keepdims is not None:
        keepdim = keepdims
    if type(dim) is not int:
        dim = given_dim(dim)
    if input.dtype._code > 3:
        input = input.to(FUNCTIONS["get_default_dtype"]())
    if input.dtype._code in _NARROW:
        return given(logsumexp(input.float(), dim, keepdim).to(input.dtype), out)
    return result(bridge.logsumexp(input._handle, keepdim, *dims_of(dim)), out)


alias("_softmax", softmax, on_tensor=False)


@function
def cosine_similarity(x1, x2, dim=1, eps=1e-8, *, axis=None):
    """x1 · x2 / (|x1| |x2|) along a dimension."""
    if axis is not None:
        dim = axis
    for position, (name, given_one) in enumerate((("x1", x1), ("x2", x2)), 1):
        must_be_tensor("cosine_similarity", name, position, given_one)
    if not (x1.is_floating_point() or x2.is_floating_point()):
        raise RuntimeError(f"expected common dtype to be floating point, yet common dtype is {x1.dtype._scalar_name}")
    product = sum(x1 * x2, dim)
    size1 = vector_norm(x1, 2, dim).clamp_min(eps)
    size2 = vector_norm(x2, 2, dim).clamp_min(eps)
    return product / (size1 * size2)


