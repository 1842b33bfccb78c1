"""tf.data.Dataset: a pipeline of elements, made anew for every iteration. Sources and transformations are small classes whose
iterate() gives the elements."""

import itertools

import numpy
import torch
from torch import _philox

from keras.src.backend import Tensor, convert_to_tensor, placing, wrap
from keras.src.random import tf_seeds
from tensorflow.data import lengths
from tensorflow.data.structure import TensorSpec, as_element, leaves, mapped, spec_of
from tensorflow.data.traced_function import TracedFunction

INFINITE_CARDINALITY = -1
UNKNOWN_CARDINALITY = -2
AUTOTUNE = -1


class Dataset:
    """A sequence of elements: tensors, or tuples and dicts of tensors. Iterate over it, or hand it to model.fit."""

    __module__ = "tensorflow.python.data.ops.dataset_ops"

    # --- what a kind of dataset defines --------------------------------------------------------------------------

    def iterate(self):
        """The elements, from the start."""
        raise NotImplementedError

    def count(self):
        """How many elements there are; -1 for endless, -2 for unknown."""
        return UNKNOWN_CARDINALITY

    def spec(self):
        """The spec of the elements, by default that of the first."""
        with placing.on("cpu"):
            first = next(iter(self.iterate()), None)
        return None if first is None else spec_of(first)

    # --- reading ---------------------------------------------------------------------------------------------------

    def __iter__(self):
        return _Iterator(self.iterate(), self)

    def __len__(self):
        count = self.count()
        if count == INFINITE_CARDINALITY:
            raise TypeError("The dataset is infinite.")
        if count == UNKNOWN_CARDINALITY:
            raise TypeError("The dataset length is unknown.")
        return count

    def __bool__(self):
        return True

    def cardinality(self, name=None):
        """How many elements there are, as a tensor; -1 for endless, -2 for unknown."""
        return convert_to_tensor(numpy.int64(self.count()))

    def begin_for_nothing(self):
        """What making an iterator uses up, if nothing is taken from it: a shuffle's next order."""
        for source in leaves(getattr(self, "_datasets", None) or getattr(self, "_source", None)):
            if isinstance(source, Dataset):
                source.begin_for_nothing()

    @property
    def element_spec(self):
        """Shapes and dtypes of the elements."""
        if "_spec" not in self.__dict__:
            with tf_seeds.looking():
                self._spec = self.spec()
        return self._spec

    def as_numpy_iterator(self):
        """The elements as NumPy arrays."""
        return _NumpyIterator(self.iterate())

    def get_single_element(self, name=None):
        """The only element."""
        from keras.src.backend.errors import invalid

        found = list(itertools.islice(self, 2))
        if len(found) != 1:
            count = len(leaves(self.element_spec)) if found else 1
            why = "Dataset had more than one element." if found else "Dataset was empty."
            raise invalid("DatasetToSingleElement", why, f"_output_types_{count}")
        return found[0]

    def __repr__(self):
        return f"<{type(self).__name__} element_spec={self.element_spec}>"

    __str__ = __repr__

    # --- sources ---------------------------------------------------------------------------------------------------

    @staticmethod
    def from_tensor_slices(tensors, name=None):
        """One element for each row of the tensors."""
        return sources().TensorSliceDataset(tensors)

    @staticmethod
    def from_tensors(tensors, name=None):
        """One element: the tensors themselves."""
        return sources().TensorDataset(tensors)

    @staticmethod
    def from_generator(generator, output_types=None, output_shapes=None, args=None, output_signature=None, name=None):
        """The values of a Python generator function."""
        return sources().GeneratorDataset(generator, output_types, output_shapes, args, output_signature)

    @staticmethod
    def range(*args, output_type="int64", name=None, **_options):
        """Whole numbers, int64."""
        return sources().RangeDataset(args, output_type)

    @staticmethod
    def counter(start=0, step=1, dtype="int64", name=None):
        """start, start + step, … without end."""
        return sources().RangeDataset((start, 2**63 - 1 if step > 0 else -(2**63), step), dtype)

    @staticmethod
    def zip(*args, datasets=None, name=None):
        """Tuples of the elements of several datasets."""
        return combinations().ZipDataset(datasets if datasets is not None else args[0] if len(args) == 1 else args)

    @staticmethod
    def list_files(file_pattern, shuffle=None, seed=None, name=None):
        """The names of files that match a pattern."""
        import glob

        patterns = [file_pattern] if isinstance(file_pattern, str) else file_pattern
        names = sorted(found for pattern in patterns for found in glob.glob(pattern))
        if not names:
            from keras.src.backend.errors import InvalidArgumentError

            why = f"No files matched pattern: {', '.join(patterns)}".encode()
            raise InvalidArgumentError(None, None, f"Expected 'tf.Tensor(False, shape=(), dtype=bool)' to be true. Summarized data: {why!r}")
        made = Dataset.from_tensor_slices(names)
        return made if shuffle is False else made.shuffle(len(names) or 1, seed)

    @staticmethod
    def random(seed=None, rerandomize_each_iteration=None, name=None):
        """Endless random whole numbers."""
        return sources().RandomDataset(seed, bool(rerandomize_each_iteration))

    @staticmethod
    def choose_from_datasets(datasets, choice_dataset, stop_on_empty_dataset=True):
        """Elements of the datasets whose numbers another dataset gives."""
        return combinations().DirectedInterleaveDataset(datasets, lambda: (int(each) for each in choice_dataset.iterate()), stop_on_empty_dataset)

    @staticmethod
    def sample_from_datasets(datasets, weights=None, seed=None, stop_on_empty_dataset=False, rerandomize_each_iteration=None):
        """Elements of datasets chosen at random."""
        logits = torch.ones(1, len(datasets)) if weights is None else torch.log(torch.tensor(weights)).unsqueeze(0)
        seeds = tf_seeds.pair(seed)

        def choices():
            words = tf_seeds.Words(seeds)
            while True:
                yield int(_philox.categorical(logits, 1, _philox.stateless(words.next(), words.next())))

        never = () if weights is None else [i for i, each in enumerate(weights) if not float(each)]
        return combinations().DirectedInterleaveDataset(datasets, choices, stop_on_empty_dataset, never)

    # --- transformations -------------------------------------------------------------------------------------------

    def map(self, map_func, num_parallel_calls=None, deterministic=None, synchronous=None, use_unbounded_threadpool=False, name=None):
        """map_func of each element."""
        _check_callable(map_func)
        kind = transforms().MapDataset if num_parallel_calls is None else transforms().ParallelMapDataset
        return kind(self, map_func)

    def batch(self, batch_size, drop_remainder=False, num_parallel_calls=None, deterministic=None, name=None):
        """Elements stacked in groups."""
        kind = transforms().BatchDataset if num_parallel_calls is None else transforms().ParallelBatchDataset
        return kind(self, int(batch_size), bool(drop_remainder))

    def padded_batch(self, batch_size, padded_shapes=None, padding_values=None, drop_remainder=False, name=None):
        """Elements of different lengths padded and stacked in groups."""
        return transforms().PaddedBatchDataset(self, int(batch_size), padded_shapes, padding_values, drop_remainder)

    def unbatch(self, name=None):
        """The rows of each element."""
        if any(getattr(each, "shape", None) == () for each in leaves(self.element_spec)):
            raise ValueError("Cannot unbatch an input with scalar components.")
        return transforms().UnbatchDataset(self)

    def shuffle(self, buffer_size, seed=None, reshuffle_each_iteration=True, name=None):
        """Elements in random order, drawn from a buffer."""
        return transforms().ShuffleDataset(self, int(buffer_size), seed, reshuffle_each_iteration)

    def repeat(self, count=None, name=None):
        """Several times, or (None) endlessly."""
        return transforms().RepeatDataset(self, -1 if count is None else int(count))

    def take(self, count, name=None):
        """The first elements."""
        return transforms().TakeDataset(self, int(count))

    def skip(self, count, name=None):
        """Without the first elements."""
        return transforms().SkipDataset(self, int(count))

    def filter(self, predicate, name=None):
        """The elements for which the predicate holds."""
        return transforms().FilterDataset(self, predicate)

    def prefetch(self, buffer_size=None, name=None):
        """The same elements (there is nothing to overlap here)."""
        return transforms().PrefetchDataset(self)

    def cache(self, filename="", name=None):
        """The elements, kept after the first iteration."""
        return transforms().CacheDataset(self)

    def concatenate(self, dataset, name=None):
        """The elements of this, then of another dataset."""
        return combinations().ConcatenateDataset(self, dataset)

    def enumerate(self, start=0, name=None):
        """Pairs (number, element)."""
        return combinations().enumerated(self, start)

    def flat_map(self, map_func, name=None):
        """The elements of the datasets that map_func gives."""
        return combinations().FlatMapDataset(self, map_func)

    def interleave(self, map_func, cycle_length=None, block_length=None, num_parallel_calls=None, deterministic=None, name=None):
        """The elements of the datasets that map_func gives, in turns."""
        return combinations().InterleaveDataset(self, map_func, cycle_length or 16, block_length or 1)

    def window(self, size, shift=None, stride=1, drop_remainder=False, name=None):
        """Datasets of neighbouring elements."""
        return combinations().WindowDataset(self, int(size), int(size if shift is None else shift), int(stride), drop_remainder)

    def scan(self, initial_state, scan_func, name=None):
        """(state, element) from scan_func(state, element), one after the other."""
        return combinations().ScanDataset(self, initial_state, scan_func)

    def take_while(self, predicate, name=None):
        """The elements up to the first for which the predicate fails."""
        return transforms().TakeWhileDataset(self, predicate)

    def shard(self, num_shards, index, name=None):
        """Every num_shards-th element."""
        return combinations().ShardDataset(self, int(num_shards), int(index))

    def unique(self, name=None):
        """Each different element once."""
        return transforms().UniqueDataset(self)

    def ragged_batch(self, batch_size, drop_remainder=False, row_splits_dtype="int64", name=None):
        """Elements of different lengths as ragged tensors."""
        return transforms().RaggedBatchDataset(self, int(batch_size), bool(drop_remainder))

    def group_by_window(self, key_func, reduce_func, window_size=None, window_size_func=None, name=None):
        """Elements with the same key, gathered in windows."""
        return combinations().GroupByWindowDataset(self, key_func, reduce_func, window_size_func or (lambda _key: window_size))

    def bucket_by_sequence_length(self, *args, **options):
        """Padded batches of elements of similar length."""
        return lengths.bucketed(self, *args, **options)

    def save(self, path, compression=None, shard_func=None, checkpoint_args=None):
        """Writes the elements to a folder, for Dataset.load."""
        lengths.save(self, path)

    @staticmethod
    def load(path, element_spec=None, compression=None, reader_func=None, wait=False):
        """The dataset that save() wrote."""
        return lengths.load(Dataset, path)

    def rebatch(self, batch_size, drop_remainder=False, name=None):
        """Batches of another size."""
        if any(isinstance(each, TensorSpec) and not each.shape.rank for each in leaves(self.element_spec)):
            raise ValueError(
                "Invalid `batch_sizes`. Expected dataset with rank of >= 1 but found a dataset with scalar elements. Fix the issue by adding the "
                "`batch` transformation to the dataset."
            )
        return self.unbatch().batch(batch_size, drop_remainder)

    def reduce(self, initial_state, reduce_func, name=None):
        """The last state of state = reduce_func(state, element)."""
        state = as_element(initial_state)
        function = TracedFunction(reduce_func, lambda: (spec_of(state), self.element_spec))
        for element in self.iterate():
            state = as_element(function((state, element)))
        return state

    def apply(self, transformation_func):
        """transformation_func(dataset)."""
        return transformation_func(self)

    def with_options(self, options, name=None):
        """The same elements."""
        return transforms().OptionsDataset(self)

    def options(self):
        return Options()


