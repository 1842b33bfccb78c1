"""Conv1D."""

from keras.src.layers.convolutional.base_conv import BaseConv


class Conv1D(BaseConv):
    """The convolution of sequences (batch, steps, channels); its arguments are explained at BaseConv."""

    _rank = 1
