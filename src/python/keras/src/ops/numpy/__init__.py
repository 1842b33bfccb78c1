"""The operations of keras.ops that NumPy has too."""

from . import create, elementwise, join, more, products, rarer, reduce, shape
from .create import *  # noqa: F403
from .elementwise import *  # noqa: F403
from .join import *  # noqa: F403
from .more import *  # noqa: F403
from .products import *  # noqa: F403
from .rarer import *  # noqa: F403
from .reduce import *  # noqa: F403
from .shape import *  # noqa: F403

__all__ = [
    name for part in (create, elementwise, join, more, products, rarer, reduce, shape) for name in part.__all__
]
