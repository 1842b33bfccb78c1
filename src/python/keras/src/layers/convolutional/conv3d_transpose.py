"""Conv3DTranspose."""

from keras.src.layers.convolutional.base_conv_transpose import BaseConvTranspose


class Conv3DTranspose(BaseConvTranspose):
    """The transposed convolution of volumes (batch, d1, d2, d3, channels); its arguments are explained at BaseConvTranspose."""

    _rank = 3
