"""Errors of a training step in the words that they have in Keras, whose steps are TensorFlow graphs: without the numbers of
inputs and variables, with None for sizes that may change."""

import re

from keras.src import backend, tree

_INPUT = re.compile(r"(Invalid input shape for input )\[.*?\]( with name .*? but input has incompatible shape )(\([^()]*\))", re.S)
_VARIABLE = re.compile(r"(<Variable path=\S+, shape=\([^()]*\), dtype=\w+), value=[^>]*>")


def as_in_a_graph(error, model, data, static, step):
    """The error to raise in place of `error`.

    Args:
        data: the batch.
        static: whether all batches have its size.
        step: the name of the step.
    """
    if getattr(model, "run_eagerly", False):
        return error
    if isinstance(error, backend.errors.InvalidArgumentError):
        told = backend.errors.as_graph_error(error, static, *_node_names(model))
        return _while_running(error, model, step) if told is error else told
    if len(error.args) == 1 and isinstance(error.args[0], str):
        text = error.args[0]
        if text.startswith("Attempt to convert a value (None)"):
            text = "None values not supported."
        text = _VARIABLE.sub(r"\1>", text)
        x = tree.flatten(data)
        name = "data" if not x or getattr(x[0], "dtype", None) == "float32" else "Cast"
        text = _INPUT.sub(rf'\1Tensor("{name}:0", shape=\3, dtype=float32)\2\3', text)
        if not static:
            size = next((x.shape[0] for x in tree.flatten(data) if len(getattr(x, "shape", ()))), None)
            text = re.sub(rf"\({size}(?=,)", "(None", text)
        error.args = (text,)
    return error


_STEPS = {
    **dict.fromkeys(("_learn", "_learn_again", "_judge"), "multi_step_on_iterator"),
    "predict_step": "one_step_on_data_distributed",
}


def _while_running(error, model, step):
    """An operation that fails while the graph runs: its node and how the program came to it."""
    text = str(error)
    inner = re.search(r"Exception encountered when calling (\w+)\.call\(\)\.\n\n\x1b\[1m(.*)\x1b\[0m", text, re.S)
    if inner is not None:
        text = inner.group(2)
    op = re.search(r"\[Op:(\w+)\]", text)
    if op is None:
        return error
    why = re.sub(r"^\{\{function_node \S+\}\} ", "", text[: op.start()]).rstrip()
    node = op.group(1)
    if inner is not None:
        layer = next((each for each in getattr(model, "layers", ()) if type(each).__name__ == inner.group(1)), None)
        node = f"{model.name}_1/{layer.name}_1/{node}" if layer is not None else node
    elif node.startswith("SparseSoftmax"):
        node = f"compile_loss/{_node_names(model)[0]}{node}/{node}"
    function = _STEPS.get(step, "one_step_on_data")
    return backend.errors.while_running(node, why, function)


def _node_names(model):
    """The loss and the prediction as a graph names them, for models that end in a layer."""
    loss = getattr(getattr(model, "_compile_loss", None), "_by_output", None)
    loss = f"{loss[0][1][0].name}/" if loss and loss[0] else ""
    last = model.layers[-1] if getattr(model, "layers", None) else None
    if last is None:
        return loss, "predictions"
    activation = getattr(getattr(last, "activation", None), "__name__", "linear")
    op = {"linear": "BiasAdd"}.get(activation, activation.capitalize())
    return loss, f"{model.name}_1/{last.name}_1/{op}"
