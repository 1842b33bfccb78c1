"""Cropping1D."""

from keras.src.layers.reshaping.base_resizing import BaseCropping


class Cropping1D(BaseCropping):
    """BaseCropping for sequences (batch, steps, channels)."""

    _rank = 1

    def __init__(self, cropping=(1, 1), **kwargs):
        super().__init__(cropping, **kwargs)

    def get_config(self):
        config = super().get_config()
        config.pop("data_format")
        return config
