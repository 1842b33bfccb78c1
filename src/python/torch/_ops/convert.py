"""Changing dtype and device, copying, and what a tensor says of its memory."""

import builtins

import bridge
from torch import _device, _dtype
from torch._dtype import BY_CODE, code_of
from torch._layout import channels_last, channels_last_3d, contiguous_format, memory_format as _memory_format, preserve_format
from torch._tensor import Tensor, wrap
from torch._type_name import type_name

from .register import both, method

# --- dtype and device ---------------------------------------------------------------------------------------------


def converted(tensor, dtype=None, device=None, copy=False):
    """`tensor.to(...)` with engine codes; the tensor itself when nothing changes."""
    handle = tensor._handle
    if device is not None and bridge.device(handle) != device:
        tensor = wrap(bridge.to_device(handle, device)) if dtype is None or device == 0 else tensor
        if dtype is None:
            return tensor
        cast = _cast(tensor, dtype, False)
        return wrap(bridge.to_device(cast._handle, device)) if device == 1 else cast
    return _cast(tensor, dtype, copy)


def _cast(tensor, dtype, copy):
    handle = tensor._handle
    if dtype is None or bridge.dtype(handle) == dtype:
        return wrap(bridge.clone_laid_out(handle)) if copy else tensor
    return wrap(bridge.cast(handle, dtype))


@method
def to(self, *args, dtype=None, device=None, non_blocking=False, copy=False, memory_format=None, other=None):
    """A tensor of another dtype or on another device: to(dtype), to(device), to(device, dtype), to(other).

    Returns the tensor itself when it is already so (unless copy=True).
    """
    for position, given in enumerate(args):
        if isinstance(given, _dtype.dtype) or given in _dtype.PYTHON_TYPES:
            dtype = given
        elif isinstance(given, Tensor):
            other = given
        elif isinstance(given, bool):  # non_blocking, copy
            copy = given if position == len(args) - 1 and position >= 2 else copy
        elif isinstance(given, (str, int, _device.device)):
            device = given
        elif given is not None and not isinstance(given, _memory_format):
            raise TypeError(
                f"to() received an invalid combination of arguments - got ({type_name(given)}), but expected one of:\n"
                " * (torch.device device, torch.dtype dtype, bool non_blocking, bool copy, *, torch.memory_format memory_format)\n"
                " * (torch.dtype dtype, bool non_blocking, bool copy, *, torch.memory_format memory_format)\n"
                " * (Tensor tensor, bool non_blocking, bool copy, *, torch.memory_format memory_format)\n"
            )
    if other is not None:
        return converted(self, bridge.dtype(other._handle), bridge.device(other._handle), copy)
    if memory_format is None:
        memory_format = next((given for given in args if isinstance(given, _memory_format)), preserve_format)
    made = converted(
        self,
        None if dtype is None else code_of(dtype),
        None if device is None else _device.code_of(device),
        copy,
    )
    return made if memory_format is preserve_format else laid_out(made, memory_format)


@method
def cpu(self, memory_format=None):
    """A copy in the cpu's memory (the tensor itself when it is there)."""
    return converted(self, device=0)


@method
def cuda(self, device=None, non_blocking=False, memory_format=None):
    """A copy on the GPU."""
    return converted(self, device=_device.code_of("cuda" if device is None else device))


def _caster(name, dtype):
    def cast(self, memory_format=None):
        return _cast(self, dtype._code, False)

    cast.__name__ = cast.__qualname__ = name
    cast.__doc__ = f"The tensor as {dtype!r}."
    return method(cast)


for _name, _type in (
    ("float", _dtype.float32), ("double", _dtype.float64), ("half", _dtype.float16), ("bfloat16", _dtype.bfloat16),
    ("long", _dtype.int64), ("int", _dtype.int32), ("short", _dtype.int16), ("char", _dtype.int8),
    ("byte", _dtype.uint8), ("bool", _dtype.bool),
):  # fmt: skip
    _caster(_name, _type)


