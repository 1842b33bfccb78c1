"""keras.optimizers, part by part, and optimizers by name."""

from keras.src.optimizers import schedules  # noqa: F401
from keras.src.optimizers.adadelta import Adadelta
from keras.src.optimizers.adafactor import Adafactor
from keras.src.optimizers.adagrad import Adagrad
from keras.src.optimizers.adam import Adam
from keras.src.optimizers.adamax import Adamax
from keras.src.optimizers.adamw import AdamW
from keras.src.optimizers.ftrl import Ftrl
from keras.src.optimizers.lamb import Lamb
from keras.src.optimizers.lion import Lion
from keras.src.optimizers.loss_scale_optimizer import LossScaleOptimizer
from keras.src.optimizers.muon import Muon
from keras.src.optimizers.nadam import Nadam
from keras.src.optimizers.optimizer import Optimizer
from keras.src.optimizers.rmsprop import RMSprop
from keras.src.optimizers.sgd import SGD

_CLASSES = (
    Optimizer, Adam, SGD, RMSprop, Adadelta, AdamW, Adagrad, Adamax, Adafactor, Nadam, Ftrl, Lion, Lamb, LossScaleOptimizer, Muon,
)  # fmt: skip
ALL_OBJECTS_DICT = {cls.__name__.lower(): cls for cls in _CLASSES}


def serialize(optimizer):
    """The optimizer's config."""
    from keras.src.saving import serialization_lib

    return serialization_lib.serialize_keras_object(optimizer)


def deserialize(config, custom_objects=None):
    """The optimizer of a config; class names in any case."""
    from keras.src.saving import serialization_lib

    config = dict(config)
    if config["class_name"].lower() in ALL_OBJECTS_DICT:
        config["class_name"] = ALL_OBJECTS_DICT[config["class_name"].lower()].__name__
    known = {cls.__name__: cls for cls in _CLASSES}
    return serialization_lib.deserialize_keras_object(config, module_objects=known, custom_objects=custom_objects)


def get(identifier):
    """The optimizer that a name, a config or an optimizer stands for."""
    if identifier is None:
        return None
    found = identifier
    if isinstance(identifier, dict):
        found = deserialize(identifier)
    elif isinstance(identifier, str):
        found = _by_name(identifier)
    if isinstance(found, Optimizer):
        return found
    raise ValueError(f"Could not interpret optimizer identifier: {identifier}")


def _by_name(name):
    from keras.src.saving import object_registration

    found = ALL_OBJECTS_DICT.get(name.lower()) or object_registration.get_registered_object(name)
    return None if found is None else found()


__all__ = [*(cls.__name__ for cls in _CLASSES), "get", "serialize", "deserialize", "schedules"]
