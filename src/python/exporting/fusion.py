"""Operations that another format has as one: found in the recorded graph before it is written."""


def fuse_recurrent_layers(graph):
    """W x + b for all steps and the recurrence over them become one `recurrent_whole`: sequence, states, all weights."""
    for node in graph.nodes:
        if node.op != "recurrent_layer":
            continue
        inputs, hidden, cell, weight, bias, projection = node.inputs
        source = inputs.node
        if projection is not None or source is None or source.op != "linear" or len(inputs.shape) != 3:
            continue
        sequence, own_weight, own_bias = source.inputs
        constants = [value for value in (own_weight, own_bias, weight, bias) if value is not None]
        if all(value.is_constant for value in constants):
            node.op = "recurrent_whole"
            node.inputs = [sequence, hidden, cell, own_weight, own_bias, weight, bias]
    return graph.without_unused()