@method
def type(self, dtype=None, non_blocking=False, **options):
    """The name of the tensor's class, such as 'torch.FloatTensor'; with an argument, the tensor as that dtype."""
    if dtype is None:
        place = "torch.cuda." if self.is_cuda else "torch."
        return f"{place}{self.dtype._scalar_name}Tensor"
    if isinstance(dtype, str):
        found = next((d for d in BY_CODE if dtype.endswith(f".{d._scalar_name}Tensor")), None)
        if found is None:
            raise ValueError(f"invalid type: '{dtype}'")
        dtype = found
    return _cast(self, code_of(getattr(dtype, "_legacy_dtype", dtype)), False)


@method
def type_as(self, other):
    """The tensor with the dtype and device of another."""
    return converted(self, bridge.dtype(other._handle), bridge.device(other._handle))


# --- copies -------------------------------------------------------------------------------------------------------


@both
def clone(input, *, memory_format=None):
    """A copy with memory of its own; gradients pass through."""
    if memory_format is None or memory_format is preserve_format:
        return wrap(bridge.clone_laid_out(input._handle))
    if memory_format is contiguous_format or is_contiguous(input, memory_format):
        return wrap(bridge.clone(input._handle))
    return laid_out(input, memory_format)


@both
def detach(input):
    """The same memory outside the graph."""
    return wrap(bridge.detach(input._handle))


@both
def detach_(self):
    """Takes the tensor out of the graph that made it."""
    bridge.detach_(self._handle)
    return self


# The order of dimensions in memory, from the outermost, and the way back.
_CHANNELS_LAST = {channels_last: ((0, 2, 3, 1), (0, 3, 1, 2)), channels_last_3d: ((0, 2, 3, 4, 1), (0, 4, 1, 2, 3))}


def laid_out(tensor, memory_format):
    """The values in memory of that format; the tensor itself when they are so."""
    if memory_format not in _CHANNELS_LAST:
        return tensor if bridge.is_contiguous(tensor._handle) else wrap(bridge.contiguous(tensor._handle))
    order, back = _CHANNELS_LAST[memory_format]
    if tensor.ndim != len(order):
        raise RuntimeError(f"required rank {len(order)} tensor to use {memory_format._name} format")
    turned = tensor.permute(order)
    return tensor if bridge.is_contiguous(turned._handle) else turned.contiguous().permute(back)


@method
def contiguous(self, memory_format=contiguous_format):
    """The tensor with its elements in row-major order in memory; itself when they are."""
    return laid_out(self, memory_format)


@method
def is_contiguous(self, memory_format=contiguous_format):
    """Whether the elements lie in row-major order, or in the order of a memory format."""
    if memory_format not in _CHANNELS_LAST:
        return bridge.is_contiguous(self._handle)
    order = _CHANNELS_LAST[memory_format][0]
    if self.ndim != len(order):
        return False
    turned = self.permute(order)
    return bridge.is_contiguous(turned._handle)


@method
def copy_(self, src, non_blocking=False):
    """Writes the values of `src` (broadcast, converted) into this tensor."""
    if isinstance(src, (builtins.int, builtins.float)):
        return self.fill_(src)
    if not isinstance(src, Tensor):
        raise TypeError(f"copy_(): argument 'other' (position 1) must be Tensor, not {src.__class__.__name__}")
    if bridge.device(src._handle) != bridge.device(self._handle):
        src = converted(src, device=bridge.device(self._handle))
    if src.shape != self.shape:
        shape = broadcast_pair(self.shape, src.shape)
        if shape != self.shape:
            raise RuntimeError(
                f"output with shape {list(self.shape)} doesn't match the broadcast shape {list(shape)}"
            )
    bridge.copy_(self._handle, src._handle)
    return self


def broadcast_pair(a, b):
    """The shape of `a + b`, with the error that operations of two tensors give."""
    rank = max(len(a), len(b))
    a, b = (1,) * (rank - len(a)) + tuple(a), (1,) * (rank - len(b)) + tuple(b)
    for dim, (first, second) in enumerate(zip(a, b)):
        if first != second and 1 not in (first, second):
            raise RuntimeError(
                f"The size of tensor a ({first}) must match the size of tensor b ({second}) at non-singleton dimension {dim}"
            )
    return tuple(second if first == 1 else first for first, second in zip(a, b))


