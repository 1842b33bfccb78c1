"""tf.data."""

from tensorflow.data import experimental  # noqa: F401
from tensorflow.data.dataset import AUTOTUNE, INFINITE_CARDINALITY, UNKNOWN_CARDINALITY, Dataset, Options  # noqa: F401


def TextLineDataset(filenames, compression_type=None, buffer_size=None, num_parallel_reads=None, name=None):
    """The lines of files, without their ends."""
    from keras.src.backend import string_tensor

    names, lines = string_tensor(filenames)._strings, []
    for each in names.reshape(-1).tolist() if names.shape else [names.tolist()]:
        with open(each.decode(), "rb") as file:
            lines += file.read().splitlines()
    return Dataset.from_tensor_slices(lines)
