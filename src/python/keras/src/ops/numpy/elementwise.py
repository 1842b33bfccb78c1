"""keras.ops, element by element: arithmetic, comparisons, exponentials, trigonometry, rounding, logic."""

import torch

from keras.src.backend import dtypes, placing, unwrap, wrap
from keras.src.backend.dtypes import TO_NAME
from keras.src.backend.errors import shape_mismatch
from keras.src.ops.symbolic import compared, dtype_of, op, promoted, promoted_float, same, same_bool, same_float

__all__ = []


def _numeric(t):
    """Whole numbers as floats of Keras' default type."""
    return t if t.is_floating_point() else t.to(dtypes.torch_dtype(dtypes.result_type(TO_NAME[t.dtype], float)))


def _define(name, function, spec, doc):
    function.__name__ = function.__qualname__ = name
    function.__doc__ = doc
    globals()[name] = op(spec)(function)
    __all__.append(name)


def _unary(name, compute, spec, doc):
    if spec is same_float:

        def function(x):
            return wrap(compute(_numeric(unwrap(x))))
    else:

        def function(x):
            return wrap(compute(unwrap(x)))

    _define(name, function, spec, doc)


def operands(x1, x2):
    """Both sides as torch tensors; Python's numbers take the other side's type where Keras lets them."""
    first = None if type(x1) in (int, float) else unwrap(x1)
    second = None if type(x2) in (int, float) else unwrap(x2)
    if first is None and second is None:
        return unwrap(x1), unwrap(x2)
    if first is None:
        first = _weak(x1, second)
    elif second is None:
        second = _weak(x2, first)
    elif first.dtype is not second.dtype:
        common = dtypes.torch_dtype(dtypes.result_type(TO_NAME[first.dtype], TO_NAME[second.dtype]))
        first, second = first.to(common), second.to(common)
    return first, second


# What TensorFlow calls these operations in its errors.
_TENSORFLOW = {"add": "AddV2", "subtract": "Sub", "multiply": "Mul", "divide": "RealDiv", "true_divide": "RealDiv", "power": "Pow", "mod": "FloorMod"}


def _weak(number, tensor):
    kind = dtypes.torch_dtype(dtypes.result_type(TO_NAME[tensor.dtype], type(number)))
    return placing.tensor(number, dtype=kind)


def _binary(name, compute, spec, doc):
    def function(x1, x2):
        first, second = operands(x1, x2)
        if spec is promoted_float:
            first, second = _numeric(first), _numeric(second)
        elif first.dtype is not second.dtype:
            common = torch.promote_types(first.dtype, second.dtype)
            first, second = first.to(common), second.to(common)
        try:
            return wrap(compute(first, second))
        except RuntimeError as error:
            if "must match" not in str(error):
                raise
            raise shape_mismatch(_TENSORFLOW.get(name, name.title().replace("_", "")), first.shape, second.shape) from None

    _define(name, function, spec, doc)


def larger(a, b):
    """torch.maximum, whose gradient goes to the first where both are equal, as TensorFlow's does."""
    if a.requires_grad or b.requires_grad:
        return torch.where((a >= b) | torch.isnan(a), a, b)
    return torch.maximum(a, b)


def smaller(a, b):
    """torch.minimum with TensorFlow's gradient."""
    if a.requires_grad or b.requires_grad:
        return torch.where((a <= b) | torch.isnan(a), a, b)
    return torch.minimum(a, b)


def _logaddexp2(a, b):
    return torch.logaddexp(a * _LN2, b * _LN2) / _LN2


_LN2 = 0.6931471805599453
for _name, _compute, _doc in [
    ("add", torch.add, "x1 + x2, broadcast."),
    ("subtract", torch.sub, "x1 - x2, broadcast."),
    ("multiply", torch.mul, "x1 * x2, broadcast."),
    ("power", torch.pow, "x1 to the power of x2."),
    ("mod", torch.remainder, "The remainder, with the sign of the divisor."),
    ("floor_divide", torch.floor_divide, "The quotient rounded down."),
    ("maximum", larger, "The larger of both."),
    ("minimum", smaller, "The smaller of both."),
    ("bitwise_and", torch.bitwise_and, "Bits that both have."),
    ("bitwise_or", torch.bitwise_or, "Bits that one of them has."),
    ("bitwise_xor", torch.bitwise_xor, "Bits that exactly one of them has."),
    ("gcd", lambda a, b: torch.gcd(a, b), "The greatest common divisor."),
    ("fmod", torch.fmod, "The remainder, with the sign of the dividend."),
]:
    _binary(_name, _compute, promoted, _doc)
