"""The steps of one epoch after another, from data that may be endless or may run out."""

import warnings

from keras.src.trainers import data_adapters


class EpochIterator:
    """Batches of an epoch, numbered.

    Args:
        steps_per_epoch: number of steps of an epoch; the next epoch then goes on where this one ended.
    """

    def __init__(
        self,
        x,
        y=None,
        sample_weight=None,
        batch_size=None,
        steps_per_epoch=None,
        shuffle=False,
        class_weight=None,
    ):
        self.steps_per_epoch = steps_per_epoch
        self.data_adapter = data_adapters.get_data_adapter(
            x=x,
            y=y,
            sample_weight=sample_weight,
            batch_size=batch_size,
            steps_per_epoch=steps_per_epoch,
            shuffle=shuffle,
            class_weight=class_weight,
        )
        self._num_batches = self.data_adapter.num_batches
        self._current = None
        self._steps_seen = 0

    @property
    def num_batches(self):
        """Number of steps of an epoch; None while nobody knows."""
        return self.steps_per_epoch or self._num_batches

    @property
    def has_static_batches(self):
        """Whether all batches are known to have the same size."""
        return getattr(self.data_adapter, "has_static_batches", False)

    def __iter__(self):
        self.data_adapter.on_epoch_begin()
        if self._current is None or not self.steps_per_epoch:
            self._restart()
        step = 0
        while (most := self.steps_per_epoch or self._num_batches) is None or step < most:
            if self._num_batches and self._steps_seen >= self._num_batches:
                _warn_of_interruption()
                break
            batch = next(self._current, None)
            if batch is None:
                if self._num_batches is None:
                    self._num_batches = self._steps_seen
                if self.steps_per_epoch:
                    _warn_of_interruption()
                self._current = None
                break
            self._steps_seen += 1
            yield step, batch
            step += 1
        if self._num_batches and self._steps_seen >= self._num_batches:
            self._current = None
            if not self.steps_per_epoch and hasattr(self.data_adapter, "begin_for_nothing"):
                self.data_adapter.begin_for_nothing()
        self.data_adapter.on_epoch_end()

    def reset(self):
        """The next epoch begins with the first batch, also after an epoch of a few steps."""
        self._current = None
        self.data_adapter.on_epoch_end()

    def _restart(self):
        self._current = iter(self.data_adapter)
        self._steps_seen = 0


def _warn_of_interruption():
    warnings.warn(
        "Your input ran out of data; interrupting training. Make sure that your dataset or generator can generate at least "
        "`steps_per_epoch * epochs` batches. You may need to use the `.repeat()` function when building your dataset.",
        stacklevel=4,
    )
