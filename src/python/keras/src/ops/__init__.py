"""keras.ops, part by part; `from keras.src import ops` gives all of them."""

from . import core, image, linalg, math, nn, numpy  # noqa: F401
from .core import *  # noqa: F403
from .linalg import *  # noqa: F403
from .math import *  # noqa: F403
from .nn import *  # noqa: F403
from .numpy import *  # noqa: F403

__all__ = sorted({*core.__all__, *linalg.__all__, *math.__all__, *nn.__all__, *numpy.__all__})
