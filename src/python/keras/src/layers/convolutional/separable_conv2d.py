"""SeparableConv2D."""

from keras.src.layers.convolutional.base_separable_conv import BaseSeparableConv


class SeparableConv2D(BaseSeparableConv):
    """The separable convolution of images (batch, rows, cols, channels); its arguments are explained at BaseSeparableConv."""

    _rank = 2
