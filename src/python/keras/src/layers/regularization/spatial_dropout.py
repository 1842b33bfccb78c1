"""Dropout of whole channels."""

from keras.src import backend
from keras.src.layers.input_spec import InputSpec
from keras.src.layers.regularization.dropout import BaseDropout, drop


class _SpatialDropout(BaseDropout):
    def call(self, inputs, training=False):
        if training and self.rate > 0:
            return drop(inputs, self.rate, self._get_noise_shape(inputs), self.seed_generator)
        return inputs

    def get_config(self):
        config = super().get_config()
        return {"rate": config["rate"], "seed": config["seed"], "name": config["name"], "dtype": self.dtype}


class SpatialDropout1D(_SpatialDropout):
    """Drops whole feature maps of (batch, timesteps, channels)."""

    def __init__(self, rate, seed=None, name=None, dtype=None):
        super().__init__(rate, seed=seed, name=name, dtype=dtype)
        self.input_spec = InputSpec(ndim=3)

    def _get_noise_shape(self, inputs):
        return (inputs.shape[0], 1, inputs.shape[2])


class _SpatialDropoutND(_SpatialDropout):
    _spatial = 2

    def __init__(self, rate, data_format=None, seed=None, name=None, dtype=None):
        super().__init__(rate, seed=seed, name=name, dtype=dtype)
        self.data_format = backend.standardize_data_format(data_format)
        self.input_spec = InputSpec(ndim=self._spatial + 2)

    def _get_noise_shape(self, inputs):
        ones = (1,) * self._spatial
        if self.data_format == "channels_first":
            return (inputs.shape[0], inputs.shape[1], *ones)
        return (inputs.shape[0], *ones, inputs.shape[-1])

    def get_config(self):
        return {**super().get_config(), "data_format": self.data_format}


class SpatialDropout2D(_SpatialDropoutND):
    """Drops whole feature maps of images (batch, rows, cols, channels)."""


class SpatialDropout3D(_SpatialDropoutND):
    """Drops whole feature maps of volumes (batch, d1, d2, d3, channels)."""

    _spatial = 3
