"""keras.utils.split_dataset and timeseries_dataset_from_array: both give tf.data datasets."""

import importlib
import random

import numpy as np


def _dataset():
    # As in Keras, TensorFlow is loaded only when a dataset is made: keras itself does not stand on it.
    return importlib.import_module("tensorflow.data").Dataset


def _sizes(left, right, total):
    """The numbers of elements of both parts, from whole numbers or shares."""
    if left is None and right is None:
        raise ValueError(f"At least one of the `left_size` or `right_size` must be specified. Received: left_size={left} and right_size={right}")
    for name, size in (("left_size", left), ("right_size", right)):
        if size is not None and not isinstance(size, (int, float)):
            raise TypeError(f"Invalid `{name}` Expected: an integer or float or None. Received: type({name})={type(size)}.")
        if isinstance(size, int) and not 0 < size < total or isinstance(size, float) and not 0 < size < 1:
            raise ValueError(
                f"`{name}` should be either a positive integer smaller than {total}, or a float within the range `[0, 1]`. Received: {name}={size}"
            )
    first = None if left is None else round(left * total) if isinstance(left, float) else left
    second = None if right is None else round(right * total) if isinstance(right, float) else right
    first = total - second if first is None else first
    second = total - first if second is None else second
    if first + second > total:
        raise ValueError(f"The sum of `left_size` and `right_size` should be smaller than or equal to the length of the dataset: {total}.")
    return first, second


def split_dataset(dataset, left_size=None, right_size=None, shuffle=False, seed=None, preferred_backend=None):
    """Two datasets: the first elements and the rest (of arrays, lists of arrays or datasets)."""
    if isinstance(dataset, np.ndarray):
        rows = list(dataset)
    elif isinstance(dataset, (list, tuple)):
        rows = list(zip(*dataset)) if all(isinstance(each, np.ndarray) for each in dataset) else list(dataset)
    else:
        rows = list(dataset)
    if shuffle:
        # Python's own generator is seeded, as in Keras.
        random.seed(random.randint(0, 1000000) if seed is None else seed)
        random.shuffle(rows)
    first, second = _sizes(left_size, right_size, len(rows))
    parts = rows[:first], rows[len(rows) - second :]
    return tuple(_of_rows(part) for part in parts)


def _of_rows(rows):
    if isinstance(rows[0], tuple):
        columns = tuple(np.stack([np.asarray(row[i]) for row in rows]) for i in range(len(rows[0])))
        return _dataset().from_tensor_slices(columns).prefetch(-1)
    return _dataset().from_tensor_slices(np.stack([np.asarray(row) for row in rows])).prefetch(-1)


def timeseries_dataset_from_array(
    data, targets, sequence_length, sequence_stride=1, sampling_rate=1, batch_size=128, shuffle=False, seed=None, start_index=None,
    end_index=None,
):  # fmt: skip
    """Batches of windows of a series, with the target of each window's place."""
    data = np.asarray(data)
    for name, value in (("sampling_rate", sampling_rate), ("sequence_stride", sequence_stride)):
        if value <= 0:
            raise ValueError(f"`{name}` must be higher than 0. Received: {name}={value}")
        if value >= len(data):
            raise ValueError(f"`{name}` must be lower than the length of the data. Received: {name}={value}, for data of length {len(data)}")
    start = start_index or 0
    end = len(data) if end_index is None else end_index
    span = (sequence_length - 1) * sampling_rate
    last = end - span if targets is None else min(end - span, start + len(targets))
    begins = np.arange(start, last, sequence_stride)
    if shuffle:
        np.random.RandomState(seed if seed is not None else np.random.randint(1000000)).shuffle(begins)
    taken = [data[b : b + span + 1 : sampling_rate] for b in begins.tolist()]
    windows = np.stack(taken) if taken else np.zeros((0, sequence_length, *data.shape[1:]), data.dtype)
    parts = windows if targets is None else (windows, np.asarray(targets)[begins - start])
    made = _dataset().from_tensor_slices(parts)
    if batch_size is None:
        return made
    batched = (made.shuffle(buffer_size=batch_size * 8, seed=seed) if shuffle else made).batch(batch_size)
    # Windows are cut as they are read, so TensorFlow does not know their length.
    opened = _open(batched.element_spec if targets is None else batched.element_spec[0])
    batched._spec = opened if targets is None else (opened, batched.element_spec[1])
    return batched


def _open(spec):
    return type(spec)([None, None, *spec.shape[2:]], spec.dtype)
