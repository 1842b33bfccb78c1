"""Arithmetic of NumPy scalars: in Python where both operands are numbers, through the ufuncs where one is an array."""

import math
import operator

from numpy._core import dtypes, promotion, scalars, umath
from numpy._core.errstate import report
from numpy._core.ndarray import ndarray
from numpy._core.promotion import promote, python_dtype
from numpy._core.scalars import FALSE, TRUE, scalar_of
from numpy._core.abstract import generic, wrap_integer

_PYTHON = (float, int, bool, complex)
_float64 = dtypes.float64


def _kinds(a, b):
    if promotion.python_numbers_are_weak:
        if not isinstance(b, generic):
            return (promotion.weak(a.dtype, b),) * 2
        if not isinstance(a, generic):
            return (promotion.weak(b.dtype, a),) * 2
    return (a.dtype if isinstance(a, generic) else python_dtype(a)), (b.dtype if isinstance(b, generic) else python_dtype(b))


def _value(x):
    return x._v if isinstance(x, generic) else x


def _made(kind, value, name):
    """A scalar of a computed value: rounded to the dtype, wrapped, or infinite; `name` is the operation's in warnings."""
    try:
        made = scalar_of(kind, value)
    except OverflowError:
        report("over", f"scalar {name}")
        return kind.type(math.inf)
    if kind.kind in "iu":
        if made._v != value:
            report("over", f"scalar {name}")
    elif kind.kind == "f" and math.isinf(made._v) and math.isfinite(value):
        report("over", f"scalar {name}")
    return made


def _divided(kind, x, y, name):
    if y == 0 and kind.kind != "c":
        if x == 0 or x != x:
            if x == x:
                report("invalid", f"{name}")
            return kind.type(math.nan)
        report("divide", f"{name}")
        return kind.type(math.copysign(math.inf, x) * math.copysign(1, y))
    if y == 0:
        return kind.type(complex(math.nan, math.nan))
    return _made(kind, x / y, "divide")


