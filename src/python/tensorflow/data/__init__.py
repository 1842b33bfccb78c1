"""tf.data."""

from tensorflow.data import experimental  # noqa: F401
from tensorflow.data.dataset import AUTOTUNE, INFINITE_CARDINALITY, UNKNOWN_CARDINALITY, Dataset, Options  # noqa: F401
