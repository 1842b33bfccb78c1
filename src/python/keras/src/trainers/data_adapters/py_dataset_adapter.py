"""PyDataset: data that is indexed by batch, the base of students' own datasets."""

import random

from keras.src.trainers.data_adapters import data_adapter_utils as utils


class PyDataset:
    """Subclasses define `__len__` (number of batches) and `__getitem__(index)`, which gives a batch (x, y).

    The arguments about workers are kept; batches are made one after the other.
    """

    def __init__(self, workers=1, use_multiprocessing=False, max_queue_size=10):
        self._workers = workers
        self._use_multiprocessing = use_multiprocessing
        self._max_queue_size = max_queue_size

    def _warn_if_super_not_called(self):
        pass

    @property
    def workers(self):
        """Number of workers asked for."""
        return self.__dict__.get("_workers", 1)

    @workers.setter
    def workers(self, value):
        self._workers = value

    @property
    def use_multiprocessing(self):
        """Whether processes were asked for."""
        return self.__dict__.get("_use_multiprocessing", False)

    @property
    def max_queue_size(self):
        """Length of the queue asked for."""
        return self.__dict__.get("_max_queue_size", 10)

    def __getitem__(self, index):
        raise NotImplementedError

    @property
    def num_batches(self):
        """Number of batches, None for endless data."""
        if hasattr(self, "__len__"):
            return len(self)
        raise NotImplementedError(
            "You need to implement the `num_batches` property:\n\n@property\ndef num_batches(self):\n  return ..."
        )

    def on_epoch_begin(self):
        """Called before each epoch."""

    def on_epoch_end(self):
        """Called after each epoch."""


class PyDatasetAdapter:
    """The batches of a PyDataset, in shuffled order if wanted."""

    def __init__(self, dataset, class_weight=None, shuffle=False):
        self._dataset = dataset
        self._class_weight = class_weight
        self._shuffle = shuffle
        self.num_batches = dataset.num_batches

    def __iter__(self):
        count = self._dataset.num_batches
        if count is None:
            index = 0
            while True:
                yield self._batch(index)
                index += 1
        order = list(range(count))
        if self._shuffle:
            random.shuffle(order)  # Python's, as in Keras
        for index in order:
            yield self._batch(index)

    def _batch(self, index):
        batch = self._dataset[index]
        if not isinstance(batch, tuple):
            batch = (batch,)
        if len(batch) not in (1, 2, 3):
            raise ValueError(
                "PyDataset.__getitem__() must return a tuple of length 1, 2, or 3. "
                f"Received instead a tuple of length {len(batch)}"
            )
        x, y, sample_weight = utils.unpack_x_y_sample_weight(batch)
        if self._class_weight is not None:
            if sample_weight is not None:
                raise ValueError("You cannot specify `class_weight` and `sample_weight` at the same time.")
            sample_weight = utils.class_weight_to_sample_weights(y, self._class_weight)
        return utils.batch_to_tensors(utils.pack_x_y_sample_weight(x, y, sample_weight))

    def on_epoch_begin(self):
        self._dataset.on_epoch_begin()

    def on_epoch_end(self):
        self._dataset.on_epoch_end()
        self.num_batches = self._dataset.num_batches
