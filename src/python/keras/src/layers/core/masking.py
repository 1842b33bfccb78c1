"""Masking: marks timesteps that are all one value as padding."""

from keras.src import ops
from keras.src.backend import masking
from keras.src.layers.layer import Layer


class Masking(Layer):
    """Later layers skip the timesteps in which all features equal `mask_value`.

    Shapes: input and output (batch, timesteps, features).
    """

    def __init__(self, mask_value=0.0, **kwargs):
        super().__init__(**kwargs)
        self.mask_value = mask_value
        self.supports_masking = True
        self._build_at_init()

    def compute_mask(self, inputs, mask=None):
        return ops.any(ops.not_equal(inputs, self.mask_value), axis=-1)

    def call(self, inputs):
        mask = ops.any(ops.not_equal(inputs, self.mask_value), axis=-1, keepdims=True)
        outputs = inputs * ops.cast(mask, dtype=inputs.dtype)
        masking.set_keras_mask(outputs, ops.squeeze(mask, axis=-1))
        return outputs

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "mask_value": self.mask_value}
