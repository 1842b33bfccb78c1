"""Public names for saving."""

from keras.src.saving.object_registration import (
    CustomObjectScope,
    custom_object_scope,
    get_custom_objects,
    get_registered_name,
    get_registered_object,
    register_keras_serializable,
)
from keras.src.saving.saving_api import load_model, load_weights, save_model, save_weights
from keras.src.saving.serialization_lib import deserialize_keras_object, serialize_keras_object
