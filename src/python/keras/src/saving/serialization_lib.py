"""Objects as JSON-able configs and back: {"module", "class_name", "config", "registered_name"}."""

import base64
import inspect
import marshal
import types
import warnings

import numpy as np

from keras.src.backend import global_state
from keras.src.backend.keras_tensor import KerasTensor
from keras.src.saving import object_registration, public_names

_PLAIN = (str, int, float, bool)
_FUNCTION_MODULES = ("activations", "constraints", "initializers", "losses", "metrics", "optimizers", "regularizers")


class SerializableDict:
    """A dict of arguments that can be serialized later."""

    def __init__(self, **config):
        self.config = config

    def serialize(self):
        """The dict with all values as configs."""
        return serialize_keras_object(self.config)


class SafeModeScope:
    """Within it lambdas are, or aren't, revived from files."""

    def __init__(self, safe_mode=True):
        self.safe_mode = safe_mode

    def __enter__(self):
        self.before = in_safe_mode()
        global_state.set_global_attribute("safe_mode_saving", self.safe_mode)

    def __exit__(self, *args):
        global_state.set_global_attribute("safe_mode_saving", self.before)


def enable_unsafe_deserialization():
    """Allows lambdas in files for the rest of the session."""
    global_state.set_global_attribute("safe_mode_saving", False)


def in_safe_mode():
    """True, False, or None where nothing was said."""
    return global_state.get_global_attribute("safe_mode_saving")


class ObjectSharingScope:
    """Within it one object that several configs mention is revived once."""

    def __enter__(self):
        global_state.set_global_attribute("shared_objects", {})

    def __exit__(self, *args):
        global_state.set_global_attribute("shared_objects", None)


def _special(class_name, **config):
    return {"class_name": class_name, "config": config}


def serialize_keras_object(obj):
    """A config of a layer, loss, function, tensor, … or of a structure of them."""
    from keras.src import backend

    if obj is None or isinstance(obj, _PLAIN):
        return obj
    if isinstance(obj, tuple):
        return tuple(serialize_keras_object(x) for x in obj)
    if isinstance(obj, list):
        return [serialize_keras_object(x) for x in obj]
    if isinstance(obj, dict):
        return serialize_dict(obj)
    if isinstance(obj, bytes):
        return _special("__bytes__", value=obj.decode("utf-8"))
    if isinstance(obj, slice):
        parts = {part: serialize_keras_object(getattr(obj, part)) for part in ("start", "stop", "step")}
        return _special("__slice__", **parts)
    if obj is Ellipsis:
        return _special("__ellipsis__")
    if isinstance(obj, KerasTensor):
        history = getattr(obj, "_keras_history", None)
        if history:
            history = [history[0].name, history[1], history[2]]
        return _special("__keras_tensor__", shape=obj.shape, dtype=obj.dtype, keras_history=history)
    if backend.is_tensor(obj):
        return _special("__tensor__", value=np.asarray(obj).tolist(), dtype=backend.standardize_dtype(obj.dtype))
    if isinstance(obj, np.ndarray) and obj.ndim > 0:
        return _special("__numpy__", value=obj.tolist(), dtype=backend.standardize_dtype(obj.dtype))
    if isinstance(obj, (np.generic, np.ndarray)):
        return obj.item()
    if type(obj).__name__ == "DType" and hasattr(obj, "name"):
        return obj.name
    if isinstance(obj, types.FunctionType) and obj.__name__ == "<lambda>":
        return _serialize_lambda(obj)

    config = _class_or_function_config(obj)
    if hasattr(obj, "get_build_config"):
        build_config = obj.get_build_config()
        if build_config is not None:
            config["build_config"] = serialize_dict(build_config)
    if hasattr(obj, "get_compile_config"):
        compile_config = obj.get_compile_config()
        if compile_config is not None:
            config["compile_config"] = serialize_dict(compile_config)
    if config["module"] == "__main__":
        # A class of the user's program is found by its name, not by the program's.
        config["module"] = None
    return config