for _name, _compute, _doc in [
    ("divide", torch.true_divide, "x1 / x2, in floating point."),
    ("true_divide", torch.true_divide, "x1 / x2, in floating point."),
    ("arctan2", lambda a, b: torch.atan2(a, b), "The angle of the point (x2, x1)."),
    ("logaddexp", lambda a, b: torch.logaddexp(a, b), "log(exp(x1) + exp(x2))."),
    ("logaddexp2", _logaddexp2, "log2(2**x1 + 2**x2)."),
    ("hypot", lambda a, b: torch.hypot(a, b), "sqrt(x1**2 + x2**2)."),
    ("copysign", lambda a, b: torch.copysign(a, b), "x1 with the sign of x2."),
    ("divide_no_nan", lambda a, b: torch.where(b == 0, torch.zeros_like(a), a / torch.where(b == 0, torch.ones_like(b), b)), "x1 / x2, 0 where x2 is 0."),
]:
    _binary(_name, _compute, promoted_float, _doc)
for _name, _compute, _doc in [
    ("equal", torch.eq, "Where x1 == x2."),
    ("not_equal", torch.ne, "Where x1 != x2."),
    ("less", torch.lt, "Where x1 < x2."),
    ("less_equal", torch.le, "Where x1 <= x2."),
    ("greater", torch.gt, "Where x1 > x2."),
    ("greater_equal", torch.ge, "Where x1 >= x2."),
    ("logical_and", lambda a, b: torch.logical_and(a, b), "Where both are true."),
    ("logical_or", lambda a, b: torch.logical_or(a, b), "Where one is true."),
    ("logical_xor", lambda a, b: torch.logical_xor(a, b), "Where exactly one is true."),
]:
    _binary(_name, _compute, compared, _doc)
for _name, _compute, _doc in [
    ("exp", torch.exp, "e**x."), ("exp2", lambda t: torch.pow(2.0, t), "2**x."), ("expm1", torch.expm1, "e**x - 1."),
    ("log", torch.log, "The natural logarithm."), ("log10", torch.log10, "The logarithm to base 10."),
    ("log1p", torch.log1p, "log(1 + x)."), ("log2", torch.log2, "The logarithm to base 2."),
    ("sqrt", torch.sqrt, "The square root."), ("rsqrt", torch.rsqrt, "1 / sqrt(x)."), ("reciprocal", torch.reciprocal, "1 / x."),
    ("sin", torch.sin, "The sine."), ("cos", torch.cos, "The cosine."), ("tan", torch.tan, "The tangent."),
    ("arcsin", lambda t: torch.asin(t), "The angle with this sine."), ("arccos", lambda t: torch.acos(t), "The angle with this cosine."),
    ("arctan", lambda t: torch.atan(t), "The angle with this tangent."), ("sinh", lambda t: torch.sinh(t), "The hyperbolic sine."),
    ("cosh", lambda t: torch.cosh(t), "The hyperbolic cosine."), ("tanh", torch.tanh, "The hyperbolic tangent."),
    ("arcsinh", lambda t: torch.asinh(t), "The inverse of sinh."), ("arccosh", lambda t: torch.acosh(t), "The inverse of cosh."),
    ("arctanh", lambda t: torch.atanh(t), "The inverse of tanh."), ("floor", torch.floor, "Rounded down."),
    ("ceil", torch.ceil, "Rounded up."), ("deg2rad", lambda t: t * 0.017453292519943295, "Degrees as radians."),
    ("rad2deg", lambda t: t * 57.29577951308232, "Radians as degrees."), ("sinc", lambda t: torch.sinc(t), "sin(pi x) / (pi x)."),
    ("cbrt", lambda t: torch.sign(t) * torch.pow(torch.abs(t), 1.0 / 3.0), "The cube root."),
    ("erf", lambda t: torch.erf(t), "The error function."), ("erfinv", lambda t: torch.erfinv(t), "The inverse of erf."),
]:  # fmt: skip
    _unary(_name, _compute, same_float, _doc)
for _name, _compute, _doc in [
    ("negative", torch.neg, "-x."), ("absolute", torch.abs, "Without the sign."), ("abs", torch.abs, "Without the sign."),
    ("square", torch.square, "x * x."), ("sign", torch.sign, "-1, 0 or 1."), ("conjugate", lambda t: t, "x itself: tensors are real."),
    ("conj", lambda t: t, "x itself: tensors are real."), ("real", lambda t: t, "x itself: tensors are real."),
    ("imag", torch.zeros_like, "Zeros: tensors are real."), ("bitwise_not", torch.bitwise_not, "All bits turned."),
    ("bitwise_invert", torch.bitwise_not, "All bits turned."), ("trunc", lambda t: t.trunc() if t.is_floating_point() else t, "Without the fraction."),
]:  # fmt: skip
    _unary(_name, _compute, same, _doc)


