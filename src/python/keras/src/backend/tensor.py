"""Tensor: TensorFlow's eager tensor over one torch tensor. Operators are in operators.py, conversions in convert.py, gradient
tapes in tape.py.

A Tensor never changes. `_made_recording` says that it was made while a tape recorded: used outside of a tape such a tensor
takes part without its history, as in TensorFlow.
"""

import numpy
import torch

from . import dtypes, graph_mode, placing
from .tensor_shape import TensorShape

_new, _new_tuple = object.__new__, tuple.__new__
# Whether a gradient tape is recording; only tape.py changes it (set_recording).
recording = False


def set_recording(flag):
    """Starts or stops recording; returns what it was."""
    global recording
    recording, before = flag, recording
    return before


class Tensor:
    """tf.Tensor: an array of one dtype that cannot change. Make one with tf.constant or keras.ops.convert_to_tensor."""

    __module__ = "tensorflow.python.framework.ops"
    __slots__ = ("_t", "_made_recording", "__dict__", "__weakref__")
    __array_priority__ = 100  # NumPy leaves `array OP tensor` to us

    def __hash__(self):
        raise Unhashable("Tensor is unhashable. Instead, use tensor.ref() as the key.")

    def __setitem__(self, index, value):
        raise TypeError(f"'{_type_name(self)}' object does not support item assignment")

    @property
    def value(self):
        """The torch tensor, for use inside keras."""
        return self._t

    @property
    def shape(self):
        """The sizes, a TensorShape."""
        return _new_tuple(TensorShape, self._t.shape)

    @property
    def dtype(self):
        """The type of the elements, a tf.DType."""
        return dtypes.OF_TORCH[self._t.dtype]

    @property
    def ndim(self):
        """The number of dimensions."""
        return len(self._t.shape)

    @property
    def device(self):
        """Where the elements are."""
        kind = "GPU" if self._t.is_cuda else "CPU"
        return f"/job:localhost/replica:0/task:0/device:{kind}:0"

    @property
    def backing_device(self):
        return self.device

    @property
    def name(self):
        if graph_mode.mode is not None:
            return "x:0"
        raise AttributeError("Tensor.name is undefined when eager execution is enabled.")

    @property
    def graph(self):
        raise AttributeError("Tensor.graph is undefined when eager execution is enabled.")

    @property
    def op(self):
        raise AttributeError("Tensor.op is undefined when eager execution is enabled.")

    def get_shape(self):
        """The sizes, a TensorShape."""
        return self.shape

    def set_shape(self, shape):
        """Checks the shape."""
        if not self.shape.is_compatible_with(shape):
            raise ValueError(f"Tensor's shape {self.shape} is not compatible with supplied shape {TensorShape(shape)}.")

    def ref(self):
        """A hashable reference."""
        return Reference(self)

    # --- as Python and NumPy values -------------------------------------------------------------------------------

    def numpy(self):
        """A NumPy array with a copy of the elements (a NumPy scalar for no dimensions)."""
        if graph_mode.mode is not None:
            graph_mode.refuse("numpy", self)
        return to_numpy(self._t)

    _numpy = numpy

    def __array__(self, dtype=None, copy=None):
        if graph_mode.mode is not None:
            graph_mode.refuse("array", self)
        array = _array_of(self._t)
        return array if dtype is None else array.astype(dtype)

    def __float__(self):
        if graph_mode.mode is not None:
            graph_mode.refuse("float", self)
        return float(self._one())

    def __int__(self):
        if graph_mode.mode is not None:
            graph_mode.refuse("int", self)
        return int(self._one())

    def __complex__(self):
        return complex(self._one())

    def __index__(self):
        if graph_mode.mode is not None:
            graph_mode.refuse("index", self)
        if self._t.is_floating_point():
            raise AttributeError(f"'numpy.{self.dtype.name}' object has no attribute '__index__'")
        if self._t.dim():
            raise TypeError("only integer scalar arrays can be converted to a scalar index")
        return int(self._t.item())

    def __bool__(self):
        if graph_mode.mode is not None:
            graph_mode.refuse("bool", self)
        if self._t.numel() == 0:
            return False
        if self._t.numel() != 1:
            raise ValueError("The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()")
        return bool(self._t.item())

    def _one(self):
        if self._t.numel() != 1:
            raise TypeError("only length-1 arrays can be converted to Python scalars")
        return self._t.item()

    def __round__(self, ndigits=None):
        return self.astype  # TensorFlow's needs NumPy's behaviour, which is off: an AttributeError says so

    def __len__(self):
        if graph_mode.mode is not None:
            graph_mode.refuse("len", self)
        if not self._t.dim():
            raise TypeError("Scalar tensor has no `len()`")
        return self._t.shape[0]

    def __iter__(self):
        if graph_mode.mode is not None:
            graph_mode.refuse("iter", self)
        if not self._t.dim():
            raise TypeError("Cannot iterate over a scalar tensor.")
        return iter([wrap(part) for part in unwrap(self).unbind(0)])

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce__(self):
        from .convert import convert_to_tensor

        return (convert_to_tensor, (self.numpy(), self.dtype.name))

    # --- printing -------------------------------------------------------------------------------------------------

    def __str__(self):
        return f"tf.Tensor({_on_own_line(str(self.numpy()))}, shape={self.shape}, dtype={self.dtype.name})"

    def __repr__(self):
        return f"<tf.Tensor: shape={self.shape}, dtype={self.dtype.name}, numpy={value_text(self)}>"

    def __format__(self, spec):
        return format(self.numpy(), spec)

    def __getattr__(self, name):
        if name in _NUMPY_ONLY:
            raise AttributeError(
                f"{type(self).__name__ if graph_mode.mode is None else 'SymbolicTensor'} object has no attribute '{name}'. \n"
                "        If you are looking for numpy-related methods, please run the following:\n"
                "        tf.experimental.numpy.experimental_enable_numpy_behavior()\n      "
            )
        raise AttributeError(f"'{_type_name(self) if graph_mode.mode is None else 'SymbolicTensor'}' object has no attribute '{name}'")


