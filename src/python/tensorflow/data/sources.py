"""Datasets that make elements: from tensors, numbers and Python generators."""

import gzip

import numpy
import torch

from keras.src.backend import convert_to_tensor, dtypes, string_tensor, wrap
from keras.src.backend.errors import NotFoundError, framed
from keras.src.random import tf_seeds
from tensorflow.core import records
from tensorflow.data.dataset import INFINITE_CARDINALITY, UNKNOWN_CARDINALITY, Dataset
from tensorflow.data.structure import TensorSpec, as_element, leaves, mapped, row, rows_of, tensor


def _tensors(value):
    """Tensors of nested data; lists of numbers are tensors themselves."""
    if isinstance(value, dict):
        return {key: _tensors(each) for key, each in value.items()}
    if isinstance(value, tuple):
        return tuple(_tensors(each) for each in value)
    if hasattr(value, "to_numpy"):
        value = value.to_numpy()
    return tensor(value)


class TensorSliceDataset(Dataset):
    """One element for each row."""

    def __init__(self, tensors):
        self._tensors = _tensors(tensors)
        for each in leaves(self._tensors):
            if not len(each.shape):
                raise ValueError("Unbatching a tensor is only supported for rank >= 1")
        self._rows = rows_of(self._tensors)

    def iterate(self):
        for i in range(self._rows):
            yield row(self._tensors, i)

    def count(self):
        return self._rows

    def rows(self, places):
        """Several rows at once, for batching."""
        index = torch.tensor(places)
        return mapped(lambda each: wrap(each._t.index_select(0, index)), self._tensors)

    def spec(self):
        return mapped(lambda each: TensorSpec(each.shape[1:], each.dtype), self._tensors)


class TensorDataset(Dataset):
    """One element."""

    def __init__(self, tensors):
        self._tensors = _tensors(tensors)

    def iterate(self):
        yield self._tensors

    def count(self):
        return 1


class RangeDataset(Dataset):
    """Whole numbers."""

    def __init__(self, arguments, output_type):
        self._numbers = range(*[int(each) for each in arguments])
        self._dtype = dtypes.as_dtype(output_type).name

    def iterate(self):
        kind = dtypes.torch_dtype(self._dtype)
        for each in self._numbers:
            yield wrap(torch.tensor(each, dtype=kind))

    def count(self):
        return len(self._numbers)

    def spec(self):
        return TensorSpec((), self._dtype)


class RandomDataset(Dataset):
    """Endless random whole numbers."""

    def __init__(self, seed, again):
        self._seeds = tf_seeds.pair(seed)
        self._again = again
        self._next_seeds = tf_seeds.Words(self._seeds)

    def iterate(self):
        seeds = (self._next_seeds.next(), self._next_seeds.next()) if self._again else self._seeds
        words = tf_seeds.Words(seeds)
        while True:
            yield convert_to_tensor(numpy.int64(words.next()))

    def count(self):
        return INFINITE_CARDINALITY

    def spec(self):
        return TensorSpec((), "int64")


class GeneratorDataset(Dataset):
    """The values of a generator function."""

    def __init__(self, generator, output_types, output_shapes, args, output_signature):
        if not callable(generator):
            raise TypeError("`generator` must be a Python callable.")
        self._generator = generator
        self._args = [tensor(each).numpy() for each in args or ()]
        self._signature = output_signature if output_signature is not None else _signature(output_types, output_shapes)

    def iterate(self):
        for each in self._generator(*self._args):
            yield _as_specified(each, self._signature)

    def spec(self):
        return self._signature if self._signature is not None else super().spec()


def _signature(types, shapes):
    if types is None:
        return None
    if isinstance(types, (tuple, list)):
        return tuple(_signature(kind, None if shapes is None else shapes[i]) for i, kind in enumerate(types))
    if isinstance(types, dict):
        return {key: _signature(kind, None if shapes is None else shapes[key]) for key, kind in types.items()}
    return TensorSpec(shapes, types)


def _as_specified(value, spec):
    if spec is None:
        return as_element(tuple(value) if isinstance(value, list) else value)
    if isinstance(spec, (tuple, list)):
        return tuple(_as_specified(each, part) for each, part in zip(value, spec))
    if isinstance(spec, dict):
        return {key: _as_specified(value[key], part) for key, part in spec.items()}
    made = convert_to_tensor(value if not isinstance(value, list) else numpy.array(value), spec.dtype.name if spec.dtype.name != "string" else None)
    if not spec.shape.is_compatible_with(made.shape):
        raise TypeError(f"`generator` yielded an element of shape {made.shape} where an element of shape {spec.shape} was expected.")
    return made


class _FileDataset(Dataset):
    """Strings read from files, one file after the other."""

    def __init__(self, filenames, compression_type=None):
        names = string_tensor(filenames)._strings
        self._names = [each.decode() for each in (names.reshape(-1).tolist() if names.shape else [names.tolist()])]
        self._kind = compression_type or ""

    def count(self):
        return UNKNOWN_CARDINALITY

    def spec(self):
        return TensorSpec((), "string")


class RecordDataset(_FileDataset):
    """The records of TFRecord files."""

    def iterate(self):
        for name in self._names:
            for record in records.read(name, self._kind):
                yield string_tensor(record)


class LineDataset(_FileDataset):
    """The lines of text files, without their ends."""

    def iterate(self):
        for name in self._names:
            try:
                file = gzip.open(name, "rb") if self._kind == "GZIP" else open(name, "rb")
            except FileNotFoundError:
                raise NotFoundError(None, None, framed("IteratorGetNext", f"{name}; No such file or directory", "_output_types_1")) from None
            with file:
                for line in file.read().splitlines():
                    yield string_tensor(line)


for _cls, _file in ((TensorSliceDataset, "from_tensor_slices"), (TensorDataset, "from_tensors"), (RandomDataset, "random"), (RangeDataset, "range"), (GeneratorDataset, "flat_map")):
    _cls.__module__ = f"tensorflow.python.data.ops.{_file}_op"
TensorSliceDataset.__name__, TensorDataset.__name__ = "_TensorSliceDataset", "_TensorDataset"
RecordDataset.__module__ = LineDataset.__module__ = "tensorflow.python.data.ops.readers"
RecordDataset.__name__, LineDataset.__name__ = "TFRecordDatasetV2", "TextLineDatasetV2"
RandomDataset.__name__ = "_RandomDataset"
RangeDataset.__name__, GeneratorDataset.__name__ = "_RangeDataset", "_FlatMapDataset"
