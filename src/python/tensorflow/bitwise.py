"""tf.bitwise: whole numbers bit by bit."""

import torch

from tensorflow._convert import both, t, wrap


def _binary(op, compute, doc):
    def function(x, y, name=None):
        first, second = both(op, x, y)
        return wrap(compute(first, second))

    function.__doc__ = doc
    return function


bitwise_and = _binary("BitwiseAnd", torch.bitwise_and, "x & y.")
bitwise_or = _binary("BitwiseOr", torch.bitwise_or, "x | y.")
bitwise_xor = _binary("BitwiseXor", torch.bitwise_xor, "x ^ y.")
left_shift = _binary("LeftShift", lambda x, y: x << y, "x · 2 ** y.")
right_shift = _binary("RightShift", lambda x, y: x >> y, "x // 2 ** y.")


def invert(x, name=None):
    """All bits the other way round."""
    return wrap(torch.bitwise_not(t(x)))
