"""ZeroPadding2D."""

from keras.src.layers.reshaping.base_resizing import BaseZeroPadding


class ZeroPadding2D(BaseZeroPadding):
    """BaseZeroPadding for images (batch, rows, cols, channels)."""

    _rank = 2

    def __init__(self, padding=(1, 1), data_format=None, **kwargs):
        super().__init__(padding, data_format=data_format, **kwargs)