def _type_name(tensor):
    return f"{Tensor.__module__}.{type(tensor).__name__}"


class Unhashable(TypeError):
    """A TypeError whose text Python's dictionaries leave as it is (they replace that of a plain TypeError)."""


Unhashable.__name__ = Unhashable.__qualname__ = "TypeError"
Tensor.__name__ = Tensor.__qualname__ = "EagerTensor"
_NUMPY_ONLY = {"T", "astype", "ravel", "transpose", "reshape", "clip", "size", "tolist", "data"}


class Reference:
    """tensor.ref(): compares by identity, so that tensors can be keys of dictionaries."""

    __slots__ = ("_wrapped",)

    def __init__(self, wrapped):
        self._wrapped = wrapped

    def deref(self):
        return self._wrapped

    def __eq__(self, other):
        return isinstance(other, Reference) and self._wrapped is other._wrapped

    def __hash__(self):
        return id(self._wrapped)

    def __repr__(self):
        return f"<Reference wrapping {self._wrapped!r}>"


def wrap(tensor):
    """The Tensor of a torch tensor that nobody will write to."""
    made = _new(Tensor)
    made._t = tensor
    made._made_recording = recording
    return made


def wrap_all(tensors):
    """wrap() of each; for the many of a step of training."""
    made = [_new(Tensor) for _ in tensors]
    for each, tensor in zip(made, tensors):
        each._t = tensor
        each._made_recording = recording
    return made


def unwrap(value):
    """The torch tensor of a Tensor, a Variable, or anything that becomes one (numbers as in tf.constant)."""
    if type(value) is Tensor:
        return value._t if recording or not value._made_recording else value._t.detach()
    read = getattr(value, "_read", None)
    if read is not None:
        return read()
    from .convert import to_torch

    return to_torch(value)


def unwrap_all(tensors):
    """unwrap() of each; for the many of a step of training."""
    if recording or placing.has_gpu:
        return [unwrap(each) for each in tensors]
    return [each._t if type(each) is Tensor and not each._made_recording else unwrap(each) for each in tensors]


if placing.has_gpu:
    _found = unwrap

    def unwrap(value):
        """The same, where Keras computes now."""
        return placing.place(_found(value))


def _array_of(tensor):
    tensor = tensor.detach()
    if tensor.is_cuda:
        tensor = tensor.cpu()
    if tensor.dtype is torch.bfloat16:
        tensor = tensor.float()
    return tensor.clone().numpy()


def to_numpy(tensor):
    """A NumPy copy of a torch tensor; a NumPy scalar for no dimensions."""
    array = _array_of(tensor)
    return array if tensor.dim() else array[()]


def value_text(value):
    """What stands behind `numpy=` in the repr of tensors and variables."""
    found = value.numpy()
    if not isinstance(found, numpy.ndarray):
        return repr(found if isinstance(found, bytes) else found.item())
    return _on_own_line(repr(found))


def _on_own_line(text):
    return "\n" + text if "\n" in text else text
