"""AdaptiveAveragePooling3D."""

from keras.src.layers.pooling.base_adaptive_pooling import BaseAdaptivePooling


class AdaptiveAveragePooling3D(BaseAdaptivePooling):
    """The mean of each window, for windows that give an output of a fixed size."""

    _rank = 3
    _mode = "average"
