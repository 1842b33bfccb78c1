"""GlobalAveragePooling2D."""

from keras.src.layers.pooling.base_global_pooling import BaseGlobalPooling


class GlobalAveragePooling2D(BaseGlobalPooling):
    """The mean of each channel of images (batch, rows, cols, channels)."""

    _rank = 2
    _mode = "average"
