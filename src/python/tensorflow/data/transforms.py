"""Datasets made of a dataset: map, batch, shuffle, repeat, take, cache, … Those that join several are in combine.py."""

import re

from keras.src.backend import RaggedTensor
from keras.src.random import tf_seeds
from tensorflow.data.dataset import INFINITE_CARDINALITY, UNKNOWN_CARDINALITY, Dataset
from tensorflow.data.sources import TensorSliceDataset
from tensorflow.data.structure import TensorSpec, as_element, leaves, mapped, padded, row, rows_of, spec_of, stacked
from tensorflow.data.traced_function import TracedFunction


class _Unary(Dataset):
    """One source; elements and their number are the source's unless a subclass says otherwise."""

    def __init__(self, source):
        self._source = source

    def iterate(self):
        return self._source.iterate()

    def count(self):
        return self._source.count()

    def spec(self):
        return self._source.element_spec


def _unknown_rows(spec, source_spec):
    """First sizes that batching left open stay open in what a function makes of a batch."""
    known = [each for each in leaves(source_spec) if isinstance(each, TensorSpec)]
    if not known or not all(each.shape.rank and each.shape[0] is None for each in known):
        return spec
    return mapped(lambda each: TensorSpec([None, *each.shape[1:]], each.dtype) if len(each.shape) else each, spec)


class MapDataset(_Unary):
    """A function of each element."""

    def __init__(self, source, function):
        super().__init__(source)
        self._function = TracedFunction(function, lambda: source.element_spec)
        self._graph = tf_seeds.Graph()

    def iterate(self):
        graph = self._graph.anew()
        for element in self._source.iterate():
            yield as_element(self._made(element, graph))

    def _made(self, element, graph):
        with tf_seeds.inside(graph):
            return self._function(element)

    def spec(self):
        first = next(iter(self.iterate()), None)
        return None if first is None else _unknown_rows(spec_of(first), self._source.element_spec)


class ParallelMapDataset(MapDataset):
    """A function of each element (one after the other here)."""


class BatchDataset(_Unary):
    """Elements stacked in groups."""

    def __init__(self, source, size, drop_remainder):
        super().__init__(source)
        if size < 1:
            from keras.src.backend.errors import invalid

            raise invalid("BatchDatasetV2", "Batch size must be greater than zero.")
        self._size = size
        self._drop = drop_remainder

    def iterate(self):
        fast = _row_source(self._source)
        if fast is not None:
            yield from self._of_rows(*fast)
            return
        group = []
        for element in self._source.iterate():
            group.append(element)
            if len(group) == self._size:
                yield stacked(group)
                group = []
        if group and not self._drop:
            yield stacked(group)

    def _of_rows(self, source, order):
        """Batches cut straight from the tensors, without an element for each row."""
        for start in range(0, len(order), self._size):
            places = order[start : start + self._size]
            if len(places) == self._size or not self._drop:
                yield source.rows(list(places))

    def count(self):
        count = self._source.count()
        if count < 0:
            return count
        return count // self._size if self._drop else -(-count // self._size)

    def spec(self):
        rows = self._size if self._drop else None
        return mapped(lambda each: TensorSpec([rows, *each.shape], each.dtype) if isinstance(each, TensorSpec) else each, self._source.element_spec)


class ParallelBatchDataset(BatchDataset):
    """Elements stacked in groups."""


def _row_source(source):
    """(tensors, order of the rows) when the elements are plain rows of tensors, shuffled at most; else None."""
    if isinstance(source, TensorSliceDataset) and all(each._t is not None for each in leaves(source._tensors)):
        return source, range(source.count())
    if isinstance(source, ShuffleDataset):
        inner = _row_source(source._source)
        if inner is not None:
            return inner[0], list(source.shuffled(inner[1]))
    if isinstance(source, (PrefetchDataset, OptionsDataset)):
        return _row_source(source._source)
    return None


class PaddedBatchDataset(_Unary):
    """Elements padded to one length and stacked in groups."""

    def __init__(self, source, size, shapes, values, drop_remainder):
        super().__init__(source)
        self._size, self._shapes, self._values, self._drop = size, shapes, values, drop_remainder

    def iterate(self):
        group = []
        for element in self._source.iterate():
            group.append(element)
            if len(group) == self._size:
                yield padded(group, self._shapes, self._values)
                group = []
        if group and not self._drop:
            yield padded(group, self._shapes, self._values)

    def count(self):
        return BatchDataset.count(self)

    def spec(self):
        return mapped(lambda each: TensorSpec([None, *[None for _ in each.shape]], each.dtype), self._source.element_spec)


class UnbatchDataset(_Unary):
    """The rows of each element."""

    def iterate(self):
        for element in self._source.iterate():
            for i in range(rows_of(element)):
                yield row(element, i)

    def count(self):
        return UNKNOWN_CARDINALITY

    def spec(self):
        return mapped(lambda each: TensorSpec(each.shape[1:], each.dtype), self._source.element_spec)


class ShuffleDataset(_Unary):
    """Each element is drawn from a buffer that the source fills up."""

    def __init__(self, source, buffer_size, seed, reshuffle):
        super().__init__(source)
        if buffer_size < 1:
            from keras.src.backend.errors import invalid

            raise invalid("ShuffleDatasetV3", "buffer_size must be greater than zero or UNKNOWN_CARDINALITY")
        self._buffer_size = buffer_size
        self._seeds = tf_seeds.pair(seed)
        self._reshuffle = reshuffle is None or bool(reshuffle)
        self._next_seeds = tf_seeds.Words(self._seeds)

    def iterate(self):
        return self.shuffled(self._source.iterate())

    def shuffled(self, elements):
        """The elements in an order of their own for each iteration (one order for all without reshuffling)."""
        seeds = (1, 1) if tf_seeds.looks() else self._order()
        return _drawn(elements, self._buffer_size, tf_seeds.Words(seeds))

    def _order(self):
        if not self._reshuffle and self._seeds != (0, 0):
            return self._seeds
        seeds = self._next_seeds.next(), self._next_seeds.next()
        if not self._reshuffle:
            self._seeds = seeds
        return seeds

    def begin_for_nothing(self):
        super().begin_for_nothing()
        self._order()


