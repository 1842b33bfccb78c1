"""Model.summary(): which rows and numbers it shows; the table is drawn by text_table.py."""

import math
import re
import shutil

from keras.src import tree
from keras.src.utils import io_utils, text_table

_BITS = {"bool": 1, "int4": 4, "uint4": 4}


def count_params(weights):
    """The number of scalars in the weights."""
    return int(sum(math.prod(v.shape) for v in weights))


def _bits(dtype):
    digits = re.search(r"(\d+)", dtype)
    return _BITS.get(dtype) or int(digits.group(1))


def weight_memory_size(weights):
    """The weights' bytes."""
    from keras.src import backend

    unique = {id(w): w for w in weights}.values()
    return sum(math.prod(w.shape) * _bits(backend.standardize_dtype(w.dtype)) for w in unique) / 8


def readable_memory_size(size):
    """Bytes as 384.00 B, 90.41 KB, …"""
    units = ["B", "KB", "MB", "GB", "TB", "PB"]
    for unit in units:
        if size / 1024 < 1:
            return f"{size:.2f} {unit}"
        size /= 1024
    return f"{size:.2f} {units[-1]}"


def format_shape(shape):
    """(None, 3)"""
    return "(" + ", ".join(str(d) for d in shape) + ")"


def format_layer_shape(layer):
    """The output shape of a layer as the summary shows it; ? if it isn't known."""
    if not layer._inbound_nodes and not getattr(layer, "_build_shapes_dict", None):
        return "?"
    if layer._inbound_nodes:
        outputs = layer._inbound_nodes[-1].output_tensors
        shapes = tree.map_structure(lambda x: format_shape(x.shape), outputs)
    else:
        try:
            if hasattr(layer, "output_shape"):
                shapes = format_shape(layer.output_shape)
            else:
                outputs = layer.compute_output_shape(**layer._build_shapes_dict)
                shapes = tree.map_shape_structure(format_shape, outputs)
        except NotImplementedError:
            return "?"
    flat = tree.flatten(shapes)
    if len(flat) == 1:
        return flat[0]
    return str(shapes).replace("'", "")


def _is_sequential_like(model):
    nodes = []
    for at_depth in model._nodes_by_depth.values():
        if len(at_depth) > 1 or (len(at_depth) == 1 and len(at_depth[0].input_tensors) > 1):
            return False
        nodes += at_depth
    return all(sum(node in nodes for node in layer._inbound_nodes) <= 1 for layer in model.layers)


def print_summary(
    model,
    line_length=None,
    positions=None,
    print_fn=None,
    expand_nested=False,
    show_trainable=False,
    layer_range=None,
):
    """Prints the table of a model's layers and the counts of its parameters."""
    from keras.src.models.functional import Functional
    from keras.src.models.sequential import Sequential

    relevant = []
    if isinstance(model, Sequential) or not isinstance(model, Functional):
        sequential_like, layers = True, model.layers
    else:
        sequential_like, layers = _is_sequential_like(model), model._operations
        relevant = [node for nodes in model._nodes_by_depth.values() for node in nodes]

    header, alignments = ["Layer (type)", "Output Shape", "Param #"], ["left", "left", "right"]
    if sequential_like:
        length, positions = 88, positions or [0.45, 0.80, 1.0]
    else:
        length, positions = 108, positions or [0.3, 0.56, 0.74, 1.0]
        header.append("Connected to")
        alignments.append("left")
    if show_trainable:
        length += 12
        positions = [p * 0.90 for p in positions] + [1.0]
        header.append("Trainable")
        alignments.append("center")
    columns = shutil.get_terminal_size().columns
    line_length = line_length or min(length, columns - 4)

    widths, current = [], 0
    for position in positions:
        width = int(position * line_length) - current
        if width < 4:
            raise ValueError("Insufficient console width to print summary.")
        widths.append(width)
        current += width

    def fields_of(layer, prefix):
        built = getattr(layer, "built", None)
        if built is None:
            params = "0"
        elif not built:
            params = "0 (unbuilt)"
        else:
            params = f"{layer.count_params():,}"
        fields = [f"{prefix}{layer.name} ({layer.__class__.__name__})", format_layer_shape(layer), params]
        if not sequential_like:
            fields.append(_connections(layer, relevant))
        if show_trainable:
            has_weights = len(getattr(layer, "weights", ())) > 0
            fields.append(("Y" if layer.trainable else "N") if has_weights else "-")
        return fields

    def rows_of(layer, level=0):
        rows = [fields_of(layer, "   " * level + "└ " if level else "")]
        if expand_nested and getattr(layer, "layers", None):
            for inner in layer.layers:
                rows.extend(rows_of(inner, level + 1))
        return rows

    first, last = get_layer_index_bound_by_layer_name(layers, layer_range)
    rows = [row for layer in layers[first:last] for row in rows_of(layer)]
    lines = [f'Model: "{model.name}"']
    # What does not fit the terminal is cut off, as `rich` does.
    lines += [line[:columns] for line in text_table.draw(header, rows, widths, alignments, line_length)]
    lines += _totals(model)
    text = "\n".join(lines) + "\n"
    if print_fn is None:
        io_utils.print_msg(text, line_break=False)
    else:
        print_fn(text)


def _connections(layer, relevant):
    found = []
    for node in layer._inbound_nodes:
        if relevant and node not in relevant:
            continue
        for tensor in node.input_tensors:
            history = tensor._keras_history
            found.append(f"{history.operation.name}[{history.node_index}][{history.tensor_index}]")
    return ", ".join(found) or "-"


def _totals(model):
    groups = [("Trainable", model.trainable_weights), ("Non-trainable", model.non_trainable_weights)]
    optimizer = getattr(model, "optimizer", None)
    if model.compiled and optimizer and optimizer.built:
        groups.append(("Optimizer", optimizer.variables))
    counts = [count_params(weights) for _, weights in groups]
    sizes = [weight_memory_size(weights) for _, weights in groups]
    lines = [f" Total params: {sum(counts):,} ({readable_memory_size(sum(sizes))})"]
    for (name, _), count, size in zip(groups, counts, sizes):
        lines.append(f" {name} params: {count:,} ({readable_memory_size(size)})")
    return lines


def get_layer_index_bound_by_layer_name(layers, layer_range=None):
    """The first and one past the last index of the layers between two names (regular expressions)."""
    if layer_range is None:
        return [0, len(layers)]
    if len(layer_range) != 2:
        raise ValueError(
            f"layer_range must be a list or tuple of length 2. Received: layer_range = {layer_range} "
            f"of length {len(layer_range)}"
        )
    if not isinstance(layer_range[0], str) or not isinstance(layer_range[1], str):
        raise ValueError(f"layer_range should contain string type only. Received: {layer_range}")
    lower = [i for i, layer in enumerate(layers) if re.match(layer_range[0], layer.name)]
    upper = [i for i, layer in enumerate(layers) if re.match(layer_range[1], layer.name)]
    if not lower or not upper:
        raise ValueError(f"Passed layer_names do not match the layer names in the model. Received: {layer_range}")
    if min(lower) > max(upper):
        return [min(upper), max(lower) + 1]
    return [min(lower), max(upper) + 1]
