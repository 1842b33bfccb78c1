"""Datasets that join, number, nest or window the elements of others."""

import itertools

from keras.src.backend import TensorShape, placing, wrap
from tensorflow.data.dataset import INFINITE_CARDINALITY, UNKNOWN_CARDINALITY, Dataset
from tensorflow.data.structure import TensorSpec, as_element, leaves, mapped
from tensorflow.data.traced_function import TracedFunction
from tensorflow.data.transforms import MapDataset, _Unary, name_classes


def _first_leaf(spec):
    return next(iter(leaves(spec)))


class ConcatenateDataset(_Unary):
    """One dataset after the other."""

    def __init__(self, source, other):
        super().__init__(source)
        specs = [each.element_spec for each in (source, other)]
        if [each.dtype for each in map(_first_leaf, specs)].count(_first_leaf(specs[0]).dtype) != 2:
            raise TypeError(f"Incompatible dataset elements:\n  {specs[0]} vs.   {specs[1]}")
        self._other = other

    def iterate(self):
        yield from self._source.iterate()
        yield from self._other.iterate()

    def count(self):
        counts = (self._source.count(), self._other.count())
        if INFINITE_CARDINALITY in counts:
            return INFINITE_CARDINALITY
        return UNKNOWN_CARDINALITY if UNKNOWN_CARDINALITY in counts else sum(counts)


class ZipDataset(Dataset):
    """Tuples (or dicts) of the elements of several datasets, as long as all have one."""

    def __init__(self, datasets):
        self._datasets = datasets

    def _all(self):
        return leaves(self._datasets)

    def iterate(self):
        for parts in zip(*[each.iterate() for each in self._all()]):
            rest = iter(parts)
            yield mapped(lambda _each: next(rest), self._datasets)

    def count(self):
        counts = [each.count() for each in self._all()]
        finite = [each for each in counts if each >= 0]
        if UNKNOWN_CARDINALITY in counts:
            return UNKNOWN_CARDINALITY
        return min(finite) if finite else INFINITE_CARDINALITY

    def spec(self):
        return mapped(lambda each: each.element_spec, self._datasets)


class _Numbers(Dataset):
    """start, start + 1, …, endless."""

    def __init__(self, start):
        self._start = int(start)

    def iterate(self):
        return (wrap(placing.tensor(number)) for number in itertools.count(self._start))

    def count(self):
        return INFINITE_CARDINALITY

    def spec(self):
        return TensorSpec((), "int64")


def enumerated(source, start):
    """Pairs (number, element)."""
    return ZipDataset((_Numbers(start), source))


class DirectedInterleaveDataset(Dataset):
    """Elements of several datasets, each taken from the one whose number comes next."""

    def __init__(self, datasets, choices, stop_on_empty, never=()):
        self._datasets, self._choices, self._stop, self._never = list(datasets), choices, stop_on_empty, never

    def iterate(self):
        running = [iter(each.iterate()) for each in self._datasets]
        empty = set(self._never)
        for number in self._choices():
            if number in empty:
                continue
            try:
                yield next(running[number])
            except StopIteration:
                empty.add(number)
                if self._stop or len(empty) == len(running):
                    return

    def spec(self):
        return self._datasets[0].element_spec


class GroupByWindowDataset(_Unary):
    """reduce(key, window) of elements with the same key."""

    def __init__(self, source, key, reduce, size):
        super().__init__(source)
        self._key, self._reduce, self._size = TracedFunction(key, lambda: source.element_spec), reduce, size

    def iterate(self):
        waiting = {}
        for element in self._source.iterate():
            key = int(self._key(element))
            group = waiting.setdefault(key, [])
            group.append(element)
            if len(group) == int(self._size(key)):
                yield from self._made(key, waiting.pop(key))
        for key, group in sorted(waiting.items()):
            yield from self._made(key, group)

    def _made(self, key, group):
        return self._reduce(wrap(placing.tensor(key)), _Elements(group)).iterate()

    def count(self):
        return UNKNOWN_CARDINALITY

    def spec(self):
        first = next(iter(self._source.iterate()))
        return self._reduce(wrap(placing.tensor(0)), _Elements([first])).element_spec


class FlatMapDataset(MapDataset):
    """The elements of the datasets that a function gives."""

    def iterate(self):
        graph = self._graph.anew()
        for element in self._source.iterate():
            yield from self._made(element, graph).iterate()

    def count(self):
        return UNKNOWN_CARDINALITY


class InterleaveDataset(FlatMapDataset):
    """The elements of several datasets in turns."""

    def __init__(self, source, function, cycle, block):
        super().__init__(source, function)
        self._cycle, self._block = cycle, block

    def iterate(self):
        graph = self._graph.anew()
        waiting = self._source.iterate()
        running = []
        while True:
            while len(running) < self._cycle:
                element = next(waiting, None)
                if element is None:
                    break
                running.append(iter(self._made(element, graph).iterate()))
            if not running:
                return
            for each in list(running):
                for _ in range(self._block):
                    try:
                        yield next(each)
                    except StopIteration:
                        running.remove(each)
                        break


class WindowDataset(_Unary):
    """Datasets of neighbouring elements."""

    def __init__(self, source, size, shift, stride, drop_remainder):
        super().__init__(source)
        self._size, self._shift, self._stride, self._drop = size, shift, stride, drop_remainder

    def iterate(self):
        elements = list(self._source.iterate())
        for start in range(0, len(elements), self._shift):
            part = elements[start : start + self._size * self._stride : self._stride]
            if len(part) == self._size or not self._drop:
                yield _windows(part)

    def count(self):
        count = self._source.count()
        if count < 0:
            return count
        if self._drop:
            needed = (self._size - 1) * self._stride + 1
            return 0 if count < needed else (count - needed) // self._shift + 1
        return -(-count // self._shift)

    def spec(self):
        return mapped(DatasetSpec, self._source.element_spec)


class DatasetSpec:
    """tf.data.DatasetSpec: the spec of a dataset that is an element."""

    def __init__(self, element_spec, dataset_shape=()):
        self.element_spec = element_spec
        self._shape = TensorShape(dataset_shape)

    def __repr__(self):
        return f"DatasetSpec({self.element_spec}, {self._shape!r})"


def _windows(part):
    if type(part[0]) is tuple:
        return tuple(_Elements([each[i] for each in part]) for i in range(len(part[0])))
    return _Elements(part)


class _Elements(Dataset):
    """Elements that are there already: a window."""

    def __init__(self, elements):
        self._elements = elements

    def iterate(self):
        return iter(self._elements)

    def count(self):
        return len(self._elements)


class ScanDataset(_Unary):
    """state, output = function(state, element), one after the other."""

    def __init__(self, source, state, function):
        super().__init__(source)
        self._state, self._function = state, function

    def iterate(self):
        state = as_element(self._state)
        for element in self._source.iterate():
            state, output = self._function(state, element)
            state = as_element(state)
            yield as_element(output)

    def spec(self):
        return Dataset.spec(self)


class ShardDataset(_Unary):
    """Every n-th element."""

    def __init__(self, source, shards, index):
        super().__init__(source)
        self._shards, self._index = shards, index

    def iterate(self):
        return (element for i, element in enumerate(self._source.iterate()) if i % self._shards == self._index)

    def count(self):
        count = self._source.count()
        return count if count < 0 else len(range(self._index, count, self._shards))


name_classes(globals(), __name__)
