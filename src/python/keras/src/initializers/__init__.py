"""keras.initializers, part by part, and initializers by name."""

import numpy

from keras.src import backend
from keras.src.initializers.constant_initializers import Constant, Identity, Ones, Zeros
from keras.src.initializers.initializer import Initializer
from keras.src.initializers.random_initializers import (
    GlorotNormal, GlorotUniform, HeNormal, HeUniform, LecunNormal, LecunUniform, Orthogonal, RandomNormal, RandomUniform, TruncatedNormal,
    VarianceScaling,
)  # fmt: skip
from keras.src.utils.identifiers import lookup
from keras.src.utils.naming import to_snake_case

CLASSES = (
    Initializer, Constant, Identity, Ones, Zeros, GlorotNormal, GlorotUniform, HeNormal, HeUniform, LecunNormal, LecunUniform, Orthogonal,
    RandomNormal, RandomUniform, TruncatedNormal, VarianceScaling,
)  # fmt: skip
ALL_OBJECTS_DICT = {cls.__name__: cls for cls in CLASSES}
ALL_OBJECTS_DICT.update({to_snake_case(cls.__name__): cls for cls in CLASSES})
ALL_OBJECTS_DICT.update(
    IdentityInitializer=Identity, OrthogonalInitializer=Orthogonal, normal=RandomNormal, uniform=RandomUniform, one=Ones, zero=Zeros
)
_get, serialize, deserialize = lookup("initializer", ALL_OBJECTS_DICT)


def get(identifier):
    """The initializer that a string, a config, a class, a function or a tensor stands for."""
    if not (backend.is_tensor(identifier) or isinstance(identifier, (numpy.generic, numpy.ndarray))):
        return _get(identifier)

    def initialize_fn(shape, dtype=None):
        if tuple(shape) != tuple(identifier.shape):
            raise ValueError(f"Expected `shape` to be {identifier.shape} for direct tensor as initializer. Received shape={shape}")
        return backend.cast(identifier, backend.standardize_dtype(dtype))

    return initialize_fn


__all__ = [*(cls.__name__ for cls in CLASSES), "get", "serialize", "deserialize"]
