"""Conv2DTranspose."""

from keras.src.layers.convolutional.base_conv_transpose import BaseConvTranspose


class Conv2DTranspose(BaseConvTranspose):
    """The transposed convolution of images (batch, rows, cols, channels); its arguments are explained at BaseConvTranspose."""

    _rank = 2
