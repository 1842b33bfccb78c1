"""Element by element: arithmetic with the engine's promotion, comparisons, choices, and activations."""

import math

from ..builder import BOOL, DOUBLE
from ..graph import UnsupportedOperationError, is_dynamic
from .register import RULES, result, rule

_UNARY = """abs acos acosh asin asinh atan atanh ceil cos cosh erf exp floor log neg reciprocal relu round rsqrt sigmoid sign
sin sinh sqrt tan tanh""".split()
_BINARY = "add sub mul div pow maximum minimum".split()


def _float(dtype):
    return dtype <= 3


@rule(*_UNARY)
def _unary(b, node, x):
    return b.unary(node.op, b.cast(x, result(node)[1]))


@rule("square")
def _square(b, node, x):
    return b.binary("mul", x, x)


@rule("expm1")
def _expm1(b, node, x):
    return b.plus(b.unary("exp", x), -1)


@rule("log1p")
def _log1p(b, node, x):
    return b.unary("log", b.plus(x, 1))


@rule("exp2")
def _exp2(b, node, x):
    return b.unary("exp", b.scaled(x, math.log(2)))


@rule("log2", "log10")
def _log_of_base(b, node, x):
    return b.scaled(b.unary("log", x), 1 / math.log(2 if node.op == "log2" else 10))


@rule("erfc")
def _erfc(b, node, x):
    return b.plus(b.unary("neg", b.unary("erf", x)), 1)


@rule("trunc")
def _trunc(b, node, x):
    return b.binary("mul", b.unary("sign", x), b.unary("floor", b.unary("abs", x)))


@rule("frac")
def _frac(b, node, x):
    return b.binary("sub", x, _trunc(b, node, x))


# --- two operands -----------------------------------------------------------------------------------------------------


def _number(b, pair, dtype):
    value = pair[0]
    if is_dynamic(value):
        return b.number(value, dtype)
    return b.number(float(value) if _float(dtype) else bool(value) if dtype == BOOL else int(value), dtype)


def _operands(b, node, wires):
    """The operands of op, op_scalar (a number on the right) or op_rscalar (on the left), in the result's dtype."""
    dtype = result(node)[1]
    if node.op.endswith("scalar"):
        number = _number(b, node.numbers[0], dtype)
        pair = [number, wires[0]] if node.op.endswith("_rscalar") else [wires[0], number]
    else:
        pair = wires
    return [b.cast(wire, dtype) for wire in pair]


def _binary(b, node, *wires):
    return b.binary(node.op.removesuffix("_rscalar").removesuffix("_scalar"), *_operands(b, node, wires))


for _name in _BINARY:
    for _form in (_name, f"{_name}_scalar", f"{_name}_rscalar"):
        RULES[_form] = _binary


@rule("fmax", "fmin")
def _extreme(b, node, x, y):
    dtype = result(node)[1]
    return b.binary("maximum" if node.op == "fmax" else "minimum", b.cast(x, dtype), b.cast(y, dtype))


@rule("add_alpha", "sub_alpha")
def _with_alpha(b, node, x, y):
    dtype = result(node)[1]
    y = b.binary("mul", b.cast(y, dtype), _number(b, node.numbers[0], dtype))
    return b.binary(node.op.removesuffix("_alpha"), b.cast(x, dtype), y)


@rule("floor_divide", "floor_divide_scalar", "floor_divide_rscalar")
def _floor_divide(b, node, *wires):
    dtype = result(node)[1]
    x, y = _operands(b, node, wires)
    if _float(dtype):
        return b.unary("floor", b.binary("div", x, y))
    return b.cast(b.unary("floor", b.binary("div", b.cast(x, DOUBLE), b.cast(y, DOUBLE))), dtype)


@rule("remainder", "remainder_scalar", "remainder_rscalar")
def _remainder(b, node, *wires):
    x, y = _operands(b, node, wires)
    quotient = b.binary("div", b.cast(x, DOUBLE), b.cast(y, DOUBLE)) if not _float(x.dtype) else b.binary("div", x, y)
    return b.binary("sub", x, b.binary("mul", y, b.cast(b.unary("floor", quotient), x.dtype)))


