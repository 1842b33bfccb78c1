"""Chooses how what was given to fit(), evaluate() or predict() becomes batches."""

import types

from keras.src.trainers.data_adapters.array_data_adapter import ArrayDataAdapter, can_convert_arrays
from keras.src.trainers.data_adapters.iterable_adapters import (
    GeneratorDataAdapter,
    TFDatasetAdapter,
    TorchDataLoaderAdapter,
)
from keras.src.trainers.data_adapters.py_dataset_adapter import PyDataset, PyDatasetAdapter


def get_data_adapter(
    x, y=None, sample_weight=None, batch_size=None, steps_per_epoch=None, shuffle=False, class_weight=None
):
    """An iterable of batches (x, y, sample_weight) with `num_batches`."""
    if can_convert_arrays((x, y, sample_weight)):
        return ArrayDataAdapter(
            x,
            y,
            sample_weight=sample_weight,
            class_weight=class_weight,
            shuffle=shuffle,
            batch_size=batch_size,
            steps=steps_per_epoch,
        )
    if _has_base(x, "Dataset", "tensorflow"):
        _refuse_parts(y, sample_weight, "tf.data.Dataset")
        return TFDatasetAdapter(x, class_weight=class_weight)
    if isinstance(x, PyDataset):
        _refuse_parts(y, sample_weight, "PyDataset")
        return PyDatasetAdapter(x, class_weight=class_weight, shuffle=shuffle)
    if _has_base(x, "DataLoader", "torch.utils.data"):
        _refuse_parts(y, sample_weight, "torch DataLoader")
        if class_weight is not None:
            raise ValueError(
                "Argument `class_weight` is not supported for torch DataLoader inputs. You can modify your `__getitem__ ` "
                "method to return input tensor, label and class_weight. Alternatively, use a custom training loop. See the "
                "User Guide https://keras.io/guides/custom_train_step_in_torch/"
                "#supporting-sampleweight-amp-classweight for more details. "
                f"Received: class_weight={class_weight}"
            )
        return TorchDataLoaderAdapter(x)
    if isinstance(x, types.GeneratorType):
        _refuse_parts(y, sample_weight, "generator")
        if class_weight is not None:
            raise ValueError(
                f"Argument `class_weight` is not supported for Python generator inputs. Received: class_weight={class_weight}"
            )
        return GeneratorDataAdapter(x)
    raise ValueError(f"Unrecognized data type: x={x} (of type {type(x)})")


def _refuse_parts(y, sample_weight, kind):
    parts = (("y", "the targets", y), ("sample_weights", "the sample weights", sample_weight))
    for name, description, part in parts:
        if part is not None:
            raise ValueError(
                f"When providing `x` as a {kind}, `{name}` should not be passed. Instead, {description} should be included "
                f"as part of the {kind}."
            )


def _has_base(x, name, module):
    return any(base.__name__.startswith(name) and module in base.__module__ for base in type(x).__mro__)
