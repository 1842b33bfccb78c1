"""What scripts/api-table.mjs runs in our Python: looks up every public name of Keras in our package.

`REFERENCE` stands above this text. Prints what look.py prints: the names that work, those whose call here would refuse parameters of
Keras', and those that are not here. A note is a paragraph `Partly: …` of the docstring.
"""

import importlib
import inspect
import json

import keras
from keras import _missing

problems = []


def find(section, name):
    try:
        return getattr(importlib.import_module(section), name)
    except (AttributeError, ImportError):
        return None


def missing_parameters(value, wanted):
    try:
        have = inspect.signature(value.__init__ if isinstance(value, type) else value).parameters
    except (TypeError, ValueError):
        return []
    kinds = {each.kind for each in have.values()}
    if inspect.Parameter.VAR_POSITIONAL in kinds:
        return []
    # The tensors come by position; what a layer's **kwargs take are the arguments of every layer.
    own = [each for each in wanted[1 if not isinstance(value, type) else 0 :] if each not in have]
    if inspect.Parameter.VAR_KEYWORD in kinds:
        own = [each for each in own if each not in COMMON]
    return own


COMMON = set(
    "name trainable dtype autocast activity_regularizer data_format seed value_range fill_mode fill_value weight_decay clipnorm clipvalue "
    "global_clipnorm use_ema ema_momentum ema_overwrite_frequency loss_scale_factor gradient_accumulation_steps reduction".split()
)


def note_of(value):
    doc = value.__doc__ if isinstance(getattr(value, "__doc__", None), str) else ""
    for paragraph in inspect.cleandoc(doc).split("\n\n"):
        if paragraph.startswith("Partly: "):
            return " ".join(paragraph.split()).removeprefix("Partly: ")
    return ""


found = {}
for section, names in REFERENCE.items():  # noqa: F821  written above this text
    table = found[section] = {"works": [], "partly": [], "none": []}
    for name, wanted in names.items():
        value = find(section, name)
        if value is None:
            instead = _missing.nearest(f"{section}.{name}")
            if instead is None:
                problems.append(f"{section}.{name} is not here: NEAREST in keras/_missing.py needs an entry for it")
            table["none"].append([name, instead])
            continue
        missing = missing_parameters(value, wanted) if callable(value) and wanted else []
        note = note_of(value)
        if note:
            # The note names what is missing.
            missing = []
        if missing or note:
            table["partly"].append([name, missing, note])
        else:
            table["works"].append(name)
print(json.dumps({"found": found, "problems": problems}, ensure_ascii=False))
