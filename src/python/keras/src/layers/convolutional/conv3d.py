"""Conv3D."""

from keras.src.layers.convolutional.base_conv import BaseConv


class Conv3D(BaseConv):
    """The convolution of volumes (batch, d1, d2, d3, channels); its arguments are explained at BaseConv."""

    _rank = 3
