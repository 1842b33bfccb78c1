"""Sequential: a model whose layers follow one another."""

import copy
import inspect

from keras.src import tree
from keras.src.backend import masking
from keras.src.backend.keras_tensor import standardize_shape
from keras.src.layers.core.input_layer import InputLayer
from keras.src.layers.layer import Layer
from keras.src.models.functional import Functional
from keras.src.models.model import Model
from keras.src.saving import serialization_lib


class Sequential(Model):
    """A stack of layers.

    Args:
        layers: list of layers; a keras.Input first tells the shape, so that the model is built at once.
    """

    def __init__(self, layers=None, trainable=True, name=None):
        super().__init__(trainable=trainable, name=name)
        self._functional = None
        self._layers = []
        if layers:
            for layer in layers:
                self.add(layer, rebuild=False)
            self._maybe_rebuild()

    def add(self, layer, rebuild=True):
        """Adds a layer at the end."""
        if not self._layers and getattr(layer, "_input_shape_arg", None) is not None:
            self.add(InputLayer(shape=layer._input_shape_arg))
        # keras.Input gives a tensor: its layer is meant.
        if hasattr(layer, "_keras_history") and isinstance(layer._keras_history[0], InputLayer):
            layer = layer._keras_history[0]
        if not isinstance(layer, Layer):
            raise ValueError(
                "Only instances of `keras.Layer` can be added to a Sequential model. "
                f"Received: {layer} (of type {type(layer)})"
            )
        if any(layer.name == other.name and other is not layer for other in self._layers):
            raise ValueError(
                "All layers added to a Sequential model should have unique names. Name "
                f"'{layer.name}' is already the name of a layer in this model. Update the `name` argument to pass a unique "
                "name."
            )
        if isinstance(layer, InputLayer) and self._layers and isinstance(self._layers[0], InputLayer):
            raise ValueError(
                f"Sequential model '{self.name}' has already been configured to use input shape "
                f"{self._layers[0].batch_shape}. You cannot add a different Input layer to it."
            )
        self._layers.append(layer)
        if rebuild:
            self._maybe_rebuild()
        else:
            self.built = False
            self._functional = None

    def pop(self, rebuild=True):
        """Removes the last layer and returns it."""
        layer = self._layers[-1]
        self._layers.pop()
        self.built = False
        self._functional = None
        if rebuild:
            self._maybe_rebuild()
        return layer

    def _maybe_rebuild(self):
        self.built = False
        self._functional = None
        self.__dict__["_ready_shape"] = None
        if len(self._layers) > 1:
            first = self._layers[0]
            if isinstance(first, InputLayer):
                self.build(first.batch_shape)
            elif isinstance(first, Model) and hasattr(first, "input_shape"):
                self.build(first.input_shape)

    def _lock_state(self):
        # Layers may be added after building.
        pass

    def build(self, input_shape=None):
        try:
            input_shape = standardize_shape(input_shape)
        except Exception:
            # Not a single shape: the first call will tell.
            return
        if not self._layers:
            raise ValueError(
                f"Sequential model {self.name} cannot be built because it has no layers. Call `model.add(layer)`."
            )
        first = self._layers[0]
        if isinstance(first, InputLayer):
            if first.batch_shape != input_shape:
                raise ValueError(
                    f"Sequential model '{self.name}' has already been configured to use input shape {first.batch_shape}. "
                    f"You cannot build it with input_shape {input_shape}"
                )
        else:
            self._layers = [InputLayer(batch_shape=input_shape, dtype=first.compute_dtype), *self._layers]
        inputs = x = self._layers[0].output
        for layer in self._layers[1:]:
            try:
                x = layer(x)
            except NotImplementedError:
                # A layer that can't tell its output's shape: the model stays without a graph.
                return
            except TypeError:
                self._check_signature(layer)
                raise
        self._functional = Functional(inputs=inputs, outputs=x)

    def build_for_batches(self, input_shape):
        """Builds a model that knows no shape yet, for the batches of fit() and others."""
        if self._functional is None and not self.built:
            self.build(tuple(input_shape))

    @staticmethod
    def _check_signature(layer):
        kinds = (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD)
        positional = [p for p in inspect.signature(layer.call).parameters.values() if p.kind in kinds]
        if not positional:
            raise ValueError(
                "Layers added to a Sequential model should have a single positional argument, the input tensor. Layer "
                f"{layer.__class__.__name__} has no positional arguments."
            )
        required = [p for p in positional if p.default is inspect.Parameter.empty]
        if len(required) > 1:
            raise ValueError(
                "Layers added to a Sequential model can only have a single required positional argument, the input tensor. "
                f"Layer {layer.__class__.__name__} has multiple required positional arguments: {required}"
            )

    def call(self, inputs, training=None, mask=None, **kwargs):
        if self._functional:
            return self._functional.call(inputs, training=training, mask=mask)
        # Without layers there is no `outputs` to return, and Python says so as it does in Keras.
        for layer in self.layers:
            outputs = layer(inputs, mask=mask) if layer._call_has_mask_arg else layer(inputs)
            inputs = outputs
            mask = tree.map_structure(masking.get_keras_mask, outputs)
        return outputs

    @property
    def layers(self):
        """The layers, without the input."""
        layers = self._layers
        return list(layers[1:]) if layers and isinstance(layers[0], InputLayer) else list(layers)

    @layers.setter
    def layers(self, _):
        raise AttributeError(
            "`Sequential.layers` attribute is reserved and should not be used. Use `add()` and `pop()` to change the layers "
            "in this model."
        )

    def compute_output_spec(self, inputs, training=None, mask=None, **kwargs):
        if self._functional:
            return self._functional.compute_output_spec(inputs, training=training, mask=mask)
        for layer in self.layers:
            inputs = layer(inputs)
        return inputs

    def compute_output_shape(self, input_shape):
        if self._functional:
            return self._functional.compute_output_shape(input_shape)
        for layer in self.layers:
            input_shape = layer.compute_output_shape(input_shape)
        return input_shape

    def _of_functional(self, attribute, what):
        if self._functional:
            return getattr(self._functional, attribute)
        raise AttributeError(f"Sequential model '{self.name}' has no defined {what} yet.")

    @property
    def input_shape(self):
        """Shape of the input with the batch."""
        return self._of_functional("input_shape", "input shape")

    @property
    def output_shape(self):
        """Shape of the output with the batch."""
        return self._of_functional("output_shape", "output shape")

    @property
    def inputs(self):
        """The symbolic inputs."""
        return self._of_functional("inputs", "inputs")

    @property
    def outputs(self):
        """The symbolic outputs."""
        return self._of_functional("outputs", "outputs")

    @property
    def input_dtype(self):
        layers = self._layers
        if layers and isinstance(layers[0], InputLayer):
            return layers[0].dtype
        return super().input_dtype

    def get_config(self):
        config = Layer.get_config(self)
        config["name"] = self.name
        layers = [serialization_lib.serialize_keras_object(layer) for layer in self._layers]
        config["layers"] = copy.deepcopy(layers)
        if self._functional is not None:
            config["build_input_shape"] = self._layers[0].batch_shape
        return config

    @classmethod
    def from_config(cls, config, custom_objects=None):
        if "name" not in config:
            raise ValueError(
                "A Sequential model configuration must be a dictionary containing the 'name' and 'layers' keys. "
                f"Received: config={config}"
            )
        model = cls(name=config["name"])
        for layer_config in config["layers"]:
            model.add(serialization_lib.deserialize_keras_object(layer_config, custom_objects=custom_objects))
        build_input_shape = config.get("build_input_shape")
        if not model._functional and isinstance(build_input_shape, (tuple, list)):
            model.build(tuple(build_input_shape))
        return model
