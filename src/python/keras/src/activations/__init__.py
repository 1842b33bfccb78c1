"""keras.activations, and activations by name."""

import types

from keras.src.activations import activations as _all
from keras.src.activations.activations import *  # noqa: F403
from keras.src.utils.identifiers import lookup

_NAMES = (
    "celu", "elu", "exponential", "gelu", "glu", "hard_shrink", "hard_sigmoid", "hard_silu", "hard_tanh", "leaky_relu", "linear", "log_sigmoid",
    "log_softmax", "mish", "relu", "relu6", "selu", "sigmoid", "silu", "soft_shrink", "softmax", "softplus", "softsign", "sparse_plus", "sparse_sigmoid",
    "sparsemax", "squareplus", "tanh", "tanh_shrink", "threshold",
)  # fmt: skip
ALL_OBJECTS_DICT = {name: getattr(_all, name) for name in _NAMES}
ALL_OBJECTS_DICT.update(swish=_all.silu, hard_swish=_all.hard_silu)
swish, hard_swish = _all.silu, _all.hard_silu
_get, _serialize, deserialize = lookup("activation function", ALL_OBJECTS_DICT)


def serialize(activation):
    """The name of an activation of keras, the config of another one."""
    if isinstance(activation, types.FunctionType) and ALL_OBJECTS_DICT.get(activation.__name__) is activation:
        return activation.__name__
    return _serialize(activation)


def get(identifier):
    """The activation that a string, a config or a function stands for; None gives the linear one."""
    return _all.linear if identifier is None else _get(identifier)


__all__ = [*_NAMES, "swish", "hard_swish", "get", "serialize", "deserialize"]
