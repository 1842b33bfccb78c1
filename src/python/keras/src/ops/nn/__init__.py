"""The operations of keras.ops for neural networks."""

from . import activations, conv as _conv, crossentropy
from .activations import *  # noqa: F403
from .conv import *  # noqa: F403
from .crossentropy import *  # noqa: F403

__all__ = [*activations.__all__, *_conv.__all__, *crossentropy.__all__]
