"""tf's functions that take elements by their positions: gather, scatter, slices, masks."""

import builtins

import torch

from keras.src import ops
from keras.src.backend import StringTensor, string_tensor, unwrap, wrap
from keras.src.backend.errors import invalid
from keras.src.backend.operators import torch_index
from keras.src.ops.numpy.shape import handed_out
from tensorflow._api.array import convert
from tensorflow._convert import sizes, t


def gather(params, indices, validate_indices=None, axis=None, batch_dims=0, name=None):
    """The slices at given positions along an axis."""
    places = t(indices).to(torch.int64)
    if isinstance(params, StringTensor):
        return string_tensor(params._strings[places.numpy()])
    found = handed_out(params)
    axis = int(axis or 0) % found.dim() if axis is not None or not batch_dims else batch_dims
    if batch_dims:
        rows = [unwrap(gather(wrap(found[i]), wrap(places[i]), axis=axis - 1, batch_dims=batch_dims - 1)) for i in builtins.range(found.shape[0])]
        return wrap(torch.stack(rows))
    size_ = found.shape[axis]
    if places.numel() and (int(places.min()) < 0 or int(places.max()) >= size_):
        flat = places.reshape(-1).tolist()
        position = next(i for i, each in enumerate(flat) if not 0 <= each < size_)
        raise invalid("GatherV2", f"indices[{position}] = {flat[position]} is not in [0, {size_})")
    return ops.take(wrap(found), wrap(places), axis=axis)


def gather_nd(params, indices, batch_dims=0, name=None):
    """The slices at given index rows."""
    found, places = handed_out(params), t(indices).to(torch.int64)
    return wrap(found[tuple(places.unbind(-1))])


def scatter_nd(indices, updates, shape, name=None):
    """Zeros with values added at index rows."""
    return ops.scatter(indices, updates, sizes(shape))


def tensor_scatter_nd_update(tensor, indices, updates, name=None):
    """The tensor with other values at index rows."""
    return ops.scatter_update(tensor, indices, updates)


def tensor_scatter_nd_add(tensor, indices, updates, name=None):
    """The tensor with values added at index rows."""
    return ops.scatter_update(tensor, indices, updates, reduction="add")


def boolean_mask(tensor, mask, axis=None, name="boolean_mask"):
    """The elements (or slices) where the mask is true."""
    found, mask = t(tensor), t(mask).to(torch.bool)
    if axis:
        return wrap(found.index_select(int(axis), torch.nonzero(mask).reshape(-1)))
    return wrap(found[mask])


def slice(input_, begin, size, name=None):
    """A part of the given sizes (-1: to the end) from the given start."""
    return ops.slice(convert(input_), sizes(begin), sizes(size))


def strided_slice(input_, begin, end, strides=None, **_options):
    """input_[begin:end:strides]."""
    starts, stops = sizes(begin), sizes(end)
    steps = sizes(strides) if strides is not None else (1,) * len(starts)
    return wrap(torch_index(handed_out(input_), [builtins.slice(a, b, c) for a, b, c in zip(starts, stops, steps)]))
