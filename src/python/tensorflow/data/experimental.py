"""tf.data.experimental: older names."""

from tensorflow.data.dataset import AUTOTUNE, INFINITE_CARDINALITY, UNKNOWN_CARDINALITY  # noqa: F401


def cardinality(dataset):
    """How many elements a dataset has."""
    return dataset.cardinality()


def enumerate_dataset(start=0):
    """dataset.enumerate as a function to apply."""
    return lambda dataset: dataset.enumerate(start)


def unbatch():
    """dataset.unbatch as a function to apply."""
    return lambda dataset: dataset.unbatch()


def assert_cardinality(expected_cardinality):
    """A function to apply that changes nothing."""
    return lambda dataset: dataset
