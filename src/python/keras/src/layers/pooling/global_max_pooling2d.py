"""GlobalMaxPooling2D."""

from keras.src.layers.pooling.base_global_pooling import BaseGlobalPooling


class GlobalMaxPooling2D(BaseGlobalPooling):
    """The largest value of each channel of images (batch, rows, cols, channels)."""

    _rank = 2
    _mode = "max"
