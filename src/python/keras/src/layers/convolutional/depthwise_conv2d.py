"""DepthwiseConv2D."""

from keras.src.layers.convolutional.base_depthwise_conv import BaseDepthwiseConv


class DepthwiseConv2D(BaseDepthwiseConv):
    """The depthwise convolution of images (batch, rows, cols, channels); its arguments are explained at BaseDepthwiseConv."""

    _rank = 2
