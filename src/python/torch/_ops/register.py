"""Collects operations: one definition becomes torch.NAME, Tensor.NAME or both. torch/__init__.py publishes the tables."""

import sys
import types

import bridge
import torch._tensor as _tensor
from torch._tensor import Tensor, wrap
from torch._type_name import type_name

FUNCTIONS = {}


def function(op):
    """Publishes as torch.NAME only."""
    FUNCTIONS[op.__name__] = op
    return op


def method(op):
    """Publishes as Tensor.NAME only."""
    setattr(Tensor, op.__name__, op)
    return op


def both(op):
    """Publishes as torch.NAME(input, …) and as Tensor.NAME(…)."""
    FUNCTIONS[op.__name__] = op
    setattr(Tensor, op.__name__, _method_of(op) if _asks_as_method(op) else op)
    return op


def _asks_as_method(op):
    return not {"_two_numbers", "_div"}.isdisjoint(op.__code__.co_names) or op.__name__ in ("logical_and", "logical_or", "logical_xor")


def _method_of(op):
    """The same function under the name that tells must_be_tensor() that it was called as a method."""
    code = op.__code__.replace(co_qualname=f"Tensor.{op.__name__}")
    made = types.FunctionType(code, op.__globals__, op.__name__, op.__defaults__, op.__closure__)
    made.__kwdefaults__, made.__doc__, made.__module__ = op.__kwdefaults__, op.__doc__, op.__module__
    made.__qualname__ = op.__qualname__
    return made


class Missing:
    """Stands for a dimension that the caller did not give."""

    def __init__(self, name, got, forms):
        self._message = f"{name}() received an invalid combination of arguments - got ({got}), but expected one of:\n" + "".join(
            f" * ({form})\n" for form in forms
        )

    def __repr__(self):
        return "<required>"

    def refuse(self):
        """PyTorch's error: it lists the forms of the call."""
        raise TypeError(self._message)


def given_dim(dim):
    """A dimension that is no plain int: refuses one that is missing or None."""
    if isinstance(dim, Missing):
        dim.refuse()
    if dim is None:
        raise RuntimeError("Please look up dimensions by name, got: name = None.")
    return dim


def both_with_dim(*forms, of_tensor=None):
    """The same for an operation whose first default must be given: `forms` of its arguments after `input`.

    of_tensor: the forms of the method where they differ. The operation lets given_dim refuse a dim that is none.
    """

    def publish(op):
        name = op.__name__
        method = types.FunctionType(op.__code__, op.__globals__, name)
        method.__kwdefaults__, method.__doc__, method.__module__ = op.__kwdefaults__, op.__doc__, op.__module__
        method.__defaults__ = (Missing(name, "", of_tensor or forms), *op.__defaults__[1:])
        op.__defaults__ = (Missing(name, "Tensor", [f"Tensor input, {form}" for form in forms]), *op.__defaults__[1:])
        FUNCTIONS[name] = op
        setattr(Tensor, name, method)
        return op

    return publish


def alias(name, op, *, on_tensor=True):
    """A second name for an operation."""
    FUNCTIONS[name] = op
    if on_tensor:
        setattr(Tensor, name, op)


def named(name, op, doc):
    """Names and documents a function that another made."""
    op.__name__ = op.__qualname__ = name
    op.__doc__ = doc
    return op


def renamed(op, **names):
    """The function with other names of its parameters: several that one piece of code makes differ in them."""
    code = op.__code__
    op.__code__ = code.replace(co_varnames=tuple(names.get(name, name) for name in code.co_varnames))
    return op


def publish(name, op, doc):
    """Names and documents a made function and publishes it as both."""
    return both(named(name, op, doc))


def result(handle, out):
    """The new tensor, or `out=` showing its values."""
    return wrap(handle) if out is None else _tensor.write_out(out, handle)


def given(tensor, out):
    """The same for a result that is a Tensor already."""
    return tensor if out is None else _tensor.write_out(out, bridge.share(tensor._handle))


def must_be_tensor(name, argument, position, value):
    """PyTorch's TypeError for an argument that is not a tensor."""
    if isinstance(value, Tensor):
        return value
    if position > 1 and _is_method_call(name):
        position -= 1  # PyTorch's methods do not count the tensor itself
    raise TypeError(f"{name}(): argument '{argument}' (position {position}) must be Tensor, not {type_name(value)}")


def _is_method_call(name):
    frame, wanted = sys._getframe(2), f"Tensor.{name}"
    while frame is not None:
        if frame.f_code.co_qualname == wanted:
            return True
        frame = frame.f_back if frame.f_code.co_filename == __file__.replace("register", "binary") else None
    return False