def _serialize_lambda(function):
    try:
        source = inspect.getsource(function)
    except OSError:
        source = "<lambda>"
    warnings.warn(
        "The object being serialized includes a `lambda`. This is unsafe. In order to reload the object, you will have to "
        "pass `safe_mode=False` to the loading function. Please avoid using `lambda` in the future, and use named Python "
        f"functions instead. This is the `lambda` being serialized: {source}",
        stacklevel=3,
    )
    closure = None
    if function.__closure__:
        closure = tuple(cell.cell_contents for cell in function.__closure__)
    code = base64.b64encode(marshal.dumps(function.__code__)).decode("ascii")
    return _special("__lambda__", value=[code, function.__defaults__, closure])


def _revive_lambda(value):
    code, defaults, closure = value
    code = marshal.loads(base64.b64decode(code))
    cells = tuple(types.CellType(content) for content in closure) if closure else None
    from keras.src import backend

    names = {"np": np, "numpy": np, "backend": backend, "__builtins__": __builtins__}
    import sys

    names.update(vars(sys.modules["__main__"]))
    return types.FunctionType(code, names, "<lambda>", tuple(defaults) if defaults else None, cells)


def _class_or_function_config(obj):
    if isinstance(obj, (types.FunctionType, types.BuiltinFunctionType)):
        name = object_registration.get_registered_name(obj)
        return {"module": "builtins", "class_name": "function", "config": name, "registered_name": "function"}
    if isinstance(obj, type):
        name = object_registration.get_registered_name(obj)
        return {"module": "builtins", "class_name": "type", "config": name, "registered_name": name}
    if not hasattr(obj, "get_config"):
        raise TypeError(
            f"Cannot serialize object {obj} of type {type(obj)}. To be serializable, a class must implement the "
            "`get_config()` method."
        )
    inner = obj.get_config()
    if not isinstance(inner, dict):
        raise TypeError(f"The `get_config()` method of {obj} should return a dict. It returned: {inner}")
    inner = serialize_dict(inner)
    cls = type(obj)
    public = public_names.public_name(cls)
    if public is not None:
        return {"module": public[0], "class_name": public[1], "config": inner, "registered_name": None}
    return {
        "module": cls.__module__,
        "class_name": cls.__name__,
        "config": inner,
        "registered_name": object_registration.get_registered_name(cls),
    }


def serialize_dict(obj):
    """A dict with its values as configs."""
    return {key: serialize_keras_object(value) for key, value in obj.items()}


def deserialize_keras_object(config, custom_objects=None, safe_mode=True, **kwargs):
    """What serialize_keras_object() wrote, revived.

    Args:
        custom_objects: dict from name to class or function of the user.
        safe_mode: refuse lambdas.
        module_objects: dict of the names that a bare string may stand for.
    """
    scope_safe = in_safe_mode()
    safe_mode = scope_safe if scope_safe is not None else safe_mode
    module_objects = kwargs.pop("module_objects", None)
    names = {
        **(custom_objects or {}),
        **object_registration.scope_objects(),
        **object_registration.get_custom_objects(),
    }

    def revive(value):
        return deserialize_keras_object(value, custom_objects=names, safe_mode=safe_mode)

    if config is None:
        return None
    if isinstance(config, str):
        if config in names:
            return names[config]
        if module_objects is not None and config in module_objects:
            found = module_objects[config]
            if isinstance(found, type):
                return found()
            home = public_names.public_name(found)
            if home is not None and home[1] != config:
                # Keras revives functions by the names that they have in its modules; short names aren't among them.
                raise ValueError(
                    f"Could not deserialize '{home[0]}.{config}' because it is not a KerasSaveable subclass"
                )
            return found
        return config
    if isinstance(config, (list, tuple)):
        return [revive(x) for x in config]
    if isinstance(config, _PLAIN):
        return config
    if not isinstance(config, dict):
        raise TypeError(f"Could not parse config: {config}")
    if "class_name" not in config or "config" not in config:
        if module_objects is not None:
            raise ValueError(f"Unknown `config` as a `dict`, config={config}")
        return {key: revive(value) for key, value in config.items()}

    class_name = config["class_name"]
    inner = config["config"] if config["config"] is not None else {}
    special = _SPECIAL.get(class_name)
    if special is not None:
        return special(inner, revive)
    if class_name == "__lambda__":
        if safe_mode:
            raise ValueError(
                "Requested the deserialization of a Python lambda. This carries a potential risk of arbitrary code execution "
                "and thus it is disallowed by default. If you trust the source of the artifact, you can override this error "
                "by passing `safe_mode=False` to the loading function, or calling "
                "`keras.config.enable_unsafe_deserialization()."
            )
        return _revive_lambda(inner["value"])
    if class_name == "function":
        return _retrieve(inner, config.get("registered_name", inner), config.get("module"), "function", config, names)
    if not isinstance(inner, dict):
        raise TypeError(
            f"Expected 'config' to be a dict for {class_name},\ninstead got {type(inner)}\nFull config: {config}"
        )
    module = config.get("module")
    cls = None
    if module_objects is not None and "module" not in config:
        cls = names.get(class_name) or module_objects.get(class_name)
    if cls is None:
        cls = _retrieve(class_name, config.get("registered_name", class_name), module, "class", config, names)
    if isinstance(cls, types.FunctionType):
        return cls
    if not hasattr(cls, "from_config"):
        raise TypeError(
            f"Unable to reconstruct an instance of '{class_name}' because the class is missing a `from_config()` method. "
            f"Full object config: {config}"
        )
    return _instance(cls, inner, config, names, safe_mode)


