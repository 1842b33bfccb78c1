"""AveragePooling3D: pooling of volumes."""

from keras.src.layers.pooling.base_pooling import BasePooling


class AveragePooling3D(BasePooling):
    """The mean of each window of volumes (batch, d1, d2, d3, channels)."""

    _rank = 3
    _mode = "average"

    def __init__(self, pool_size, strides=None, padding="valid", data_format=None, name=None, **kwargs):
        super().__init__(pool_size, strides, padding=padding, data_format=data_format, name=name, **kwargs)
