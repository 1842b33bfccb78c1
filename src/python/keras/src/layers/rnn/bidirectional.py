"""Bidirectional: a recurrent layer that reads the sequence from both ends."""

import copy

from keras.src import ops, tree
from keras.src.layers.layer import Layer
from keras.src.saving import serialization_lib


class Bidirectional(Layer):
    """Two copies of a recurrent layer, one of them backwards.

    Args:
        layer: recurrent layer.
        merge_mode: "concat", "sum", "mul", "ave", or None for a list of both outputs.
        backward_layer: the layer that goes backwards; a copy of `layer` by default.
    """

    def __init__(self, layer, merge_mode="concat", weights=None, backward_layer=None, **kwargs):
        if not isinstance(layer, Layer):
            raise ValueError(
                f"Please initialize `Bidirectional` layer with a `keras.layers.Layer` instance. Received: {layer}"
            )
        if backward_layer is not None and not isinstance(backward_layer, Layer):
            raise ValueError(
                "`backward_layer` need to be a `keras.layers.Layer` instance. "
                f"Received: {backward_layer}"
            )
        if merge_mode not in ("sum", "mul", "ave", "concat", None):
            raise ValueError(
                f"Invalid merge mode. Received: {merge_mode}. "
                "Merge mode should be one of "
                '{"sum", "mul", "ave", "concat", None}'
            )
        super().__init__(**kwargs)
        config = serialization_lib.serialize_keras_object(layer)
        config["config"]["name"] = "forward_" + layer.name.removeprefix("forward_")
        self.forward_layer = serialization_lib.deserialize_keras_object(config)
        if backward_layer is None:
            config = copy.deepcopy(serialization_lib.serialize_keras_object(layer))
            config["config"]["go_backwards"] = not config["config"].get("go_backwards", False)
            config["config"]["name"] = "backward_" + layer.name.removeprefix("forward_")
            self.backward_layer = serialization_lib.deserialize_keras_object(config)
        else:
            self.backward_layer = backward_layer
        self._given_backward = backward_layer is not None
        if self.forward_layer.go_backwards == self.backward_layer.go_backwards:
            raise ValueError(
                "Forward layer and backward layer should have different `go_backwards` value. Received: "
                f"forward_layer.go_backwards {self.forward_layer.go_backwards}, "
                f"backward_layer.go_backwards={self.backward_layer.go_backwards}"
            )
        self.merge_mode = merge_mode
        self.return_sequences = layer.return_sequences
        self.return_state = layer.return_state
        self.stateful = layer.stateful
        self.supports_masking = True
        self.input_spec = layer.input_spec

    def compute_output_shape(self, sequences_shape, initial_state_shape=None):
        shape = self.forward_layer.compute_output_shape(sequences_shape)
        states = []
        if self.return_state:
            shape, states = shape[0], list(shape[1:])
        if self.merge_mode == "concat":
            output = (*shape[:-1], None if shape[-1] is None else 2 * shape[-1])
        elif self.merge_mode is None:
            output = [shape, shape]
        else:
            output = shape
        if self.return_state:
            outputs = output if isinstance(output, list) else [output]
            return [*outputs, *states, *states]
        return output

    def build(self, sequences_shape, initial_state_shape=None):
        for layer in (self.forward_layer, self.backward_layer):
            if not layer.built:
                layer.build(sequences_shape)
                layer.built = True

    def call(self, sequences, initial_state=None, mask=None, training=None):
        more = {"training": training} if self.forward_layer._call_has_training_arg else {}
        if mask is not None:
            more["mask"] = mask
        if initial_state is not None:
            half = len(initial_state) // 2
            forward = self.forward_layer(sequences, initial_state=initial_state[:half], **more)
            backward = self.backward_layer(sequences, initial_state=initial_state[half:], **more)
        else:
            forward = self.forward_layer(sequences, **more)
            backward = self.backward_layer(sequences, **more)
        states = []
        if self.return_state:
            states = [*forward[1:], *backward[1:]]
            forward, backward = forward[0], backward[0]
        if self.return_sequences:
            backward = ops.flip(backward, axis=1)
        merged = self._merge(forward, backward)
        if self.return_state:
            outputs = list(merged) if self.merge_mode is None else [merged]
            return (*outputs, *states)
        return merged

    def _merge(self, forward, backward):
        if self.merge_mode == "concat":
            return ops.concatenate([forward, backward], axis=-1)
        if self.merge_mode == "sum":
            return forward + backward
        if self.merge_mode == "ave":
            return (forward + backward) / 2
        if self.merge_mode == "mul":
            return forward * backward
        return (forward, backward)

    def reset_state(self):
        """Sets the states of both layers to 0."""
        if not self.stateful:
            raise AttributeError("Layer must be stateful.")
        self.forward_layer.reset_state()
        self.backward_layer.reset_state()

    reset_states = reset_state

    def compute_mask(self, _, mask):
        mask = tree.flatten(mask)[0]
        output_mask = mask if self.return_sequences else None
        output_mask = [output_mask, output_mask] if self.merge_mode is None else output_mask
        if self.return_state:
            count = len(self.forward_layer._state_shapes(None)) * 2
            outputs = output_mask if isinstance(output_mask, list) else [output_mask]
            return [*outputs, *(None for _ in range(count))]
        return output_mask

    def get_config(self):
        config = {**super().get_config(), "merge_mode": self.merge_mode}
        config["layer"] = serialization_lib.serialize_keras_object(self.forward_layer)
        config["backward_layer"] = serialization_lib.serialize_keras_object(self.backward_layer)
        return config

    @classmethod
    def from_config(cls, config, custom_objects=None):
        config = dict(config)
        config["layer"] = serialization_lib.deserialize_keras_object(config["layer"], custom_objects=custom_objects)
        if config.get("backward_layer") is not None:
            config["backward_layer"] = serialization_lib.deserialize_keras_object(
                config["backward_layer"], custom_objects=custom_objects
            )
        return cls(**config)
