"""Functions of one tensor, element by element, and their in-place forms."""

import builtins

import bridge
from torch import _dtype
from torch._tensor import rename, wrap

from .choose import where
from .register import FUNCTIONS, alias, both, given, must_be_tensor, publish, result

_UNARY = {
    "exp": "e to the power of each element.",
    "exp2": "2 to the power of each element.",
    "expm1": "exp(x) - 1, exact near 0.",
    "log": "Natural logarithm.",
    "log2": "Logarithm of base 2.",
    "log10": "Logarithm of base 10.",
    "log1p": "log(1 + x), exact near 0.",
    "sin": "Sine (radians).",
    "cos": "Cosine (radians).",
    "tan": "Tangent (radians).",
    "asin": "Inverse sine, in radians.",
    "acos": "Inverse cosine, in radians.",
    "atan": "Inverse tangent, in radians.",
    "sinh": "Hyperbolic sine.",
    "cosh": "Hyperbolic cosine.",
    "tanh": "Hyperbolic tangent.",
    "asinh": "Inverse hyperbolic sine.",
    "acosh": "Inverse hyperbolic cosine.",
    "atanh": "Inverse hyperbolic tangent.",
    "sqrt": "Square root.",
    "rsqrt": "1 / sqrt(x).",
    "square": "x * x.",
    "reciprocal": "1 / x.",
    "sigmoid": "1 / (1 + exp(-x)).",
    "relu": "max(x, 0).",
    "erf": "The error function.",
    "erfc": "1 - erf(x).",
    "erfinv": "Inverse of erf.",
    "lgamma": "Logarithm of |gamma(x)|.",
    "digamma": "Derivative of lgamma.",
    "floor": "The largest whole number not above x.",
    "ceil": "The smallest whole number not below x.",
    "trunc": "x without its fraction.",
    "frac": "The fraction of x, with its sign.",
    "sign": "-1, 0 or 1.",
    "abs": "Absolute value.",
    "neg": "-x.",
}


def _unary(name, doc):
    def op(input, *, out=None):
        try:
            handle = getattr(bridge, name)(input._handle)
        except AttributeError:
            must_be_tensor(name, "input", 1, input)
            raise
        return wrap(handle) if out is None else result(handle, out)

    def op_(self):
        getattr(bridge, in_place)(self._handle)
        return self

    in_place = name + "_"
    publish(name, op, doc)
    publish(in_place, op_, f"{doc} In place.")


for _name, _doc in _UNARY.items():
    _unary(_name, _doc)


@both
def square(input, *, out=None):
    """x * x; truth values give whole numbers."""
    if bridge.dtype(input._handle) == 9:
        input = input.long()
    return result(bridge.square(input._handle), out)


for _name, _same in (
    ("absolute", "abs"), ("negative", "neg"), ("fix", "trunc"), ("arcsin", "asin"), ("arccos", "acos"), ("arctan", "atan"),
    ("arcsinh", "asinh"), ("arccosh", "acosh"), ("arctanh", "atanh"), ("sgn", "sign"),
):  # fmt: skip
    alias(_name, FUNCTIONS[_same])
    alias(_name + "_", FUNCTIONS[_same + "_"])


@both
def round(input, *, decimals=0, out=None):
    """The nearest whole number (halves to the even one), or so many decimals."""
    if decimals == 0:
        return result(bridge.round(input._handle), out)
    scale = 10.0**decimals
    scaled = input * scale
    return wrap(bridge.round(scaled._handle)) / scale


@both
def round_(self, *, decimals=0):
    """The nearest whole number, in place."""
    return self.copy_(round(self, decimals=decimals)) if decimals else _round_in_place(self)


def _round_in_place(self):
    bridge.round_(self._handle)
    return self


@both
def positive(input):
    """The tensor itself."""
    if bridge.dtype(input._handle) == 9:
        raise RuntimeError("The `+` operator, on a bool tensor is not supported.")
    return input


@both
def deg2rad(input):
    """Degrees to radians."""
    return input * 0.017453292519943295


@both
def rad2deg(input):
    """Radians to degrees."""
    return input * 57.29577951308232


@both
def logit(input, eps=None, *, out=None):
    """log(x / (1 - x)), the inverse of sigmoid; eps keeps x inside [eps, 1 - eps]."""
    x = input if eps is None else input.clamp(eps, 1 - eps)
    return rename((x / (1 - x)).log(), "LogitBackward0")


@both
def sinc(input):
    """sin(pi x) / (pi x), 1 at 0."""
    scaled = input * 3.141592653589793
    return rename(where(input == 0, 1.0, scaled.sin() / scaled), "SincBackward0")


@both
def bitwise_not(input, *, out=None):
    """~x: each bit flipped; for bool, not."""
    return result(bridge.bitwise_not(input._handle), out)


@both
def logical_not(input, *, out=None):
    """True where x is zero."""
    return result(bridge.logical_not(input._handle), out)


for _name, _doc in (
    ("isnan", "True where x is not a number."),
    ("isinf", "True where x is infinite."),
    ("isfinite", "True where x is neither infinite nor NaN."),
    ("signbit", "True where the sign bit is set."),
):

    def _test(input, *, out=None, _run=_name):
        return result(getattr(bridge, _run)(input._handle), out)

    publish(_name, _test, _doc)


@both
def isposinf(input):
    """True where x is +inf."""
    return input == builtins.float("inf")


@both
def isneginf(input):
    """True where x is -inf."""
    return input == -builtins.float("inf")


@both
def isreal(input):
    """True everywhere: there are no complex tensors here."""
    return FUNCTIONS["ones_like"](input, dtype=_dtype.bool)


@both
def nan_to_num(input, nan=0.0, posinf=None, neginf=None, *, out=None):
    """NaN, inf and -inf replaced (by 0 and the dtype's limits)."""
    from torch._dtype import finfo

    if not input.is_floating_point():
        return input.clone()
    limits = finfo(input.dtype)
    replaced = where(wrap(bridge.isnan(input._handle)), builtins.float(nan or 0.0), input)
    replaced = where(isposinf(input), limits.max if posinf is None else posinf, replaced)
    replaced = where(isneginf(input), limits.min if neginf is None else neginf, replaced)
    return given(rename(replaced, "NanToNumBackward0"), out)
