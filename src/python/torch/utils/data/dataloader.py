"""`DataLoader`: batches of a dataset, in an order drawn exactly as PyTorch draws it."""

import math
import warnings

import torch

from .collate import default_collate, default_convert
from .dataset import IterableDataset, Subset, TensorDataset
from .sampler import BatchSampler, RandomSampler, SequentialSampler

_FIXED = ('batch_size', 'batch_sampler', 'sampler', 'drop_last', 'dataset', 'persistent_workers')


def get_worker_info():
    """None: samples are read where the program runs, there are no worker processes here."""
    return None


class _InfiniteConstantSampler:
    """What stands for a sampler when the dataset is a stream."""

    def __iter__(self):
        while True:
            yield None


class DataLoader:
    """Iterates over a dataset in batches.

    Args:
        dataset: by index (`__getitem__`, `__len__`) or a stream (IterableDataset).
        batch_size: samples a batch; None gives single samples.
        shuffle: a new random order every epoch.
        sampler, batch_sampler: an order of your own.
        collate_fn: makes a batch of a list of samples; default_collate unless given.
        drop_last: leaves out a last batch that is smaller.
        generator: the source of randomness for the order.
        num_workers, pin_memory, timeout, prefetch_factor, persistent_workers, worker_init_fn: accepted; there is one
            process here, which reads the samples itself.
    """

    _initialized = False
    _stream_length = None  # what len() of a loader of a stream said: PyTorch compares it with the batches that come

    def __init__(self, dataset, batch_size=1, shuffle=None, sampler=None, batch_sampler=None, num_workers=0,
                 collate_fn=None, pin_memory=False, drop_last=False, timeout=0, worker_init_fn=None,
                 multiprocessing_context=None, generator=None, *, prefetch_factor=None, persistent_workers=False,
                 pin_memory_device='', in_order=True):
        _check_workers(num_workers, timeout, prefetch_factor, persistent_workers)
        self.dataset = dataset
        self.num_workers = num_workers
        self.prefetch_factor = 2 if num_workers > 0 and prefetch_factor is None else prefetch_factor
        self.pin_memory = pin_memory
        self.pin_memory_device = pin_memory_device
        self.timeout = timeout
        self.worker_init_fn = worker_init_fn
        self.multiprocessing_context = multiprocessing_context
        self._stream = isinstance(dataset, IterableDataset)
        if self._stream:
            _check_stream(shuffle, sampler, batch_sampler)
        else:
            shuffle = bool(shuffle)
        if sampler is not None and shuffle:
            raise ValueError('sampler option is mutually exclusive with shuffle')
        if batch_sampler is not None:
            if batch_size != 1 or shuffle or sampler is not None or drop_last:
                raise ValueError('batch_sampler option is mutually exclusive with batch_size, shuffle, sampler, and '
                                 'drop_last')
            batch_size = None
            drop_last = False
        elif batch_size is None and drop_last:
            raise ValueError('batch_size=None option disables auto-batching and is mutually exclusive with drop_last')
        if sampler is None:
            if self._stream:
                sampler = _InfiniteConstantSampler()
            elif shuffle:
                sampler = RandomSampler(dataset, generator=generator)
            else:
                sampler = SequentialSampler(dataset)
        if batch_size is not None and batch_sampler is None:
            batch_sampler = BatchSampler(sampler, batch_size, drop_last)
        self.batch_size = batch_size
        self.drop_last = drop_last
        self.sampler = sampler
        self.batch_sampler = batch_sampler
        self.generator = generator
        if collate_fn is None:
            collate_fn = default_collate if self._auto_collation else default_convert
        self.collate_fn = collate_fn
        self.persistent_workers = persistent_workers
        self._initialized = True

    def __class_getitem__(cls, item):
        return cls

    def __setattr__(self, name, value):
        if self._initialized and name in _FIXED:
            raise ValueError(f'{name} attribute should not be set after {type(self).__name__} is initialized')
        object.__setattr__(self, name, value)

    @property
    def _auto_collation(self):
        return self.batch_sampler is not None

    @property
    def _index_sampler(self):
        return self.batch_sampler if self._auto_collation else self.sampler

    def __iter__(self):
        return _Iterator(self)

    def __len__(self):
        if not self._stream:
            return len(self._index_sampler)
        length = self._stream_length = len(self.dataset)
        if self.batch_size is None:
            return length
        return length // self.batch_size if self.drop_last else math.ceil(length / self.batch_size)

    def check_worker_number_rationality(self):
        """There are no workers to count."""


