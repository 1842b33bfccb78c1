"""Bounds, choices and blends of elements: clamp, where, lerp, addcmul and filling."""

import builtins

import bridge
from torch._tensor import Tensor, number_kind, plain_number, rename
from torch._type_name import type_name

from .refusals import received
from .register import FUNCTIONS, alias, both, function, given, method, must_be_tensor, result


@both
def clamp(input, min=None, max=None, *, out=None):
    """Elements kept between min and max (numbers or tensors; either may be missing)."""
    if min is None and max is None:
        raise RuntimeError("torch.clamp: At least one of 'min' or 'max' must not be None")
    if isinstance(min, Tensor) or isinstance(max, Tensor):
        lower = input if min is None else Tensor.maximum(input, _like_tensor(min, input))
        return rename(lower if max is None else Tensor.minimum(lower, _like_tensor(max, input)), "ClampBackward0")
    if bridge.dtype(input._handle) == 9:
        input = input.long()
    if not input.is_floating_point() and (isinstance(min, float) or isinstance(max, float)):
        input = input.to(FUNCTIONS["get_default_dtype"]())
    infinity = builtins.float("inf")
    if any(bound is not None and number_kind(bound) is None for bound in (min, max)):
        args, options = ((min,), {}) if max is None else ((min, max), {}) if min is not None else ((), {"max": max})
        raise received("clamp", args, options, ("Tensor min, Tensor max", "Number min, Number max"))
    low, high = -infinity if min is None else plain_number(min), infinity if max is None else plain_number(max)
    return result(bridge.clamp_numbers(input._handle, low, high), out)


def _like_tensor(bound, input):
    return bound if isinstance(bound, Tensor) else FUNCTIONS["full_like"](input, bound)


@both
def clamp_(self, min=None, max=None):
    """clamp, in place."""
    if not self.is_floating_point() and (isinstance(min, float) or isinstance(max, float)):
        raise RuntimeError(f"result type Float can't be cast to the desired output type {self.dtype._scalar_name}")
    if isinstance(min, Tensor) or isinstance(max, Tensor) or not self.is_floating_point():
        return self.copy_(clamp(self, min, max))
    if min is None and max is None:
        raise RuntimeError("torch.clamp: At least one of 'min' or 'max' must not be None")
    infinity = builtins.float("inf")
    bridge.clamp_numbers_(self._handle, -infinity if min is None else min, infinity if max is None else max)
    return self


@both
def clamp_min(input, min, *, out=None):
    """max(x, min)."""
    return rename(clamp(input, min=min, out=out), "ClampMinBackward0")


@both
def clamp_max(input, max, *, out=None):
    """min(x, max)."""
    return rename(clamp(input, max=max, out=out), "ClampMaxBackward0")


Tensor.clamp_min_ = lambda self, min: clamp_(self, min=min)
Tensor.clamp_max_ = lambda self, max: clamp_(self, max=max)
alias("clip", clamp)
alias("clip_", clamp_)


def _refuse_where(condition, input, other):
    """Raises PyTorch's TypeError unless there is a condition and two values of which each is a tensor or a number."""
    given = [each for each in (condition, input, other) if each is not None]
    if isinstance(condition, Tensor) and all(isinstance(each, Tensor) or number_kind(each) is not None for each in given[1:]):
        if len(given) == 3:
            return
    values = ("Tensor input, Tensor other, *, Tensor out", "Number self, Tensor other", "Tensor input, Number other", "Number self, Number other")
    raise received("where", given, {}, ["Tensor condition", *(f"Tensor condition, {pair}" for pair in values)])