@rule("clamp_numbers", "hardtanh")
def _clamp(b, node, x):
    low, high = node.numbers
    dtype = x.dtype
    if low > -math.inf:
        x = b.binary("maximum", x, b.number(float(low) if _float(dtype) else int(low), dtype))
    if high < math.inf:
        x = b.binary("minimum", x, b.number(float(high) if _float(dtype) else int(high), dtype))
    return x


# --- truth values -----------------------------------------------------------------------------------------------------


def _promoted(b, x, y):
    """Both operands of a comparison in the wider of their dtypes (bool < whole < floating)."""
    if x.dtype == y.dtype:
        return x, y
    rank = {0: 11, 1: 12, 2: 10, 3: 10, 4: 4, 5: 3, 6: 2, 7: 1, 8: 1, 9: 0}
    wide = max(x.dtype, y.dtype, key=rank.get)
    return b.cast(x, wide), b.cast(y, wide)


def _compare(b, node, x, y=None):
    op = node.op.removesuffix("_scalar")
    if y is None:
        value, kind = node.numbers[0]
        y = _number(b, node.numbers[0], x.dtype if kind < 2 or _float(x.dtype) else 0)
    x, y = _promoted(b, x, y)
    return b.logical("not", b.compare("eq", x, y)) if op == "ne" else b.compare(op, x, y)


for _name in ("eq", "ne", "lt", "le", "gt", "ge"):
    RULES[_name] = RULES[f"{_name}_scalar"] = _compare


def _truth(b, x):
    return x if x.dtype == BOOL else b.logical("not", b.compare("eq", x, b.number(0, x.dtype)))


@rule("logical_and", "logical_or", "logical_xor", "bitwise_and", "bitwise_or", "bitwise_xor")
def _logical(b, node, x, y):
    if result(node)[1] != BOOL:
        raise UnsupportedOperationError(f"{node.op} of whole numbers is not written to {b.format} files.")
    return b.logical(node.op.split("_")[1], _truth(b, x), _truth(b, y))


@rule("logical_not", "bitwise_not")
def _not(b, node, x):
    return b.logical("not", _truth(b, x))


@rule("isnan")
def _isnan(b, node, x):
    return b.logical("not", b.compare("eq", x, x))


@rule("where")
def _where(b, node, condition, x, y):
    dtype = result(node)[1]
    return b.where(_truth(b, condition), b.cast(x, dtype), b.cast(y, dtype))


@rule("where_scalar", "where_rscalar")
def _where_number(b, node, condition, x):
    dtype = result(node)[1]
    pair = [b.cast(x, dtype), _number(b, node.numbers[0], dtype)]
    return b.where(_truth(b, condition), *(pair if node.op == "where_scalar" else pair[::-1]))


@rule("where_scalars")
def _where_numbers(b, node, condition):
    shape, dtype = result(node)
    return b.where(_truth(b, condition), *(_number(b, pair, dtype) for pair in node.numbers))


@rule("masked_fill")
def _masked_fill(b, node, x, mask, value):
    return b.where(mask, b.cast(value, x.dtype), x)


@rule("masked_fill_number")
def _masked_fill_number(b, node, x, mask):
    return b.where(mask, _number(b, node.numbers[0], x.dtype), x)


@rule("cast")
def _cast(b, node, x):
    return b.cast(x, result(node)[1])


@rule("fill")
def _fill(b, node, x):
    shape, dtype = result(node)
    return b.expand(_number(b, node.numbers[0], dtype), shape)


@rule("copy_")
def _copy(b, node, x, source):
    shape, dtype = result(node)
    return b.expand(b.cast(source, dtype), shape)


# --- activations ------------------------------------------------------------------------------------------------------


def _above_zero(b, x, yes, no):
    return b.where(b.compare("gt", x, b.number(0.0, x.dtype)), yes, no)


@rule("leaky_relu")
def _leaky_relu(b, node, x):
    slope = node.numbers[0]
    if 0 <= slope <= 1:
        return b.binary("maximum", x, b.scaled(x, slope))
    return _above_zero(b, x, x, b.scaled(x, slope))