def _floor_divided(kind, x, y):
    if y == 0:
        if kind.kind not in "iu":
            return _divided(kind, x, y, "scalar floor_divide")
        report("divide", "scalar floor_divide")
        return kind.type(0)
    return _made(kind, x // y, "floor_divide")


def _remainder(kind, x, y):
    if y == 0:
        report("divide" if kind.kind in "iu" else "invalid", "scalar remainder")
        return kind.type(0) if kind.kind in "iu" else kind.type(math.nan)
    if kind.kind == "f" and math.isinf(x):
        return kind.type(math.nan)
    return _made(kind, x % y, "remainder")


def _powered(kind, x, y):
    if kind.kind in "iu" and y < 0:
        raise ValueError("Integers to negative integer powers are not allowed.")
    try:
        made = x**y
    except ZeroDivisionError:
        report("divide", "scalar power")
        return kind.type(math.inf)
    except OverflowError:
        report("over", "scalar power")
        return kind.type(math.inf if x > 0 or y % 2 == 0 else -math.inf)
    if isinstance(made, complex) and kind.kind != "c":
        report("invalid", "scalar power")
        return kind.type(math.nan)
    if kind.kind in "iu":
        return kind.type(wrap_integer(kind.type, made))  # NumPy's integer powers wrap without a warning
    return _made(kind, made, "power")


def _arithmetic(name, function, compute=None):
    """The forward and the reflected operator."""

    def calculate(a, b):
        first, second = _kinds(a, b)
        kind = first if first is second else promote(first, second)
        x, y = _value(a), _value(b)
        if kind.kind == "b":
            if name in ("floordiv", "mod", "pow"):
                kind = dtypes.int8
            elif name == "truediv":
                kind = _float64
            elif name == "sub":
                umath.subtract._refuse_bool()
            else:
                return TRUE if (x or y if name == "add" else x and y) else FALSE
        elif name == "truediv" and kind.kind in "iu":
            kind = _float64
        if compute is not None:
            return compute(kind, x, y)
        made = function(x, y)
        if kind is _float64:
            if made - made != 0 and x - x == 0 and y - y == 0:
                report("over", f"scalar {_UFUNCS[name]}")
            return float.__new__(scalars.float64, made)
        return _made(kind, made, _UFUNCS[name])

    def forward(self, other):
        if isinstance(other, (*_PYTHON, generic)):
            if not isinstance(other, str) and not isinstance(self, str):
                return calculate(self, other)
        if name == "mul" and isinstance(other, (list, tuple)) and isinstance(self, scalars.integer):
            return other * self._v  # as NumPy 1 does
        return _with_array(other, lambda: getattr(umath, _UFUNCS[name])(self, other))

    def backward(self, other):
        if isinstance(other, (*_PYTHON, generic)) and not isinstance(other, str):
            return calculate(other, self)
        if name == "add" and isinstance(other, str):
            raise TypeError(f'can only concatenate str (not "numpy.{type(self).__name__}") to str')
        if name == "mul" and isinstance(other, (list, tuple, str)) and isinstance(self, scalars.integer):
            return other * self._v
        return _with_array(other, lambda: getattr(umath, _UFUNCS[name])(other, self))

    return forward, backward


_UFUNCS = {
    "add": "add", "sub": "subtract", "mul": "multiply", "truediv": "divide", "floordiv": "floor_divide", "mod": "remainder", "pow": "power",
    "and": "bitwise_and", "or": "bitwise_or", "xor": "bitwise_xor", "lshift": "left_shift", "rshift": "right_shift",
    "lt": "less", "le": "less_equal", "gt": "greater", "ge": "greater_equal", "eq": "equal", "ne": "not_equal",
}  # fmt: skip


def _with_array(other, compute):
    """Arrays, sequences and what no arithmetic knows take the ufunc; anything else (a tensor) is asked first."""
    if isinstance(other, (ndarray, list, tuple, str, bytes, dict, set, type(None))):
        return compute()
    return NotImplemented


_TABLE = {
    "add": (operator.add, None), "sub": (operator.sub, None), "mul": (operator.mul, None),
    "truediv": (None, lambda kind, x, y: _divided(kind, x, y, "scalar divide")), "floordiv": (None, _floor_divided), "mod": (None, _remainder),
    "pow": (None, _powered),
}  # fmt: skip
_NUMERIC = (scalars.number, scalars.float64, scalars.complex128, scalars.bool_)


def _install(kinds, name, method):
    method.__name__ = name
    for kind in kinds:
        setattr(kind, name, method)


for _name, (_function, _compute) in _TABLE.items():
    _forward, _backward = _arithmetic(_name, _function, _compute)
    _install(_NUMERIC, f"__{_name}__", _forward)
    _install(_NUMERIC, f"__r{_name}__", _backward)


def _bits(name, function):
    def calculate(a, b):
        first, second = _kinds(a, b)
        kind = first if first is second else promote(first, second)
        if kind.kind not in "iub":
            raise TypeError(
                f"ufunc {_UFUNCS[name]!r} not supported for the input types, and the inputs could not be safely coerced to any supported "
                "types according to the casting rule ''safe''"
            )
        made = function(_value(a), _value(b))
        if kind.kind == "b" and name not in ("lshift", "rshift"):
            return TRUE if made else FALSE
        return scalar_of(kind if kind.kind != "b" else dtypes.int64, made)

    def forward(self, other):
        return calculate(self, other) if isinstance(other, (int, generic)) else _with_array(other, lambda: getattr(umath, _UFUNCS[name])(self, other))

    def backward(self, other):
        return calculate(other, self) if isinstance(other, (int, generic)) else _with_array(other, lambda: getattr(umath, _UFUNCS[name])(other, self))

    return forward, backward


for _name, _function in (("and", operator.and_), ("or", operator.or_), ("xor", operator.xor), ("lshift", operator.lshift), ("rshift", operator.rshift)):
    _forward, _backward = _bits(_name, _function)
    _install((scalars.integer, scalars.bool_), f"__{_name}__", _forward)
    _install((scalars.integer, scalars.bool_), f"__r{_name}__", _backward)


def _comparison(name, function):
    def compare(self, other):
        if isinstance(other, (*_PYTHON, generic)) and not isinstance(other, str):
            return TRUE if function(_value(self), _value(other)) else FALSE
        if isinstance(other, (ndarray, list, tuple)):
            return getattr(umath, _UFUNCS[name])(self, other)
        if name in ("eq", "ne") and (other is None or isinstance(other, str)):
            return name == "ne"
        return NotImplemented

    return compare


for _name in ("lt", "le", "gt", "ge", "eq", "ne"):
    _install(_NUMERIC, f"__{_name}__", _comparison(_name, getattr(operator, _name)))
for _kind in (*_NUMERIC, scalars.generic):
    _kind.__hash__ = scalars.generic.__hash__
scalars.float64.__hash__ = float.__hash__
scalars.complex128.__hash__ = complex.__hash__


def _negative(self):
    if self.dtype.kind == "b":
        umath.negative._refuse_bool()
    return _made(self.dtype, -self._v, "negative")


def _absolute(self):
    kind = self.dtype
    if kind.kind == "c":
        return (scalars.float32 if kind.itemsize == 8 else scalars.float64)(abs(self._v))
    return self if kind.kind == "b" else _made(kind, abs(self._v), "absolute")


_install(_NUMERIC, "__neg__", _negative)
_install(_NUMERIC, "__pos__", lambda self: self)
_install(_NUMERIC, "__abs__", _absolute)
_install(_NUMERIC, "__divmod__", lambda self, other: (self // other, self % other))
_install(_NUMERIC, "__rdivmod__", lambda self, other: (other // self, other % self))


def _matmul(self, other):
    raise ValueError(
        "matmul: Input operand 0 does not have enough dimensions (has 0, gufunc core with signature (n?,k),(k,m?)->(n?,m?) requires 1)"
    )


_install(_NUMERIC, "__matmul__", _matmul)


def _float_round(self, ndigits=None):
    if ndigits is None:
        return round(self._v)
    from numpy._core.fromnumeric import around

    return around(self, ndigits)


scalars.float64.__round__ = _float_round
for _name in ("is_integer", "as_integer_ratio", "__trunc__", "__floor__", "__ceil__", "hex"):
    if hasattr(float, _name):
        setattr(scalars.float64, _name, getattr(float, _name))
scalars.float64.conjugate = scalars.float64.conj = lambda self: self
scalars.float64.real = property(lambda self: self)
scalars.float64.imag = property(lambda self: scalars.float64(0.0))
