"""How each engine operation is said in primitives. A rule is called with the builder, the recorded node and its operands' wires."""

from ..builder import Wire
from ..graph import ExportError, UnsupportedOperationError, is_dynamic
from .register import RULES
from . import layers, pointwise, recurrent, shapes  # noqa: F401  they fill RULES


def lower(builder, graph, inputs=None):
    """Writes every node of the graph; gives the wires of its inputs (made here, unless given by id of the values) and outputs."""
    wires = inputs or {id(value): Wire(value.shape, value.dtype, name=value.name) for value in graph.inputs}

    def wire_of(value):
        if value is None:
            return None
        if id(value) not in wires:
            wires[id(value)] = _constant(builder, value)
        return wires[id(value)]

    for node in graph.nodes:
        rule = RULES.get(node.op)
        if rule is None:
            raise UnsupportedOperationError(
                f"The model uses the operation '{node.op}', which is not written to {builder.format} files."
            )
        made = rule(builder, node, *map(wire_of, node.inputs))
        for value, wire in zip(node.outputs, made if isinstance(made, (list, tuple)) else [made]):
            if wire is None:
                continue
            if tuple(map(int, wire.shape)) != tuple(map(int, value.shape)) or wire.dtype != value.dtype:
                raise ExportError(
                    f"The operation '{node.op}' gave {tuple(value.shape)} of dtype {value.dtype}, but is written as "
                    f"{wire.shape} of dtype {wire.dtype}: a mistake of this exporter."
                )
            wire.shape = value.shape  # with the sizes that may change
            wires[id(value)] = wire
    return [wire_of(value) for value in graph.inputs], [wire_of(value) for value in graph.outputs]


def _constant(builder, value):
    """A constant; where its shape follows the inputs, one element is repeated."""
    wire = builder.borrowed(value.handle, value.name)
    for axis, size in enumerate(value.shape):
        if is_dynamic(size):
            first = builder.slice(wire, axis, 0, 1)
            if not builder.equal(builder.expand(first, wire.shape), wire):
                raise ExportError(
                    f"A constant of shape {tuple(value.shape)} depends on a size that changes with the inputs (positions or a "
                    "mask, for example). Export without dynamic axes for that dimension."
                )
            wire = first
    return wire if wire.shape == tuple(map(int, value.shape)) else builder.expand(wire, value.shape)
