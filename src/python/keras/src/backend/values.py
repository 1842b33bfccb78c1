"""Small questions and conversions about values that layers ask all the time: cast, shape, is_tensor, convert_to_numpy."""

import numpy
import torch

from . import dtypes, placing
from .convert import convert_to_tensor
from .strings import StringTensor
from .tensor import Tensor, unwrap, wrap
from .variable import Variable


def is_tensor(value):
    """Whether it is a tensor or variable (not a NumPy array)."""
    return isinstance(value, (Tensor, Variable))


def cast(value, dtype):
    """The value as a Tensor of another dtype."""
    wanted = dtypes.torch_dtype(dtype)
    found = unwrap(value)
    if found.dtype is wanted:
        return value if type(value) is Tensor else convert_to_tensor(value)
    if found.is_floating_point() and not wanted.is_floating_point and wanted is not torch.bool:
        found = found.trunc()
    return wrap(placing.to(found, wanted))


def shape(value):
    """The sizes as a tuple."""
    found = getattr(value, "shape", None)
    return tuple(unwrap(value).shape if found is None else found)


def convert_to_numpy(value):
    """A NumPy array with the elements (also for no dimensions)."""
    if isinstance(value, StringTensor):
        return numpy.asarray(value)
    if isinstance(value, (Tensor, Variable)):
        return value.__array__()
    return numpy.asarray(value)
