"""tf.data."""

from tensorflow.data import experimental  # noqa: F401
from tensorflow.data.dataset import AUTOTUNE, INFINITE_CARDINALITY, UNKNOWN_CARDINALITY, Dataset, Options  # noqa: F401
from tensorflow.data.sources import LineDataset, RecordDataset


def TextLineDataset(filenames, compression_type=None, buffer_size=None, num_parallel_reads=None, name=None):
    """The lines of files, without their ends."""
    return LineDataset(filenames, compression_type)


def TFRecordDataset(filenames, compression_type=None, buffer_size=None, num_parallel_reads=None, name=None):
    """The records of TFRecord files, as bytes."""
    return RecordDataset(filenames, compression_type)
