"""Splitting, joining, repeating and turning tensors."""

import builtins

import bridge
from torch._tensor import Tensor, rename, wrap
from torch._type_name import type_name

from .register import FUNCTIONS, both, function, given, method, result
from .shape import expand, reshape, sizes_given, transpose, view

# --- splitting ----------------------------------------------------------------------------------------------------


def _one_of(view, node, place):
    """One of several views of one operation: with a history it may not be written in place."""
    if bridge.grad_name(view._handle):
        bridge.rename_node(view._handle, *map(ord, node))
        bridge.mark_multiple_view(view._handle, place)
    return view


@both
def unbind(input, dim=0, *, axis=None):
    """The slices of a dimension as a tuple."""
    if axis is not None:
        dim = axis
    handle = input._handle
    if input.ndim == 0:
        raise IndexError(f"Dimension specified as {dim} but tensor has no dimensions")
    if dim < 0:
        dim += input.ndim
    if not 0 <= dim < input.ndim:
        input.size(dim)
    return tuple(_one_of(wrap(bridge.select(handle, dim, i)), "UnbindBackward0", i) for i in range(input.shape[dim]))


@both
def split(tensor, split_size_or_sections=None, dim=0, *, axis=None, split_size=None):
    """Pieces of one size (the last may be smaller), or of the sizes given."""
    if axis is not None:
        dim = axis
    if split_size is not None:
        split_size_or_sections = split_size
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
    views = enumerate(wrap(bridge.slice(handle, dim, start, size, 1)) for start, size in pieces)
    return tuple(_one_of(view, name, i) for i, view in views)


