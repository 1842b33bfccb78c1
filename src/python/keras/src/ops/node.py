"""An edge of the graph of operations: one symbolic call, from its input tensors to its output tensors."""

import collections

from keras.src import tree
from keras.src.backend.keras_tensor import KerasTensor
from keras.src.ops.symbolic_arguments import SymbolicArguments


class KerasHistory(collections.namedtuple("KerasHistory", ["operation", "node_index", "tensor_index"])):
    """Where a symbolic tensor came from: which call of which operation, and which of its outputs."""

    __slots__ = ()


class Node:
    """One call of an operation. It registers itself with the operation and with those that made its inputs."""

    def __init__(self, operation, call_args=None, call_kwargs=None, outputs=None):
        self.operation = operation
        self.arguments = SymbolicArguments(*(call_args or ()), **(call_kwargs or {}))
        self.outputs = [] if outputs is None else tree.flatten(outputs)
        for x in self.outputs:
            if not isinstance(x, KerasTensor):
                raise ValueError(
                    f"All operation outputs must be tensors. Operation {operation} returned a non-tensor. "
                    f"Non-tensor received: {x}"
                )
        inputs = self.arguments.keras_tensors
        zero_history = any(not x.record_history for x in inputs)
        if not zero_history:
            for tensor in inputs:
                if not hasattr(tensor, "_keras_history"):
                    tensor._keras_history = KerasHistory(operation=None, node_index=0, tensor_index=0)
        operation._inbound_nodes.append(self)
        for tensor in inputs:
            history = getattr(tensor, "_keras_history", None)
            if history is not None and history.operation is not None:
                history.operation._outbound_nodes.append(self)
        if not zero_history:
            node_index = len(operation._inbound_nodes) - 1
            for i, tensor in enumerate(self.outputs):
                tensor._keras_history = KerasHistory(operation, node_index, i)
        self.is_input = not inputs

    def __repr__(self):
        return f"<Node operation={self.operation.name}, id={id(self)}>"

    @property
    def input_tensors(self):
        """The KerasTensors among the call's arguments."""
        return self.arguments.keras_tensors

    @property
    def output_tensors(self):
        """The KerasTensors that the call gave."""
        return self.outputs

    @property
    def parent_nodes(self):
        """The calls whose outputs this one takes."""
        parents = []
        for tensor in self.arguments.keras_tensors:
            history = tensor._keras_history
            if history.operation is not None:
                parents.append(history.operation._inbound_nodes[history.node_index])
        return parents


def is_keras_tensor(obj):
    """True for what carries a history."""
    return hasattr(obj, "_keras_history")
