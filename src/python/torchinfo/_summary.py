"""summary(): runs the model once with hooks on all its modules and makes a row of every call."""

import warnings

import torch

from torchinfo._rows import Row
from torchinfo._table import ModelStatistics, Table

_COLUMNS = ("kernel_size", "input_size", "output_size", "num_params", "params_percent", "mult_adds", "trainable")
_ROWS = ("depth", "var_names", "ascii_only", "hide_recursive_layers")


def summary(
    model, input_size=None, input_data=None, batch_dim=None, cache_forward_pass=None, col_names=None, col_width=25, depth=3, device=None,
    dtypes=None, mode=None, row_settings=None, verbose=None, **kwargs,
):  # fmt: skip
    """A table of the model's layers; with input_size=(batch, …) or input_data=tensor also of output shapes and sizes.

    verbose=0 prints nothing (the result is the table), 2 also shows the weights. Other arguments go to model.forward().
    """
    given = input_data is not None or input_size is not None
    columns = ("output_size", "num_params") if given else ("num_params",)
    columns = columns if col_names is None else tuple(_checked(each, _COLUMNS, "ColumnSettings") for each in col_names)
    rows = {"depth"} if row_settings is None else {_checked(each, _ROWS, "RowSettings") for each in row_settings}
    mode = "eval" if mode is None else _checked(mode, ("train", "eval", "same"), "Mode")
    verbose = 1 if verbose is None else verbose
    _check(input_data, input_size, columns, col_width, verbose)
    if device is None and input_data is None:
        device = next((each.device for each in model.parameters()), torch.device("cpu"))
    inputs, sizes = _inputs(input_data, input_size, batch_dim, dtypes, device)
    found = _structure(model) if inputs is None else _run(model, inputs, batch_dim, device, mode, kwargs)
    result = ModelStatistics(found, sizes, _bytes_of(inputs), Table(depth, verbose, columns, col_width, rows))
    if verbose > 0:
        print(result)
        result.shown = True
    return result


def _checked(name, known, group):
    if str(name) not in known:
        raise ValueError(f"{name!r} is not a valid {group}")
    return str(name)


def _check(input_data, input_size, columns, col_width, verbose):
    if col_width <= 0:
        raise ValueError(f"Column width must be greater than 0: col_width={col_width}")
    if verbose not in (0, 1, 2):
        raise ValueError("Verbose must be either 0 (quiet), 1 (default), or 2 (verbose).")
    if input_data is not None and input_size is not None:
        raise RuntimeError("Only one of (input_data, input_size) should be specified.")
    wanting = set(columns) & {"input_size", "output_size", "mult_adds"}
    if input_data is None and input_size is None and wanting:
        raise ValueError(f"You must pass input_data or input_size in order to use columns: {wanting}")


def _flat(sizes):
    for each in sizes:
        yield from _flat(each) if isinstance(each, (list, tuple)) else (each,)


def _inputs(input_data, input_size, batch_dim, dtypes, device):
    """The arguments of the model (a list or a dictionary, or None) and their sizes."""
    if input_data is not None:
        data = [input_data] if isinstance(input_data, torch.Tensor) or hasattr(input_data, "dtype") else input_data
        data = data if isinstance(data, dict) else list(data)
        if device is not None:
            moved = [(each.to(device) if isinstance(each, torch.Tensor) else each) for each in _values(data)]
            data = dict(zip(data, moved, strict=True)) if isinstance(data, dict) else moved
        return data, [tuple(getattr(each, "shape", ())) for each in _values(data)]
    if input_size is None:
        return None, []
    if not isinstance(input_size, (list, tuple)):
        raise TypeError(f"input_size is a tuple such as (32, 1, 28, 28), with the batch first; got {input_size!r}")
    if not input_size or any(size <= 0 for size in _flat(input_size)):
        raise ValueError("Input_data is invalid, or negative size found in input_data.")
    sizes = [tuple(input_size)] if isinstance(input_size[0], int) else list(input_size)
    kinds = dtypes or [torch.float] * len(sizes)
    tensors = []
    for size, kind in zip(sizes, kinds, strict=False):
        tensor = torch.rand(*size)
        tensors.append((tensor if batch_dim is None else tensor.unsqueeze(batch_dim)).to(device).to(kind))
    return tensors, sizes