@both
def chunk(input, chunks, dim=0, *, axis=None):
    """At most `chunks` pieces of one size."""
    if axis is not None:
        dim = axis
    if not hasattr(chunks, "__index__"):
        raise TypeError(f"chunk(): argument 'chunks' (position 1) must be int, not {type_name(chunks)}")
    if chunks <= 0:
        raise RuntimeError("chunk expects `chunks` to be greater than 0, got: " + str(chunks))
    return split(input, builtins.max(1, -(-input.size(dim) // chunks)), dim)


@both
def tensor_split(input, indices_or_sections, dim=0, *, axis=None):
    """Pieces of nearly one size, or cut at the given positions."""
    if axis is not None:
        dim = axis
    length = input.size(dim)
    if isinstance(indices_or_sections, int):
        base, more = divmod(length, indices_or_sections)
        sizes = [base + (i < more) for i in range(indices_or_sections)]
    else:
        cuts = [builtins.min(int(cut), length) for cut in indices_or_sections]
        sizes = [builtins.max(0, b - a) for a, b in zip([0, *cuts], [*cuts, length])]
    return split(input, sizes, dim)


def _even_split(name, input, indices_or_sections, dim):
    if isinstance(indices_or_sections, int) and input.shape[dim] % indices_or_sections:
        raise RuntimeError(
            f"torch.{name} attempted to split along dimension {dim}, but the size of the dimension {input.shape[dim]} is not "
            f"divisible by the split_size {indices_or_sections}!"
        )
    return tensor_split(input, indices_or_sections, dim)


@both
def hsplit(input, indices_or_sections):
    """tensor_split along columns."""
    if input.ndim < 1:
        raise RuntimeError(f"torch.hsplit requires a tensor with at least 1 dimension, but got a tensor with {input.ndim} dimensions!")
    return _even_split("hsplit", input, indices_or_sections, 0 if input.ndim == 1 else 1)


@both
def vsplit(input, indices_or_sections):
    """tensor_split along rows."""
    if input.ndim < 2:
        raise RuntimeError(f"torch.vsplit requires a tensor with at least 2 dimension, but got a tensor with {input.ndim} dimensions!")
    return _even_split("vsplit", input, indices_or_sections, 0)


# --- joining ------------------------------------------------------------------------------------------------------


@function
def cat(tensors, dim=0, *, out=None, axis=None):
    """Tensors joined along a dimension they have."""
    if axis is not None:
        dim = axis
    if isinstance(tensors, Tensor):
        raise TypeError("cat(): argument 'tensors' (position 1) must be tuple of Tensors, not Tensor")
    for position, each in enumerate(tensors):
        if not isinstance(each, Tensor):
            raise TypeError(f"expected Tensor as element {position} in argument 0, but got {type_name(each)}")
    return result(bridge.cat(dim, *(each._handle for each in tensors)), out)


@function
def stack(tensors, dim=0, *, out=None, axis=None):
    """Tensors of one shape joined along a new dimension."""
    if axis is not None:
        dim = axis
    if isinstance(tensors, Tensor):
        raise TypeError("stack(): argument 'tensors' (position 1) must be tuple of Tensors, not Tensor")
    tensors = list(tensors)
    if not tensors:
        raise RuntimeError("stack expects a non-empty TensorList")
    first = tensors[0].shape
    for position, each in enumerate(tensors):
        if not isinstance(each, Tensor):
            raise TypeError(f"expected Tensor as element {position} in argument 0, but got {type_name(each)}")
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


# --- repeating and turning ----------------------------------------------------------------------------------------


@method
def repeat(self, *counts, repeats=None):
    """The tensor repeated so many times along each dimension (copied)."""
    if not counts and repeats is None:
        raise TypeError('repeat() missing 1 required positional arguments: "repeats"')
    times = sizes_given(counts if repeats is None else repeats, "repeat", "repeats")
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
    shared = builtins.all(count == 1 for count in times) or not bridge.is_contiguous(repeated._handle)
    return rename(repeated.clone() if shared else repeated, "RepeatBackward0")


@both
def tile(input, *counts, dims=None):
    """repeat with missing leading counts taken as 1."""
    times = sizes_given(counts if dims is None else dims, "tile", "dims")
    return repeat(input, *([1] * (input.ndim - len(times)) + times))


@both
def repeat_interleave(input, repeats=None, dim=None, *, output_size=None, axis=None):
    """Each element repeated in place: [1, 2] → [1, 1, 2, 2]."""
    if axis is not None:
        dim = axis
    if repeats is None:  # repeat_interleave(counts)
        counts = input.tolist()
        return FUNCTIONS["tensor"]([i for i, count in enumerate(counts) for _ in range(count)], dtype=input.dtype, device=input.device)
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
    if any(count < 0 for count in counts):
        raise RuntimeError("repeats can not be negative")
    positions = [i for i, count in enumerate(counts) for _ in range(count)]
    index = FUNCTIONS["tensor"](positions, dtype=FUNCTIONS["int64"], device=input.device)
    return wrap(bridge.index_select(input._handle, dim, index._handle))


def _reordered(input, dim, positions, node):
    index = FUNCTIONS["tensor"](list(positions), dtype=FUNCTIONS["int64"], device=input.device)
    return rename(wrap(bridge.index_select(input._handle, dim, index._handle)), node)


@both
def flip(input, *order, dims=None):
    """Elements in reverse order along dimensions."""
    dims = order if dims is None else (dims,) if isinstance(dims, int) else tuple(dims)
    turned = input.clone() if not dims else input
    seen = set()
    for dim in sizes_given(dims, "flip", "dims"):
        if not input.ndim:
            return input.clone()
        input.size(dim)
        if dim % input.ndim in seen:
            raise RuntimeError(f"dim {dim % input.ndim} appears multiple times in the list of dims")
        seen.add(dim % input.ndim)
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
    if dims is None or isinstance(dims, (tuple, list)) and not dims:
        if not hasattr(shifts, "__index__") and len(shifts) != 1:
            raise RuntimeError(f"shifts and dimensions must align. shifts: {len(shifts)}, dims:0")
        return rename(reshape(roll(reshape(input, -1), shifts, 0), input.shape), "RollBackward0")
    shifts = (shifts,) if hasattr(shifts, "__index__") else shifts
    dims = (dims,) if isinstance(dims, int) else dims
    if len(shifts) != len(dims):
        raise RuntimeError(f"shifts and dimensions must align. shifts: {len(shifts)}, dims:{len(dims)}")
    for shift, dim in zip(shifts, dims):
        size = input.size(dim)
        if size:
            input = _reordered(input, dim, ((i - shift) % size for i in range(size)), "RollBackward0")
    return input


@both
def rot90(input, k=1, dims=(0, 1)):
    """Turned by 90 degrees k times in the plane of two dimensions."""
    if len(dims) != 2:
        raise RuntimeError(f"expected total rotation dims == 2, but got dims = {len(dims)}")
    for place, dim in enumerate(dims):
        if not -input.ndim <= dim < input.ndim:
            raise RuntimeError(f"Rotation dim{place} out of range, dim{place} = {dim}")
    k, (first, second) = k % 4, dims
    if k == 0:
        return input.clone()
    if k == 2:
        return rename(flip(input, first, second), "Rot90Backward0")
    turned = transpose(flip(input, second), first, second) if k == 1 else flip(transpose(input, first, second), second)
    return rename(turned.contiguous(), "Rot90Backward0")
