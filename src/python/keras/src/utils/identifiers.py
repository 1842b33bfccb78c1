"""How a string, a config or an object names an object: the `get`, `serialize` and `deserialize` of losses, metrics, optimizers,
initializers and so on."""

import inspect


def lookup(what, objects, by_config=True, instantiate=True):
    """get(), serialize() and deserialize() for a kind of objects.

    by_config: strings go through deserialize (as initializers do), else through the table alone. instantiate: classes are called.
    """

    def serialize(obj):
        """The object's config."""
        from keras.src.saving import serialization_lib

        return serialization_lib.serialize_keras_object(obj)

    def deserialize(config, custom_objects=None):
        """The object of a config."""
        from keras.src.saving import serialization_lib

        return serialization_lib.deserialize_keras_object(config, module_objects=objects, custom_objects=custom_objects)

    def get(identifier):
        """The object that a string, a config, a class or an object stands for."""
        if identifier is None:
            return None
        if isinstance(identifier, dict):
            found = deserialize(identifier)
        elif isinstance(identifier, str):
            found = custom(identifier) or objects.get(identifier)
        else:
            found = identifier
        if not callable(found):
            raise ValueError(f"Could not interpret {what} identifier: {identifier}")
        return found() if instantiate and inspect.isclass(found) else found

    def custom(name):
        from keras.src.saving import object_registration

        return object_registration.get_registered_object(name, module_objects=None) if by_config else None

    return get, serialize, deserialize