def _drawn(elements, size, words):
    """A buffer that is filled, and of which one place is drawn; the first element takes its place."""
    source, buffer, first = iter(elements), [], 0
    for element in source:
        buffer.append(element)
        if len(buffer) == size:
            break
    while first < len(buffer):
        place = first + words.next() % (len(buffer) - first)
        chosen, buffer[place] = buffer[place], buffer[first]
        buffer[first] = None
        first += 1
        yield chosen
        for element in source:
            buffer.append(element)
            break
        if first > 1024 and first > len(buffer) // 2:
            del buffer[:first]
            first = 0


class RepeatDataset(_Unary):
    """The source again and again."""

    def __init__(self, source, times):
        super().__init__(source)
        self._times = times

    def iterate(self):
        done = 0
        while self._times < 0 or done < self._times:
            empty = True
            for element in self._source.iterate():
                empty = False
                yield element
            done += 1
            if empty:
                return

    def count(self):
        count = self._source.count()
        if self._times < 0:
            return INFINITE_CARDINALITY if count else 0
        return count if count < 0 else count * self._times


class TakeDataset(_Unary):
    """The first elements."""

    def __init__(self, source, amount):
        super().__init__(source)
        self._amount = amount

    def iterate(self):
        if self._amount == 0:
            return
        for taken, element in enumerate(self._source.iterate(), 1):
            yield element
            if taken == self._amount:
                return

    def count(self):
        count = self._source.count()
        if self._amount < 0 or count == UNKNOWN_CARDINALITY:
            return count
        return self._amount if count == INFINITE_CARDINALITY else min(count, self._amount)


class SkipDataset(_Unary):
    """Without the first elements."""

    def __init__(self, source, amount):
        super().__init__(source)
        self._amount = amount

    def iterate(self):
        for passed, element in enumerate(self._source.iterate()):
            if passed >= self._amount >= 0:
                yield element

    def count(self):
        count = self._source.count()
        return count if count < 0 else max(count - self._amount, 0)


class FilterDataset(_Unary):
    """The elements for which a predicate holds."""

    def __init__(self, source, predicate):
        super().__init__(source)
        self._predicate = TracedFunction(predicate, lambda: source.element_spec)

    def _holds(self, element):
        found = self._predicate(element)
        if hasattr(found, "dtype") and (found.dtype.name != "bool" or len(found.shape)):
            spec = TensorSpec(found.shape, found.dtype)
            raise ValueError(f"Invalid `predicate`. `predicate` must return a `tf.bool` scalar tensor, but its return type is {spec}.")
        return bool(found)

    def iterate(self):
        return (element for element in self._source.iterate() if self._holds(element))

    def count(self):
        return UNKNOWN_CARDINALITY


class TakeWhileDataset(FilterDataset):
    """The elements up to the first for which a predicate fails."""

    def iterate(self):
        for element in self._source.iterate():
            if not self._holds(element):
                return
            yield element


class UniqueDataset(_Unary):
    """Each different element once."""

    def iterate(self):
        seen = set()
        for element in self._source.iterate():
            key = element.numpy().item() if hasattr(element.numpy(), "item") else element.numpy()
            if key not in seen:
                seen.add(key)
                yield element

    def count(self):
        return UNKNOWN_CARDINALITY


class RaggedBatchDataset(BatchDataset):
    """Elements of different lengths as ragged tensors."""

    def iterate(self):
        group = []
        for element in self._source.iterate():
            group.append(element)
            if len(group) == self._size:
                yield _ragged(group)
                group = []
        if group and not self._drop:
            yield _ragged(group)


def _ragged(group):
    if isinstance(group[0], (tuple, dict)) or not len(group[0].shape):
        return stacked(group)
    return RaggedTensor.from_rows(group, group[0].dtype.name)


class PrefetchDataset(_Unary):
    """The same elements."""


class OptionsDataset(_Unary):
    """The same elements."""


class CacheDataset(_Unary):
    """The elements, kept after the first whole iteration."""

    def __init__(self, source):
        super().__init__(source)
        self._kept = None

    def iterate(self):
        if self._kept is not None:
            yield from self._kept
            return
        kept = []
        for element in self._source.iterate():
            kept.append(element)
            yield element
        self._kept = kept


# Its elements differ, its name does not.
RaggedBatchDataset.__name__ = RaggedBatchDataset.__qualname__ = "_BatchDataset"


_FILES = {"tensor_slice": "from_tensor_slices", "tensor": "from_tensors", "ragged_batch": "batch"}


def name_classes(namespace, module):
    """Gives the classes of a module the names that TensorFlow prints."""
    for cls in list(namespace.values()):
        if isinstance(cls, type) and issubclass(cls, Dataset) and cls.__module__ == module and not cls.__name__.startswith("_"):
            plain = re.sub("(?<!^)(?=[A-Z])", "_", cls.__name__.removeprefix("Parallel").removesuffix("Dataset")).lower()
            cls.__module__ = f"tensorflow.python.data.ops.{_FILES.get(plain, plain)}_op"
            cls.__name__ = cls.__qualname__ = ("" if cls.__name__ == "CacheDataset" else "_") + cls.__name__


name_classes(globals(), __name__)
