"""Names that mean little without complex numbers, several back ends or named dimensions but that programs use, and the last
in-place and windowing forms. Operations that compute something new are in the other modules."""

import math

from torch._dtype import complex64, complex128
from torch._tensor import Tensor
from torch.return_types import named_result

from .register import FUNCTIONS, both, function, method, named

# --- the parts of numbers that are real ---------------------------------------------------------------------------------


def _same(name, doc):
    def op(input):
        return input

    both(named(name, op, doc))


def _never(name, doc):
    def op(input):
        return False

    both(named(name, op, doc))


for _name in ("conj", "conj_physical", "resolve_conj", "resolve_neg"):
    _same(_name, "The tensor itself: its numbers are real.")
Tensor.conj_physical_ = FUNCTIONS["conj_physical_"] = FUNCTIONS["conj_physical"]
FUNCTIONS["real"] = named("real", lambda input: input.real, "The real part; the tensor itself when its numbers are real.")
_never("is_conj", "False: numbers are real.")
_never("is_neg", "False: signs are always carried out.")
Tensor.is_sparse_csr = Tensor.is_xpu = False


@method
def has_names(self):
    """False: dimensions have no names."""
    return False


@method
def to_sparse(self, sparse_dim=None):
    """The same numbers in sparse form: the coordinates and values of those that are not 0."""
    from torch.sparse import of_dense

    return of_dense(self)


Tensor.to_sparse_coo = to_sparse


# --- what loads the complex tensors -------------------------------------------------------------------------------------


@method
def cfloat(self):
    """The tensor as complex64."""
    from torch._complex.make import convert

    return convert(self, complex64)


@method
def cdouble(self):
    """The tensor as complex128."""
    from torch._complex.make import convert

    return convert(self, complex128)


@method
def stft(self, *args, **options):
    """torch.stft of this signal."""
    from torch import fft

    return fft.stft(self, *args, **options)


@method
def istft(self, *args, **options):
    """torch.istft of this spectrum."""
    from torch import fft

    return fft.istft(self, *args, **options)


# --- in place ---------------------------------------------------------------------------------------------------------


def _copying(name, op, on_tensor=True):
    def op_(input, *args, **options):
        return input.copy_(op(input, *args, **options))

    named(name, op_, f"{name[:-1]}, in place.")
    FUNCTIONS[name] = op_
    if on_tensor:
        setattr(Tensor, name, op_)


for _name in ("gcd", "lcm", "ldexp", "renorm"):
    _copying(_name + "_", FUNCTIONS[_name], True)
for _name in ("addmv_", "as_strided_", "index_put_", "resize_as_"):
    FUNCTIONS[_name] = getattr(Tensor, _name)

# --- numbers taken apart ------------------------------------------------------------------------------------------------


@both
def frexp(input):
    """Mantissas in [0.5, 1) and exponents with input = mantissa * 2 ** exponent."""
    pairs = [math.frexp(value) for value in input.reshape(-1).tolist()]
    make = FUNCTIONS["tensor"]
    return named_result(
        "frexp",
        mantissa=make([m for m, _ in pairs], dtype=input.dtype).reshape(input.shape),
        exponent=make([e for _, e in pairs], dtype=FUNCTIONS["int32"]).reshape(input.shape),
    )


@function
def unravel_index(indices, shape):
    """Positions in a flattened array of the given shape as one tensor for each dimension."""
    shape = (shape,) if isinstance(shape, int) else tuple(shape)
    found = []
    for size in reversed(shape):
        found.append(indices % size)
        indices = indices // size
    return tuple(reversed(found))


# --- windows ------------------------------------------------------------------------------------------------------------


@function
def bartlett_window(window_length, periodic=True, *, dtype=None, layout=None, device=None, requires_grad=False):
    """A triangle from 0 over 1 to 0."""
    if window_length == 1:
        return FUNCTIONS["ones"](1, dtype=dtype, device=device, requires_grad=requires_grad)
    last = window_length - (0 if periodic else 1)
    k = FUNCTIONS["arange"](window_length, dtype=dtype or FUNCTIONS["get_default_dtype"](), device=device)
    return (1 - (2 * k / last - 1).abs()).requires_grad_(requires_grad)


