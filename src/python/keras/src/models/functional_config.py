"""A Functional model as a config (its layers, and how their calls are connected) and back."""

import copy

from keras.src import tree
from keras.src.backend.keras_tensor import KerasTensor
from keras.src.ops.function import make_node_key
from keras.src.ops.node import KerasHistory
from keras.src.ops.operation import Operation
from keras.src.saving import serialization_lib


def functional_config(model):
    """The config of a Functional model."""
    from keras.src.models.functional import Functional

    kept = {}
    for operation in model.operations:
        # A model used as a layer has a node of its own making first.
        count = 1 if isinstance(operation, Functional) else 0
        for index in range(len(operation._inbound_nodes)):
            key = make_node_key(operation, index)
            if key in model._nodes:
                kept[key] = count
                count += 1

    layers = []
    for operation in model.operations:
        nodes = [
            _serialize_node(node, model._nodes)
            for index, node in enumerate(operation._inbound_nodes)
            if make_node_key(operation, index) in model._nodes
        ]
        layer = serialization_lib.serialize_keras_object(operation)
        layer["name"] = operation.name
        layer["inbound_nodes"] = [node for node in nodes if node is not None]
        layers.append(layer)

    def tensor_config(tensor):
        operation, node_index, tensor_index = tensor._keras_history
        return [operation.name, kept[make_node_key(operation, node_index)], tensor_index]

    return copy.deepcopy(
        {
            "name": model.name,
            "trainable": model.trainable,
            "layers": layers,
            "input_layers": tree.map_structure(tensor_config, model._inputs_struct),
            "output_layers": tree.map_structure(tensor_config, model._outputs_struct),
        }
    )


def _serialize_node(node, own_nodes):
    if not node.input_tensors:
        return None

    def serialize(x):
        if not isinstance(x, KerasTensor):
            return x
        history = x._keras_history
        foreign = sum(make_node_key(history.operation, i) not in own_nodes for i in range(history.node_index))
        x._keras_history = KerasHistory(history.operation, history.node_index - foreign, history.tensor_index)
        try:
            return serialization_lib.serialize_keras_object(x)
        finally:
            x._keras_history = history

    args, kwargs = node.arguments.convert(serialize)
    return {
        "args": serialization_lib.serialize_keras_object(args),
        "kwargs": serialization_lib.serialize_keras_object(kwargs),
    }


def functional_from_config(cls, config, custom_objects=None):
    """A model of class `cls` from functional_config()'s dict."""
    from keras.src.models.functional import Functional

    config = dict(config)
    layer_configs = config.pop("layers")
    input_config, output_config = config.pop("input_layers"), config.pop("output_layers")
    name, trainable = config.pop("name", None), config.pop("trainable", None)

    created, waiting = {}, {}
    for layer_config in layer_configs:
        layer = serialization_lib.deserialize_keras_object(layer_config, custom_objects=custom_objects)
        if not isinstance(layer, Operation):
            raise ValueError(
                f"Unexpected object from deserialization, expected a layer or operation, got a {type(layer)}"
            )
        created[layer_config["name"]] = layer
        if layer_config["inbound_nodes"]:
            waiting[layer_config["name"]] = list(layer_config["inbound_nodes"])

    # Calls are repeated as soon as the outputs that they take exist.
    while waiting:
        progress = False
        for layer_name in list(waiting):
            nodes = waiting[layer_name]
            while nodes:
                try:
                    args, kwargs = _deserialize_node(nodes[0], created)
                except IndexError:
                    break
                created[layer_name](*args, **kwargs)
                nodes.pop(0)
                progress = True
            if not nodes:
                del waiting[layer_name]
        if not progress:
            raise ValueError(
                "Invalid Functional model configuration. The graph of the Functional model either has loops or disconnected "
                f"nodes. The following nodes failed to be resolved: {waiting}"
            )

    def find(where):
        if isinstance(where, (list, tuple)) and len(where) == 3 and isinstance(where[0], str):
            layer_name, node_index, tensor_index = where
            layer = created[layer_name]
            if isinstance(layer, Functional):
                node_index -= 1
            return layer._inbound_nodes[node_index].output_tensors[tensor_index]
        if isinstance(where, dict):
            return {key: find(value) for key, value in where.items()}
        return type(where)(find(value) for value in where)

    return cls(inputs=find(input_config), outputs=find(output_config), name=name, trainable=trainable, **config)


def _deserialize_node(data, created):
    args = serialization_lib.deserialize_keras_object(data["args"])
    kwargs = serialization_lib.deserialize_keras_object(data["kwargs"])

    def find(x):
        if not isinstance(x, KerasTensor):
            return x
        history = x._pre_serialization_keras_history
        if history is None:
            return x
        layer = created.get(history[0])
        if layer is None:
            raise ValueError(f"Unknown layer: {history[0]}")
        return layer._inbound_nodes[history[1]].output_tensors[history[2]]

    return tree.map_structure(find, args), tree.map_structure(find, kwargs)
