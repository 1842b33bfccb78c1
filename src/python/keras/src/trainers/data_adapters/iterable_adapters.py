"""Batches from generators, tf.data datasets and torch DataLoaders."""

from keras.src import tree
from keras.src.trainers.data_adapters import data_adapter_utils as utils


class _Adapter:
    num_batches = None

    def begin_for_nothing(self):
        pass

    def on_epoch_begin(self):
        pass

    def on_epoch_end(self):
        pass


class GeneratorDataAdapter(_Adapter):
    """A Python generator. It can't be started again: each epoch goes on where the last one ended."""

    def __init__(self, generator):
        self._generator = generator
        self._checked = False

    def __iter__(self):
        for batch in self._generator:
            if not self._checked:
                self._check(batch)
                self._checked = True
            yield utils.batch_to_tensors(utils.pack_x_y_sample_weight(*utils.unpack_x_y_sample_weight(batch)))

    @staticmethod
    def _check(batch):
        parts = tree.flatten(batch)
        if not isinstance(batch, tuple) or any(x is not None and not hasattr(x, "shape") for x in parts):
            raise ValueError(
                "When passing a Python generator to a Keras model, the generator must return a tuple, either (input,) "
                "or (inputs, targets) or (inputs, targets, sample_weights). "
                f"Received: {batch}"
            )


class TFDatasetAdapter(_Adapter):
    """A tf.data.Dataset."""

    def __init__(self, dataset, class_weight=None):
        self._dataset = dataset
        self._class_weight = class_weight
        cardinality = dataset.cardinality
        cardinality = int(cardinality() if callable(cardinality) else cardinality)
        self.num_batches = None if cardinality < 0 else cardinality

    @property
    def has_static_batches(self):
        """Whether the dataset says that all its batches have one size, as after batch(…, drop_remainder=True)."""
        specs = tree.flatten(getattr(self._dataset, "element_spec", None))
        return bool(specs) and all(getattr(spec, "shape", None) is not None and (not len(spec.shape) or spec.shape[0] is not None) for spec in specs)

    def begin_for_nothing(self):
        """Makes an iterator that nobody uses, as Keras does at the end of an epoch: a shuffled dataset goes to its next order."""
        begin = getattr(self._dataset, "begin_for_nothing", None)
        if begin is not None:
            begin()

    def __iter__(self):
        for batch in self._dataset:
            x, y, sample_weight = utils.unpack_x_y_sample_weight(batch)
            if self._class_weight is not None:
                if sample_weight is not None:
                    raise ValueError("You cannot `class_weight` and `sample_weight` at the same time.")
                sample_weight = utils.class_weight_to_sample_weights(y, self._class_weight)
            yield utils.batch_to_tensors(utils.pack_x_y_sample_weight(x, y, sample_weight))


class TorchDataLoaderAdapter(_Adapter):
    """A torch.utils.data.DataLoader."""

    def __init__(self, dataloader):
        self._dataloader = dataloader
        self.num_batches = len(dataloader) if hasattr(dataloader.dataset, "__len__") else None

    def __iter__(self):
        for batch in self._dataloader:
            yield utils.batch_to_tensors(utils.pack_x_y_sample_weight(*utils.unpack_x_y_sample_weight(batch)))
