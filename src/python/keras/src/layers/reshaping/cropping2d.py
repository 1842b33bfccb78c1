"""Cropping2D."""

from keras.src.layers.reshaping.base_resizing import BaseCropping


class Cropping2D(BaseCropping):
    """BaseCropping for images (batch, rows, cols, channels)."""

    _rank = 2

    def __init__(self, cropping=((0, 0), (0, 0)), data_format=None, **kwargs):
        super().__init__(cropping, data_format=data_format, **kwargs)