@both
def i0(input):
    """The modified Bessel function of order 0, by its power series (to 1e-7 for sizes up to 20)."""
    quarter = (input.cpu() if input.is_cuda else input).double() ** 2 / 4
    total = term = FUNCTIONS["ones_like"](quarter)
    for k in range(1, 60):
        term = term * quarter / (k * k)
        total = total + term
    return total.to(input.dtype if input.is_floating_point() else FUNCTIONS["get_default_dtype"]()).to(input.device)


_copying("i0_", i0)


@both
def nextafter(input, other):
    """The next number that the dtype has after input, towards other: its bits read as a whole number, one more or less."""
    input, other = FUNCTIONS["broadcast_tensors"](input, other)
    whole = FUNCTIONS["int32" if input.element_size() == 4 else "int64"]
    smallest = FUNCTIONS["ones"]((), dtype=whole, device=input.device).view(input.dtype)
    bits = input.contiguous().view(whole)
    farther = (other > input) == (input > 0)
    moved = FUNCTIONS["where"](farther, bits + 1, bits - 1).view(input.dtype)
    moved = FUNCTIONS["where"](input == 0, FUNCTIONS["where"](other > 0, smallest, -smallest), moved)
    moved = FUNCTIONS["where"](input == other, other, moved)
    return FUNCTIONS["where"](input.isnan() | other.isnan(), input + other, moved)


@function
def kaiser_window(window_length, periodic=True, beta=12.0, *, dtype=None, layout=None, device=None, requires_grad=False):
    """The Kaiser window: the Bessel function of half an ellipse."""
    if window_length == 1:
        return FUNCTIONS["ones"](1, dtype=dtype, device=device, requires_grad=requires_grad)
    last = window_length - (0 if periodic else 1)
    k = FUNCTIONS["arange"](window_length, dtype=FUNCTIONS["float64"], device=device)
    inside = (1 - (2 * k / last - 1) ** 2).clamp(min=0).sqrt() * beta
    window = i0(inside) / i0(FUNCTIONS["tensor"](float(beta), dtype=FUNCTIONS["float64"]))
    return window.to(dtype or FUNCTIONS["get_default_dtype"]()).requires_grad_(requires_grad)


@method
def new_empty_strided(self, size, stride, dtype=None, layout=None, device=None, pin_memory=False, requires_grad=False):
    """empty_strided with this tensor's dtype and device."""
    return FUNCTIONS["empty_strided"](
        size, stride, dtype=dtype or self.dtype, device=device or self.device, requires_grad=requires_grad
    )


@method
def hardshrink(self, lambd=0.5):
    """0 where |x| <= lambd, the value elsewhere."""
    return FUNCTIONS["where"](self.abs() <= lambd, 0.0, self)


@method
def prelu(self, weight):
    """x where it is positive, weight * x elsewhere."""
    from torch.nn import functional

    return functional.prelu(self, weight)


@method
def module_load(self, other, assign=False):
    """The tensor that load_state_dict puts in this one's place."""
    return other.detach() if assign else self.copy_(other).detach()


@method
def dim_order(self):
    """The dimensions from the one with the largest stride to the smallest."""
    strides = self.stride()
    return tuple(sorted(range(len(strides)), key=lambda dim: -strides[dim]))


# --- switches that change nothing here ------------------------------------------------------------------------------------

_deterministic_mode = ["default"]
_warn_always = [False]


@function
def set_deterministic_debug_mode(debug_mode):
    """Accepted; every operation here gives the same result each time."""
    _deterministic_mode[0] = {0: "default", 1: "warn", 2: "error"}.get(debug_mode, debug_mode)


@function
def get_deterministic_debug_mode():
    """0, 1 or 2 for 'default', 'warn' and 'error'."""
    return ("default", "warn", "error").index(_deterministic_mode[0])


@function
def is_deterministic_algorithms_warn_only_enabled():
    """Whether set_deterministic_debug_mode() was told to warn."""
    return _deterministic_mode[0] == "warn"


@function
def set_warn_always(b, /):
    """Whether warnings that come once come each time; remembered, without effect."""
    _warn_always[0] = b


@function
def is_warn_always_enabled():
    """What set_warn_always() was told."""
    return _warn_always[0]


@function
def set_flush_denormal(mode, /):
    """False: numbers are those of IEEE 754 and stay so."""
    return False


