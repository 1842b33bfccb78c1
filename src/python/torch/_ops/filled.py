"""Tensors filled with one value: zeros, ones, full, their `_like` and `new_` forms; and questions about dtypes."""

import builtins

import bridge
from torch import _device
from torch._creation import leaf, legacy_tensor, tensor
from torch._dtype import code_of
from torch._layout import preserve_format
from torch._tensor import Tensor, number_kind, plain_number, wrap, write_out
from torch._type_name import type_name

from .convert import laid_out
from .refusals import received
from .register import both, function, method, result

# --- filled -------------------------------------------------------------------------------------------------------


def sizes_of(name, size):
    """Sizes given as `2, 3` or `(2, 3)`."""
    if len(size) == 1 and not isinstance(size[0], int) and not (isinstance(size[0], Tensor) and size[0].ndim == 0):
        inner = size[0]
        if getattr(inner, "_numpy_scalar", False) and hasattr(inner, "__index__"):
            return (inner.__index__(),)
        if not isinstance(inner, (tuple, list)):
            raise TypeError(
                f"{name}(): argument 'size' (position 1) must be tuple of ints, not {type_name(inner)}"
            )
        size = inner
    for position, each in enumerate(size):
        if builtins.type(each) is not int:
            break
    else:
        return size
    return tuple(_size(name, position, each) for position, each in enumerate(size))


def _size(name, position, each):
    try:
        if isinstance(each, bool) or isinstance(each, float):
            raise TypeError
        return each.__index__()
    except (AttributeError, TypeError):
        kind = type_name(each)
        raise TypeError(
            f"{name}(): argument 'size' must be tuple of ints, but found element of type {kind} at pos {position + 1}"
        ) from None


_FILLED = (
    "tuple of ints size, *, {}, torch.dtype dtype, torch.layout layout, torch.device device, bool pin_memory, bool requires_grad"
)


def _named_size(name, size, options):
    """The size of zeros(size=(2, 3))."""
    if not options.keys() <= {"size", "names", "memory_format"}:
        raise received(name, size, options, [_FILLED.format(kind) for kind in _FILLED_KINDS])
    return (options["size"],) if "size" in options else size


_FILLED_KINDS = ("tuple of names names", "Tensor out")


def _filled(name, value, kind):
    forms = [_FILLED.format(each) for each in _FILLED_KINDS]

    def make(*size, out=None, dtype=None, layout=None, device=None, requires_grad=False, pin_memory=False, **options):
        if options:
            size = _named_size(name, size, options)
        elif not size:
            raise received(name, (), {}, forms)
        sizes = sizes_of(name, size)
        if out is not None:
            return write_out(out, bridge.full(bridge.dtype(out._handle), value, kind, 0, *sizes))
        if isinstance(dtype, str):
            raise received(name, size, {"dtype": dtype}, forms)
        code = bridge.default_dtype() if dtype is None else code_of(dtype)
        return leaf(wrap(bridge.full(code, value, kind, _device.code_of(device), *sizes)), requires_grad)

    make.__name__ = make.__qualname__ = name
    make.__doc__ = f"A tensor of the given sizes filled with {value}: torch.{name}(2, 3)."
    return function(make)


zeros = _filled("zeros", 0, 1)
ones = _filled("ones", 1, 1)


empty = _filled("empty", 0, 1)
empty.__doc__ = "A tensor of the given sizes whose values are whatever was in memory (zeros here)."


@function
def full(size, fill_value, *, out=None, dtype=None, layout=None, device=None, requires_grad=False, pin_memory=False):
    """A tensor filled with one value, whose kind decides the dtype."""
    if isinstance(fill_value, Tensor):
        fill_value = fill_value.item()
    kind = number_kind(fill_value)
    if kind is None:
        raise TypeError(f"full(): argument 'fill_value' (position 2) must be Number, not {type_name(fill_value)}")
    if isinstance(size, int):
        raise TypeError("full(): argument 'size' (position 1) must be tuple of ints, not int")
    code = (9, 4, bridge.default_dtype())[kind] if dtype is None else code_of(dtype)
    handle = bridge.full(code, plain_number(fill_value), kind, _device.code_of(device), *sizes_of("full", (size,)))
    return leaf(result(handle, out), requires_grad)


def _like(name, value, kind):
    def make(input, *, dtype=None, layout=None, device=None, requires_grad=False, pin_memory=False, memory_format=None):
        handle = input._handle
        code = bridge.dtype(handle) if dtype is None else code_of(dtype)
        place = bridge.device(handle) if device is None else _device.code_of(device)
        if memory_format is None or memory_format is preserve_format:
            return leaf(wrap(bridge.full_like(handle, code, value, kind, place)), requires_grad)
        return leaf(laid_out(wrap(bridge.full(code, value, kind, place, *input.shape)), memory_format), requires_grad)

    make.__name__ = make.__qualname__ = name
    make.__doc__ = f"A tensor of the input's sizes, dtype and device filled with {value}."
    return function(make)


zeros_like = _like("zeros_like", 0, 1)
ones_like = _like("ones_like", 1, 1)
empty_like = _like("empty_like", 0, 1)


@function
def full_like(input, fill_value, *, dtype=None, layout=None, device=None, requires_grad=False, pin_memory=False, memory_format=None):
    """A tensor of the input's sizes, dtype and device filled with one value."""
    made = zeros_like(input, dtype=dtype, device=device, memory_format=memory_format).fill_(fill_value)
    return leaf(made, requires_grad)


def _new_filled(name, value):
    def make(self, *size, dtype=None, device=None, requires_grad=False, layout=None, pin_memory=False, **options):
        if "size" in options:
            size = (options["size"],)
        sizes = sizes_of(name, size)
        return full(
            sizes, value, dtype=dtype or self.dtype, device=device or self.device, requires_grad=requires_grad
        )

    make.__name__ = make.__qualname__ = name
    make.__doc__ = f"A tensor filled with {value}, with this tensor's dtype and device."
    return method(make)


for _name, _value in (("new_zeros", 0), ("new_ones", 1), ("new_empty", 0)):
    _new_filled(_name, _value)


@method
def new_full(self, size, fill_value, *, dtype=None, layout=None, device=None, pin_memory=False, requires_grad=False):
    """A tensor filled with one value, with this tensor's dtype and device."""
    return full(size, fill_value, dtype=dtype or self.dtype, device=device or self.device, requires_grad=requires_grad)


@method
def new_tensor(self, data, *, dtype=None, layout=None, device=None, pin_memory=False, requires_grad=False):
    """A new tensor with a copy of data, with this tensor's dtype and device."""
    if isinstance(data, Tensor):
        data = data.detach().clone()
        return leaf(data.to(dtype=dtype or data.dtype, device=device or self.device), requires_grad)
    return tensor(data, dtype=dtype or self.dtype, device=device or self.device, requires_grad=requires_grad)


@method
def new(self, *args, **options):
    """The older spelling of new_empty and new_tensor."""
    return legacy_tensor(*args, dtype=self.dtype, **options)


@both
def is_nonzero(input):
    """Whether the one element is not zero."""
    return bool(input)


@function
def is_tensor(obj):
    """Whether the object is a torch.Tensor."""
    return isinstance(obj, Tensor)


@function
def is_storage(obj):
    """Whether the object is a storage."""
    from torch.storage import TypedStorage, UntypedStorage

    return isinstance(obj, (TypedStorage, UntypedStorage))
