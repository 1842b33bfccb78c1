"""Shapes: views, permutations and broadcasting. Views share memory with their source; joining and repeating are in join.py."""

import builtins

import bridge
from torch._size import Size
from torch._tensor import Tensor, forget_shape, wrap
from torch._type_name import type_name

from .convert import broadcast_pair
from .refusals import received
from .register import FUNCTIONS, alias, both, function, method

# --- views --------------------------------------------------------------------------------------------------------


def sizes_given(sizes, name="", argument="size"):
    """Sizes as separate arguments or one sequence, for the function and its argument that an error names."""
    if len(sizes) == 1 and not isinstance(sizes[0], int):
        only = sizes[0]
        if isinstance(only, (tuple, list)):
            sizes = only
        elif not isinstance(only, Tensor) and not getattr(only, "_numpy_scalar", False):
            if name == "view":
                raise received(name, sizes, {}, _VIEW)
            raise TypeError(f"{name}(): argument '{argument}' (position 1) must be tuple of ints, not {type_name(only)}")
    return [size if type(size) is int else _index(sizes, at, name, argument) for at, size in enumerate(sizes)]


_VIEW = ("torch.dtype dtype", "tuple of ints size")


def _index(sizes, at, name, argument):
    size = sizes[at]
    if isinstance(size, float) or not hasattr(size, "__index__"):
        kind = type_name(size)
        if name == "view" and at == 0:
            raise received(name, sizes, {}, _VIEW)
        raise TypeError(
            f"{name}(): argument '{argument}' (position 1) must be tuple of ints, not {kind}"
            if at == 0
            else f"{name}(): argument '{argument}' must be tuple of ints, but found element of type {kind} at pos {at + 1}"
        )
    return size.__index__()


@method
def view(self, *shape, size=None, dtype=None):
    """The same memory with another shape; one size may be -1. With a dtype, the same bytes as that dtype."""
    if size is not None:
        shape = size
    if dtype is not None:
        return _viewed_as(self, dtype)
    if not shape and size is None:
        raise received("view", (), {}, _VIEW)
    if len(shape) == 1 and hasattr(shape[0], "_typecode"):
        return _viewed_as(self, shape[0])
    return wrap(bridge.view(self._handle, *sizes_given(shape, "view")))


def _viewed_as(self, dtype):
    from torch._utils import bytes_as

    return bytes_as(self, dtype)


@both
def reshape(input, *sizes, shape=None):
    """Another shape with the same elements: a view where possible, else a copy."""
    if not sizes and shape is None:
        raise TypeError('reshape() missing 1 required positional arguments: "shape"')
    return wrap(bridge.reshape(input._handle, *sizes_given(sizes if shape is None else shape, "reshape", "shape")))


@method
def view_as(self, other):
    """view(other.shape)."""
    return wrap(bridge.view(self._handle, *other.shape))


@method
def reshape_as(self, other):
    """reshape(other.shape)."""
    return wrap(bridge.reshape(self._handle, *other.shape))


@both
def flatten(input, start_dim=0, end_dim=-1):
    """Dimensions from start_dim to end_dim made into one."""
    if start_dim == end_dim and input.ndim:
        return input
    return wrap(bridge.flatten(input._handle, start_dim, end_dim))


@both
def ravel(input):
    """All dimensions made into one."""
    return wrap(bridge.reshape(input._handle, -1))


@both
def unflatten(input, dim, sizes):
    """One dimension split into several."""
    dim = dim % input.ndim
    if -1 not in sizes and Size(sizes).numel() != input.shape[dim]:
        raise RuntimeError(
            f"unflatten: Provided sizes {list(sizes)} don't multiply up to the size of dim {dim} ({input.shape[dim]}) in the "
            "input tensor"
        )
    return view(input, *input.shape[:dim], *sizes, *input.shape[dim + 1 :])


@both
def squeeze(input, dim=None, *, axis=None):
    """Without dimensions of size 1 (all of them, or those named)."""
    if axis is not None:
        dim = axis
    dims = () if dim is None else (dim,) if isinstance(dim, int) else dim
    return wrap(bridge.squeeze(input._handle, *dims))


@both
def unsqueeze(input, dim=None, *, axis=None):
    """With a dimension of size 1 added."""
    if axis is not None:
        dim = axis
    if dim is None:
        raise TypeError('unsqueeze() missing 1 required positional arguments: "dim"')
    return wrap(bridge.unsqueeze(input._handle, dim))


@method
def expand(self, *sizes, size=None, implicit=False):
    """Dimensions of size 1 repeated without copying; -1 keeps a size."""
    if not sizes and size is None:
        raise TypeError('expand() missing 1 required positional arguments: "size"')
    return wrap(bridge.expand(self._handle, *sizes_given(sizes if size is None else size, "expand")))


@method
def expand_as(self, other):
    """expand(other.shape)."""
    return wrap(bridge.expand(self._handle, *other.shape))


@both
def broadcast_to(input, *sizes, size=None):
    """expand(size)."""
    return expand(input, *sizes, size=size)


@both
def permute(input, *order, dims=None):
    """The dimensions in another order."""
    return wrap(bridge.permute(input._handle, *sizes_given(order if dims is None else dims, "permute", "dims")))


@both
def transpose(input, dim0, dim1):
    """Two dimensions swapped."""
    return wrap(bridge.transpose(input._handle, dim0, dim1))


@both
def t(input):
    """The transpose of a matrix."""
    return wrap(bridge.t(input._handle))


