"""Rows of tensors that are known to fit, in one engine call each: for loops of training that cut their own batches (Keras' fit)."""

import bridge
from torch._tensor import wrap


def parts(indices, size):
    """One after another, views of `size` elements of a tensor of one dimension; the last may have fewer."""
    total = bridge.numel(indices._handle)
    for start in range(0, total, size):
        yield wrap(bridge.slice(indices._handle, 0, start, min(size, total - start), 1))


def chosen(tensor, indices):
    """The rows whose numbers are given, as index_select(0, indices) gives them."""
    return wrap(bridge.index_select(tensor._handle, 0, indices._handle))