class Options:
    """tf.data.Options: settings that change nothing here."""

    def __init__(self):
        self.experimental_deterministic = None
        self.deterministic = None
        self.autotune = self.threading = self.experimental_optimization = self.experimental_distribute = _Settings()


class _Settings:
    pass


class _Iterator:
    """iter(dataset), an OwnedIterator."""

    __module__ = "tensorflow.python.data.ops.iterator_ops"

    def __init__(self, elements, dataset=None):
        self._elements = iter(elements)
        self._dataset = dataset

    @property
    def _spec(self):
        return None if self._dataset is None else self._dataset.element_spec

    element_spec = _spec

    def __iter__(self):
        return self

    def __next__(self):
        # Pipelines run on the cpu, as in TensorFlow; what comes out is where it will be used.
        with placing.on("cpu"):
            element = next(self._elements)
        return mapped(_placed, element) if placing.has_gpu else element

    def get_next(self):
        """The next element; OutOfRangeError at the end."""
        try:
            return next(self)
        except StopIteration:
            from keras.src.backend.errors import OutOfRangeError, framed

            count = len(leaves(self._spec)) if self._spec is not None else 1
            raise OutOfRangeError(None, None, framed("IteratorGetNext", "End of sequence", f"_output_types_{count}")) from None

    def get_next_as_optional(self):
        """The next element, or nothing."""
        try:
            return lengths.Optional([next(self)])
        except StopIteration:
            return lengths.Optional([])


_Iterator.__name__ = _Iterator.__qualname__ = "OwnedIterator"


class _NumpyIterator(_Iterator):
    def __next__(self):
        return mapped(lambda each: each.numpy() if hasattr(each, "numpy") else each, super().__next__())

    next = __next__


def _placed(tensor):
    return wrap(placing.place(tensor._t)) if isinstance(tensor, Tensor) else tensor


def _check_callable(function):
    if not callable(function):
        raise ValueError(f"Argument `func` must be a callable. Received func={function} (of type {type(function)})")


def sources():
    """The kinds of datasets that make elements."""
    from tensorflow.data import sources as found

    return found


def transforms():
    """The kinds of datasets that change elements."""
    from tensorflow.data import transforms as found

    return found


def combinations():
    """The kinds of datasets that join or nest elements."""
    from tensorflow.data import combine as found

    return found
