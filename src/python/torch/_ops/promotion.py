"""Which dtype an operation on two dtypes gives. The rules are the engine's; these functions ask it."""

import bridge
from torch import _dtype
from torch._tensor import Tensor, number_kind, plain_number, wrap
from torch._type_name import type_name

from .register import function


@function
def promote_types(type1, type2):
    """The smallest dtype that holds both: promote_types(torch.int32, torch.float32) is float32."""
    for position, each in enumerate((type1, type2), 1):
        if not isinstance(each, _dtype.dtype):
            raise TypeError(
                f"promote_types(): argument 'type{position}' (position {position}) must be torch.dtype, not {type_name(each)}"
            )
    first, second = wrap(bridge.empty(type1._code, 0, 0)), wrap(bridge.empty(type2._code, 0, 0))
    return _joined(first, second)


def _joined(first, second):
    return wrap(bridge.maximum(first._handle, second._handle)).dtype


@function
def result_type(tensor1, tensor2):
    """The dtype of `tensor1 + tensor2`; either may be a Python number."""
    if not isinstance(tensor1, Tensor):
        tensor1, tensor2 = tensor2, tensor1
    if not isinstance(tensor1, Tensor):
        from torch._creation import tensor

        return _joined(tensor(tensor1), tensor(tensor2))
    shape = (0,) if tensor1.ndim else ()
    first = wrap(bridge.empty(bridge.dtype(tensor1._handle), 0, *shape))
    if isinstance(tensor2, Tensor):
        return _joined(first, wrap(bridge.empty(bridge.dtype(tensor2._handle), 0, *((0,) if tensor2.ndim else ()))))
    return wrap(bridge.mul_scalar(first._handle, plain_number(tensor2), number_kind(tensor2))).dtype


@function
def can_cast(from_, to):
    """Whether the dtype may be converted without falling to a lower category."""

    def category(each):
        return 2 if each.is_floating_point else 0 if each._name == "bool" else 1

    return category(from_) <= category(to)
