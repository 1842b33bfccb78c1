"""Conv1DTranspose."""

from keras.src.layers.convolutional.base_conv_transpose import BaseConvTranspose


class Conv1DTranspose(BaseConvTranspose):
    """The transposed convolution of sequences (batch, steps, channels); its arguments are explained at BaseConvTranspose."""

    _rank = 1
