"""Gradients of looked-up rows (tf.IndexedSlices): a tape gives them for tables that were only looked up in.

They matter beyond their looks: a row that was looked up twice in a batch has two slices, and optimizers, which square and clip the
slices before they add them up, take other steps with them than with a whole gradient.
"""

import torch
import torch.nn.functional as F

from . import placing, tape
from .convert import convert_to_tensor
from .tensor import unwrap, wrap
from .tensor_shape import TensorShape

# The attribute of a table, a torch tensor, with its slices while derivatives are computed.
_NOTED = "_slices_noted"


class IndexedSlices:
    """tf.IndexedSlices(values, indices, dense_shape=None): some rows of a tensor, with their positions."""

    __module__ = "tensorflow.python.framework.indexed_slices"

    def __init__(self, values, indices, dense_shape=None):
        self.values = convert_to_tensor(values)
        self.indices = convert_to_tensor(indices)
        self.dense_shape = None if dense_shape is None else convert_to_tensor(dense_shape)

    @property
    def dtype(self):
        return self.values.dtype

    @property
    def shape(self):
        if self.dense_shape is None:
            return TensorShape(None)
        return TensorShape([int(size) for size in unwrap(self.dense_shape).tolist()])

    def summed(self, values=None):
        """The whole torch tensor: slices of one row are added up. values: other values for the same rows."""
        slices = unwrap(self.values) if values is None else values
        if self.dense_shape is None:
            raise ValueError(f"Tensor conversion requested for IndexedSlices without dense_shape: {self}")
        whole = placing.zeros(tuple(self.shape), dtype=slices.dtype)
        return whole.index_add(0, placing.to(unwrap(self.indices), torch.int64), slices)

    def with_values(self, values):
        """The same rows with other values, a torch tensor."""
        return IndexedSlices(wrap(values), self.indices, self.dense_shape)

    def _read(self):
        return self.summed()

    def __repr__(self):
        shape = "" if self.dense_shape is None else f", dense_shape={self.dense_shape!s}"
        return f"IndexedSlices(indices={self.indices!s}, values={self.values!s}{shape})"

    def __neg__(self):
        return self.with_values(-unwrap(self.values))


class _Rows(torch.autograd.Function):
    """A look-up whose derivative is left beside the table, as slices."""

    @staticmethod
    def forward(ctx, table, indices, kind):
        ctx.table, ctx.indices = table, indices if indices.dtype is kind else indices.to(kind)
        return _looked_up(table, indices)

    @staticmethod
    def backward(ctx, grad):
        count = ctx.indices.numel()
        pair = (ctx.indices.reshape(-1), grad.reshape(count, *grad.shape[ctx.indices.dim() :]))
        ctx.table.__dict__.setdefault(_NOTED, []).append(pair)
        return None, None, None


def _looked_up(table, indices):
    if table.dim() == 2:
        return F.embedding(indices, table)
    return table.index_select(0, indices.reshape(-1)).reshape((*indices.shape, *table.shape[1:]))


def rows(table, indices, kind=None):
    """Rows of a torch tensor; where a tape records the table itself, its gradient will be slices.

    kind: the torch dtype of the slices' positions, where not that of the indices.
    """
    if len(tape.active) == 1 and table.requires_grad and table.is_leaf:
        tape.rows_in_use = True
        return _Rows.apply(table, indices, kind or indices.dtype)
    return _looked_up(table, indices)


def forget(tables):
    """Drops what earlier derivatives have noted."""
    for table in tables:
        table.__dict__.pop(_NOTED, None)


def of_table(tables, whole):
    """The gradient of a variable from what its look-ups noted.

    Args:
        tables: the torch tensors that stood for the variable.
        whole: the torch gradient from uses other than look-ups, or None.

    Returns:
        IndexedSlices, a torch tensor or None.
    """
    noted = [pair for table in tables for pair in table.__dict__.get(_NOTED, ())]
    if not noted:
        return whole
    forget(tables)
    indices, values = (torch.cat(parts) if len(parts) > 1 else parts[0] for parts in zip(*noted))
    made = IndexedSlices(wrap(values), wrap(indices), placing.tensor(list(tables[0].shape), dtype=torch.int32))
    return made if whole is None else whole + made.summed()
