"""NumPy's functions of elements, as ufunc objects, and the operators of arrays and scalars that call them."""

import builtins
import math
import operator
import struct

import bridge
from numpy._core import dtypes, fastpath
from numpy._core.errstate import errstate, report, watch, warn
from numpy._core.ndarray import as_array, from_values, masked, method, ndarray, result, values, wrap
from numpy._core.ufunc import ufunc
from numpy._core.ufunc_errors import UFuncTypeError


def _complex_function(name):
    """A function of Python numbers that may be complex."""

    def apply(value):
        own = getattr(value, name, None)
        if own is not None and not isinstance(value, (int, float, complex)):
            return own()
        import cmath

        return getattr(cmath, name)(value) if isinstance(value, complex) else getattr(math, name)(value)

    return apply


def _unary(name, policy, loop=None, python=None, doc="", **options):
    return ufunc(name, 1, policy, loop or name, python, doc=doc, **options)


def _binary(name, policy, loop=None, python=None, doc="", **options):
    return ufunc(name, 2, policy, loop or name, python, doc=doc, **options)


# --- arithmetic ---------------------------------------------------------------------------------------------------

add = _binary("add", "same", "add", operator.add, "x1 + x2.", identity=0, on_bool="logical_or", scalar=True)
subtract = _binary("subtract", "same", "sub", operator.sub, "x1 - x2.", scalar=True)
multiply = _binary("multiply", "same", "mul", operator.mul, "x1 * x2.", identity=1, on_bool="logical_and", scalar=True)
divide = true_divide = _binary("divide", "divide", "div", operator.truediv, "x1 / x2, always floating point.", scalar=True)


def _zeros_aside(loop):
    """Integer division by zero gives 0 and a warning; floating point follows the engine."""

    def compute(a, b):
        kind = a._dtype
        name = "floor_divide" if loop == "floor_divide" else "remainder" if loop == "remainder" else "fmod"
        if kind.kind == "f":
            made = wrap(getattr(bridge, loop)(a._array_handle, b._array_handle), kind)
            if name == "remainder":  # a remainder of 0 has the sign of the divisor
                made = as_array(where(made == 0, copysign(0.0, b), made))
            zero = b == 0
            if bool(as_array(zero).any()):
                if name == "floor_divide":
                    with errstate(all="ignore"):
                        made = as_array(where(zero, divide(a, b), made))
                report("divide" if name == "floor_divide" else "invalid", name)
            return made
        zero = as_array(b == 0)
        if not bool(zero.any()):
            return wrap(getattr(bridge, loop)(a._array_handle, b._array_handle), kind)
        report("divide", name)
        safe = as_array(where(zero, from_values([1], (), kind), b))
        return where(zero, from_values([0], (), kind), wrap(getattr(bridge, loop)(a._array_handle, safe._array_handle), kind))

    return compute


floor_divide = _binary("floor_divide", "same", None, operator.floordiv, "x1 // x2, rounded down.", compose=_zeros_aside("floor_divide"), on_bool="int8")
remainder = mod = _binary("remainder", "same", None, operator.mod, "x1 % x2 with the sign of x2.", compose=_zeros_aside("remainder"), on_bool="int8")
fmod = _binary("fmod", "same", None, math.fmod, "The remainder with the sign of x1.", compose=_zeros_aside("fmod"), on_bool="int8")


def _power(a, b):
    if a._dtype.kind in "iu" and bool(as_array(b < 0).any()):
        raise ValueError("Integers to negative integer powers are not allowed.")
    return wrap(masked(bridge.pow(a._array_handle, b._array_handle), a._dtype), a._dtype)


def _squared(x):
    if x._dtype.kind != "f":
        return multiply(x, x)
    made = wrap(bridge.mul(x._array_handle, x._array_handle), x._dtype)
    made._shape = x.shape
    watch("square", made, (x,))
    return made


