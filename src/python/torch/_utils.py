"""How pickles of PyTorch rebuild tensors: the functions that `.pth` files name."""

from collections import OrderedDict

import bridge
from torch._tensor import Tensor, wrap


def _rebuild_tensor(storage, storage_offset, size, stride):
    """A view of a storage."""
    return wrap(bridge.data(storage._view(storage_offset, size, stride)._handle))


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


__all__ = ["Tensor"]
