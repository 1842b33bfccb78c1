"""AdaptiveMaxPooling2D."""

from keras.src.layers.pooling.base_adaptive_pooling import BaseAdaptivePooling


class AdaptiveMaxPooling2D(BaseAdaptivePooling):
    """The largest value of each window, for windows that give an output of a fixed size."""

    _rank = 2
    _mode = "max"
