"""tf.sparse: tensors of which only some elements are stored; enough to make, print, convert and multiply them."""

import numpy
import torch

from keras.src.backend import RaggedTensor, StringTensor, dtypes, placing, string_tensor, unwrap, wrap
from keras.src.backend.tensor_shape import TensorShape
from tensorflow._api.array import convert


class SparseTensor:
    """tf.SparseTensor(indices, values, dense_shape)."""

    __module__ = "tensorflow.python.framework.sparse_tensor"

    def __init__(self, indices, values, dense_shape):
        self.indices = convert(indices, "int64") if not hasattr(indices, "_t") else convert(indices)
        self.values = values if isinstance(values, StringTensor) else convert(values)
        self.dense_shape = convert(dense_shape, "int64") if not hasattr(dense_shape, "_t") else convert(dense_shape)

    dtype = property(lambda self: self.values.dtype)
    shape = property(lambda self: TensorShape(self.dense_shape.numpy().tolist()))

    def get_shape(self):
        return self.shape

    def with_values(self, new_values):
        return SparseTensor(self.indices, new_values, self.dense_shape)

    def __mul__(self, other):
        dense = unwrap(other).expand(*self.shape) if len(convert(other).shape) else unwrap(other)
        picked = dense[tuple(unwrap(self.indices).unbind(-1))] if dense.dim() else dense
        return self.with_values(wrap(unwrap(self.values) * picked))

    def __repr__(self):
        return f"SparseTensor(indices={self.indices!s}, values={self.values!s}, dense_shape={self.dense_shape!s})"


def to_dense(sp_input, default_value=None, validate_indices=True, name=None):
    """All elements."""
    if isinstance(sp_input.values, StringTensor):
        made = numpy.full(tuple(sp_input.shape), b"" if default_value is None else default_value, dtype=object)
        for place, each in zip(sp_input.indices.numpy().tolist(), sp_input.values._strings.tolist()):
            made[tuple(place)] = each
        return string_tensor(made)
    values = unwrap(sp_input.values)
    made = placing.full(tuple(sp_input.shape), 0 if default_value is None else default_value, dtype=values.dtype)
    made[tuple(unwrap(sp_input.indices).unbind(-1))] = values
    return wrap(made)


def from_dense(tensor, name=None):
    """The elements that are not zero."""
    found = unwrap(tensor)
    places = torch.nonzero(found)
    return SparseTensor(wrap(places), wrap(found[tuple(places.unbind(-1))]), wrap(placing.tensor(list(found.shape), dtype=torch.int64)))


def eye(num_rows, num_columns=None, dtype="float32", name=None):
    """The identity."""
    return from_dense(wrap(placing.eye(num_rows, num_columns or num_rows, dtype=dtypes.torch_dtype(dtype))))


def reorder(sp_input, name=None):
    """The elements in the order of their places."""
    return from_dense(to_dense(sp_input))


def reduce_sum(sp_input, axis=None, keepdims=None, output_is_sparse=False, name=None):
    """The sum over dimensions, dense."""
    dense = unwrap(to_dense(sp_input))
    return wrap((dense.sum() if axis is None else dense.sum(axis, keepdim=bool(keepdims))).to(dense.dtype))


def add(a, b, threshold=0):
    """a + b; sparse when both are."""
    first, second = (to_dense(each) if isinstance(each, SparseTensor) else convert(each) for each in (a, b))
    total = first + second
    return from_dense(total) if isinstance(a, SparseTensor) and isinstance(b, SparseTensor) else total


def sparse_dense_matmul(sp_a, b, adjoint_a=False, adjoint_b=False, name=None):
    """The product with a dense matrix."""
    first, second = (unwrap(to_dense(each) if isinstance(each, SparseTensor) else each) for each in (sp_a, b))
    return wrap((first.t() if adjoint_a else first) @ (second.t() if adjoint_b else second))


def slice(sp_input, start, size, name=None):  # noqa: A001  tf's name
    """A part."""
    dense = unwrap(to_dense(sp_input))
    for axis, (begin, count) in enumerate(zip(start, size)):
        dense = dense.narrow(axis, begin, min(count, dense.shape[axis] - begin))
    return from_dense(wrap(dense))


def transpose(sp_input, perm=None, name=None):
    """The dimensions in another order."""
    dense = unwrap(to_dense(sp_input))
    return from_dense(wrap(dense.permute(*(perm or reversed(range(dense.dim()))))))


def concat(axis, sp_inputs, name=None):
    """One after another along an axis."""
    return from_dense(wrap(torch.cat([unwrap(to_dense(each)) for each in sp_inputs], axis)))


def _of_ragged(self, name=None):
    """The same rows as a tf.SparseTensor."""
    places = [[i, j] for i, row in enumerate(self.to_list()) for j in range(len(row))]
    return SparseTensor(places, self.flat_values, self.bounding_shape())


RaggedTensor.to_sparse = _of_ragged
