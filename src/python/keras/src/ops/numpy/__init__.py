"""The operations of keras.ops that NumPy has too."""

from . import create, elementwise, reduce, shape
from .create import *  # noqa: F403
from .elementwise import *  # noqa: F403
from .reduce import *  # noqa: F403
from .shape import *  # noqa: F403

__all__ = [*create.__all__, *elementwise.__all__, *reduce.__all__, *shape.__all__]
