"""The powers of beta as Keras has them: in single precision, whose rounding shows in the first steps."""

import functools
import struct

_float = struct.Struct("f")


_pack, _unpack = _float.pack, _float.unpack


@functools.lru_cache
def _constant(x):
    return _unpack(_pack(x))[0]


def one_minus_power(beta, step):
    """1 - beta**step, rounded as float32 is."""
    return 1.0 - _unpack(_pack(_constant(beta) ** step))[0]
