"""Lambda: a Python function as a layer."""

import inspect
import types

from keras.src import tree
from keras.src.backend.keras_tensor import KerasTensor
from keras.src.layers.layer import Layer
from keras.src.ops import tracing
from keras.src.saving import serialization_lib
from keras.src.utils import naming


class Lambda(Layer):
    """Wraps a function of tensors.

    Args:
        function: takes the inputs first; may also take `mask` and `training`.
        output_shape: shape of the output without the batch, or a function of the input's shape; found out by itself if
            it isn't given.
        mask: mask of the output, or a function (inputs, mask) that gives it.
        arguments: dict of further arguments for the function.
    """

    def __init__(self, function, output_shape=None, mask=None, arguments=None, **kwargs):
        super().__init__(**kwargs)
        self.arguments = arguments or {}
        self.function = function
        if mask is not None:
            self.supports_masking = True
        self.mask = mask
        self._output_shape = output_shape
        if not callable(function):
            raise TypeError("unsupported callable")
        parameters = inspect.signature(function).parameters if not isinstance(function, type) else {}
        self._fn_expects_training_arg = "training" in parameters
        self._fn_expects_mask_arg = "mask" in parameters

    def compute_output_spec(self, *args, **kwargs):
        if self._output_shape is not None:
            return super().compute_output_spec(*args, **kwargs)
        try:
            # Keras asks for the shape first, with tensors of its own.
            spec = tracing.compute_output_spec(self.call, *args, **kwargs)
            naming.skip_names("keras_tensor", sum(isinstance(x, KerasTensor) for x in tree.flatten(args)))
            return tree.map_structure(lambda x: KerasTensor(x.shape, dtype=x.dtype), spec)
        except Exception as error:
            raise NotImplementedError(
                "We could not automatically infer the shape of the Lambda's output. Please specify the `output_shape` "
                f"argument for this Lambda layer. Error encountered: {error}"
            ) from error

    def compute_output_shape(self, input_shape):
        if self._output_shape is None:
            spec = tracing.compute_output_spec(self.call, tree.map_shape_structure(KerasTensor, input_shape))
            return tree.map_structure(lambda x: x.shape, spec)
        if callable(self._output_shape):
            return self._output_shape(input_shape)
        single = isinstance(input_shape, (list, tuple)) and all(isinstance(d, (int, type(None))) for d in input_shape)
        batch = input_shape[0] if single else tree.flatten(input_shape)[0]
        return tree.map_shape_structure(lambda s: (batch, *s), self._output_shape)

    def call(self, inputs, mask=None, training=None):
        kwargs = dict(self.arguments)
        if self._fn_expects_mask_arg:
            kwargs["mask"] = mask
        if self._fn_expects_training_arg:
            kwargs["training"] = training
        return self.function(inputs, **kwargs)

    def compute_mask(self, inputs, mask=None):
        return self.mask(inputs, mask) if callable(self.mask) else self.mask

    def get_config(self):
        config = {**super().get_config(), "function": serialization_lib.serialize_keras_object(self.function)}
        if self._output_shape is not None:
            shape = self._output_shape
            config["output_shape"] = serialization_lib.serialize_keras_object(shape) if callable(shape) else shape
        if self.mask is not None:
            config["mask"] = serialization_lib.serialize_keras_object(self.mask)
        config["arguments"] = serialization_lib.serialize_keras_object(self.arguments)
        return config

    @classmethod
    def from_config(cls, config, custom_objects=None, safe_mode=None):
        config = dict(config)
        safe_mode = safe_mode if safe_mode is not None else serialization_lib.in_safe_mode()
        if safe_mode is not False and _is_lambda(config["function"]):
            raise ValueError(
                "Requested the deserialization of a `Lambda` layer whose `function` is a Python lambda. This carries a "
                "potential risk of arbitrary code execution and thus it is disallowed by default. If you trust the source of "
                "the artifact, you can override this error by passing `safe_mode=False` to the loading function, or calling "
                "`keras.config.enable_unsafe_deserialization()."
            )
        for name in ("function", "output_shape", "mask"):
            value = config.get(name)
            if isinstance(value, (dict, str)):
                config[name] = serialization_lib.deserialize_keras_object(
                    value, custom_objects=custom_objects, safe_mode=False
                )
        config["arguments"] = serialization_lib.deserialize_keras_object(config.get("arguments"))
        return cls(**config)


def _is_lambda(config):
    if isinstance(config, dict):
        return config.get("class_name") == "__lambda__"
    return isinstance(config, types.LambdaType) and config.__name__ == "<lambda>"
