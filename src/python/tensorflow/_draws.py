"""What tf.random's functions and its generators share: numbers of a dtype from a place in a stream."""

import math

import torch
from torch import _philox

from keras.src.backend import dtypes, placing, wrap
from tensorflow._convert import t

# Blocks of four words that a stream gives up for each number, whatever it takes.
RESERVED = 256
# WebGPU keeps whole numbers in 32 bits: larger ones stay on the cpu.
_GPU_INTEGERS = 2**31


def kind_of(dtype):
    """The torch dtype of any name of one."""
    return dtypes.torch_dtype(dtypes.as_dtype(dtype).name)


def count_of(shape):
    """How many elements a shape has."""
    return math.prod(shape)


def reals(kind, place, shape, dtype, scale, shift):
    """Uniform or normal numbers times scale plus shift, which are numbers or tensors."""
    if isinstance(scale, (int, float)) and isinstance(shift, (int, float)):
        return wrap(placing.place(_philox.real(kind, place, shape, dtype, scale, shift)))
    drawn = placing.place(_philox.real(kind, place, shape, dtype))
    return wrap(drawn * placing.to(t(scale), dtype) + placing.to(t(shift), dtype))


def integers(place, shape, low, high, dtype):
    """Whole numbers in [low, high)."""
    drawn = _philox.integers(place, shape, int(low), int(high), torch.int32 if dtype is torch.int32 else torch.int64)
    return wrap(placing.to(placing.place(drawn) if -_GPU_INTEGERS <= int(low) and int(high) <= _GPU_INTEGERS else drawn, dtype))


def full_int(place, shape, dtype):
    """Whole numbers of all that the dtype has."""
    drawn = _philox.integers(place, shape, 0, None, dtype)
    return wrap(drawn if dtype is torch.int64 else placing.place(drawn))
