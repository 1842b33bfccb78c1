"""How pickles of PyTorch rebuild tensors: the functions that `.pth` files name."""

from collections import OrderedDict

import bridge
from torch._tensor import wrap


def _rebuild_tensor(storage, storage_offset, size, stride):
    """A view of a storage."""
    view = storage._view(storage_offset, size, stride)
    return wrap(bridge.data(view._handle))


def _rebuild_tensor_v2(storage, storage_offset, size, stride, requires_grad, backward_hooks, metadata=None):
    """What every tensor in a `.pth` file is made by."""
    tensor = _rebuild_tensor(storage, storage_offset, size, stride)
    if requires_grad:
        bridge.set_requires_grad(tensor._handle, True)
    return tensor


def _rebuild_parameter(data, requires_grad, backward_hooks):
    """nn.Parameter over rebuilt data."""
    from torch.nn import Parameter

    return Parameter(data, requires_grad)


def _rebuild_parameter_with_state(data, requires_grad, backward_hooks, state):
    """nn.Parameter with attributes of its own."""
    parameter = _rebuild_parameter(data, requires_grad, backward_hooks)
    parameter.__dict__.update(state)
    return parameter


def no_hooks():
    """The empty table of hooks that pickled parameters carry."""
    return OrderedDict()


def bytes_as(tensor, dtype):
    """tensor.view(dtype): the same bytes read as another dtype. A copy here; PyTorch shares the memory."""
    from torch import storage

    raw = storage.to_bytes(storage.TypedStorage(tensor.detach().contiguous().clone()))
    seen = storage.from_bytes(storage._CLASSES[dtype._name], raw)._flat
    shape = list(tensor.shape)
    if tensor.dtype.itemsize != dtype.itemsize:
        if not shape:
            raise RuntimeError(
                f"self.dim() cannot be 0 to view {tensor.dtype._scalar_name} as {dtype._scalar_name} (different element sizes)"
            )
        shape[-1] = shape[-1] * tensor.dtype.itemsize // dtype.itemsize
    return seen.reshape(shape)
