"""What scripts/api-table.mjs runs in our Python: looks up every public name of PyTorch in our package.

`REFERENCE` stands above this text. Prints one JSON object: for each section the names that work, those that work partly (name,
parameters that are missing, note) and those that are not here (name, the nearest thing that works), and a list of problems.
A note is a paragraph `Partly: …` of the docstring; a function that does nothing but say so is not here.
"""

import ast
import importlib
import inspect
import json
import re
import textwrap
import types

import torch
from torch import _missing


def find(section, name):
    """The object, or None; our modules load when they are asked for, like PyTorch's."""
    owner = torch.Tensor if section == "torch.Tensor" else module(section)
    if owner is None:
        return None
    try:
        return getattr(owner, name)
    except AttributeError:
        return None


def module(name):
    try:
        return importlib.import_module(name)
    except ImportError:
        return None


def note_of(value):
    doc = value.__doc__ if isinstance(getattr(value, "__doc__", None), str) else ""
    own = not isinstance(value, type) or "__doc__" in vars(value)
    text = inspect.cleandoc(doc).split("\n\n") if own else []
    for paragraph in text:
        if paragraph.startswith("Partly: "):
            return " ".join(paragraph.split()).removeprefix("Partly: ")
    return note_of_function(value) if isinstance(value, type) and issubclass(value, torch.nn.Module) else ""


def note_of_function(module_class):
    """A module can do what its function can: nn.MaxPool3d what F.max_pool3d can, and what its forward calls as `F.NAME(…)`."""
    names = [re.sub(r"(?<=[a-z])(?=[A-Z])", "_", module_class.__name__).lower()]
    forward = vars(module_class).get("forward")
    if forward is not None:
        names += re.findall(r"\bF\.(\w+)\(", inspect.getsource(forward))
    for name in names:
        note = note_of(getattr(torch.nn.functional, name, None))
        if note:
            return note
    return ""


def refusals(value):
    """0: never says that something is not here; 1: in some case; 2: it does nothing else."""
    value = inspect.unwrap(value) if callable(value) else value
    if not isinstance(value, types.FunctionType):
        return 0
    try:
        function = ast.parse(textwrap.dedent(inspect.getsource(value))).body[0]
    except (OSError, TypeError, SyntaxError, IndentationError):
        return 0
    if not isinstance(function, ast.FunctionDef):
        return 0
    body = [each for each in function.body if not (isinstance(each, ast.Expr) and isinstance(each.value, ast.Constant))]
    if len(body) == 1 and refuses(body[0]):
        return 2
    return int(any(refuses(each) for each in ast.walk(function)))


def refuses(statement):
    """Whether it raises one of our own NotImplementedErrors; PyTorch has some too, which do not say "not here"."""
    if not isinstance(statement, ast.Raise) or not isinstance(statement.exc, ast.Call):
        return False
    raised = statement.exc.func
    return isinstance(raised, ast.Name) and raised.id == "NotImplementedError" and "not here" in ast.unparse(statement)


def missing_parameters(value, wanted):
    """Parameters of PyTorch's that a call here would refuse. Only names count: positions and defaults are for tests."""
    if not wanted:
        return []
    if isinstance(value, type):
        value = value.__init__
    try:
        have = inspect.signature(value).parameters
    except (TypeError, ValueError):
        return []
    if any(each.kind is each.VAR_KEYWORD for each in have.values()):
        return []
    gathered = any(each.kind is each.VAR_POSITIONAL for each in have.values())
    by_name = [each for each in wanted if each not in have and each not in FIRST]
    return [each for each in by_name if not gathered or each in KEYWORDS]


# The tensor itself and the sizes come by position; their names differ between PyTorch's own versions.
FIRST = set(
    "input self tensor tensors size other x obj data sizes dims batch1 batch2 mat mat2 vec vec1 vec2 tensor2 Tensor A value divisor "
    "exponent ndarray shape values y dividend indices axis0 axis1 from b dimension callable split_size split_size_or_sections".split()
)
# After *sizes or *tensors only these can be given by name.
KEYWORDS = {"out", "dtype", "device", "layout", "requires_grad", "generator", "pin_memory", "memory_format"}

problems = []


def look(section, name, wanted):
    """Status, missing parameters and note of one name."""
    value = find(section, name)
    # A tensor's gradient is None on the class, too.
    if value is None and (section, name) not in (("torch", "newaxis"), ("torch.Tensor", "grad")):
        return "none", [], ""
    level = refusals(value)
    if isinstance(value, type):
        level = max(refusals(vars(value).get(each)) for each in ("__init__", "__new__", "forward"))
    if level == 2:
        return "none", [], ""
    note = note_of(value)
    missing = missing_parameters(value, wanted) if callable(value) else []
    if level == 1 and not note:
        problems.append(f"{section}.{name} says that something is not here: its docstring needs a paragraph 'Partly: …'")
    return "partly" if note or missing else "works", missing, note


found = {}
for section, names in REFERENCE.items():  # noqa: F821  written above this text
    table = found[section] = {"works": [], "partly": [], "none": []}
    for name, wanted in names.items():
        status, missing, note = look(section, name, wanted)
        table[status].append(name if status != "partly" else [name, missing, note])
_missing.NAMES.update({section: " ".join(table["none"]) for section, table in found.items()})
for section, table in found.items():
    for index, name in enumerate(table["none"]):
        instead = _missing.nearest(f"{section}.{name}")
        if instead is None:
            problems.append(f"{section}.{name} is not here: NEAREST in torch/_missing.py needs an entry for it")
        table["none"][index] = [name, instead]
print(json.dumps({"found": found, "problems": problems}, ensure_ascii=False))
