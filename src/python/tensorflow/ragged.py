"""tf.ragged: rows of different lengths, kept as lists; enough to make, print, index and pad them."""

import numpy

from keras.src.backend import TensorShape, convert_to_tensor, string_tensor
from keras.src.backend.strings import is_text


def _depth(rows):
    return 1 + (_depth(rows[0]) if rows and isinstance(rows[0], list) else 0)


def _filled(rows, length, value):
    return [list(row) + [value] * (length - len(row)) for row in rows]


class RaggedTensor:
    """tf.RaggedTensor of two dimensions (deeper ones print and convert)."""

    __module__ = "tensorflow.python.ops.ragged.ragged_tensor"

    def __init__(self, rows):
        self._rows = [list(row) if not isinstance(row, list) else row for row in rows]

    @property
    def shape(self):
        return TensorShape([len(self._rows), *[None] * (_depth(self._rows) - 1)])

    @property
    def dtype(self):
        return self.flat_values.dtype

    @property
    def flat_values(self):
        flat = [each for row in self._rows for each in row]
        return string_tensor(flat) if is_text(flat) else convert_to_tensor(flat)

    values = flat_values

    @property
    def row_splits(self):
        return convert_to_tensor(numpy.cumsum([0, *map(len, self._rows)]).astype("int64"))

    def row_lengths(self, axis=1, name=None):
        return convert_to_tensor(numpy.array([len(row) for row in self._rows], dtype="int64"))

    def nrows(self, out_type=None, name=None):
        return convert_to_tensor(len(self._rows), "int64")

    def to_list(self):
        return [list(row) for row in self._rows]

    def to_tensor(self, default_value=None, name=None, shape=None):
        text = is_text(self.flat_values) if len(self.flat_values.shape) else False
        filler = default_value if default_value is not None else (b"" if text else 0)
        length = max(map(len, self._rows), default=0)
        rows = _filled(self._rows, length, filler)
        return string_tensor(rows) if text else convert_to_tensor(rows, self.dtype.name)

    def __len__(self):
        return len(self._rows)

    def __getitem__(self, index):
        found = self._rows[index]
        if isinstance(index, slice):
            return RaggedTensor(found)
        return string_tensor(found) if is_text(found) else convert_to_tensor(found)

    def __iter__(self):
        return (self[i] for i in range(len(self)))

    def __repr__(self):
        return f"<tf.RaggedTensor {self.to_list()}>"


def constant(pylist, dtype=None, **_options):
    """A ragged tensor of nested lists."""
    rows = [[each.encode() if isinstance(each, str) else each for each in row] for row in pylist]
    return RaggedTensor(rows)


def stack(values, axis=0, name=None):
    """Rows of different lengths in one tensor."""
    return RaggedTensor([numpy.asarray(each).tolist() for each in values])


def range(starts, limits=None, deltas=1, **_options):
    """Rows of whole numbers."""
    import builtins

    lows = [0] * len(starts) if limits is None else list(starts)
    highs = list(starts if limits is None else limits)
    return RaggedTensor([list(builtins.range(int(a), int(b), int(deltas))) for a, b in zip(lows, highs)])
