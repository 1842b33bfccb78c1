"""The powers of beta as Keras has them: in single precision, whose rounding shows in the first steps."""

import functools
import struct

_float = struct.Struct("f")


def _single(x):
    return _float.unpack(_float.pack(x))[0]


_constant = functools.lru_cache(_single)


def one_minus_power(beta, step):
    """1 - beta**step, rounded as float32 is."""
    return 1.0 - _single(_constant(beta) ** step)
