"""What the functional operations share: wrapping engine results, refusing what is not a tensor, naming graph nodes."""

import bridge
import torch
from torch._type_name import type_name
from torch._tensor import Tensor, number_kind, plain_number, wrap, wrap_all  # noqa: F401

REDUCTIONS = {'none': 0, 'mean': 1, 'sum': 2}
_node_names = {}


def refuse(function, **arguments):
    """Raises PyTorch's TypeError for the first argument that is not a tensor; re-raises when all are."""
    for position, (name, value) in enumerate(arguments.items(), 1):
        if not isinstance(value, Tensor):
            raise TypeError(f"{function}(): argument '{name}' (position {position}) must be Tensor, not "
                            f'{type_name(value)}') from None
    raise


def refuse_whole(kernel, *inputs):
    """Raises PyTorch's RuntimeError of a kernel that is for floating point only, where none of its inputs is."""
    if all(bridge.dtype(each._handle) > 3 for each in inputs):
        kind = inputs[0].dtype if len(inputs) == 1 else torch.result_type(*inputs)
        raise RuntimeError(f'"{kernel}" not implemented for \'{kind._scalar_name}\'')


def named(tensor, name):
    """Gives the operation that made `tensor` the name under which PyTorch prints it (`grad_fn=<name>`)."""
    handle = tensor._handle
    if not bridge.is_leaf(handle):
        code = _node_names.get(name)
        if code is None:
            code = _node_names[name] = bridge.keep_name(*map(ord, name))
        bridge.name_node(handle, code)
    return tensor


def reduction_code(reduction):
    """0 none, 1 mean, 2 sum."""
    code = REDUCTIONS.get(reduction)
    if code is None:
        raise ValueError(f'{reduction} is not a valid value for reduction')
    return code


def reduced(loss, reduction):
    """'none', 'mean' or 'sum' of a loss for every element."""
    code = reduction_code(reduction)
    return loss if code == 0 else loss.mean() if code == 1 else loss.sum()


def handle_or_zero(tensor):
    """An optional tensor as the engine takes it."""
    return 0 if tensor is None else tensor._handle