class _Power(ufunc):
    """power, with squares and roots taken the short way."""

    def _quick(self, first, second=None):
        if type(first) is ndarray and type(second) in (int, float) and first._dtype.kind == "f" and first.shape:
            if second == 2:
                return _squared(first)
            if second == 0.5:
                return sqrt(first)
            if second == 1:
                return first.copy()
            if second == -1:
                return reciprocal(first)
            if second == 3 and first.size > 4096:  # pow would take a hundred times as long for the same digits but the last
                return multiply(multiply(first, first), first)
        return None

    def _general(self, args, wanted):
        made = super()._general(args, wanted)
        if made._dtype.kind == "f":
            watch("power", made, args)
        return made


power = _Power("power", 2, "same", "pow", operator.pow, compose=_power, on_bool="int8", doc="x1 ** x2.")
float_power = ufunc("float_power", 2, "divide", "pow", operator.pow, compose=lambda a, b: power(a, b), doc="x1 ** x2 in float64.")
negative = _unary("negative", "same", "neg", operator.neg, "-x.")
positive = _unary("positive", "same", "clone", operator.pos, "+x.")
absolute = abs = _unary("absolute", "same", "abs", builtins.abs, "The distance from 0.", on_bool="clone")
fabs = _unary("fabs", "float", "abs", math.fabs, "The distance from 0, in floating point.")
sign = _unary("sign", "same", "sign", lambda x: (x > 0) - (x < 0), "-1, 0 or 1.", compose=lambda x: _sign(x))
reciprocal = _unary("reciprocal", "same", "reciprocal", lambda x: 1 / x, "1 / x.", on_bool="int8", compose=lambda x: _reciprocal(x))
square = _unary("square", "same", "mul", lambda x: x * x, "x * x.", on_bool="int8", compose=lambda x: _squared(x))


def _reciprocal(x):
    if x._dtype.kind != "f":
        return floor_divide(1, x)
    with errstate(all="ignore"):
        made = divide(1, x)
    watch("reciprocal", as_array(made), (x,))
    return made


def _sign(x):
    made = wrap(bridge.sign(x._array_handle), x._dtype)
    return where(x != x, x, made) if x._dtype.kind == "f" else made


# --- exponentials, trigonometry, rounding ---------------------------------------------------------------------------

for _name, _loop, _doc in (
    ("exp", "exp", "e ** x."), ("exp2", "exp2", "2 ** x."), ("expm1", "expm1", "e ** x - 1, exact near 0."),
    ("log", "log", "The natural logarithm."), ("log2", "log2", "The logarithm to base 2."), ("log10", "log10", "The logarithm to base 10."),
    ("log1p", "log1p", "log(1 + x), exact near 0."), ("sqrt", "sqrt", "The square root."), ("sin", "sin", "The sine of an angle in radians."),
    ("cos", "cos", "The cosine of an angle in radians."), ("tan", "tan", "The tangent of an angle in radians."),
    ("arcsin", "asin", "The angle whose sine is x."), ("arccos", "acos", "The angle whose cosine is x."),
    ("arctan", "atan", "The angle whose tangent is x."), ("sinh", "sinh", "The hyperbolic sine."), ("cosh", "cosh", "The hyperbolic cosine."),
    ("tanh", "tanh", "The hyperbolic tangent."), ("arcsinh", "asinh", "The inverse of sinh."), ("arccosh", "acosh", "The inverse of cosh."),
    ("arctanh", "atanh", "The inverse of tanh."), ("floor", "floor", "The largest whole number not above x."),
    ("ceil", "ceil", "The smallest whole number not below x."), ("trunc", "trunc", "x without its fraction."),
    ("rint", "round", "The nearest whole number, halves to the even one."),
):  # fmt: skip
    globals()[_name] = _unary(_name, "float", _loop, _complex_function(_loop), _doc)
deg2rad = radians = _unary("deg2rad", "float", None, math.radians, "Degrees as radians.", compose=lambda x: multiply(x, math.pi / 180))
rad2deg = degrees = _unary("rad2deg", "float", None, math.degrees, "Radians as degrees.", compose=lambda x: multiply(x, 180 / math.pi))


