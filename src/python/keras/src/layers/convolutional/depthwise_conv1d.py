"""DepthwiseConv1D."""

from keras.src.layers.convolutional.base_depthwise_conv import BaseDepthwiseConv


class DepthwiseConv1D(BaseDepthwiseConv):
    """The depthwise convolution of sequences (batch, steps, channels); its arguments are explained at BaseDepthwiseConv."""

    _rank = 1