@method
def requires_grad_(self, requires_grad=True):
    """Starts (or stops) tracking gradients for this leaf."""
    if not isinstance(requires_grad, builtins.bool):
        raise TypeError(
            f"requires_grad_(): argument 'requires_grad' (position 1) must be bool, not {type_name(requires_grad)}"
        )
    if requires_grad and bridge.dtype(self._handle) > 3:
        raise RuntimeError("only Tensors of floating point dtype can require gradients")
    bridge.set_requires_grad(self._handle, builtins.bool(requires_grad))
    return self




# --- NumPy --------------------------------------------------------------------------------------------------------


@method
def numpy(self, *, force=False):
    """A NumPy array over the same memory: writing to one changes the other."""
    from numpy import ndarray

    if force:
        self = self.detach().cpu()
    if bridge.requires_grad(self._handle) and bridge.grad_mode():
        raise RuntimeError("Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead.")
    if bridge.device(self._handle) == 1:
        raise TypeError(
            "can't convert cuda:0 device type tensor to numpy. Use Tensor.cpu() to copy the tensor to host memory first."
        )
    if bridge.dtype(self._handle) == 3:
        raise TypeError("Got unsupported ScalarType BFloat16")
    return ndarray._from_handle(bridge.detach(self._handle))


@method
def __array__(self, dtype=None, copy=None):
    made = self.numpy()
    return made if dtype is None else made.astype(dtype, copy=False)


@method
def __array_wrap__(self, array, context=None, return_scalar=False):
    """What np.exp(tensor) and its like give: a tensor (of uint8 for truth values, as in PyTorch)."""
    import torch

    return torch.from_numpy(array.astype("uint8") if array.dtype == bool else array)


# --- memory -------------------------------------------------------------------------------------------------------


@method
def dim(self):
    """The number of dimensions."""
    return len(self.shape)


@both
def numel(input):
    """The number of elements."""
    return bridge.numel(input._handle)


@method
def stride(self, dim=None, *, axis=None):
    """How many elements apart neighbours of each dimension lie in memory."""
    if axis is not None:
        dim = axis
    strides = bridge.strides_of(self._handle)
    return strides if dim is None else strides[dim]


@method
def storage_offset(self):
    """Where in its storage the tensor begins, in elements."""
    return bridge.storage_offset(self._handle)


@method
def element_size(self):
    """Bytes of one element."""
    return self.dtype.itemsize


@method
def data_ptr(self):
    """The address of the first element (0 on the GPU)."""
    return bridge.data_ptr(self._handle)


@method
def storage(self):
    """The memory that this tensor and its views share."""
    from torch.storage import TypedStorage

    return TypedStorage._of(self)


@method
def untyped_storage(self):
    """The memory that this tensor and its views share, as bytes."""
    from torch.storage import UntypedStorage

    return UntypedStorage._of(self)


@both
def is_floating_point(input):
    """Whether the dtype is float64, float32, float16 or bfloat16."""
    return bridge.dtype(input._handle) < 4


@both
def is_complex(input):
    """Whether the dtype is complex64 or complex128."""
    return input.dtype.is_complex


@both
def is_signed(input):
    """Whether the dtype has negative values."""
    return input.dtype.is_signed


@both
def is_same_size(input, other):
    """Whether two tensors have one shape."""
    return input.shape == other.shape


@method
def is_set_to(self, tensor):
    """Whether both show the same memory in the same way."""
    return (
        bridge.same_storage(self._handle, tensor._handle)
        and self.storage_offset() == tensor.storage_offset()
        and self.shape == tensor.shape
        and self.stride() == tensor.stride()
    )


@method
def get_device(self):
    """The GPU's number, -1 on the cpu."""
    return 0 if self.is_cuda else -1


@method
def pin_memory(self, device=None):
    """The tensor itself: there is no page-locked memory here."""
    return self


@method
def is_pinned(self, device=None):
    """Whether it lies in page-locked memory, which there is none of here."""
    return False


@method
def share_memory_(self):
    """The tensor itself: there are no other processes here."""
    return self


@method
def is_shared(self):
    """Whether other processes could use the same memory; PyTorch says so of every cuda tensor."""
    return self.is_cuda


@both
def is_inference(input):
    """Whether the tensor was made under inference_mode."""
    return bridge.is_inference(input._handle)


Tensor.ndimension = Tensor.dim
Tensor.nelement = Tensor.numel
Tensor.conj = Tensor.resolve_conj = Tensor.resolve_neg = lambda self: self
