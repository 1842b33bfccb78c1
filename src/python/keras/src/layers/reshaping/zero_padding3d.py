"""ZeroPadding3D."""

from keras.src.layers.reshaping.base_resizing import BaseZeroPadding


class ZeroPadding3D(BaseZeroPadding):
    """BaseZeroPadding for volumes (batch, d1, d2, d3, channels)."""

    _rank = 3

    def __init__(self, padding=((1, 1), (1, 1), (1, 1)), data_format=None, **kwargs):
        super().__init__(padding, data_format=data_format, **kwargs)
