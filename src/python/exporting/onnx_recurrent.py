"""RNN, LSTM and GRU of ONNX: one node for all steps. Gates stand in another order than in PyTorch."""

import bridge

from .builder import Wire

_KINDS = {0: ("RNN", [0]), 1: ("RNN", [0]), 2: ("LSTM", [0, 3, 1, 2]), 3: ("GRU", [1, 0, 2])}


def recurrent(b, node, sequence, hidden, cell, weight_ih, bias_ih, weight_hh, bias_hh):
    """sequence [T, N, in], states [N, H]; gives outputs [T, N, H], the last hidden state (and cell)."""
    mode, backwards = node.numbers
    kind, order = _KINDS[mode]
    units = int(hidden.shape[-1])
    steps, count = sequence.shape[:2]

    def ordered(wire):
        gates = [b.slice(wire, 0, at * units, units) for at in order]
        return b.reshape(b.concat(gates, 0), (1, *wire.shape))

    def bias(wire):
        gates = len(order) * units
        return ordered(wire) if wire is not None else b.constant(bridge.full(weight_hh.dtype, 0, 1, 0, 1, gates))

    both = None if bias_ih is None and bias_hh is None else b.concat([bias(bias_ih), bias(bias_hh)], 1)
    states = [None if _is_zero(b, state) else b.reshape(state, (1, *state.shape)) for state in (hidden, cell) if state is not None]
    attributes = {"hidden_size": units, "direction": "reverse" if backwards else "forward"}
    if mode == 1:
        attributes["activations"] = ["Relu"]
    if mode == 3:
        attributes["linear_before_reset"] = 1
    outs = [Wire((steps, 1, count, units), sequence.dtype)]
    outs += [Wire((1, count, units), sequence.dtype) for _ in range(2 if mode == 2 else 1)]
    b.node(kind, [sequence, ordered(weight_ih), ordered(weight_hh), both, None, *states], outs, **attributes)
    return [b.reshape(outs[0], (steps, count, units)), *(b.reshape(out, (count, units)) for out in outs[1:])]


def _is_zero(b, state):
    return bool(state.handle) and b.equal(state, b.constant(bridge.full(state.dtype, 0, 1, 0, *state.shape)))
