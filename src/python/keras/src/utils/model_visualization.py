"""plot_model: a model's layers as boxes with arrows, drawn as SVG, which the page shows."""

import html
import os

from keras.src import tree
from keras.src.ops.operation import Operation

_WIDTH_OF_CHAR, _LINE, _GAP_X, _GAP_Y, _MARGIN = 7.2, 20, 24, 36, 12


class Diagram:
    """A drawn model: shown as a picture at the end of a cell; `svg` is its text."""

    def __init__(self, svg):
        self.svg = svg

    def _repr_svg_(self):
        return self.svg

    def write(self, path):
        """Writes the drawing to a file."""
        with open(path, "w") as file:
            file.write(self.svg)


class _Box:
    def __init__(self, lines):
        self.lines = lines
        self.width = max(len(line) for line in lines) * _WIDTH_OF_CHAR + 20
        self.height = _LINE * len(lines) + 8
        self.x = self.y = 0.0


def _shape_text(tensors):
    shapes = [str(tuple(x.shape)) for x in tree.flatten(tensors)]
    return shapes[0] if len(shapes) == 1 else "[" + ", ".join(shapes) + "]"


def _lines_of(layer, options):
    name = type(layer).__name__
    lines = [f"{layer.name} ({name})" if options["show_layer_names"] else name]
    if options["show_layer_activations"] and getattr(layer, "activation", None) is not None:
        lines.append(f"Activation: {getattr(layer.activation, '__name__', layer.activation)}")
    node = layer._inbound_nodes[-1] if layer._inbound_nodes else None
    if options["show_shapes"] and node is not None:
        given = _shape_text(node.input_tensors) if node.input_tensors else "-"
        lines.append(f"Input shape: {given}    Output shape: {_shape_text(node.output_tensors)}")
    if options["show_dtype"]:
        lines.append(f"Output dtype: {getattr(layer, 'compute_dtype', getattr(layer, 'dtype', '?'))}")
    if options["show_trainable"] and getattr(layer, "weights", None):
        lines.append("Trainable: " + ("yes" if layer.trainable else "no"))
    return lines


def _graph(model):
    """(rows of operations from the inputs down, pairs (from, to))."""
    functional = getattr(model, "_functional", None) or model
    if hasattr(functional, "_operations_by_depth"):
        depths = sorted(functional._operations_by_depth, reverse=True)
        rows = [list(functional._operations_by_depth[depth]) for depth in depths]
        known = {id(op) for row in rows for op in row}
        edges = []
        for node, operation, *_ in functional._plan:
            for x in node.input_tensors:
                source = x._keras_history.operation
                if id(source) in known and (source, operation) not in edges:
                    edges.append((source, operation))
        return rows, edges
    layers = model.layers
    return [[layer] for layer in layers], list(zip(layers, layers[1:]))


def model_to_dot(
    model,
    show_shapes=False,
    show_dtype=False,
    show_layer_names=True,
    rankdir="TB",
    expand_nested=False,
    dpi=200,
    subgraph=False,
    show_layer_activations=False,
    show_trainable=False,
    **kwargs,
):
    """The drawing of a model, as a Diagram (Keras gives a pydot graph)."""
    if not isinstance(model, Operation):
        raise ValueError(f"`model` must be a Keras model. Received: {model}")
    if not model.built:
        raise ValueError(
            "This model has not yet been built. Build the model first by calling `build()` or by calling the model on a batch "
            "of data."
        )
    options = {
        "show_shapes": show_shapes,
        "show_dtype": show_dtype,
        "show_layer_names": show_layer_names,
        "show_layer_activations": show_layer_activations,
        "show_trainable": show_trainable,
    }
    rows, edges = _graph(model)
    boxes = {id(op): _Box(_lines_of(op, options)) for row in rows for op in row}
    widths = [sum(boxes[id(op)].width for op in row) + _GAP_X * (len(row) - 1) for row in rows]
    total, y = max(widths), float(_MARGIN)
    for row, width in zip(rows, widths):
        x = _MARGIN + (total - width) / 2
        for op in row:
            box = boxes[id(op)]
            box.x, box.y = x, y
            x += box.width + _GAP_X
        y += max(boxes[id(op)].height for op in row) + _GAP_Y
    parts = [_arrow(boxes[id(a)], boxes[id(b)]) for a, b in edges]
    parts += [_drawn(box) for box in boxes.values()]
    size = f'width="{total + 2 * _MARGIN:.0f}" height="{y - _GAP_Y + _MARGIN:.0f}"'
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="monospace" font-size="12">'
        '<defs><marker id="tip" markerWidth="8" markerHeight="8" refX="7" refY="4" orient="auto">'
        '<path d="M0 0 L8 4 L0 8 z" fill="#555"/></marker></defs>'
        '<rect width="100%" height="100%" fill="#ffffff"/>'
    )
    return Diagram(head + "".join(parts) + "</svg>")


def _arrow(one, other):
    x1, y1 = one.x + one.width / 2, one.y + one.height
    x2, y2 = other.x + other.width / 2, other.y
    middle = (y1 + y2) / 2
    path = f"M{x1:.1f} {y1:.1f} C{x1:.1f} {middle:.1f} {x2:.1f} {middle:.1f} {x2:.1f} {y2:.1f}"
    return f'<path d="{path}" fill="none" stroke="#555" marker-end="url(#tip)"/>'


def _drawn(box):
    rect = (
        f'<rect x="{box.x:.1f}" y="{box.y:.1f}" width="{box.width:.1f}" height="{box.height:.1f}" rx="4" '
        'fill="#f5f5f7" stroke="#333"/>'
        f'<rect x="{box.x:.1f}" y="{box.y:.1f}" width="{box.width:.1f}" height="{_LINE + 2}" rx="4" fill="#333"/>'
    )
    for i, line in enumerate(box.lines):
        y = box.y + 15 + i * _LINE + (4 if i else 0)
        colour = "#333" if i else "#fff"
        rect += (
            f'<text x="{box.x + box.width / 2:.1f}" y="{y:.1f}" text-anchor="middle" fill="{colour}">'
            f"{html.escape(line)}</text>"
        )
    return rect


def plot_model(
    model,
    to_file="model.png",
    show_shapes=False,
    show_dtype=False,
    show_layer_names=False,
    rankdir="TB",
    expand_nested=False,
    dpi=200,
    show_layer_activations=False,
    show_trainable=False,
    **kwargs,
):
    """Draws a model; the picture is shown at the end of a cell and written to `to_file` (as SVG, whatever its ending)."""
    diagram = model_to_dot(
        model,
        show_shapes=show_shapes,
        show_dtype=show_dtype,
        show_layer_names=show_layer_names,
        rankdir=rankdir,
        expand_nested=expand_nested,
        dpi=dpi,
        show_layer_activations=show_layer_activations,
        show_trainable=show_trainable,
    )
    if to_file is not None:
        diagram.write(os.fspath(to_file))
    return diagram
