"""Tensors of strings: a NumPy array of bytes behind the face of a Tensor. They are read, compared, looked up and printed."""

import numpy

from . import dtypes
from .errors import invalid, type_mismatch
from .tensor import Tensor
from .tensor_shape import TensorShape

_new = object.__new__


class StringTensor(Tensor):
    """A tensor of dtype string. Elements are bytes, as in TensorFlow."""

    __module__ = "tensorflow.python.framework.ops"
    __slots__ = ("_strings",)

    @property
    def shape(self):
        return TensorShape(self._strings.shape)

    @property
    def dtype(self):
        return dtypes.BY_NAME["string"]

    @property
    def ndim(self):
        return len(self._strings.shape)

    @property
    def device(self):
        return "/job:localhost/replica:0/task:0/device:CPU:0"

    def numpy(self):
        return self._strings if self._strings.shape else self._strings.tolist()

    _numpy = numpy

    def __array__(self, dtype=None, copy=None):
        return self._strings

    def __len__(self):
        return len(self._strings)

    def __iter__(self):
        return (string_tensor(each) for each in self._strings)

    def __bool__(self):
        return bool(self._strings.item())

    def __float__(self):
        return float(self._strings.item())

    def __int__(self):
        return int(self._strings.item())

    def __lt__(self, other):
        from .op_types import check_type

        check_type("Less", "string", ([],))

    __le__ = __gt__ = __ge__ = __lt__

    def __getitem__(self, index):
        if not self._strings.shape:
            raise invalid("StridedSlice", "Attempting to slice scalar input.", name="strided_slice/")
        return string_tensor(self._strings[index])

    def __eq__(self, other):
        return self._compare(other, lambda a, b: a == b)

    def __ne__(self, other):
        return self._compare(other, lambda a, b: a != b)

    def _compare(self, other, same):
        from .convert import convert_to_tensor

        first, second = numpy.broadcast_arrays(self._strings, string_tensor(other)._strings)
        flags = [same(a, b) for a, b in zip(first.ravel().tolist(), second.ravel().tolist())]
        return convert_to_tensor(numpy.array(flags, dtype=bool).reshape(first.shape))

    def __add__(self, other):
        if not is_text(other):
            from .convert import convert_to_tensor

            raise type_mismatch("Add", "string", convert_to_tensor(other).dtype.name)
        first, second = numpy.broadcast_arrays(self._strings, string_tensor(other)._strings)
        joined = [a + b for a, b in zip(first.ravel().tolist(), second.ravel().tolist())]
        return string_tensor(_objects(joined).reshape(first.shape))

    def __radd__(self, other):
        return string_tensor(other) + self

    def __mul__(self, other):
        raise TypeError(f"Cannot convert {other!r} to EagerTensor of dtype string")

    __sub__ = __truediv__ = __mul__
    __hash__ = Tensor.__hash__


StringTensor.__name__ = StringTensor.__qualname__ = "EagerTensor"


def is_text(value):
    """Whether the data is text: a string, or (nested) sequences and arrays of strings."""
    if isinstance(value, (str, bytes)):
        return True
    if isinstance(value, (list, tuple)):
        return bool(value) and is_text(value[0])
    if isinstance(value, numpy.ndarray) and value.dtype.kind in "OUS":
        flat = value.ravel()
        return value.dtype.kind != "O" or (len(flat) > 0 and isinstance(flat[0], (str, bytes)))
    return isinstance(value, StringTensor)


def _objects(values):
    array = numpy.empty((len(values),), dtype=object)
    for position, each in enumerate(values):
        array[position] = each
    return array


def _bytes(value):
    if not isinstance(value, (str, bytes)):
        raise ValueError("Can't convert Python sequence with mixed types to Tensor.")
    return value.encode() if isinstance(value, str) else bytes(value)


def _flat(value):
    if isinstance(value, (list, tuple)):
        return [leaf for part in value for leaf in _flat(part)]
    return [_bytes(value)]


def _sizes(value):
    return (len(value), *(_sizes(value[0]) if value else ())) if isinstance(value, (list, tuple)) else ()


def string_tensor(value):
    """A StringTensor of strings, nested sequences or arrays of them."""
    if isinstance(value, StringTensor):
        return value
    if isinstance(value, numpy.ndarray):
        value = value.tolist()
    made = _new(StringTensor)
    made._t = None
    made._made_recording = False
    made._strings = _objects(_flat(value)).reshape(_sizes(value))
    return made
