"""Operations that few programs use, written with the common ones, and in-place forms that PyTorch has for others."""

import math

import bridge
from torch._tensor import Tensor, rename, wrap

from .register import FUNCTIONS, alias, both, function, method, named, result

# --- in-place forms by copying ------------------------------------------------------------------------------------


def _copying(name, op):
    def op_(self, *args, **options):
        return self.copy_(op(self, *args, **options))

    method(named(name, op_, f"{name[:-1]}, in place."))
    FUNCTIONS[name] = op_


for _name in (
    "nan_to_num", "sinc", "xlogy", "logit", "deg2rad", "rad2deg", "bitwise_not", "float_power", "heaviside", "greater",
    "greater_equal", "less", "less_equal", "not_equal", "threshold",
):  # fmt: skip
    _copying(_name + "_", FUNCTIONS[_name])

# --- whole numbers ------------------------------------------------------------------------------------------------


def _whole_pairs(name, combine, doc):
    def op(input, other):
        if input.is_floating_point():
            raise RuntimeError(f'"{name}_cpu" not implemented for \'{input.dtype._scalar_name}\'')
        a, b = FUNCTIONS["broadcast_tensors"](input, other)
        flat = [combine(x, y) for x, y in zip(a.reshape(-1).tolist(), b.reshape(-1).tolist())]
        return FUNCTIONS["tensor"](flat, dtype=input.dtype).reshape(a.shape)

    both(named(name, op, doc))


_whole_pairs("gcd", math.gcd, "The greatest common divisor.")
_whole_pairs("lcm", math.lcm, "The least common multiple.")

# --- numbers ------------------------------------------------------------------------------------------------------


@both
def ldexp(input, other):
    """input * 2 ** other."""
    return input * 2.0**other


@both
def logaddexp2(input, other):
    """log2(2 ** input + 2 ** other)."""
    return FUNCTIONS["logaddexp"](input * math.log(2), other * math.log(2)) / math.log(2)


@function
def polygamma(n, input, *, out=None):
    """The n-th derivative of digamma."""
    return result(bridge.polygamma(n, input._handle), out)


Tensor.polygamma = lambda self, n: polygamma(n, self)


@both
def mvlgamma(input, p):
    """The logarithm of the multivariate gamma function of dimension p."""
    if p < 1:
        raise RuntimeError("p has to be greater than or equal to 1")
    total = p * (p - 1) / 4 * math.log(math.pi)
    for i in range(p):
        total = total + (input - i / 2).lgamma()
    return rename(total, "MvlgammaBackward0")


@both
def angle(input):
    """0 for positive numbers, pi for negative ones."""
    return FUNCTIONS["where"](input < 0, math.pi, input.abs() * 0 if input.is_floating_point() else 0.0)


@both
def renorm(input, p, dim, maxnorm):
    """Slices of a dimension scaled down to a norm of at most maxnorm."""
    others = [d for d in range(input.ndim) if d != dim % input.ndim]
    sizes = input.norm(p, others, keepdim=True)
    factor = FUNCTIONS["where"](sizes > maxnorm, maxnorm / (sizes + 1e-7), 1.0)
    return rename(input * factor, "RenormBackward0")


@function
def cumulative_trapezoid(y, x=None, *, dx=1, dim=-1, axis=None):
    """Running integrals by the trapezoidal rule."""
    if axis is not None:
        dim = axis
    count = y.shape[dim]
    widths = dx if x is None else FUNCTIONS["diff"](x, dim=-1 if x.ndim == 1 else dim)
    return ((y.narrow(dim, 1, count - 1) + y.narrow(dim, 0, count - 1)) / 2.0 * widths).cumsum(dim)


@function
def gradient(input, *, spacing=1, dim=None, edge_order=1, axis=None):
    """Differences of neighbours as numpy.gradient: central inside, one-sided at the ends."""
    if axis is not None:
        dim = axis
    dims = range(input.ndim) if dim is None else [dim] if isinstance(dim, int) else dim
    return tuple(_gradient(input, d, float(spacing)) for d in dims)


def _gradient(x, dim, step):
    n = x.shape[dim]
    inside = (x.narrow(dim, 2, n - 2) - x.narrow(dim, 0, n - 2)) / (2 * step)
    first = (x.narrow(dim, 1, 1) - x.narrow(dim, 0, 1)) / step
    last = (x.narrow(dim, n - 1, 1) - x.narrow(dim, n - 2, 1)) / step
    return FUNCTIONS["cat"]([first, inside, last], dim)


