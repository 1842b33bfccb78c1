"""RaggedTensor: rows of different lengths as one tensor of values and the places where rows start. tensorflow/ragged.py makes them."""

import numpy

from .convert import convert_to_tensor
from .strings import StringTensor, is_text, string_tensor
from .tensor import Tensor, unwrap, wrap
from .tensor_shape import TensorShape


class RaggedTensor:
    """tf.RaggedTensor: row i is values[row_splits[i]:row_splits[i + 1]]; the values may be ragged themselves."""

    __module__ = "tensorflow.python.ops.ragged.ragged_tensor"
    __array_priority__ = 100
    __hash__ = None

    def __init__(self, values, splits, uniform=False):
        self.values = values
        self._uniform = uniform  # rows are known to be equally long
        self._splits = [int(each) for each in splits]

    # --- making ---------------------------------------------------------------------------------------------------

    @classmethod
    def from_rows(cls, rows, dtype=None):
        """Of nested lists whose leaves are numbers or strings, or of row tensors."""
        rows = [each.numpy().tolist() if isinstance(each, Tensor) else list(each) for each in rows]
        flat = [leaf for row in rows for leaf in row]
        splits = numpy.cumsum([0, *map(len, rows)]).tolist()
        if any(isinstance(each, (list, tuple)) for each in flat):
            if not all(isinstance(each, (list, tuple)) for each in flat):
                raise ValueError("all scalar values must have the same nesting depth")
            return cls(cls.from_rows(flat, dtype), splits)
        return cls(string_tensor(flat) if is_text(flat) else convert_to_tensor(flat, dtype), splits)

    @classmethod
    def from_row_splits(cls, values, row_splits, name=None, validate=True):
        return cls(_values(values), _numbers(row_splits))

    @classmethod
    def from_row_lengths(cls, values, row_lengths, name=None, validate=True):
        return cls(_values(values), numpy.cumsum([0, *_numbers(row_lengths)]).tolist())

    @classmethod
    def from_row_starts(cls, values, row_starts, name=None, validate=True):
        found = _values(values)
        return cls(found, [*_numbers(row_starts), int(found.shape[0])])

    @classmethod
    def from_value_rowids(cls, values, value_rowids, nrows=None, name=None, validate=True):
        ids = _numbers(value_rowids)
        count = (max(ids) + 1 if ids else 0) if nrows is None else int(nrows)
        return cls(_values(values), numpy.cumsum([0, *(ids.count(row) for row in range(count))]).tolist())

    @classmethod
    def from_tensor(cls, tensor, lengths=None, padding=None, ragged_rank=1, name=None, row_splits_dtype="int64"):
        rows = convert_to_tensor(tensor).numpy().tolist()
        if lengths is not None:
            rows = [row[:count] for row, count in zip(rows, _numbers(lengths))]
        elif padding is not None:
            rows = [_without_end(row, padding) for row in rows]
        return cls.from_rows(rows, convert_to_tensor(tensor).dtype.name)

    # --- parts ----------------------------------------------------------------------------------------------------

    @property
    def flat_values(self):
        return self.values.flat_values if isinstance(self.values, RaggedTensor) else self.values

    @property
    def shape(self):
        lengths = set(numpy.diff(self._splits).tolist())
        uniform = lengths.pop() if self._uniform and len(lengths) == 1 else None
        return TensorShape([len(self._splits) - 1, uniform, *self.values.shape[1:]])

    dtype = property(lambda self: self.flat_values.dtype)
    ragged_rank = property(lambda self: 1 + (self.values.ragged_rank if isinstance(self.values, RaggedTensor) else 0))
    row_splits = property(lambda self: convert_to_tensor(numpy.array(self._splits, dtype="int64")))

    def get_shape(self):
        return self.shape

    def row_lengths(self, axis=1, name=None):
        return convert_to_tensor(numpy.diff(self._splits).astype("int64"))

    def row_starts(self, name=None):
        return convert_to_tensor(numpy.array(self._splits[:-1], dtype="int64"))

    def value_rowids(self, name=None):
        return convert_to_tensor(numpy.repeat(numpy.arange(len(self._splits) - 1), numpy.diff(self._splits)).astype("int64"))

    def nrows(self, out_type=None, name=None):
        return convert_to_tensor(len(self._splits) - 1, "int64")

    def bounding_shape(self, axis=None, name=None, out_type=None):
        lengths = numpy.diff(self._splits)
        sizes = [len(lengths), int(max(lengths, default=0))]
        rest = self.values.bounding_shape().numpy().tolist()[1:] if isinstance(self.values, RaggedTensor) else list(self.values.shape[1:])
        return convert_to_tensor(numpy.array(sizes + rest, dtype="int64"))

    def with_values(self, new_values):
        return RaggedTensor(new_values, self._splits)

    def with_flat_values(self, new_values):
        inner = self.values
        return RaggedTensor(inner.with_flat_values(new_values) if isinstance(inner, RaggedTensor) else new_values, self._splits)

    # --- as other values ------------------------------------------------------------------------------------------

    def to_list(self):
        inner = self.values.to_list() if isinstance(self.values, RaggedTensor) else self.values.numpy().tolist()
        return [inner[a:b] for a, b in zip(self._splits, self._splits[1:])]

    def numpy(self):
        """An array of arrays; a plain one when all rows are equally long."""
        rows = [row.numpy() for row in self]
        if len({row.shape for row in rows}) <= 1:
            return numpy.stack(rows) if rows else numpy.zeros((0, 0))
        made = numpy.empty(len(rows), dtype=object)
        for i, row in enumerate(rows):
            made[i] = row.tolist()
        return made

    def to_tensor(self, default_value=None, name=None, shape=None):
        text = isinstance(self.flat_values, StringTensor)
        filler = default_value if default_value is not None else (b"" if text else 0)
        filler = filler.numpy() if isinstance(filler, Tensor) else filler
        sizes = self.bounding_shape().numpy().tolist()
        for i, size in enumerate(shape if shape is not None else ()):
            sizes[i] = sizes[i] if size is None else size
        filled = _padded(self.to_list(), sizes, filler.encode() if isinstance(filler, str) else filler)
        return string_tensor(filled) if text else convert_to_tensor(filled, self.dtype.name)

    def __len__(self):
        return len(self._splits) - 1

    def __iter__(self):
        return (self[i] for i in range(len(self)))

    def __getitem__(self, index):
        if isinstance(index, tuple):
            first, rest = index[0], index[1:]
            if not rest:
                return self[first]
            if isinstance(first, slice):
                rows = [row[rest if len(rest) > 1 else rest[0]] for row in self[first]]
                if all(len(row.shape) == 0 for row in rows):
                    return convert_to_tensor([row.numpy() for row in rows], self.dtype.name)
                return RaggedTensor.from_rows(rows, self.dtype.name)
            return self[first][rest if len(rest) > 1 else rest[0]]
        if isinstance(index, slice):
            chosen = range(len(self))[index]
            rows = self.to_list()
            return RaggedTensor.from_rows([rows[i] for i in chosen], None if isinstance(self.flat_values, StringTensor) else self.dtype.name)
        place = int(index)
        if not -len(self) <= place < len(self):
            from .errors import invalid

            raise invalid("StridedSlice", f"slice index {place} of dimension 0 out of bounds.", name="strided_slice/")
        place %= len(self)
        return self.values[self._splits[place] : self._splits[place + 1]]

    def __repr__(self):
        return f"<tf.RaggedTensor {self.to_list()}>"

    # --- arithmetic -----------------------------------------------------------------------------------------------

    def _combined(self, other, operate):
        if isinstance(other, RaggedTensor):
            if other._splits != self._splits:
                from .errors import InvalidArgumentError

                raise InvalidArgumentError(None, None, "Expected 'tf.Tensor(False, shape=(), dtype=bool)' to be true. Summarized data: b'Unable to broadcast: dimension size mismatch in dimension'\n1\nb'lengths='\n" + ", ".join(map(str, numpy.diff(self._splits))))
            other = other.flat_values
        elif isinstance(other, Tensor) and len(other.shape) == 2:
            other = wrap(unwrap(other).reshape(-1).repeat_interleave(unwrap(self.row_lengths())))
        return self.with_flat_values(operate(self.flat_values, other))


