"""AveragePooling2D: pooling of images."""

from keras.src.layers.pooling.base_pooling import BasePooling


class AveragePooling2D(BasePooling):
    """The mean of each window of images (batch, rows, cols, channels)."""

    _rank = 2
    _mode = "average"

    def __init__(self, pool_size, strides=None, padding="valid", data_format=None, name=None, **kwargs):
        super().__init__(pool_size, strides, padding=padding, data_format=data_format, name=name, **kwargs)
