"""Public names of the layers."""

from keras.src.layers import HOME_OF as _HOME_OF
from keras.src.layers import load as _load

__all__ = [*_HOME_OF, "deserialize", "serialize"]


def serialize(layer):
    """A layer as a config."""
    from keras.src.saving import serialization_lib

    return serialization_lib.serialize_keras_object(layer)


def deserialize(config, custom_objects=None):
    """A layer from a config."""
    from keras.src.saving import serialization_lib

    return serialization_lib.deserialize_keras_object(config, custom_objects=custom_objects)


def __getattr__(name):
    if name in _HOME_OF:
        found = globals()[name] = _load(name)
        return found
    raise AttributeError(f"module 'keras.layers' has no attribute {name!r}")


def __dir__():
    return sorted(__all__)
