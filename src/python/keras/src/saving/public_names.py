"""Which public module a class or function of Keras is written under in a config, and back."""

import importlib

from keras.src.utils.naming import to_snake_case

_MODULES = (
    "keras.initializers",
    "keras.regularizers",
    "keras.constraints",
    "keras.metrics",
    "keras.losses",
    "keras.optimizers",
    "keras.optimizers.schedules",
    "keras.activations",
    "keras.random",
)
_TOP_LEVEL = ("Sequential", "Model", "DTypePolicy", "Variable", "KerasTensor", "Function", "Operation")
_names = {}


def public_name(symbol):
    """(module, name) of a class or function of Keras, or None."""
    if getattr(symbol, "__module__", "").startswith("keras.src.layers."):
        from keras.src.layers import HOME_OF

        return ("keras.layers", symbol.__name__) if symbol.__name__ in HOME_OF else None
    if not _names:
        _fill()
    try:
        return _names.get(symbol)
    except TypeError:
        return None


def _fill():
    top = importlib.import_module("keras")
    for name in _TOP_LEVEL:
        if hasattr(top, name):
            _names[getattr(top, name)] = ("keras", name)
    for module_name in _MODULES:
        try:
            module = importlib.import_module(module_name)
        except ImportError:
            continue
        for name, symbol in vars(module).items():
            own = getattr(symbol, "__module__", None) or ""
            if callable(symbol) and own.startswith("keras.") and getattr(symbol, "__name__", None) == name:
                _names.setdefault(symbol, (module_name, name))


def find(module_name, name):
    """The object of a name in a module of Keras, or None."""
    try:
        module = importlib.import_module(module_name)
    except ImportError:
        return None
    found = getattr(module, name, None)
    if found is None and module_name.startswith("keras.src.ops"):
        # The Operation of a function of keras.ops, such as NotEqual, is kept by the function.
        function = getattr(importlib.import_module("keras.src.ops"), to_snake_case(name), None)
        found = getattr(function, "operation", None)
    return found
