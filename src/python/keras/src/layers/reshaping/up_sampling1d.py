"""UpSampling1D."""

from keras.src.layers.reshaping.base_resizing import BaseUpSampling


class UpSampling1D(BaseUpSampling):
    """BaseUpSampling for sequences (batch, steps, channels)."""

    _rank = 1

    def __init__(self, size=2, **kwargs):
        super().__init__(size, **kwargs)

    def get_config(self):
        config = super().get_config()
        config.pop("data_format")
        return config