def _cbrt(x):
    root = multiply(sign(x), power(absolute(x), 1 / 3))
    # One step of Newton's method: powers of 1/3 are off by a rounding or two (27 ** (1/3) is 3.0000000000000004… short).
    safe = where(equal(root, 0), 1.0, root)
    better = subtract(root, divide(subtract(multiply(multiply(safe, safe), safe), x), multiply(3.0, multiply(safe, safe))))
    return where(logical_or(equal(x, 0), logical_not(isfinite(x))), x, better)


cbrt = _unary("cbrt", "float", None, math.cbrt, "The cube root.", compose=_cbrt)
arctan2 = _binary("arctan2", "float", "atan2", math.atan2, "The angle of the point (x2, x1).")
hypot = _binary("hypot", "float", "hypot", math.hypot, "sqrt(x1**2 + x2**2).")
copysign = _binary("copysign", "float", "copysign", math.copysign, "x1 with the sign of x2.")


def _logaddexp(base_log, base_exp):
    def compute(a, b):
        top = maximum(a, b)
        apart = negative(absolute(subtract(a, b)))
        same = equal(a, b)
        return where(same, add(a, base_log(as_array(2.0))), add(top, base_log(add(1.0, base_exp(where(same, 0.0, apart))))))

    return compute


logaddexp = _binary("logaddexp", "float", None, None, "log(exp(x1) + exp(x2)).", compose=lambda a, b: _logaddexp(log, exp)(a, b), identity=-math.inf)
logaddexp2 = _binary("logaddexp2", "float", None, None, "log2(2**x1 + 2**x2).", compose=lambda a, b: _logaddexp(log2, exp2)(a, b))
heaviside = _binary("heaviside", "float", None, None, "0 below 0, 1 above, x2 at 0.", compose=lambda a, b: where(less(a, 0), 0.0, where(equal(a, 0), b, where(isnan(a), a, 1.0))))
nextafter = _binary("nextafter", "float", None, None, "The next number after x1 towards x2.", compose=lambda a, b: _each(_next_after(a._dtype), a, b))
ldexp = _binary("ldexp", "float", None, None, "x1 * 2**x2.", compose=lambda a, b: multiply(a, exp2(b)))
gcd = _binary("gcd", "same", None, math.gcd, "The greatest common divisor.", compose=lambda a, b: _each(math.gcd, a, b), identity=0)
lcm = _binary("lcm", "same", None, math.lcm, "The least common multiple.", compose=lambda a, b: _each(math.lcm, a, b))
spacing = _unary("spacing", "float", None, math.ulp, "The distance to the next number.", compose=lambda a: _each(math.ulp, a))


def _next_after(kind):
    """math.nextafter for the dtype: of a narrow one the bits are counted up or down."""
    if kind.itemsize == 8:
        return math.nextafter
    code, bits = ("f", "i") if kind.itemsize == 4 else ("e", "h")

    def step(x, y):
        if x == y or x != x or y != y:
            return y if x == y else math.nan
        (at,) = struct.unpack(bits, struct.pack(code, builtins.abs(x)))
        if at == 0:
            return math.copysign(struct.unpack(code, struct.pack(bits, 1))[0], y)
        (size,) = struct.unpack(code, struct.pack(bits, at + (1 if (y > x) == (x > 0) else -1)))
        return math.copysign(size, x)

    return step


def _each(function, *arrays):
    """A function that the engine lacks, element by element in Python."""
    from numpy._core.shape_base import broadcast_arrays

    parts = broadcast_arrays(*arrays)
    flat = [function(*row) for row in zip(*map(values, parts), strict=True)]
    return from_values(flat, parts[0].shape, arrays[0]._dtype)


# --- extremes, comparison, logic, bits --------------------------------------------------------------------------------

