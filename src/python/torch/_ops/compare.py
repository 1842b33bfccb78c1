"""Comparisons: element by element, and of whole tensors."""

import bridge
from torch._tensor import Tensor, number_kind, plain_number, wrap

from .register import FUNCTIONS, alias, both, method, must_be_tensor, named, publish, result

def _comparison(name, doc):
    def op(input, other, *, out=None):
        if isinstance(other, Tensor):
            must_be_tensor(name, "input", 1, input)
            handle = getattr(bridge, name)(input._handle, other._handle)
        else:
            kind = number_kind(other)
            if kind is None:
                must_be_tensor(name, "other", 2, other)
            handle = getattr(bridge, name + "_scalar")(input._handle, plain_number(other), kind)
        return wrap(handle) if out is None else result(handle, out)

    def op_(self, other):
        return self.copy_(op(self, other))

    publish(name, op, doc)
    method(named(name + "_", op_, f"{doc} In place."))


for _name, _long, _doc in (
    ("eq", None, "True where input equals other."),
    ("ne", "not_equal", "True where input differs from other."),
    ("lt", "less", "True where input < other."),
    ("le", "less_equal", "True where input <= other."),
    ("gt", "greater", "True where input > other."),
    ("ge", "greater_equal", "True where input >= other."),
):
    _comparison(_name, _doc)
    if _long:
        alias(_long, FUNCTIONS[_name])


@both
def equal(input, other):
    """Whether two tensors have one shape and equal elements; a Python bool."""
    must_be_tensor("equal", "other", 2, other)
    return bridge.equal(input._handle, other._handle)


@both
def isclose(input, other, rtol=1e-05, atol=1e-08, equal_nan=False):
    """True where |input - other| <= atol + rtol * |other|."""
    if input.dtype != other.dtype:
        raise RuntimeError(f"{input.dtype._scalar_name} did not match {other.dtype._scalar_name}")
    near = input == other
    if equal_nan and input.is_floating_point():
        near = near | (input.isnan() & other.isnan())
    if rtol == 0 and atol == 0:
        return near
    if not input.is_floating_point():
        input, other = input.double(), other.double()
    difference = (input - other).abs()
    return near | (difference.isfinite() & (difference <= atol + (other * rtol).abs()))


@both
def allclose(input, other, rtol=1e-05, atol=1e-08, equal_nan=False):
    """Whether all elements are close; a Python bool."""
    return bool(isclose(input, other, rtol, atol, equal_nan).all().item())