for _each in ("add", "radd", "sub", "rsub", "mul", "rmul", "truediv", "rtruediv", "floordiv", "mod", "pow", "lt", "le", "gt", "ge", "eq", "ne", "and", "or"):

    def _operator(self, other, name=f"__{_each}__"):
        return self._combined(other, lambda values, second: getattr(values, name)(second))

    setattr(RaggedTensor, f"__{_each}__", _operator)
for _each in ("neg", "abs", "invert"):
    setattr(RaggedTensor, f"__{_each}__", lambda self, name=f"__{_each}__": self.with_flat_values(getattr(self.flat_values, name)()))


def _values(values):
    return values if isinstance(values, (Tensor, RaggedTensor)) else string_tensor(values) if is_text(values) else convert_to_tensor(values)


def _numbers(value):
    return [int(each) for each in (value.numpy() if isinstance(value, Tensor) else value)]


def _without_end(row, padding):
    end = len(row)
    while end and row[end - 1] == padding:
        end -= 1
    return row[:end]


def _padded(rows, sizes, filler):
    if not sizes:
        return rows
    made = [_padded(row, sizes[1:], filler) for row in rows[: sizes[0]]]
    return made + [_blank(sizes[1:], filler)] * (sizes[0] - len(made))


def _blank(sizes, filler):
    return [_blank(sizes[1:], filler)] * sizes[0] if sizes else filler
