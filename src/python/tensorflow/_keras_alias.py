"""tensorflow.keras is keras: every import of tensorflow.keras.X gives the module keras.X itself."""

import importlib
import importlib.abc
import importlib.util
import sys

_PREFIXES = ("tensorflow.keras", "tensorflow.python.keras")


class KerasAlias(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Finds tensorflow.keras.X where keras.X exists."""

    def find_spec(self, name, path=None, target=None):
        real = _real_name(name)
        if real is None:
            return None
        try:
            found = importlib.util.find_spec(real)
        except (ModuleNotFoundError, ValueError):
            found = None
        return None if found is None else importlib.util.spec_from_loader(name, self)

    def create_module(self, spec):
        module = importlib.import_module(_real_name(spec.name))
        self._specs = {spec.name: module.__spec__}
        return module

    def exec_module(self, module):
        # The import system has just given the module the alias' spec; it keeps its own.
        for original in self._specs.values():
            module.__spec__ = original


def _real_name(name):
    for prefix in _PREFIXES:
        if name == prefix or name.startswith(prefix + "."):
            return "keras" + name[len(prefix) :]
    return None


def install():
    """Registers the finder once."""
    if not any(isinstance(finder, KerasAlias) for finder in sys.meta_path):
        sys.meta_path.insert(0, KerasAlias())
