"""Collects operations: one definition becomes torch.NAME, Tensor.NAME or both. torch/__init__.py publishes the tables."""

import bridge
import torch._tensor as _tensor
from torch._tensor import Tensor, wrap

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
    setattr(Tensor, op.__name__, op)
    return op


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
    raise TypeError(f"{name}(): argument '{argument}' (position {position}) must be Tensor, not {type(value).__name__}")
