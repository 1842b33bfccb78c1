"""Cropping3D."""

from keras.src.layers.reshaping.base_resizing import BaseCropping


class Cropping3D(BaseCropping):
    """BaseCropping for volumes (batch, d1, d2, d3, channels)."""

    _rank = 3

    def __init__(self, cropping=((1, 1), (1, 1), (1, 1)), data_format=None, **kwargs):
        super().__init__(cropping, data_format=data_format, **kwargs)
