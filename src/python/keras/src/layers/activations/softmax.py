"""Softmax as a layer."""

from keras.src import activations, backend, ops
from keras.src.layers.layer import Layer


class Softmax(Layer):
    """exp(x) / sum(exp(x)) along an axis; where the mask is False the result is 0.

    Args:
        axis: axis, or list of axes to take together.
    """

    def __init__(self, axis=-1, **kwargs):
        super().__init__(**kwargs)
        self.axis = axis
        self.supports_masking = True
        self._build_at_init()

    def call(self, inputs, mask=None):
        if mask is not None:
            large = 3e4 if backend.standardize_dtype(inputs.dtype) == "float16" else 1e9
            inputs = inputs + (1.0 - ops.cast(mask, inputs.dtype)) * -large
        if isinstance(self.axis, (tuple, list)):
            if len(self.axis) > 1:
                outputs = ops.exp(inputs - ops.logsumexp(inputs, axis=tuple(self.axis), keepdims=True))
            else:
                outputs = activations.softmax(inputs, axis=self.axis[0])
        else:
            outputs = activations.softmax(inputs, axis=self.axis)
        if mask is not None:
            outputs = ops.multiply(outputs, ops.cast(mask, outputs.dtype))
        return outputs

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "axis": self.axis}
