"""AdaptiveMaxPooling1D."""

from keras.src.layers.pooling.base_adaptive_pooling import BaseAdaptivePooling


class AdaptiveMaxPooling1D(BaseAdaptivePooling):
    """The largest value of each window, for windows that give an output of a fixed size."""

    _rank = 1
    _mode = "max"