maximum = _binary("maximum", "same", "maximum", max, "The larger; NaN wins.", on_bool="logical_or")
minimum = _binary("minimum", "same", "minimum", min, "The smaller; NaN wins.", on_bool="logical_and")
fmax = _binary("fmax", "same", "fmax", max, "The larger; NaN loses.", on_bool="logical_or")
fmin = _binary("fmin", "same", "fmin", min, "The smaller; NaN loses.", on_bool="logical_and")
equal = _binary("equal", "compare", "eq", operator.eq, "x1 == x2.", scalar=True)
not_equal = _binary("not_equal", "compare", "ne", operator.ne, "x1 != x2.", scalar=True)
less = _binary("less", "compare", "lt", operator.lt, "x1 < x2.", scalar=True)
less_equal = _binary("less_equal", "compare", "le", operator.le, "x1 <= x2.", scalar=True)
greater = _binary("greater", "compare", "gt", operator.gt, "x1 > x2.", scalar=True)
greater_equal = _binary("greater_equal", "compare", "ge", operator.ge, "x1 >= x2.", scalar=True)
logical_and = _binary("logical_and", "logical", "logical_and", lambda a, b: bool(a and b), "Both are true.", identity=True)
logical_or = _binary("logical_or", "logical", "logical_or", lambda a, b: bool(a or b), "At least one is true.", identity=False)
logical_xor = _binary("logical_xor", "logical", "logical_xor", lambda a, b: bool(a) != bool(b), "Exactly one is true.", identity=False)
logical_not = _unary("logical_not", "logical", "logical_not", operator.not_, "Whether x is false.")
bitwise_and = _binary("bitwise_and", "bits", "bitwise_and", operator.and_, "x1 & x2.", identity=-1, on_bool="logical_and")
bitwise_or = _binary("bitwise_or", "bits", "bitwise_or", operator.or_, "x1 | x2.", identity=0, on_bool="logical_or")
bitwise_xor = _binary("bitwise_xor", "bits", "bitwise_xor", operator.xor, "x1 ^ x2.", identity=0, on_bool="logical_xor")
invert = bitwise_not = _unary("invert", "bits", "bitwise_not", operator.invert, "~x.", on_bool="logical_not")
left_shift = _binary("left_shift", "bits", "bitwise_left_shift", operator.lshift, "x1 << x2.", on_bool="int8")
right_shift = _binary("right_shift", "bits", "bitwise_right_shift", operator.rshift, "x1 >> x2.", on_bool="int8")
isnan = _unary("isnan", "test", "isnan", lambda x: x != x, "Whether x is NaN.")
isinf = _unary("isinf", "test", "isinf", lambda x: builtins.abs(x) == math.inf, "Whether x is infinite.")
isfinite = _unary("isfinite", "test", "isfinite", lambda x: x - x == 0, "Whether x is neither NaN nor infinite.")
signbit = _unary("signbit", "test", "signbit", lambda x: math.copysign(1, x) < 0, "Whether the sign is negative.")
conjugate = conj = _unary("conjugate", "same", "clone", lambda x: x.conjugate(), "The number mirrored at the real axis.", on_bool="clone")


def where(condition, x, y):
    """Chooses between two arrays (the function of multiarray.py, reached late because it needs this module)."""
    from numpy._core.multiarray import where as choose

    return choose(condition, x, y)


# --- functions with two results ---------------------------------------------------------------------------------------


def divmod(x1, x2):
    """(x1 // x2, x1 % x2)."""
    return floor_divide(x1, x2), remainder(x1, x2)


def modf(x):
    """(fraction, whole part), both with the sign of x."""
    whole = trunc(x)  # noqa: F821  made in the loop above
    return result(as_array(where(isinf(x), copysign(0.0, x), subtract(x, whole)))), whole


def frexp(x):
    """(mantissa, exponent): x = mantissa * 2**exponent."""
    a = as_array(x)
    pairs = [math.frexp(value) for value in values(a)]
    kind = a._dtype if a._dtype.kind == "f" else dtypes.float64
    return (
        result(from_values([m for m, _ in pairs], a.shape, kind)),
        result(from_values([e for _, e in pairs], a.shape, dtypes.int32)),
    )


# --- operators --------------------------------------------------------------------------------------------------------


