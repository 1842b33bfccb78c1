"""Keras 3's behaviour on our torch: `import keras`, or `from tensorflow import keras`."""

import contextlib

from numpy._core import numpy2

from keras.src.backend import KerasTensor, Variable, placing  # noqa: F401
from keras.src.backend.name_scope import name_scope  # noqa: F401

__version__ = "3.15.1"
numpy2.use(True)


def version():
    """The Keras version whose behaviour this is."""
    return __version__


@contextlib.contextmanager
def device(device_name):
    """`with keras.device("cpu:0"):` makes and computes tensors there; without a GPU everything is on the cpu."""
    with placing.on(device_name):
        yield

from keras import activations, constraints, initializers, losses, metrics, ops, optimizers, random, regularizers  # noqa: E402, F401
from keras import applications, backend, config, datasets, mixed_precision, preprocessing  # noqa: E402, F401
from keras.src.initializers import Initializer  # noqa: E402, F401
from keras.src.losses import Loss  # noqa: E402, F401
from keras.src.metrics import Metric  # noqa: E402, F401
from keras.src.optimizers import Optimizer  # noqa: E402, F401
from keras.src.regularizers import Regularizer  # noqa: E402, F401
from keras import callbacks, dtype_policies, layers, models, saving, tree, utils  # noqa: E402, F401
from keras.src.dtype_policies import DTypePolicy, FloatDTypePolicy  # noqa: E402, F401
from keras.src.layers.core.input_layer import Input  # noqa: E402, F401
from keras.src.layers.input_spec import InputSpec  # noqa: E402, F401
from keras.src.layers.layer import Layer  # noqa: E402, F401
from keras.src.models import Functional, Model, Sequential  # noqa: E402, F401
from keras.src.ops.function import Function  # noqa: E402, F401
from keras.src.ops.operation import Operation  # noqa: E402, F401
from keras import _missing  # noqa: E402

_missing.install()
del _missing
