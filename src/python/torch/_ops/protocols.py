"""What Python itself asks of a tensor: numbers, truth, length, iteration, formatting, copying and pickling."""

import copy
from collections import OrderedDict

import bridge
from torch._dtype import BY_CODE
from torch._tensor import Tensor, number_kind

from .register import method


@method
def item(self, /):
    """The value of a tensor with one element, as a Python number."""
    value = bridge.item(self._handle)
    return float(value) if bridge.dtype(self._handle) < 4 else value


def nested_list(handle, shape):
    """The elements as nested lists of Python numbers (a number for no dimensions); waits for the GPU."""
    dtype = BY_CODE[bridge.dtype(handle)]
    if dtype._typecode == "f" and dtype.itemsize == 2:
        wide = bridge.cast(bridge.detach(handle), 0)
        numbers = bridge.numbers_of(wide, "f")
        bridge.free(wide)
    else:
        numbers = bridge.numbers_of(handle, dtype._typecode)
    flat = [value != 0 for value in numbers] if dtype._name == "bool" else numbers.tolist()
    if not shape:
        return flat[0]
    for size in reversed(shape[1:]):
        if size == 0:
            count = 1
            for outer in shape[: shape.index(0)]:
                count *= outer
            return _nest([[] for _ in range(count)], shape[: shape.index(0)])
        flat = [flat[i : i + size] for i in range(0, len(flat), size)]
    return flat


def _nest(rows, shape):
    for size in reversed(shape[1:]):
        rows = [rows[i : i + size] for i in range(0, len(rows), size)]
    return rows


@method
def tolist(self):
    """Nested lists of Python numbers; a number for a tensor without dimensions."""
    return nested_list(self._handle, self.shape)


@method
def __bool__(self):
    count = bridge.numel(self._handle)
    if count != 1:
        what = "no values" if count == 0 else "more than one value"
        raise RuntimeError(f"Boolean value of Tensor with {what} is ambiguous")
    return bool(bridge.item(self._handle))


def _only_element(tensor):
    """What Python's own conversions ask for; they refuse in other words than item()."""
    if bridge.numel(tensor._handle) != 1:
        raise ValueError("only one element tensors can be converted to Python scalars")
    return bridge.item(tensor._handle)


@method
def __float__(self):
    return float(_only_element(self))


@method
def __int__(self):
    return int(_only_element(self))


@method
def __complex__(self):
    return complex(_only_element(self))


@method
def __index__(self):
    if bridge.dtype(self._handle) < 4 or bridge.numel(self._handle) != 1:
        raise TypeError("only integer tensors of a single element can be converted to an index")
    return int(bridge.item(self._handle))


@method
def __len__(self):
    shape = self.shape
    if not shape:
        raise TypeError("len() of a 0-d tensor")
    return shape[0]


@method
def __iter__(self):
    if not self.shape:
        raise TypeError("iteration over a 0-d tensor")
    return iter(self.unbind(0))


@method
def __reversed__(self):
    return self.flip(0) if self.shape else self


@method
def __contains__(self, element):
    if isinstance(element, Tensor) or number_kind(element) is not None:
        return bool((element == self).any().item())
    raise RuntimeError(
        f"Tensor.__contains__ only supports Tensor or scalar, but you passed in a {type(element)}."
    )


@method
def __format__(self, spec):
    return object.__format__(self, spec) if self.shape else self.item().__format__(spec)


@method
def __repr__(self, *, tensor_contents=None):
    from torch._tensor_str import tensor_text

    return tensor_text(self, contents=tensor_contents)


@method
def __dir__(self):
    return sorted(set(dir(type(self))) | set(self.__dict__))


# --- copies and pickles -------------------------------------------------------------------------------------------


@method
def __deepcopy__(self, memo):
    if id(self) in memo:
        return memo[id(self)]
    if not bridge.is_leaf(self._handle):
        raise RuntimeError(
            "Only Tensors created explicitly by the user (graph leaves) support the deepcopy protocol at the moment.  "
            "If you were attempting to deepcopy a module, this may be because of a torch.nn.utils.weight_norm usage, "
            "see https://github.com/pytorch/pytorch/pull/103001"
        )
    made = object.__new__(type(self))
    plain = self.detach()
    made._handle = bridge.clone_laid_out(plain._handle)
    memo[id(self)] = made
    if bridge.requires_grad(self._handle):
        bridge.set_requires_grad(made._handle, True)
    if self.grad is not None:
        made.grad = copy.deepcopy(self.grad, memo)
    made.__dict__.update(copy.deepcopy(self.__dict__, memo))
    return made


@method
def __reduce_ex__(self, _protocol):
    """Pickled as PyTorch does: a storage, and how the tensor lies in it."""
    from torch._utils import _rebuild_tensor_v2

    arguments = (
        self.storage(),
        bridge.storage_offset(self._handle) if self.is_cpu else 0,
        tuple(self.shape),
        self.stride(),
        bridge.requires_grad(self._handle),
        OrderedDict(),
    )
    if not self.__dict__ and type(self) is Tensor:
        return (_rebuild_tensor_v2, arguments)
    from torch._tensor import _rebuild_from_type_v2

    return (_rebuild_from_type_v2, (_rebuild_tensor_v2, type(self), arguments, self.__dict__))


@method
def __setstate__(self, state):
    if isinstance(state, dict):
        self.__dict__.update(state)