def _defers(other):
    """Whether the other operand (a torch tensor) wants to decide itself."""
    return getattr(other, "__array_priority__", -1) > 0 and not isinstance(other, ndarray) or getattr(other, "__array_ufunc__", 0) is None


def _operator(function, name):
    def forward(self, other):
        made = fastpath.binary(function, self, other)
        if made is not None:
            return made
        if type(other) is not ndarray and _defers(other):
            return NotImplemented
        return function(self, other)

    def backward(self, other):
        made = fastpath.binary(function, self, other, True)
        if made is not None:
            return made
        return NotImplemented if _defers(other) else function(other, self)

    def in_place(self, other):
        made = fastpath.in_place(function, self, other)
        return function(self, other, out=self) if made is None else made

    for prefix, each in (("", forward), ("r", backward), ("i", in_place)):
        each.__name__ = f"__{prefix}{name}__"
        setattr(ndarray, each.__name__, each)


for _name, _function in (
    ("add", add), ("sub", subtract), ("mul", multiply), ("truediv", true_divide), ("floordiv", floor_divide), ("mod", remainder),
    ("pow", power), ("and", bitwise_and), ("or", bitwise_or), ("xor", bitwise_xor), ("lshift", left_shift), ("rshift", right_shift),
):  # fmt: skip
    _operator(_function, _name)


def _compare(function, name, unlike):
    symbol = {"lt": "<", "le": "<=", "gt": ">", "ge": ">="}.get(name)

    def compare(self, other):
        made = fastpath.binary(function, self, other)
        if made is not None:
            return made
        if type(other) is not ndarray and _defers(other):
            return NotImplemented
        if unlike is not None:
            return _equality(function, self, other, unlike)
        try:
            return function(self, other)
        except UFuncTypeError:
            kind = f"{type(other).__module__}.{type(other).__name__}".removeprefix("builtins.")
            raise TypeError(f"'{symbol}' not supported between instances of 'numpy.ndarray' and '{kind}'") from None

    compare.__name__ = f"__{name}__"
    setattr(ndarray, compare.__name__, compare)


def _equality(function, self, other, unlike):
    """== and != answer for operands that cannot be compared, too."""
    if type(other) in (int, float):
        return function(self, other)
    text = self._dtype.kind in "US"
    if other is None or isinstance(other, (str, bytes)) != text and not isinstance(other, (ndarray, list, tuple)):
        if self._dtype.kind == "O":
            return function(self, from_values([other], (), self._dtype))
        if other is None:
            return from_values([unlike] * self.size, self.shape, dtypes.bool_)
        return _incomparable(unlike)
    second = as_array(other)
    if (second._dtype.kind in "US") != text and "O" not in (second._dtype.kind, self._dtype.kind):
        return _incomparable(unlike)
    try:
        return function(self, second)
    except ValueError:
        if self.shape == second.shape:
            raise
        warn("elementwise comparison failed; this will raise an error in the future.", DeprecationWarning)
        return unlike


def _incomparable(unlike):
    text = "elementwise comparison failed; returning scalar instead, but in the future will perform elementwise comparison"
    warn(text, FutureWarning)
    return unlike


for _name, _function, _unlike in (
    ("lt", less, None), ("le", less_equal, None), ("gt", greater, None), ("ge", greater_equal, None), ("eq", equal, False), ("ne", not_equal, True),
):  # fmt: skip
    _compare(_function, _name, _unlike)
ndarray.__neg__ = lambda self: negative(self)
ndarray.__pos__ = lambda self: positive(self)
ndarray.__abs__ = lambda self: absolute(self)
ndarray.__invert__ = lambda self: invert(self)
ndarray.__divmod__ = lambda self, other: divmod(self, other)
ndarray.__rdivmod__ = lambda self, other: divmod(other, self)


@method
def conj(self):
    """The complex conjugate."""
    return conjugate(self)


ndarray.conjugate = ndarray.conj
conj = conjugate


__all__ = [
    name for name, value in list(globals().items()) if isinstance(value, ufunc) and not name.startswith("_")
] + ["divmod", "modf", "frexp"]