def _values(data):
    return list(data.values()) if isinstance(data, dict) else data


def _bytes_of(inputs):
    if inputs is None:
        return 0
    return sum(each.numel() * each.element_size() for each in _values(inputs) if isinstance(each, torch.Tensor))


def _places(model):
    """Of every module: its name, depth and the place of its owner (the last one for a module with several)."""
    places = {}

    def visit(module, name, depth, owner):
        places[id(module)] = place = [module, name, depth, owner, None]
        for child_name, child in module._modules.items():
            if child is not None:
                visit(child, child_name, depth + 1, place)

    visit(model, type(model).__name__, 0, None)
    return places


def _row(place):
    """A new row for a place, with the rows of its owners."""
    module, name, depth, owner, _ = place
    return Row(module, name, depth, None if owner is None else _shared(owner))


def _shared(place):
    """The one row that stands for a module as an owner."""
    if place[4] is None:
        place[4] = _row(place)
    return place[4]


def _structure(model):
    """The rows without running the model."""
    found, seen = [], set()

    def visit(module, name, depth, parent):
        row = Row(module, name, depth, parent)
        row.is_recursive = id(module) in seen
        seen.add(id(module))
        found.append(row)
        for child_name, child in module._modules.items():
            if child is not None:
                visit(child, child_name, depth + 1, row)

    visit(model, type(model).__name__, 0, None)
    return _numbered(found)


def _run(model, inputs, batch_dim, device, mode, kwargs):
    """The rows of all calls, in the order in which they began."""
    places, found, seen, latest, hooks = _places(model), [], set(), {}, []

    def before(module, _inputs):
        row = _row(places[id(module)])
        row.is_recursive = id(module) in seen
        seen.add(id(module))
        found.append(row)
        latest[id(module)] = row

    def after(module, given, result):
        latest[id(module)].finish(given, result, batch_dim)

    for module, *_ in places.values():
        hooks += [module.register_forward_pre_hook(before), module.register_forward_hook(after)]
    training = [(module, module.training) for module, *_ in places.values()]
    try:
        if mode != "same":
            model.train(mode == "train")
        with torch.no_grad(), warnings.catch_warnings():
            model = model if device is None else model.to(device)
            model(**inputs, **kwargs) if isinstance(inputs, dict) else model(*inputs, **kwargs)
    except Exception as error:
        done = [row for row in found if row.executed]
        raise RuntimeError(
            f"Failed to run torchinfo. See above stack traces for more details. Executed layers up to: {done}"
        ) from error
    finally:
        for hook in hooks:
            hook.remove()
        for module, was in training:
            module.training = was
    return _numbered(_with_containers(found, seen))


def _with_containers(found, seen):
    """Adds rows of modules that own others without being called: ModuleList, ModuleDict."""
    rows, opened = [], {}
    for row in found:
        owners, owner = {}, row.parent_info
        while owner is not None and owner.depth > 0:
            owners[owner.depth] = owner
            owner = owner.parent_info
        for depth in range(1, row.depth):
            if depth not in opened or opened[depth].module is not owners[depth].module:
                # One row object however often it is shown, as in torchinfo: its number is that of its last line.
                container = owners[depth]
                container.is_recursive = container.layer_id in seen
                seen.add(container.layer_id)
                rows.append(container)
                opened[depth] = container
                _close(opened, depth)
        rows.append(row)
        opened[row.depth] = row
        _close(opened, row.depth)
    return rows


def _close(opened, depth):
    for deeper in [each for each in opened if each > depth]:
        del opened[deeper]


def _numbered(rows):
    """Numbers the rows of each depth and finds the rows below each."""
    counts = {}
    for i, row in enumerate(rows):
        counts[row.depth] = row.depth_index = counts.get(row.depth, 0) + 1
        end = i + 1
        while end < len(rows) and rows[end].depth > row.depth:
            end += 1
        row.children = rows[i + 1 : end]
    return rows
