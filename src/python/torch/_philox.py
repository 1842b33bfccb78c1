"""Random tensors of TensorFlow's generator (Philox), for the keras and tensorflow packages: a place in a stream goes in, a tensor comes out.
Which place an operation draws from is theirs to say. The streams are the engine's; all is drawn on the cpu."""

import struct

import bridge
import torch
from torch._dtype import code_of
from torch._tensor import wrap

# Seeds of Keras are taken modulo this.
SEEDS = 2147483646
UNIFORM, NORMAL, TRUNCATED_NORMAL = 0, 1, 2
GAMMA, POISSON = 0, 1
_MANTISSA = {torch.float16: 10, torch.bfloat16: 7}
_STRUCT = {torch.float32: "f", torch.float16: "e"}
_WORD = 0xFFFFFFFF


def stateless(first, second):
    """The place of two seeds that need not look random (TensorFlow's stateless operations)."""
    return (0, first & _WORD, first >> 32 & _WORD, second & _WORD, second >> 32 & _WORD, 0, 0)


def at(key, upper, lower=0):
    """The place of a key and the halves of a counter."""
    return (1, key & _WORD, key >> 32 & _WORD, upper & _WORD, upper >> 32 & _WORD, lower & _WORD, lower >> 32 & _WORD)


def _numbers(place):
    """A place as numbers; a tensor of two seeds is one, too."""
    return place if type(place) is tuple else stateless(*(each % SEEDS for each in place.tolist()))


def rounded(value, dtype):
    """A number of Python's as the dtype keeps it."""
    if dtype is torch.bfloat16:
        return torch.tensor(float(value), dtype=dtype).item()
    # Not by way of a tensor: what makes one from Python's memory can't be repeated without Python.
    code = _STRUCT.get(dtype)
    return float(value) if code is None else struct.unpack(code, struct.pack(code, float(value)))[0]


def real(kind, place, sizes, dtype=torch.float32, scale=1.0, shift=0.0):
    """Uniform numbers in [0, 1), normal or truncated normal ones, scaled and shifted.

    place: as stateless() or at() make it, or a tensor of two seeds, which the engine reads by itself.
    """
    if dtype in _MANTISSA:
        # Each step is rounded to the half type, as TensorFlow's own steps are.
        drawn = _real(kind, _MANTISSA[dtype], 1, 0, 0, place, sizes).to(dtype)
        return drawn if scale == 1.0 and shift == 0.0 else drawn * torch.tensor(scale, dtype=dtype) + torch.tensor(shift, dtype=dtype)
    return _real(kind, 23, scale, shift, code_of(dtype), place, sizes)


def _real(kind, bits, scale, shift, code, place, sizes):
    if type(place) is tuple:
        return wrap(bridge.philox_real(kind, bits, scale, shift, code, 0, *place, *sizes))
    return wrap(bridge.philox_real_from(place._handle, kind, bits, scale, shift, code, 0, *sizes))


def keep(rate, place, sizes, dtype=torch.float32):
    """Booleans: whether a uniform number of the dtype reaches the rate."""
    if type(place) is tuple:
        return real(UNIFORM, place, sizes, dtype) >= rate
    wide, bits = dtype is torch.float64, _MANTISSA.get(dtype, 23)
    return wrap(bridge.philox_keep_from(place._handle, rounded(rate, dtype), bits, wide, 0, *sizes))


def integers(place, sizes, low, high, dtype=torch.int32):
    """Whole numbers in [low, high); all that the dtype has with high None. int32 or int64."""
    return wrap(bridge.philox_integers(0 if high is None else low, 0 if high is None else high - low, code_of(dtype), 0, *_numbers(place), *sizes))


def permutation(n, place):
    """The whole numbers below n in the order of tf.random.shuffle."""
    return wrap(bridge.philox_permutation(n, 0, *_numbers(place)))


def words(count, place):
    """The next words of 32 bits, as a list."""
    return wrap(bridge.philox_words(count, 0, *place)).tolist()


def categorical(logits, count, place):
    """Class numbers of each row of logits."""
    wide = logits.detach().cpu().to(torch.float64)
    return wrap(bridge.philox_categorical(wide._handle, count, *_numbers(place)))


def sample(kind, parameters, count, place):
    """`count` gamma or Poisson numbers for each of the parameters: float64 of the sizes (count, number of parameters)."""
    flat = parameters.detach().cpu().to(torch.float64).reshape(-1).contiguous()
    return wrap(bridge.philox_sample(flat._handle, kind, count, *_numbers(place)))


def binomial(counts, shares, place):
    """Successes of equally many counts and probabilities, as float64."""
    counts, shares = (each.detach().cpu().to(torch.float64).reshape(-1).contiguous() for each in (counts, shares))
    return wrap(bridge.philox_binomial(counts._handle, shares._handle, *_numbers(place)))


def later(place, blocks):
    """The place so many times four words after a place made by at()."""
    mode, key0, key1, upper0, upper1, lower0, lower1 = place
    lower = (lower1 << 32 | lower0) + blocks
    return (mode, key0, key1, upper0, upper1, lower & _WORD, lower >> 32 & _WORD)
