"""Shapes: views, permutations, splitting, joining and repeating. Views share memory with their source."""

import builtins

import bridge
from torch._size import Size
from torch._tensor import Tensor, forget_shape, rename, wrap

from .register import FUNCTIONS, alias, both, function, given, method, result

# --- views --------------------------------------------------------------------------------------------------------


def sizes_given(sizes):
    """Sizes as separate arguments or one sequence."""
    if len(sizes) == 1 and not isinstance(sizes[0], int):
        only = sizes[0]
        if isinstance(only, (tuple, list)):
            sizes = only
        elif not isinstance(only, Tensor):
            raise TypeError(f"argument 'size' must be tuple of ints, not {type(only).__name__}")
    return [size if type(size) is int else _index(size) for size in sizes]


def _index(size):
    if isinstance(size, float):
        raise TypeError("argument 'size' must be tuple of ints, but found element of type float")
    return size.__index__()


@method
def view(self, *shape, size=None):
    """The same memory with another shape; one size may be -1. With a dtype, the same bytes as that dtype."""
    if size is not None:
        shape = size
    if len(shape) == 1 and hasattr(shape[0], "_typecode"):
        return _viewed_as(self, shape[0])
    return wrap(bridge.view(self._handle, *sizes_given(shape)))


def _viewed_as(self, dtype):
    from torch._utils import bytes_as

    return bytes_as(self, dtype)


@both
def reshape(input, *shape):
    """Another shape with the same elements: a view where possible, else a copy."""
    return wrap(bridge.reshape(input._handle, *sizes_given(shape)))


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
def squeeze(input, dim=None):
    """Without dimensions of size 1 (all of them, or those named)."""
    dims = () if dim is None else (dim,) if isinstance(dim, int) else dim
    return wrap(bridge.squeeze(input._handle, *dims))


@both
def unsqueeze(input, dim):
    """With a dimension of size 1 added."""
    return wrap(bridge.unsqueeze(input._handle, dim))


@method
def expand(self, *sizes):
    """Dimensions of size 1 repeated without copying; -1 keeps a size."""
    return wrap(bridge.expand(self._handle, *sizes_given(sizes)))


@method
def expand_as(self, other):
    """expand(other.shape)."""
    return wrap(bridge.expand(self._handle, *other.shape))


@both
def broadcast_to(input, size):
    """expand(size)."""
    return wrap(bridge.expand(input._handle, *size))


@both
def permute(input, *dims):
    """The dimensions in another order."""
    return wrap(bridge.permute(input._handle, *sizes_given(dims)))


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
    return wrap(bridge.as_strided(input._handle, offset, *size, *stride))


@both
def select(input, dim, index):
    """One position of a dimension."""
    return wrap(bridge.select(input._handle, dim, int(index)))


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
        flat = cat([flat, FUNCTIONS["zeros"](count - flat.shape[0], dtype=self.dtype, device=self.device)])
    flat = flat[:count].view(wanted)
    bridge.become(self._handle, flat._handle)
    forget_shape(self)
    return self


@method
def resize_as_(self, other):
    """resize_(other.shape)."""
    return resize_(self, *other.shape)


# --- splitting ----------------------------------------------------------------------------------------------------


@both
def unbind(input, dim=0):
    """The slices of a dimension as a tuple."""
    handle = input._handle
    if dim < 0:
        dim += input.ndim
    if not 0 <= dim < input.ndim:
        input.size(dim)
    return tuple(rename(wrap(bridge.select(handle, dim, i)), "UnbindBackward0") for i in range(input.shape[dim]))


@both
def split(tensor, split_size_or_sections, dim=0):
    """Pieces of one size (the last may be smaller), or of the sizes given."""
    length = tensor.size(dim)
    if isinstance(split_size_or_sections, int):
        size = split_size_or_sections
        if size < 0:
            raise RuntimeError(f"split expects split_size be non-negative, but got split_size={size}")
        if size == 0 and length:
            raise RuntimeError(f"split_size can only be 0 if dimension size is 0, but got dimension size of {length}")
        starts = range(0, length, size) if length else [0]
        pieces = [(start, builtins.min(size, length - start)) for start in starts]
    else:
        if builtins.sum(split_size_or_sections) != length:
            raise RuntimeError(
                f"split_with_sizes expects split_sizes to sum exactly to {length} (input tensor's size at dimension {dim}), "
                f"but got split_sizes={list(split_size_or_sections)}"
            )
        pieces, start = [], 0
        for size in split_size_or_sections:
            pieces.append((start, size))
            start += size
    handle = tensor._handle
    name = "SplitBackward0" if isinstance(split_size_or_sections, int) else "SplitWithSizesBackward0"
    return tuple(rename(wrap(bridge.slice(handle, dim, start, size, 1)), name) for start, size in pieces)


