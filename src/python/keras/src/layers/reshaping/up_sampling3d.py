"""UpSampling3D."""

from keras.src.layers.reshaping.base_resizing import BaseUpSampling


class UpSampling3D(BaseUpSampling):
    """BaseUpSampling for volumes (batch, d1, d2, d3, channels)."""

    _rank = 3

    def __init__(self, size=(2, 2, 2), data_format=None, **kwargs):
        super().__init__(size, data_format=data_format, **kwargs)
