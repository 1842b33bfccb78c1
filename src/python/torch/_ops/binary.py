"""Arithmetic, bits and logic of two tensors, or of a tensor and a number, and the in-place forms."""

import builtins

import bridge
from torch._tensor import Tensor, number_kind, plain_number, rename, wrap

from .choose import where
from .register import FUNCTIONS, alias, both, given, method, must_be_tensor, named, publish, renamed, result

def binary(name, doc, *, numbers=True):
    """torch.NAME(input, other), Tensor.NAME and the in-place Tensor.NAME_."""

    def op(input, other, *, out=None):
        if isinstance(other, Tensor):
            if isinstance(input, Tensor):
                handle = getattr(bridge, name)(input._handle, other._handle)
            else:
                kind = number_kind(input)
                if kind is None:
                    must_be_tensor(name, "input", 1, input)
                handle = getattr(bridge, name + "_rscalar")(other._handle, plain_number(input), kind)
        elif numbers and isinstance(input, Tensor) and (kind := number_kind(other)) is not None:
            handle = getattr(bridge, name + "_scalar")(input._handle, plain_number(other), kind)
        else:
            return _two_numbers(name, op, input, other)
        return wrap(handle) if out is None else result(handle, out)

    def op_(self, other):
        if isinstance(other, Tensor):
            getattr(bridge, name + "_")(self._handle, other._handle)
        else:
            kind = number_kind(other)
            if kind is None:
                must_be_tensor(name + "_", "other", 1, other)
            getattr(bridge, name + "_scalar_")(self._handle, plain_number(other), kind)
        return self

    publish(name, op, doc)
    method(named(name + "_", op_, f"{doc} In place."))
    return op


def _two_numbers(name, op, input, other):
    if isinstance(input, Tensor):
        must_be_tensor(name, "other", 2, other)
    if number_kind(input) is None:
        must_be_tensor(name, "input", 1, input)
    return op(FUNCTIONS["tensor"](input), FUNCTIONS["tensor"](other))


mul = binary("mul", "input * other, element by element.")
floor_divide = binary("floor_divide", "input / other rounded down.")
remainder = binary("remainder", "The remainder with the sign of the divisor, as Python's %.")
fmod = binary("fmod", "The remainder with the sign of the dividend, as C's fmod.")
pow = renamed(binary("pow", "input ** exponent; either may be a number."), other="exponent")
renamed(Tensor.pow, other="exponent")
renamed(Tensor.pow_, other="exponent")
maximum = binary("maximum", "The larger of two elements; NaN wins.", numbers=False)
minimum = binary("minimum", "The smaller of two elements; NaN wins.", numbers=False)
binary("fmax", "The larger of two elements; NaN loses.", numbers=False)
binary("fmin", "The smaller of two elements; NaN loses.", numbers=False)
binary("atan2", "The angle of the point (other, input), in radians.")
binary("hypot", "sqrt(input² + other²).")
binary("copysign", "The size of input with the sign of other.")
binary("bitwise_and", "input & other.")
binary("bitwise_or", "input | other.")
binary("bitwise_xor", "input ^ other.")
binary("bitwise_left_shift", "input << other.")
binary("bitwise_right_shift", "input >> other.")
_div = binary("div", "input / other, element by element.")
_div_ = Tensor.div_


@both
def div(input, other, *, rounding_mode=None, out=None):
    """input / other; rounding_mode 'trunc' rounds toward zero, 'floor' down."""
    if rounding_mode is None:
        return _div(input, other, out=out)
    if rounding_mode == "floor":
        return floor_divide(input, other, out=out)
    if rounding_mode != "trunc":
        raise RuntimeError(f"div expected rounding_mode to be one of None, 'trunc', or 'floor' but found '{rounding_mode}'")
    quotient = _div(input, other)
    whole = not (isinstance(other, float) or input.is_floating_point() or getattr(other, "is_floating_point", bool)())
    truncated = wrap(bridge.trunc(quotient._handle))
    return truncated.to(FUNCTIONS["result_type"](input, other)) if whole else truncated


@method
def div_(self, other, *, rounding_mode=None):
    """input / other, in place."""
    if rounding_mode is None:
        return _div_(self, other)
    return self.copy_(div(self, other, rounding_mode=rounding_mode))


