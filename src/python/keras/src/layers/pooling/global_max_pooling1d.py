"""GlobalMaxPooling1D."""

from keras.src.layers.pooling.base_global_pooling import BaseGlobalPooling


class GlobalMaxPooling1D(BaseGlobalPooling):
    """The largest value of each channel of sequences (batch, steps, channels)."""

    _rank = 1
    _mode = "max"
