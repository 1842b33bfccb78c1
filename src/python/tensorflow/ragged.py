"""tf.ragged: makers of ragged tensors, and what tf's functions do with them (each row on its own)."""

import builtins
import functools

import numpy

from keras.src.backend import RaggedTensor, Tensor, convert_to_tensor, dtypes, string_tensor, wrap
from keras.src.backend.strings import is_text


def constant(pylist, dtype=None, ragged_rank=None, inner_shape=None, name=None, row_splits_dtype="int64"):
    """A ragged tensor of nested lists (a tensor of a flat one)."""
    wanted = None if dtype is None else dtypes.as_dtype(dtype).name
    nested = [isinstance(each, (list, tuple, numpy.ndarray)) for each in pylist]
    if not any(nested):
        return string_tensor(pylist) if is_text(pylist) else convert_to_tensor(pylist, wanted)
    if not all(nested):
        raise ValueError("all scalar values must have the same nesting depth")
    return RaggedTensor.from_rows(pylist, None if wanted == "string" else wanted)


def stack(values, axis=0, name=None):
    """Rows of different lengths in one tensor."""
    return RaggedTensor.from_rows([_row(each) for each in values])


def _row(value):
    return value.to_list() if isinstance(value, RaggedTensor) else convert_to_tensor(value).numpy().tolist()


def range(starts, limits=None, deltas=1, dtype=None, name=None, row_splits_dtype="int64"):
    """Rows of whole numbers."""
    lows = [0] * len(starts) if limits is None else list(starts)
    highs = list(starts if limits is None else limits)
    return RaggedTensor.from_rows([list(builtins.range(int(a), int(b), int(deltas))) for a, b in zip(lows, highs)])


def boolean_mask(data, mask, name=None):
    """Each row's elements where the mask is true."""
    rows, flags = (each.to_list() if isinstance(each, RaggedTensor) else convert_to_tensor(each).numpy().tolist() for each in (data, mask))
    return RaggedTensor.from_rows([[value for value, keep in zip(row, kept) if keep] for row, kept in zip(rows, flags)])


def by_rows(function):
    """A reduction that also takes ragged tensors: over all values, or over each row (axis 1)."""

    @functools.wraps(function)
    def reduce(input_tensor, axis=None, keepdims=False, name=None):
        if not isinstance(input_tensor, RaggedTensor):
            return function(input_tensor, axis, keepdims, name)
        rank = len(input_tensor.shape)
        if axis is None:
            return function(input_tensor.flat_values)
        axis = int(axis) % rank
        if axis == 0:
            raise NotImplementedError("Reductions of ragged tensors over axis 0 are not here: use .to_tensor() first.")
        if axis > 1:
            inner = reduce(input_tensor.values, axis - 1) if isinstance(input_tensor.values, RaggedTensor) else function(input_tensor.values, axis - 1)
            return RaggedTensor(inner, input_tensor._splits)
        return _stacked([function(row, 0) for row in input_tensor])

    return reduce


def _stacked(tensors):
    import torch

    return wrap(torch.stack([each._t for each in tensors]))


def by_values(function):
    """A function of elements that also takes ragged tensors as its arguments."""

    @functools.wraps(function)
    def mapped(x, *others, **options):
        if isinstance(x, RaggedTensor):
            if others and isinstance(others[0], RaggedTensor):
                return x._combined(others[0], lambda a, b: function(a, b, *others[1:], **options))
            return x.with_flat_values(function(x.flat_values, *others, **options))
        if others and isinstance(others[0], RaggedTensor):
            return others[0].with_flat_values(function(x, others[0].flat_values, *others[1:], **options))
        return function(x, *others, **options)

    return mapped


def concat(values, axis):
    """tf.concat of ragged tensors."""
    if axis == 0:
        rows = [row for each in values for row in _row(each)]
    else:
        rows = [[leaf for part in parts for leaf in part] for parts in zip(*(_row(each) for each in values))]
    return RaggedTensor.from_rows(rows, next(None if each.dtype == "string" else each.dtype.name for each in values if isinstance(each, RaggedTensor)))


def rows_mapped(fn, elems):
    """tf.map_fn of a ragged tensor."""
    made = [fn(row) for row in elems]
    if all(isinstance(each, Tensor) and len({tuple(other.shape) for other in made}) == 1 for each in made):
        return _stacked(made)
    return stack(made)
