"""keras.utils.normalize and to_categorical."""

import numpy as np

from keras.src import backend, ops


def normalize(x, axis=-1, order=2):
    """The array divided by its norms along an axis."""
    if not isinstance(x, np.ndarray):
        return ops.normalize(x, axis=axis, order=order)
    norm = np.atleast_1d(np.linalg.norm(x, order, axis))
    norm[norm == 0] = 1
    # Keras takes axis 0 for the last one here: its rows are divided by the norms of the columns.
    return x / np.expand_dims(norm, axis or -1)


def to_categorical(x, num_classes=None):
    """One-hot rows of class numbers, as a NumPy array of float64 (a tensor for a tensor)."""
    if backend.is_tensor(x):
        if num_classes is None:
            raise ValueError("Attempt to convert a value (None) with an unsupported type (<class 'NoneType'>) to a Tensor.")
        shape = tuple(x.shape)
        if len(shape) > 1 and shape[-1] == 1:
            x = ops.reshape(x, shape[:-1])
        return ops.one_hot(x, num_classes)
    x = np.array(x, dtype="int64")
    shape = x.shape
    if shape and shape[-1] == 1 and len(shape) > 1:
        shape = tuple(shape[:-1])
    x = x.reshape(-1)
    if not num_classes:
        num_classes = int(np.max(x)) + 1
    codes = np.zeros((x.shape[0], num_classes))
    codes[np.arange(x.shape[0]), x] = 1
    return np.reshape(codes, (*shape, num_classes))
