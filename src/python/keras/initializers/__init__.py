"""keras.initializers: how weights begin."""

from keras.src.initializers import *  # noqa: F403
from keras.src.initializers import CLASSES as _CLASSES
from keras.src.utils.naming import to_snake_case as _snake

globals().update((_snake(cls.__name__), cls) for cls in _CLASSES)

IdentityInitializer, OrthogonalInitializer = Identity, Orthogonal  # noqa: F405
