"""GlobalMaxPooling3D."""

from keras.src.layers.pooling.base_global_pooling import BaseGlobalPooling


class GlobalMaxPooling3D(BaseGlobalPooling):
    """The largest value of each channel of volumes (batch, d1, d2, d3, channels)."""

    _rank = 3
    _mode = "max"
