"""Keras 3's behaviour on our torch: `import keras`, or `from tensorflow import keras`."""

from keras.src import backend as _backend  # noqa: F401
from keras.src.backend import KerasTensor, Variable  # noqa: F401
from keras.src.backend.name_scope import name_scope  # noqa: F401

__version__ = "3.12.0"


def version():
    """The Keras version whose behaviour this is."""
    return __version__

from keras import activations, constraints, initializers, losses, ops, optimizers, random, regularizers  # noqa: E402, F401