@both
def chunk(input, chunks, dim=0):
    """At most `chunks` pieces of one size."""
    if chunks <= 0:
        raise RuntimeError("chunk expects `chunks` to be greater than 0, got: " + str(chunks))
    return split(input, builtins.max(1, -(-input.size(dim) // chunks)), dim)


@both
def tensor_split(input, indices_or_sections, dim=0):
    """Pieces of nearly one size, or cut at the given positions."""
    length = input.size(dim)
    if isinstance(indices_or_sections, int):
        base, more = divmod(length, indices_or_sections)
        sizes = [base + (i < more) for i in range(indices_or_sections)]
    else:
        cuts = [builtins.min(int(cut), length) for cut in indices_or_sections]
        sizes = [builtins.max(0, b - a) for a, b in zip([0, *cuts], [*cuts, length])]
    return split(input, sizes, dim)


@both
def hsplit(input, indices_or_sections):
    """tensor_split along columns."""
    return tensor_split(input, indices_or_sections, 0 if input.ndim == 1 else 1)


@both
def vsplit(input, indices_or_sections):
    """tensor_split along rows."""
    return tensor_split(input, indices_or_sections, 0)


# --- joining ------------------------------------------------------------------------------------------------------


@function
def cat(tensors, dim=0, *, out=None):
    """Tensors joined along a dimension they have."""
    if isinstance(tensors, Tensor):
        raise TypeError("cat(): argument 'tensors' (position 1) must be tuple of Tensors, not Tensor")
    for position, each in enumerate(tensors):
        if not isinstance(each, Tensor):
            raise TypeError(f"expected Tensor as element {position} in argument 0, but got {type(each).__name__}")
    return result(bridge.cat(dim, *(each._handle for each in tensors)), out)


@function
def stack(tensors, dim=0, *, out=None):
    """Tensors of one shape joined along a new dimension."""
    tensors = list(tensors)
    if not tensors:
        raise RuntimeError("stack expects a non-empty TensorList")
    first = tensors[0].shape
    for position, each in enumerate(tensors):
        if not isinstance(each, Tensor):
            raise TypeError(f"expected Tensor as element {position} in argument 0, but got {type(each).__name__}")
        if each.shape != first:
            raise RuntimeError(
                f"stack expects each tensor to be equal size, but got {list(first)} at entry 0 and {list(each.shape)} at "
                f"entry {position}"
            )
    if not -len(first) - 1 <= dim <= len(first):
        raise IndexError(
            f"Dimension out of range (expected to be in range of [{-len(first) - 1}, {len(first)}], but got {dim})"
        )
    raised = [wrap(bridge.unsqueeze(each._handle, dim)) for each in tensors]
    return given(rename(wrap(bridge.cat(dim, *(each._handle for each in raised))), "StackBackward0"), out)


def _at_least(rank, arrange):
    def op(*tensors):
        if len(tensors) == 1 and not isinstance(tensors[0], Tensor):
            return tuple(arrange(each) for each in tensors[0])
        return arrange(tensors[0]) if len(tensors) == 1 else tuple(arrange(each) for each in tensors)

    op.__name__ = op.__qualname__ = f"atleast_{rank}d"
    op.__doc__ = f"With dimensions of size 1 added until there are {rank}."
    return function(op)


atleast_1d = _at_least(1, lambda x: x.reshape(1) if x.ndim == 0 else x)
atleast_2d = _at_least(2, lambda x: x.reshape(1, 1) if x.ndim == 0 else x.unsqueeze(0) if x.ndim == 1 else x)
atleast_3d = _at_least(3, lambda x: (y := atleast_2d(x)).unsqueeze(-1) if x.ndim < 3 else x)


@function
def hstack(tensors):
    """Tensors joined along columns (vectors along their only dimension)."""
    tensors = [atleast_1d(each) for each in tensors]
    return cat(tensors, 0 if tensors[0].ndim == 1 else 1)


@function
def vstack(tensors):
    """Tensors joined along rows."""
    return cat([atleast_2d(each) for each in tensors], 0)


@function
def dstack(tensors):
    """Tensors joined along the third dimension."""
    return cat([atleast_3d(each) for each in tensors], 2)


@function
def column_stack(tensors):
    """Vectors as columns of a matrix."""
    return hstack([each.reshape(-1, 1) if each.ndim <= 1 else each for each in tensors])


for _name, _same in (("concat", cat), ("concatenate", cat), ("row_stack", vstack)):
    FUNCTIONS[_name] = _same


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
    shape = broadcast_shapes(*(each.shape for each in tensors))
    return tuple(expand(each, *shape) for each in tensors)


# --- repeating and turning ----------------------------------------------------------------------------------------


@method
def repeat(self, *repeats):
    """The tensor repeated so many times along each dimension (copied)."""
    times = sizes_given(repeats)
    if len(times) < self.ndim:
        raise RuntimeError(
            "Number of dimensions of repeat dims can not be smaller than number of dimensions of tensor"
        )
    shape = (1,) * (len(times) - self.ndim) + tuple(self.shape)
    spread, target, final = [], [], []
    for count, size in zip(times, shape):
        spread += [1, size]
        target += [count, size]
        final.append(count * size)
    repeated = reshape(expand(view(reshape(self, *shape), *spread), *target), *final)
    return rename(repeated if bridge.is_contiguous(repeated._handle) and repeated is not self else repeated.clone(), "RepeatBackward0")


@both
def tile(input, *dims):
    """repeat with missing leading counts taken as 1."""
    times = sizes_given(dims)
    return repeat(input, *([1] * (input.ndim - len(times)) + times))


@both
def repeat_interleave(input, repeats=None, dim=None, *, output_size=None):
    """Each element repeated in place: [1, 2] → [1, 1, 2, 2]."""
    if repeats is None:  # repeat_interleave(counts)
        counts = input.tolist()
        return FUNCTIONS["tensor"]([i for i, count in enumerate(counts) for _ in range(count)], dtype=input.dtype)
    if dim is None:
        input, dim = reshape(input, -1), 0
    length = input.size(dim)
    if isinstance(repeats, Tensor):
        counts = repeats.reshape(-1).tolist()
        counts = counts * length if len(counts) == 1 else counts
        if len(counts) != length:
            raise RuntimeError("repeats must have the same size as input along dim")
    else:
        counts = [repeats] * length
    positions = [i for i, count in enumerate(counts) for _ in range(count)]
    index = FUNCTIONS["tensor"](positions, dtype=FUNCTIONS["int64"], device=input.device)
    return wrap(bridge.index_select(input._handle, dim, index._handle))


def _reordered(input, dim, positions, node):
    index = FUNCTIONS["tensor"](list(positions), dtype=FUNCTIONS["int64"], device=input.device)
    return rename(wrap(bridge.index_select(input._handle, dim, index._handle)), node)


@both
def flip(input, *dims):
    """Elements in reverse order along dimensions."""
    turned = input.clone() if not dims else input
    for dim in sizes_given(dims):
        turned = _reordered(turned, dim, range(input.size(dim) - 1, -1, -1), "FlipBackward0")
    return turned


@both
def fliplr(input):
    """Columns in reverse order."""
    return flip(input, 1)


@both
def flipud(input):
    """Rows in reverse order."""
    return flip(input, 0)


@both
def roll(input, shifts, dims=None):
    """Elements moved along dimensions, those that leave come back at the other end."""
    if dims is None:
        return rename(view(roll(reshape(input, -1), shifts, 0), *input.shape), "RollBackward0")
    shifts = (shifts,) if isinstance(shifts, int) else shifts
    dims = (dims,) if isinstance(dims, int) else dims
    for shift, dim in zip(shifts, dims):
        size = input.size(dim)
        if size:
            input = _reordered(input, dim, ((i - shift) % size for i in range(size)), "RollBackward0")
    return input


@both
def rot90(input, k=1, dims=(0, 1)):
    """Turned by 90 degrees k times in the plane of two dimensions."""
    k, (first, second) = k % 4, dims
    if k == 0:
        return input.clone()
    if k == 2:
        return flip(input, first, second)
    return transpose(flip(input, second), first, second) if k == 1 else flip(transpose(input, first, second), second)
