"""Arguments of tensorflow's functions as torch tensors: one dtype for both sides, Python's numbers take the tensor's."""

import numpy
import torch

from keras.src.backend import KerasTensor, StringTensor, Tensor, convert_to_tensor, dtypes, unwrap, wrap
from keras.src.backend.errors import type_mismatch
from keras.src.backend.op_types import check_type
from keras.src.backend.strings import is_text
from keras.src.backend.tensor import _new  # noqa: F401


def refuse_symbolic(value):
    """KerasTensors have no numbers: the error says so."""
    if isinstance(value, KerasTensor):
        value.__tf_tensor__()


def t(value, dtype=None):
    """The torch tensor of any value."""
    if type(value) is Tensor and dtype is None:
        return unwrap(value)
    refuse_symbolic(value)
    if isinstance(value, (list, tuple)):
        for each in value:
            refuse_symbolic(each)
    if isinstance(value, (str, bytes)) or is_text(value):
        raise TypeError("Expected a tensor of numbers, but received a tensor of dtype string.")
    found = unwrap(value)
    return found if dtype is None else found.to(dtypes.torch_dtype(dtype))


def is_tensor_like(value):
    """Whether the value has a dtype of its own that counts."""
    return isinstance(value, (Tensor, torch.Tensor)) or hasattr(value, "_read")


def is_tensor(x):
    """Whether it is a tensor (also a ragged or a sparse one) or a variable."""
    return isinstance(x, Tensor) or hasattr(x, "_read") or type(x).__name__ in ("RaggedTensor", "SparseTensor", "KerasTensor", "IndexedSlices")


def both(op, x, y, name="", position=1):
    """Both operands as torch tensors of one dtype; InvalidArgumentError where tensors differ."""
    if is_tensor_like(x):
        first = t(x)
        return first, _like(op, y, first, position, name)
    if is_tensor_like(y):
        second = t(y)
        return _like(op, x, second, position - 1), second
    first = t(x)
    second = t(y)
    if first.dtype is not second.dtype:
        if isinstance(y, numpy.ndarray) and not isinstance(x, numpy.ndarray):
            return first.to(second.dtype), second
        if not first.is_floating_point() and second.is_floating_point() and not isinstance(x, numpy.ndarray):
            if op != "AddV2":
                raise TypeError(f"Cannot convert {y!r} to EagerTensor of dtype {dtypes.TO_NAME[first.dtype]}")
            raise type_mismatch(op, dtypes.TO_NAME[first.dtype], dtypes.TO_NAME[second.dtype], position)
        second = second.to(first.dtype)
    return first, second


def _like(op, value, tensor, position, name=""):
    if isinstance(value, StringTensor):
        raise type_mismatch(op, dtypes.TO_NAME[tensor.dtype], "string", position, name)
    if is_tensor_like(value):
        found = t(value)
        if found.dtype is not tensor.dtype:
            raise type_mismatch(op, dtypes.TO_NAME[tensor.dtype], dtypes.TO_NAME[found.dtype], position, name)
        return found
    found = t(value)
    if found.dtype is tensor.dtype:
        return found
    if found.is_floating_point() and not tensor.is_floating_point() and not isinstance(value, numpy.ndarray):
        raise TypeError(f"Cannot convert {value!r} to EagerTensor of dtype {dtypes.TO_NAME[tensor.dtype]}")
    return found.to(tensor.dtype)


def floating(op, tensor, given=()):
    """The tensor, checked to be of a type that the operation takes."""
    check_type(op, dtypes.TO_NAME[tensor.dtype], given)
    return tensor


def sizes(shape):
    """A shape argument as a tuple of whole numbers."""
    if isinstance(shape, (int, numpy.integer)):
        return (int(shape),)
    if isinstance(shape, (list, tuple)):
        return tuple(_size(size, shape) for size in shape)
    if isinstance(shape, (str, float)):
        raise TypeError(f"Cannot convert {shape!r} to EagerTensor of dtype int32")
    found = unwrap(shape)
    return tuple(found.reshape(-1).tolist())


def _size(size, shape):
    if size is None:
        raise ValueError("Can't convert Python sequence with mixed types to Tensor.")
    if isinstance(size, (str, float)):
        raise TypeError(f"Cannot convert {shape!r} to EagerTensor of dtype int32")
    return int(size)


def axes(axis):
    """An axis argument as an int, a tuple or None."""
    if axis is None or isinstance(axis, int):
        return axis
    if isinstance(axis, (list, tuple)):
        return tuple(int(a) for a in axis)
    found = unwrap(axis)
    return tuple(found.tolist()) if found.dim() else int(found.item())


__all__ = ["StringTensor", "Tensor", "axes", "both", "convert_to_tensor", "floating", "is_tensor_like", "refuse_symbolic", "sizes", "t", "wrap"]