def _check_workers(num_workers, timeout, prefetch_factor, persistent_workers):
    if num_workers < 0:
        raise ValueError('num_workers option should be non-negative; use num_workers=0 to disable multiprocessing.')
    if timeout < 0:
        raise ValueError('timeout option should be non-negative')
    if num_workers == 0 and prefetch_factor is not None:
        raise ValueError('prefetch_factor option could only be specified in multiprocessing.'
                         'let num_workers > 0 to enable multiprocessing, otherwise set prefetch_factor to None.')
    if persistent_workers and num_workers == 0:
        raise ValueError('persistent_workers option needs num_workers > 0')


def _check_stream(shuffle, sampler, batch_sampler):
    for name, value, given in (('shuffle', shuffle, shuffle not in (None, False)), ('sampler', sampler, sampler is not None),
                               ('batch_sampler', batch_sampler, batch_sampler is not None)):
        if given:
            raise ValueError(f'DataLoader with IterableDataset: expected unspecified {name} option, but got '
                             f'{name}={value}')


class _Iterator:
    """One pass over a loader."""

    def __init__(self, loader):
        self._loader = loader
        self._indices = iter(loader._index_sampler)
        # PyTorch draws a seed for its workers here, and so moves the generator even without workers.
        self._base_seed = torch.empty((), dtype=torch.int64, device='cpu').random_(generator=loader.generator).item()
        self._samples = iter(loader.dataset) if loader._stream else None
        self._ended = False
        self._given = 0

    def __iter__(self):
        return self

    def __len__(self):
        return len(self._loader._index_sampler)

    def __next__(self):
        index = next(self._indices)
        loader = self._loader
        data = self._from_stream(index) if self._samples is not None else _fetch(loader, index)
        self._given += 1
        expected = loader._stream_length
        if expected is not None and self._given > expected:
            warnings.warn(f'Length of IterableDataset {loader.dataset} was reported to be {expected} (when accessing '
                          f'len(dataloader)), but {self._given} samples have been fetched. ', stacklevel=2)
        return data

    def _from_stream(self, index):
        loader = self._loader
        if self._ended:
            raise StopIteration
        if not loader._auto_collation:
            return loader.collate_fn(next(self._samples))
        batch = []
        for _ in index:
            try:
                batch.append(next(self._samples))
            except StopIteration:
                self._ended = True
                break
        if not batch or (loader.drop_last and len(batch) < len(index)):
            raise StopIteration
        return loader.collate_fn(batch)


def _fetch(loader, index):
    dataset = loader.dataset
    if not loader._auto_collation:
        return loader.collate_fn(dataset[index])
    if loader.collate_fn is default_collate:
        batch = _rows(dataset, index)
        if batch is not None:
            return batch
    if hasattr(dataset, '__getitems__') and dataset.__getitems__:
        return loader.collate_fn(dataset.__getitems__(index))
    return loader.collate_fn([dataset[i] for i in index])


def _rows(dataset, index):
    """The batch of a plain TensorDataset by one selection for each tensor: what indexing and stacking would give."""
    while type(dataset) is Subset:
        index = [dataset.indices[i] for i in index]
        dataset = dataset.dataset
    if type(dataset) is not TensorDataset:
        return None
    count = len(dataset)
    if not index or not all(type(i) is int and 0 <= i < count for i in index):
        return None
    first, last = index[0], index[-1]
    if last - first + 1 == len(index) and index == list(range(first, last + 1)):
        return [tensor[first:last + 1].clone() for tensor in dataset.tensors]
    rows = torch.tensor(index)
    return [tensor.index_select(0, rows if tensor.is_cpu else rows.to(tensor.device)) for tensor in dataset.tensors]