def _sum_like(name, sign):
    def op(input, other, *, alpha=1, out=None):
        if isinstance(input, Tensor) and isinstance(other, Tensor):
            if alpha == 1:
                handle = getattr(bridge, name)(input._handle, other._handle)
            else:
                _check_alpha(input, other, alpha)
                handle = getattr(bridge, name + "_alpha")(input._handle, other._handle, alpha, number_kind(alpha))
            return wrap(handle) if out is None else result(handle, out)
        term = other if alpha == 1 else other * alpha
        if isinstance(input, Tensor) and (kind := number_kind(term)) is not None:
            return result(getattr(bridge, name + "_scalar")(input._handle, plain_number(term), kind), out)
        if isinstance(term, Tensor):
            if number_kind(input) is None:
                must_be_tensor(name, "input", 1, input)
            return given(input + term if sign > 0 else input - term, out)
        return _two_numbers(name, op, input, term)

    def op_(self, other, *, alpha=1):
        if isinstance(other, Tensor):
            if alpha != 1:
                _check_alpha(self, other, alpha)
            getattr(bridge, name + "_")(self._handle, other._handle, alpha, number_kind(alpha))
        else:
            kind = number_kind(other)
            if kind is None:
                must_be_tensor(name + "_", "other", 1, other)
            term = plain_number(other) * alpha
            getattr(bridge, name + "_scalar_")(self._handle, term, number_kind(term))
        return self

    publish(name, op, f"input {'+' if sign > 0 else '-'} alpha * other.")
    method(named(name + "_", op_, f"input {'+' if sign > 0 else '-'} alpha * other, in place."))
    return op


def _check_alpha(input, other, alpha):
    if isinstance(alpha, float) and not (input.is_floating_point() or other.is_floating_point()):
        raise RuntimeError("For integral input tensors, argument alpha must not be a floating point number.")


add = _sum_like("add", 1)
sub = _sum_like("sub", -1)


@both
def rsub(input, other, *, alpha=1):
    """other - alpha * input."""
    return other - input * alpha if alpha != 1 else other - input


@both
def float_power(input, exponent, *, out=None):
    """input ** exponent in float64."""
    base = input.double() if isinstance(input, Tensor) else builtins.float(input)
    return pow(base, exponent.double() if isinstance(exponent, Tensor) else exponent)


@both
def logical_and(input, other, *, out=None):
    """True where both are not zero."""
    if not isinstance(other, Tensor):
        must_be_tensor("logical_and", "other", 2, other)
    return result(bridge.logical_and(input._handle, other._handle), out)


@both
def logical_or(input, other, *, out=None):
    """True where at least one is not zero."""
    if not isinstance(other, Tensor):
        must_be_tensor("logical_or", "other", 2, other)
    return result(bridge.logical_or(input._handle, other._handle), out)


@both
def logical_xor(input, other, *, out=None):
    """True where exactly one is not zero."""
    if not isinstance(other, Tensor):
        must_be_tensor("logical_xor", "other", 2, other)
    return result(bridge.logical_xor(input._handle, other._handle), out)


def _in_place_logic(name):
    def op_(self, other):
        return self.copy_(FUNCTIONS[name](self, other))

    method(named(name + "_", op_, f"{name}, in place."))


for _name in ("logical_and", "logical_or", "logical_xor"):
    _in_place_logic(_name)


@method
def logical_not_(self):
    """True where x is zero, in place."""
    return self.copy_(FUNCTIONS["logical_not"](self))


@both
def logaddexp(input, other):
    """log(exp(input) + exp(other)) without overflow."""
    top = maximum(input, other).detach()
    return rename(((input - top).exp() + (other - top).exp()).log() + top, "LogaddexpBackward0")


@both
def xlogy(input, other):
    """input * log(other), 0 where input is 0."""
    if not isinstance(input, Tensor):
        input = FUNCTIONS["tensor"](input)
    log = other.log() if isinstance(other, Tensor) else FUNCTIONS["tensor"](builtins.float(other)).log()
    return where(input == 0, input * 0.0, input * log)


for _name, _same in (
    ("multiply", "mul"), ("divide", "div"), ("true_divide", "div"), ("subtract", "sub"), ("arctan2", "atan2"),
):  # fmt: skip
    alias(_name, FUNCTIONS[_same])
    setattr(Tensor, _name + "_", getattr(Tensor, _same + "_"))