@both
def adjoint(input):
    """The last two dimensions swapped."""
    return transpose(input, -2, -1)


@both
def movedim(input, source, destination):
    """Dimensions moved to other positions, the others kept in order."""
    sources = [source] if isinstance(source, int) else source
    targets = [destination] if isinstance(destination, int) else destination
    rank = input.ndim
    if len(sources) != len(targets):
        raise RuntimeError(
            f"movedim: Invalid source or destination dims: source ({list(sources)} dims) should contain the same number of dims as "
            f"destination ({list(targets)} dims)"
        )
    sources, targets = [d % rank for d in sources], [d % rank for d in targets]
    order = [None] * rank
    for source, target in zip(sources, targets):
        order[target] = source
    rest = iter(d for d in range(rank) if d not in sources)
    return wrap(bridge.permute(input._handle, *(next(rest) if d is None else d for d in order)))


for _name, _same in (("swapaxes", transpose), ("swapdims", transpose), ("moveaxis", movedim)):
    alias(_name, _same)


@both
def as_strided(input, size, stride, storage_offset=None):
    """A view with given sizes and strides."""
    offset = bridge.storage_offset(input._handle) if storage_offset is None else storage_offset
    item = input.element_size()
    needed = item * (offset + 1 + builtins.sum((count - 1) * step for count, step in zip(size, stride))) if 0 not in size else 0
    if needed > bridge.storage_bytes(input._handle):
        raise RuntimeError(
            f"setStorage: sizes {list(size)}, strides {list(stride)}, storage offset {offset}, and itemsize {item} requiring a storage "
            f"size of {needed} are out of bounds for storage of size {bridge.storage_bytes(input._handle)}"
        )
    return wrap(bridge.as_strided(input._handle, offset, *size, *stride))


@both
def select(input, dim, index):
    """One position of a dimension."""
    try:
        return wrap(bridge.select(input._handle, dim, int(index)))
    except IndexError as error:
        if "out of bounds" not in str(error):
            raise
        raise IndexError(
            f"select(): index {int(index)} out of range for tensor of size {list(input.shape)} at dimension {dim % input.ndim}"
        ) from None


@both
def narrow(input, dim, start, length):
    """`length` positions of a dimension from `start`."""
    start, size = int(start), input.shape[dim]
    if length < 0:
        raise RuntimeError("narrow(): length must be non-negative.")
    if not -size <= start <= size:
        raise IndexError(
            f"Dimension out of range (expected to be in range of [{-size}, {size}], but got {start})"
        )
    start = start + size if start < 0 else start
    if start + length > size:
        raise RuntimeError(f"start ({start}) + length ({length}) exceeds dimension size ({size}).")
    return wrap(bridge.slice(input._handle, dim, start, length, 1))


@both
def diagonal(input, offset=0, dim1=0, dim2=1):
    """A diagonal as a view."""
    return wrap(bridge.diagonal(input._handle, offset, dim1, dim2))


@method
def unfold(self, dimension, size, step):
    """Windows of `size` every `step` along a dimension, as a new last dimension."""
    return wrap(bridge.unfold(self._handle, dimension, size, step))


# --- in place -----------------------------------------------------------------------------------------------------


def _in_place_view(name, op):
    def op_(self, *args, **options):
        if bridge.grad_mode() and self.requires_grad and self.is_leaf:
            raise RuntimeError("a leaf Variable that requires grad is being used in an in-place operation.")
        changed = op(self, *args, **options)
        bridge.become(self._handle, changed._handle)
        forget_shape(self)
        return self

    op_.__name__ = op_.__qualname__ = name
    op_.__doc__ = f"{op.__doc__} In place."
    method(op_)


for _op in (squeeze, unsqueeze, transpose, t, as_strided):
    _in_place_view(_op.__name__ + "_", _op)
Tensor.swapaxes_ = Tensor.swapdims_ = Tensor.transpose_


@method
def resize_(self, *sizes, memory_format=None):
    """Another size; new elements hold zeros."""
    wanted = sizes_given(sizes)
    flat = self.detach().reshape(-1)
    count = Size(wanted).numel()
    if count > flat.shape[0]:
        flat = FUNCTIONS["cat"]([flat, FUNCTIONS["zeros"](count - flat.shape[0], dtype=self.dtype, device=self.device)])
    flat = flat[:count].view(wanted)
    bridge.become(self._handle, flat._handle)
    forget_shape(self)
    return self


@method
def resize_as_(self, other):
    """resize_(other.shape)."""
    return resize_(self, *other.shape)


# --- broadcasting -------------------------------------------------------------------------------------------------


@function
def broadcast_shapes(*shapes):
    """The shape to which all shapes broadcast."""
    shapes = [(shape,) if isinstance(shape, int) else tuple(shape) for shape in shapes]
    out = [1] * builtins.max((len(shape) for shape in shapes), default=0)
    for shape in shapes:
        for back in range(1, len(shape) + 1):
            size = shape[-back]
            if size == 1 or size == out[-back]:
                continue
            if out[-back] != 1:
                raise RuntimeError("Shape mismatch: objects cannot be broadcast to a single shape")
            out[-back] = size
    return Size(out)


@function
def broadcast_tensors(*tensors):
    """All tensors expanded to one shape."""
    if len(tensors) == 1 and not isinstance(tensors[0], Tensor):
        tensors = tensors[0]
    shape = ()
    for each in tensors:
        shape = broadcast_pair(shape, each.shape)
    return tuple(each if each.shape == shape else expand(each, *shape) for each in tensors)
