"""Packing and unpacking of (x, y, sample_weight), class weights, and checks of sizes."""

import numpy as np
import torch

from keras.src import backend, tree
from keras.src.backend import placing, unwrap, wrap


def unpack_x_y_sample_weight(data):
    """(x, y, sample_weight) from what a generator or dataset yields; parts that aren't there are None."""
    if isinstance(data, list):
        data = tuple(data)
    if not isinstance(data, tuple):
        return (data, None, None)
    if len(data) == 1:
        return (data[0], None, None)
    if len(data) == 2:
        return (data[0], data[1], None)
    if len(data) == 3:
        return data
    raise ValueError(
        "Data is expected to be in format `x`, `(x,)`, `(x, y)`, or `(x, y, sample_weight)`, found: " + str(data)
    )


def pack_x_y_sample_weight(x, y=None, sample_weight=None):
    """The tuple without the parts that aren't there; x alone, unless it is a list or tuple, is no tuple."""
    if sample_weight is not None:
        return (x, y, sample_weight)
    if y is not None:
        return (x, y)
    return (x,) if isinstance(x, (list, tuple)) else x


def check_data_cardinality(data):
    """Raises ValueError unless all arrays have the same first dimension."""
    sizes = {int(x.shape[0]) for x in tree.flatten(data) if x is not None}
    if not sizes:
        raise KeyError("pop from an empty set")
    if len(sizes) > 1:
        message = "Data cardinality is ambiguous. Make sure all arrays contain the same number of samples."
        for label, part in zip(("x", "y", "sample_weight"), data):
            found = ", ".join(str(x.shape[0]) for x in tree.flatten(part) if x is not None)
            if found:
                message += f"'{label}' sizes: {found}\n"
        raise ValueError(message)


def class_weight_to_sample_weights(y, class_weight):
    """One weight for each sample, by its class; 1 for classes that the dict doesn't have."""
    targets = np.asarray(y)
    weights = np.ones(shape=(targets.shape[0],), dtype=backend.floatx())
    if targets.ndim > 1:
        if targets.shape[-1] != 1:
            targets = np.argmax(targets, axis=-1)
        else:
            targets = np.squeeze(targets, axis=-1)
    targets = np.round(targets).astype("int32")
    for index, cls in enumerate(targets.tolist()):
        weights[index] = class_weight.get(cls, 1.0)
    return weights


def to_tensor(x):
    """A batch's array as a Tensor: floating arrays in the default float type. Numbers alone stay: no layer takes them."""
    if isinstance(x, (int, float, str)):
        return x
    if isinstance(x, backend.Tensor):
        return wrap(placing.place(x._t)) if placing.has_gpu else x
    if isinstance(x, torch.Tensor):
        return wrap(placing.place(x.detach()))
    if isinstance(x, (np.ndarray, np.generic)) and np.asarray(x).dtype.kind in "OUS":
        raise ValueError(f"Invalid dtype: {np.asarray(x).dtype.name}")
    found = unwrap(x)
    wanted = backend.torch_dtype(backend.floatx())
    if found.is_floating_point() and found.dtype is not wanted:
        found = placing.to(found, wanted)
    return wrap(found)


def batch_to_tensors(batch):
    """All arrays of a batch as Tensors; None stays."""
    return tree.map_structure(lambda x: None if x is None else to_tensor(x), batch)


def train_validation_split(arrays, validation_split):
    """((train arrays), (validation arrays)): the last part of the samples validates."""
    flat = tree.flatten(arrays)
    unsliceable = [type(x) for x in flat if x is not None and not hasattr(x, "shape")]
    if unsliceable:
        raise ValueError(
            "Argument `validation_split` is only supported for tensors or NumPy arrays."
            f"Found incompatible type in the input: {unsliceable}"
        )
    if all(x is None for x in flat):
        return arrays, arrays
    batch = next(int(x.shape[0]) for x in flat if x is not None)
    split_at = int(np.floor(batch * (1.0 - validation_split)))
    if split_at == 0 or split_at == batch:
        raise ValueError(
            f"Training data contains {batch} samples, which is not sufficient to split it into a validation and training "
            f"set as specified by `validation_split={validation_split}`. Either provide more data, or a different value for "
            "the `validation_split` argument."
        )
    train = tree.map_structure(lambda x: None if x is None else x[:split_at], arrays)
    val = tree.map_structure(lambda x: None if x is None else x[split_at:], arrays)
    return train, val
