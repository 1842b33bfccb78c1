"""tf.IndexedSlices: some rows of a tensor, with their positions."""

from tensorflow._api.array import convert


class IndexedSlices:
    """tf.IndexedSlices(values, indices, dense_shape=None)."""

    __module__ = "tensorflow.python.framework.indexed_slices"

    def __init__(self, values, indices, dense_shape=None):
        self.values = convert(values)
        self.indices = convert(indices)
        self.dense_shape = None if dense_shape is None else convert(dense_shape)

    @property
    def dtype(self):
        return self.values.dtype

    def __repr__(self):
        shape = "" if self.dense_shape is None else f", dense_shape={self.dense_shape!s}"
        return f"IndexedSlices(indices={self.indices!s}, values={self.values!s}{shape})"