def _instance(cls, inner, config, names, safe_mode):
    with object_registration.CustomObjectScope(names), SafeModeScope(safe_mode):
        try:
            instance = cls.from_config(inner)
        except TypeError as error:
            raise TypeError(
                f"{cls} could not be deserialized properly. Please ensure that components that are Python object instances "
                "(layers, models, etc.) returned by `get_config()` are explicitly deserialized in the model's "
                f"`from_config()` method.\n\nconfig={config}.\n\nException encountered: {error}"
            ) from error
        build_config = config.get("build_config")
        if build_config and not instance.built:
            instance.build_from_config(build_config)
            instance.built = True
        compile_config = config.get("compile_config")
        if compile_config:
            instance.compile_from_config(compile_config)
            instance.compiled = True
    return instance


def _revived_keras_tensor(inner, revive):
    tensor = KerasTensor(inner["shape"], dtype=inner["dtype"])
    tensor._pre_serialization_keras_history = inner["keras_history"]
    return tensor


def _revived_tensor(inner, revive):
    from keras.src import backend

    return backend.convert_to_tensor(inner["value"], dtype=inner["dtype"])


_SPECIAL = {
    "__keras_tensor__": _revived_keras_tensor,
    "__tensor__": _revived_tensor,
    "__numpy__": lambda inner, revive: np.array(inner["value"], dtype=inner["dtype"]),
    "__bytes__": lambda inner, revive: inner["value"].encode("utf-8"),
    "__ellipsis__": lambda inner, revive: Ellipsis,
    "__slice__": lambda inner, revive: slice(revive(inner["start"]), revive(inner["stop"]), revive(inner["step"])),
}


def _retrieve(name, registered_name, module, kind, full_config, names):
    own = names.get(name if kind == "function" else registered_name) or names.get(name)
    if own is not None:
        return own
    if module:
        if module == "keras" or module.startswith("keras."):
            found = public_names.find(module, name)
            if found is not None:
                return found
            if kind == "class" and module != "keras.src" and not module.startswith("keras.src."):
                raise ValueError(
                    f"Could not deserialize '{module}.{name}' because it is not a KerasSaveable subclass"
                )
        if kind == "function" and module == "builtins":
            for part in _FUNCTION_MODULES:
                found = public_names.find(f"keras.{part}", name)
                if found is not None:
                    return found
    raise TypeError(
        f"Could not locate {kind} '{name}'. Make sure custom classes and functions are decorated with "
        "`@keras.saving.register_keras_serializable()`. If they are already decorated, make sure they are all imported so "
        f"that the decorator is run before trying to load them. Full object config: {full_config}"
    )
