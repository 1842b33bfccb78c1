"""The powers of beta as Keras has them: in single precision, whose rounding shows in the first steps."""

import struct


def _single(x):
    return struct.unpack("f", struct.pack("f", x))[0]


def one_minus_power(beta, step):
    """1 - beta**step, rounded as float32 is."""
    return 1.0 - _single(_single(beta) ** step)
