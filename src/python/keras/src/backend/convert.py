"""Python data, NumPy arrays and torch tensors become Tensors: TensorFlow's rules (Python's whole numbers are int32, others
float32; NumPy arrays keep their type)."""

import numpy
import torch

from . import dtypes, placing
from .strings import StringTensor, is_text, string_tensor
from . import tensor as _tensor
from .tensor import Tensor, unwrap, wrap

_INT32 = range(-(2**31), 2**31)


def to_torch(value, dtype=None):
    """A torch tensor of any data; dtype is a name or None."""
    wanted = None if dtype is None else dtypes.torch_dtype(dtype)
    kind = type(value)
    if kind is float:
        return placing.tensor(value, dtype=wanted or torch.float32)
    if kind is int:
        if not -(2**63) <= value < 2**63 and (wanted is None or not wanted.is_floating_point):
            raise ValueError("Can't convert Python sequence with out-of-range integer to Tensor.")
        if wanted is None or not wanted.is_floating_point:
            made = placing.tensor(value, dtype=torch.int32 if value in _INT32 else torch.int64)
            return made if wanted is None or made.dtype is wanted else made.to(wanted)  # too large numbers wrap around
        return placing.tensor(value, dtype=wanted)
    if kind is bool:
        return placing.tensor(value, dtype=wanted or torch.bool)
    found = _found(value)
    return found if wanted is None or found.dtype is wanted else placing.to(found, wanted)


def _found(value):
    if isinstance(value, StringTensor):
        raise TypeError("Expected a tensor of numbers, but received a tensor of dtype string.")
    if type(value) is Tensor or hasattr(value, "_read"):
        return unwrap(value)
    if isinstance(value, torch.Tensor):
        return value if _tensor.recording or not value.requires_grad else value.detach()
    if isinstance(value, (numpy.ndarray, numpy.generic)):
        return _of_numpy(value)
    if isinstance(value, (list, tuple, range)):
        return _of_sequence(value)
    if getattr(value, "_is_keras_tensor", False) or type(value).__name__ == "KerasTensor":
        raise ValueError(
            "A KerasTensor is symbolic: it's a placeholder for a shape an a dtype. It doesn't have any actual numerical value. "
            "You cannot convert it to a NumPy array."
        )
    if value is None:
        raise ValueError("Attempt to convert a value (None) with an unsupported type (<class 'NoneType'>) to a Tensor.")
    if isinstance(value, (float, int)):
        return to_torch(float(value) if isinstance(value, float) else int(value))
    if hasattr(value, "__array__"):
        return _of_numpy(numpy.asarray(value.__array__()))
    raise ValueError(
        f"Attempt to convert a value ({value!r}) with an unsupported type ({type(value)}) to a Tensor."
    )


def _of_numpy(array):
    if array.dtype.kind in "OUS":
        if array.dtype.kind == "O":
            return _of_sequence(array.tolist())
        raise ValueError("Expected numbers, but received an array of strings.")
    name = str(array.dtype)
    if name not in dtypes.TO_TORCH:
        array = array.astype({"uint16": "int32", "uint32": "int64", "uint64": "int64"}.get(name, name))
    if any(stride < 0 for stride in array.strides):
        array = array.copy()
    return placing.tensor(array)


def _of_sequence(values):
    values = list(values) if isinstance(values, range) else values
    if any(isinstance(each, (Tensor, torch.Tensor, numpy.ndarray)) or hasattr(each, "_read") for each in _leaves(values)):
        return _stacked(values)
    try:
        made = placing.tensor(values)
    except (ValueError, TypeError, RuntimeError, OverflowError) as error:
        if "expected sequence of length" in str(error) or "not a sequence" in str(error):
            raise ValueError("Can't convert non-rectangular Python sequence to Tensor.") from None
        if "invalid data type" in str(error) or "infer dtype of NoneType" in str(error):
            raise ValueError("Can't convert Python sequence with mixed types to Tensor.") from None
        raise
    if made.dtype is torch.int64 and not any(getattr(each, "_numpy_scalar", False) for each in _leaves(values)):
        if made.numel() == 0 or (int(made.min()) in _INT32 and int(made.max()) in _INT32):
            return made.to(torch.int32)
    if made.numel() == 0 or any(type(each) is float for each in _leaves(values)):
        return made if made.dtype is torch.float32 else made.to(torch.float32)
    return made


def _leaves(values):
    for each in values:
        if isinstance(each, (list, tuple)):
            yield from _leaves(each)
        else:
            yield each


def _stacked(values):
    parts = [_stacked(each) if isinstance(each, (list, tuple)) else each for each in values]
    kinds = [unwrap(each) for each in parts if isinstance(each, (Tensor, torch.Tensor, numpy.ndarray)) or hasattr(each, "_read")]
    dtype = kinds[0].dtype
    return torch.stack([_as(each, dtype) for each in parts])


def _as(value, dtype):
    found = value if isinstance(value, torch.Tensor) else unwrap(value)
    return found if found.dtype is dtype else found.to(dtype)


def convert_to_tensor(value, dtype=None, sparse=None, ragged=None):
    """A Tensor of any data; a Tensor of the wanted dtype is returned as it is."""
    kind = type(value)
    if kind is Tensor:
        if dtype is None or dtypes.TO_NAME[value._t.dtype] == dtype:
            return value
        return wrap(to_torch(value, dtype))
    if kind is StringTensor:
        return value
    if is_text(value):
        return string_tensor(value)
    if hasattr(value, "_shared"):
        value._shared = True
    return wrap(to_torch(value, dtype))