def _finite_test(test):
    return lambda t: test(t) if t.is_floating_point() else torch.full_like(t, test is torch.isfinite, dtype=torch.bool)


for _name, _compute, _doc in [
    ("isnan", _finite_test(torch.isnan), "Where x is not a number."),
    ("isinf", _finite_test(torch.isinf), "Where x is infinite."),
    ("isfinite", _finite_test(torch.isfinite), "Where x is a finite number."),
    ("isposinf", lambda t: t == float("inf"), "Where x is +infinity."),
    ("isneginf", lambda t: t == float("-inf"), "Where x is -infinity."),
    ("isreal", lambda t: torch.ones_like(t, dtype=torch.bool), "True everywhere: tensors are real."),
    ("logical_not", lambda t: torch.logical_not(t), "Where x is false."),
    ("signbit", lambda t: t < 0, "Where x is negative."),
]:
    _unary(_name, _compute, same_bool, _doc)


@op(same)
def round(x, decimals=0):
    """Rounded to so many decimals; halves to the even neighbour."""
    found = unwrap(x)
    return wrap(torch.round(found, decimals=decimals) if found.is_floating_point() else found)


def _clip_spec(x, x_min, x_max):
    return same(x)


@op(_clip_spec, tensors=("x",))
def clip(x, x_min, x_max):
    """Values outside of [x_min, x_max] become its ends."""
    found = unwrap(x)
    low, high = (each if isinstance(each, (int, float, type(None))) else unwrap(each) for each in (x_min, x_max))
    if isinstance(low, torch.Tensor) or isinstance(high, torch.Tensor):
        low = found.new_tensor(low) if not isinstance(low, torch.Tensor) and low is not None else low
        high = found.new_tensor(high) if not isinstance(high, torch.Tensor) and high is not None else high
        if low is not None:
            found = torch.maximum(found, low.to(found.dtype))
        return wrap(found if high is None else torch.minimum(found, high.to(found.dtype)))
    if not found.is_floating_point() and (isinstance(low, float) or isinstance(high, float)):
        found = _numeric(found)
    return wrap(torch.clamp(found, low, high))


@op(same, tensors=("x",))
def nan_to_num(x, nan=0.0, posinf=None, neginf=None):
    """NaN and infinities replaced by numbers."""
    return wrap(torch.nan_to_num(unwrap(x), nan, posinf, neginf))


def _where_spec(condition, x1=None, x2=None):
    from keras.src.ops.symbolic import broadcast, shape_of, symbolic

    shape = broadcast(shape_of(condition), shape_of(x1), shape_of(x2))
    return symbolic(shape, dtypes.result_type(dtype_of(x1), dtype_of(x2)))


@op(_where_spec, tensors=("condition", "x1", "x2"))
def where(condition, x1=None, x2=None):
    """x1 where the condition holds, x2 elsewhere; without them the indices where it holds."""
    found = unwrap(condition).to(torch.bool)
    if x1 is None and x2 is None:
        return [wrap(each.to(torch.int32)) for each in torch.nonzero(found, as_tuple=True)]
    first, second = operands(x1, x2)
    return wrap(torch.where(found, first, second.to(first.dtype) if second.dtype is not first.dtype else second))


@op(compared)
def isclose(x1, x2, rtol=1e-5, atol=1e-8, equal_nan=False):
    """Where both are nearly equal: |x1 - x2| <= atol + rtol * |x2|."""
    first, second = operands(x1, x2)
    return wrap(torch.isclose(_numeric(first), _numeric(second), rtol=rtol, atol=atol, equal_nan=equal_nan))


@op(promoted)
def left_shift(x, y):
    """Bits moved up."""
    first, second = operands(x, y)
    return wrap(torch.bitwise_left_shift(first, second))


@op(promoted)
def right_shift(x, y):
    """Bits moved down."""
    first, second = operands(x, y)
    return wrap(torch.bitwise_right_shift(first, second))


bitwise_left_shift, bitwise_right_shift = left_shift, right_shift


@op(same)
def angle(x):
    """0 for positive numbers, pi for negative ones."""
    found = unwrap(x)
    return wrap(torch.where(found < 0, torch.full_like(found, 3.141592653589793), torch.zeros_like(found)))


@op(promoted_float)
def heaviside(x1, x2):
    """0 for negative x1, x2 for zeros, 1 for positive ones."""
    first, second = operands(x1, x2)
    one = torch.ones_like(first)
    return wrap(torch.where(first < 0, one * 0, torch.where(first > 0, one, second.to(first.dtype))))


__all__ += [
    "round", "clip", "nan_to_num", "where", "isclose", "left_shift", "right_shift", "bitwise_left_shift", "bitwise_right_shift", "angle",
    "heaviside", "operands",
]  # fmt: skip
