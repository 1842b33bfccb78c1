"""Names under which classes and functions of the user are found when a config is read."""

import inspect

from keras.src.backend import global_state

_GLOBAL_OBJECTS = {}
_GLOBAL_NAMES = {}


class CustomObjectScope:
    """Within it these names stand for these objects.

    Args:
        custom_objects: dict from name to class or function.
    """

    def __init__(self, custom_objects):
        self.custom_objects = custom_objects or {}

    def __enter__(self):
        self.backup = dict(scope_objects())
        global_state.set_global_attribute("custom_objects_scope_dict", {**self.backup, **self.custom_objects})
        return self

    def __exit__(self, *args):
        global_state.set_global_attribute("custom_objects_scope_dict", self.backup)


custom_object_scope = CustomObjectScope


def scope_objects():
    """The names that the open scopes give."""
    return global_state.get_global_attribute("custom_objects_scope_dict") or {}


def get_custom_objects():
    """The registered names, as a dict that may be changed."""
    return _GLOBAL_OBJECTS


def register_keras_serializable(package="Custom", name=None):
    """A decorator that registers a class or function under `package>name`."""

    def decorator(arg):
        class_name = name if name is not None else arg.__name__
        registered_name = package + ">" + class_name
        if inspect.isclass(arg) and not hasattr(arg, "get_config"):
            raise ValueError("Cannot register a class that does not have a get_config() method.")
        _GLOBAL_OBJECTS[registered_name] = arg
        _GLOBAL_NAMES[arg] = registered_name
        return arg

    return decorator


def get_registered_name(obj):
    """The registered name of a class or function, or its own."""
    return _GLOBAL_NAMES.get(obj) or obj.__name__


def get_registered_object(name, custom_objects=None, module_objects=None):
    """The class or function of a registered name, or None."""
    for names in (scope_objects(), _GLOBAL_OBJECTS, custom_objects, module_objects):
        if names and name in names:
            return names[name]
    return None
