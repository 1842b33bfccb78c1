"""Recurrent steps and layers, step by step: formats that have an operation for a whole layer write that instead."""

from ..graph import UnsupportedOperationError, is_dynamic
from .register import rule


def _part(b, x, index, width):
    return b.slice(x, x.rank - 1, index * width, width)


def advance(b, mode, inputs, state, hidden, cell):
    """One step, (hidden, cell): `inputs` is W x + b, `state` U h + b; gates in the engine's order."""
    width = int(hidden.shape[-1])
    if mode in (0, 1):
        return b.unary("tanh" if mode == 0 else "relu", b.binary("add", inputs, state)), None
    if mode == 2:
        gates = b.binary("add", inputs, state)
        own = int(cell.shape[-1])
        i, f, g, o = (_part(b, gates, at, own) for at in range(4))
        kept = b.binary("mul", b.unary("sigmoid", f), cell)
        following = b.binary("add", kept, b.binary("mul", b.unary("sigmoid", i), b.unary("tanh", g)))
        return b.binary("mul", b.unary("sigmoid", o), b.unary("tanh", following)), following

    def both(at):
        return b.binary("add", _part(b, inputs, at, width), _part(b, state, at, width))

    reset, update = b.unary("sigmoid", both(0)), b.unary("sigmoid", both(1))
    fresh = b.binary("add", _part(b, inputs, 2, width), b.binary("mul", reset, _part(b, state, 2, width)))
    fresh = b.unary("tanh", fresh)
    return b.binary("add", b.binary("mul", b.binary("sub", hidden, fresh), update), fresh), None


@rule("recurrent_step")
def _step(b, node, inputs, state, hidden, cell):
    made, following = advance(b, node.numbers[0], inputs, state, hidden, cell)
    return [made, following] if node.numbers[0] == 2 else made


@rule("recurrent_layer")
def _layer(b, node, inputs, hidden, cell, weight, bias, projection):
    mode, backwards = node.numbers
    if is_dynamic(inputs.shape[0]):
        raise UnsupportedOperationError(f"A sequence whose length changes is not written to {b.format} files: each step is.")
    steps = int(inputs.shape[0])
    outputs = [None] * steps
    for at in range(steps)[::-1] if backwards else range(steps):
        row = b.reshape(b.slice(inputs, 0, at, 1), inputs.shape[1:])
        hidden, cell = advance(b, mode, row, b.linear(hidden, weight, bias), hidden, cell)
        hidden = hidden if projection is None else b.linear(hidden, projection, None)
        outputs[at] = b.reshape(hidden, (1, *hidden.shape))
    together = b.concat(outputs, 0)
    return [together, hidden, cell] if mode == 2 else [together, hidden]


@rule("recurrent_whole")
def _whole(b, node, *wires):
    return b.recurrent_whole(node, *wires)
