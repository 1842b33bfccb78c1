"""Rescaling: another range of values."""

from keras.src import backend
from keras.src.layers.layer import Layer


class Rescaling(Layer):
    """x · scale + offset; `Rescaling(1 / 255)` maps 0…255 to 0…1. Whole numbers become floats."""

    def __init__(self, scale, offset=0.0, **kwargs):
        super().__init__(**kwargs)
        self._allow_non_tensor_positional_args = True
        self.scale = scale
        self.offset = offset
        self.supports_masking = True

    def call(self, inputs):
        dtype = self.compute_dtype
        x = backend.cast(inputs, dtype)
        scale = backend.convert_to_tensor(self.scale, dtype=dtype)
        return x * scale + backend.convert_to_tensor(self.offset, dtype=dtype)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "scale": self.scale, "offset": self.offset}
