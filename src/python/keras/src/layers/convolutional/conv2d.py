"""Conv2D."""

from keras.src.layers.convolutional.base_conv import BaseConv


class Conv2D(BaseConv):
    """The convolution of images (batch, rows, cols, channels); its arguments are explained at BaseConv."""

    _rank = 2
