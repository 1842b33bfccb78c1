"""ZeroPadding1D."""

from keras.src.layers.reshaping.base_resizing import BaseZeroPadding


class ZeroPadding1D(BaseZeroPadding):
    """BaseZeroPadding for sequences (batch, steps, channels)."""

    _rank = 1

    def __init__(self, padding=1, data_format=None, **kwargs):
        super().__init__(padding, data_format=data_format, **kwargs)