def _exponential(b, x, alpha, beta=1.0, gamma=1.0):
    """gamma · (x above zero, else alpha · (exp(x / beta) - 1)); the exponential is kept from overflowing."""
    below = b.binary("minimum", x, b.number(0.0, x.dtype))
    curve = b.scaled(b.plus(b.unary("exp", b.scaled(below, 1 / beta)), -1), alpha)
    made = _above_zero(b, x, x, curve)
    return made if gamma == 1 else b.scaled(made, gamma)


@rule("elu")
def _elu(b, node, x):
    return _exponential(b, x, node.numbers[0])


@rule("celu")
def _celu(b, node, x):
    return _exponential(b, x, node.numbers[0], beta=node.numbers[0])


@rule("selu")
def _selu(b, node, x):
    return _exponential(b, x, 1.6732632423543772, gamma=1.0507009873554805)


@rule("silu")
def _silu(b, node, x):
    return b.binary("mul", x, b.unary("sigmoid", x))


@rule("gelu")
def _gelu(b, node, x):
    if hasattr(b, "gelu"):
        return b.gelu(x, False)
    half = b.scaled(b.plus(b.unary("erf", b.scaled(x, math.sqrt(0.5))), 1), 0.5)
    return b.binary("mul", x, half)


@rule("gelu_tanh")
def _gelu_tanh(b, node, x):
    if hasattr(b, "gelu"):
        return b.gelu(x, True)
    cube = b.binary("mul", x, b.binary("mul", x, x))
    inner = b.scaled(b.binary("add", x, b.scaled(cube, 0.044715)), math.sqrt(2 / math.pi))
    return b.binary("mul", x, b.scaled(b.plus(b.unary("tanh", inner), 1), 0.5))


def _softplus_of(b, x):
    """log(1 + exp(x)) without overflow: max(x, 0) + log(1 + exp(-|x|))."""
    tail = b.unary("log", b.plus(b.unary("exp", b.unary("neg", b.unary("abs", x))), 1))
    return b.binary("add", b.unary("relu", x), tail)


@rule("softplus")
def _softplus(b, node, x):
    beta = node.numbers[0]
    return _softplus_of(b, x) if beta == 1 else b.scaled(_softplus_of(b, b.scaled(x, beta)), 1 / beta)


@rule("log_sigmoid")
def _log_sigmoid(b, node, x):
    return b.unary("neg", _softplus_of(b, b.unary("neg", x)))


@rule("mish")
def _mish(b, node, x):
    return b.binary("mul", x, b.unary("tanh", _softplus_of(b, x)))


@rule("hardsigmoid")
def _hardsigmoid(b, node, x):
    line = b.plus(b.scaled(x, 1 / 6), 0.5)
    return b.binary("minimum", b.unary("relu", line), b.number(1.0, x.dtype))


@rule("hardswish")
def _hardswish(b, node, x):
    return b.binary("mul", x, _hardsigmoid(b, node, x))


@rule("threshold")
def _threshold(b, node, x):
    limit, value = node.numbers
    return b.where(b.compare("gt", x, b.number(float(limit), x.dtype)), x, b.number(float(value), x.dtype))


@rule("hardshrink", "softshrink")
def _shrink(b, node, x):
    limit = float(node.numbers[0])
    outside = b.compare("gt", b.unary("abs", x), b.number(limit, x.dtype))
    kept = x if node.op == "hardshrink" else b.binary("sub", x, b.scaled(b.unary("sign", x), limit))
    return b.where(outside, kept, b.number(0.0, x.dtype))


@rule("cumsum")
def _cumsum(b, node, x):
    return b.cumsum(b.cast(x, result(node)[1]), node.numbers[0])


@rule("pow_scalar")
def _pow_number(b, node, x):
    dtype, value = result(node)[1], node.numbers[0][0]
    x = b.cast(x, dtype)
    if value == 2:
        return b.binary("mul", x, x)
    if value == 0.5:
        return b.unary("sqrt", x)
    return b.binary("pow", x, _number(b, node.numbers[0], dtype))