@function
def where(condition, input=None, other=None, *, out=None):
    """input where the condition holds, other elsewhere; with the condition alone, the positions where it holds."""
    if input is None and other is None:
        must_be_tensor("where", "condition", 1, condition)
        return FUNCTIONS["nonzero"](condition, as_tuple=True)
    if not all(isinstance(each, Tensor) for each in (condition, input, other)):
        _refuse_where(condition, input, other)
    chosen = condition._handle
    if bridge.dtype(chosen) not in (8, 9):
        raise RuntimeError(
            f"where expected condition to be a boolean tensor, but got a tensor with dtype {condition.dtype._scalar_name}"
        )
    first, second = isinstance(input, Tensor), isinstance(other, Tensor)
    if first and second:
        return result(bridge.where(chosen, input._handle, other._handle), out)
    if first:
        return result(bridge.where_scalar(chosen, input._handle, plain_number(other), number_kind(other)), out)
    if second:
        return result(bridge.where_rscalar(chosen, plain_number(input), number_kind(input), other._handle), out)
    return result(
        bridge.where_scalars(chosen, plain_number(input), number_kind(input), plain_number(other), number_kind(other)), out
    )


Tensor.where = lambda self, condition, other: where(condition, self, other)


@both
def heaviside(input, values):
    """0 below 0, 1 above, `values` at 0."""
    return where(input == 0, values, (input > 0).to(input.dtype))


@both
def threshold(input, threshold, value):
    """x where x > threshold, else value."""
    return where(input > threshold, input, value)


@both
def lerp(input, end, weight, *, out=None):
    """input + weight * (end - input)."""
    if not input.is_floating_point():
        kind = "tensor" if isinstance(weight, Tensor) else "scalar"
        raise RuntimeError(f"\"lerp_kernel_{kind}\" not implemented for '{input.dtype._scalar_name}'")
    return given(rename(input + (end - input) * weight, "LerpBackward0"), out)


@method
def lerp_(self, end, weight):
    """input + weight * (end - input), in place."""
    return self.add_((end - self) * weight)


@both
def addcmul(input, tensor1, tensor2, *, value=1, out=None):
    """input + value * tensor1 * tensor2."""
    return given(rename(FUNCTIONS["add"](input, tensor1 * tensor2, alpha=value), "AddcmulBackward0"), out)


def _refuse_whole(tensor1, tensor2):
    if not (tensor1.is_floating_point() or tensor1.is_complex() or tensor2.is_floating_point() or tensor2.is_complex()):
        raise RuntimeError(
            "Integer division with addcdiv is no longer supported, and in a future  release addcdiv will perform a true division of "
            "tensor1 and tensor2. The historic addcdiv behavior can be implemented as (input + value * torch.trunc(tensor1 / "
            "tensor2)).to(input.dtype) for integer inputs and as (input + value * tensor1 / tensor2) for float inputs. The future "
            "addcdiv behavior is just the latter implementation: (input + value * tensor1 / tensor2), for all dtypes."
        )


@both
def addcdiv(input, tensor1, tensor2, *, value=1, out=None):
    """input + value * tensor1 / tensor2."""
    _refuse_whole(tensor1, tensor2)
    return given(rename(FUNCTIONS["add"](input, tensor1 / tensor2, alpha=value), "AddcdivBackward0"), out)


@method
def addcmul_(self, tensor1, tensor2, *, value=1):
    """input + value * tensor1 * tensor2, in place."""
    return self.add_(tensor1 * tensor2, alpha=value)


@method
def addcdiv_(self, tensor1, tensor2, *, value=1):
    """input + value * tensor1 / tensor2, in place."""
    _refuse_whole(tensor1, tensor2)
    return self.add_(tensor1 / tensor2, alpha=value)


@method
def fill_(self, value):
    """All elements set to one value."""
    if isinstance(value, Tensor):
        if value.ndim:
            raise RuntimeError(
                f"fill_ only supports 0-dimension value tensor but got tensor with {value.ndim} dimensions."
            )
        value = value.item()
    kind = number_kind(value)
    if kind is None:
        raise TypeError(
            f"fill_() received an invalid combination of arguments - got ({type_name(value)}), but expected one of:\n"
            " * (Tensor value)\n * (Number value)\n"
        )
    bridge.fill_(self._handle, plain_number(value), kind)
    return self


@method
def zero_(self):
    """All elements set to 0."""
    bridge.fill_(self._handle, 0, 1)
    return self


FUNCTIONS["zero_"] = zero_
FUNCTIONS["fill"] = lambda input, value: input.clone().fill_(value)
