"""GlobalAveragePooling3D."""

from keras.src.layers.pooling.base_global_pooling import BaseGlobalPooling


class GlobalAveragePooling3D(BaseGlobalPooling):
    """The mean of each channel of volumes (batch, d1, d2, d3, channels)."""

    _rank = 3
    _mode = "average"
