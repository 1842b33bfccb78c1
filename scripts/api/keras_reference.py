"""Writes scripts/api/keras-reference.json: the public names of Keras by module, with their parameters. Run it with a Python that has
Keras 3: `python scripts/api/keras_reference.py > scripts/api/keras-reference.json`."""

import importlib
import inspect
import json

MODULES = (
    "keras keras.activations keras.applications keras.backend keras.callbacks keras.config keras.constraints keras.datasets "
    "keras.initializers keras.layers keras.losses keras.metrics keras.mixed_precision keras.models keras.ops keras.optimizers "
    "keras.optimizers.schedules keras.preprocessing.image keras.preprocessing.sequence keras.random keras.regularizers keras.saving "
    "keras.tree keras.utils"
).split()


def parameters(value):
    if isinstance(value, type):
        value = value.__init__
    try:
        found = inspect.signature(value).parameters.values()
    except (TypeError, ValueError):
        return []
    plain = (inspect.Parameter.POSITIONAL_OR_KEYWORD, inspect.Parameter.KEYWORD_ONLY)
    return [each.name for each in found if each.kind in plain and each.name != "self"]


reference = {}
for name in MODULES:
    module = importlib.import_module(name)
    names = [each for each in sorted(dir(module)) if not each.startswith("_") and each != "src"]
    if name == "keras.optimizers":
        names.remove("legacy")
    reference[name] = {
        each: parameters(value) if callable(value) else []
        for each in names
        for value in [getattr(module, each)]
        if not (inspect.ismodule(value) and name == "keras" and f"keras.{each}" in MODULES)
    }
print(json.dumps(reference, separators=(",", ":")))
