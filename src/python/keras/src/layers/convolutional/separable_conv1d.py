"""SeparableConv1D."""

from keras.src.layers.convolutional.base_separable_conv import BaseSeparableConv


class SeparableConv1D(BaseSeparableConv):
    """The separable convolution of sequences (batch, steps, channels); its arguments are explained at BaseSeparableConv."""

    _rank = 1
