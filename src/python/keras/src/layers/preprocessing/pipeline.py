"""Pipeline: layers one after the other, for data that no graph is needed for."""

from keras.src.layers.layer import Layer
from keras.src.saving import serialization_lib


class Pipeline(Layer):
    """Args: layers: list of layers."""

    def __init__(self, layers, name=None):
        super().__init__(name=name)
        self._pipeline_layers = layers
        self._convert_input_args = False
        self._allow_non_tensor_positional_args = True

    @property
    def layers(self):
        """The layers."""
        return list(self._pipeline_layers)

    def call(self, inputs, training=True, mask=None):
        for layer in self._pipeline_layers:
            inputs = layer(inputs, training=training) if layer._call_has_training_arg else layer(inputs)
        return inputs

    def get_config(self):
        layers = [serialization_lib.serialize_keras_object(layer) for layer in self._pipeline_layers]
        return {"layers": layers, "name": self.name}

    @classmethod
    def from_config(cls, config):
        config = dict(config)
        config["layers"] = [serialization_lib.deserialize_keras_object(layer) for layer in config["layers"]]
        return cls(**config)