@function
def pdist(input, p=2.0):
    """Distances of all pairs of rows."""
    from .reduce import vector_norm

    rows, columns = FUNCTIONS["triu_indices"](input.shape[0], input.shape[0], 1)
    return vector_norm(input[rows] - input[columns], p, -1)


# --- shapes -------------------------------------------------------------------------------------------------------


@both
def dsplit(input, indices_or_sections):
    """tensor_split along the third dimension."""
    if input.ndim < 3:
        raise RuntimeError(
            f"torch.dsplit requires a tensor with at least 3 dimension, but got a tensor with {input.ndim} dimensions!"
        )
    return input.tensor_split(indices_or_sections, 2)


@both
def narrow_copy(input, dim, start, length):
    """narrow with memory of its own."""
    return input.narrow(dim, start, length).clone()


@function
def empty_strided(size, stride, *, dtype=None, device=None, requires_grad=False):
    """A tensor with the given sizes and strides."""
    span = 1 + sum((n - 1) * step for n, step in zip(size, stride))
    return FUNCTIONS["zeros"](span, dtype=dtype, device=device).as_strided(size, stride)


@both
def put(input, index, source, accumulate=False):
    """put_ on a copy."""
    return input.contiguous().clone().put_(index, source, accumulate)


@method
def sum_to_size(self, *sizes, size=None):
    """Sums over dimensions until the shape is `size`."""
    size = sizes if size is None else (size,)
    wanted = size[0] if len(size) == 1 and not isinstance(size[0], int) else size
    extra = self.ndim - len(wanted)
    dims = [d for d in range(self.ndim) if d < extra or wanted[d - extra] == 1 and self.shape[d] != 1]
    return (self.sum(dims, keepdim=True) if dims else self).reshape(tuple(wanted))


@method
def as_subclass(self, cls):
    """The tensor as an object of a subclass."""
    return Tensor._make_subclass(cls, self)


@method
def set_(self, source=None):
    """Lets this tensor show another's memory."""
    from torch._tensor import forget_shape

    other = FUNCTIONS["empty"](0, dtype=self.dtype) if source is None else source
    bridge.become(self._handle, other._handle)
    forget_shape(self)
    return self


@both
def get_device(input):
    """The GPU's number, -1 on the cpu."""
    return 0 if input.is_cuda else -1


Tensor.to_dense = Tensor.coalesce = lambda self: self
Tensor.names = property(lambda self: (None,) * self.ndim, doc="Named dimensions are not here: always None.")
alias("split_with_sizes", FUNCTIONS["split"])
alias("unsafe_split", FUNCTIONS["split"])
alias("unsafe_chunk", FUNCTIONS["chunk"])

# --- solving with given factors -------------------------------------------------------------------------------------


@both
def cholesky_solve(input, input2, upper=False):
    """X with A X = input, where input2 is the Cholesky factor of A."""
    from torch._linalg import solve_square

    lower = input2.triu().mT if upper else input2.tril()
    return solve_square(lower @ lower.mT, input, "cholesky_solve")


@both
def cholesky_inverse(input, upper=False):
    """The inverse of the matrix whose Cholesky factor is given."""
    if input.ndim < 2 or input.shape[-1] != input.shape[-2]:
        raise RuntimeError(
            f"cholesky_inverse: A must be batches of square matrices, but they are {input.shape[-2]} by {input.shape[-1]} matrices"
            if input.ndim > 1 else "cholesky_inverse: The input tensor A must have at least 2 dimensions."
        )
    lower = input.triu().mT if upper else input.tril()
    return FUNCTIONS["inverse"](lower @ lower.mT)


@both
def triangular_solve(b, A, upper=True, transpose=False, unitriangular=False):
    """The older solve_triangular."""
    from torch import linalg
    from torch.return_types import named_result

    A = A.mT if transpose else A
    solution = linalg.solve_triangular(A, b, upper=upper != transpose, unitriangular=unitriangular)
    return named_result("triangular_solve", solution=solution, cloned_coefficient=A.clone())


@function
def fill_(input, value):
    """input.fill_(value)."""
    return input.fill_(value)
