"""keras.random: TensorFlow's numbers (Philox streams, drawn on the cpu), which a seed determines: an int gives the same numbers
at every call."""

import math

import torch
from torch import _philox

from keras.src.backend import KerasTensor, config, dtypes, placing, unwrap, wrap
from keras.src.random.seed_generator import place_of


def place(seed):
    """Where in TensorFlow's streams a draw with a seed, a SeedGenerator or None begins: a place of _philox, or a tensor of two seeds."""
    drawn = place_of(seed)
    return _place(drawn) if type(drawn) is tuple else drawn


def _place(pair):
    # TensorFlow's operations take seeds of 32 bits.
    return _philox.stateless(pair[0] % _philox.SEEDS, pair[1] % _philox.SEEDS)


def _shape(shape):
    return tuple(int(size) for size in shape) if isinstance(shape, (list, tuple)) else tuple(unwrap(shape).tolist())


def _number(value):
    return value if isinstance(value, (int, float)) else unwrap(value)


def _float(dtype):
    return dtypes.torch_dtype(dtypes.standardize_dtype(dtype or config.floatx()))


def _real(kind, shape, seed, dtype, scale, shift):
    """Numbers of a distribution times scale plus shift, which are numbers or tensors."""
    if isinstance(scale, torch.Tensor) or isinstance(shift, torch.Tensor):
        drawn = placing.place(_philox.real(kind, place(seed), _shape(shape), dtype))
        scale, shift = (placing.to(each, dtype) if isinstance(each, torch.Tensor) else each for each in (scale, shift))
        return wrap(drawn * scale + shift)
    return wrap(placing.place(_philox.real(kind, place(seed), _shape(shape), dtype, scale, shift)))


def normal(shape, mean=0.0, stddev=1.0, dtype=None, seed=None):
    """Normal numbers."""
    if dtype is not None and not dtypes.is_float_dtype(dtype):
        raise TypeError(f"Cannot convert {mean!r} to EagerTensor of dtype {dtypes.standardize_dtype(dtype)}")
    return _real(_philox.NORMAL, shape, seed, _float(dtype), _number(stddev), _number(mean))


def uniform(shape, minval=0.0, maxval=1.0, dtype=None, seed=None):
    """Equally likely numbers in [minval, maxval)."""
    low, high = _number(minval), _number(maxval)
    if dtype is not None and dtypes.is_int_dtype(dtype):
        raise ValueError(
            f"`keras.random.uniform` requires a floating point `dtype`. Received: dtype={dtypes.standardize_dtype(dtype)} "
        )
    wanted = _float(dtype)
    if not isinstance(low, torch.Tensor) and not isinstance(high, torch.Tensor):
        low, high = _philox.rounded(low, wanted), _philox.rounded(high, wanted)
    return _real(_philox.UNIFORM, shape, seed, wanted, high - low, low)


def randint(shape, minval, maxval, dtype="int32", seed=None):
    """Whole numbers in [minval, maxval)."""
    name = dtypes.standardize_dtype(dtype)
    if name not in dtypes.INT_TYPES:
        raise ValueError(
            f"`keras.random.randint` requires an integer `dtype`. Received: dtype={name} "
        )
    drawn_as = torch.int32 if name == "int32" else torch.int64
    drawn = _philox.integers(place(seed), _shape(shape), int(minval), int(maxval), drawn_as)
    return wrap(placing.to(placing.place(drawn), dtypes.torch_dtype(name)))


def truncated_normal(shape, mean=0.0, stddev=1.0, dtype=None, seed=None):
    """Normal numbers within two standard deviations: what is farther away is drawn again."""
    return _real(_philox.TRUNCATED_NORMAL, shape, seed, _float(dtype), _number(stddev), _number(mean))


def categorical(logits, num_samples, dtype="int32", seed=None):
    """Class numbers drawn with the probabilities softmax(logits)."""
    found = unwrap(logits)
    if found.dim() != 2:
        raise ValueError(f"`logits` should be a 2-D tensor with shape [batch_size, num_classes]. Received: logits={logits}")
    drawn = placing.place(_philox.categorical(found, int(num_samples), place(seed)))
    return wrap(placing.to(drawn, dtypes.torch_dtype(dtype)))


def dropout(inputs, rate, noise_shape=None, seed=None):
    """Elements at 0 with probability `rate`, the others times 1 / (1 - rate)."""
    if isinstance(inputs, KerasTensor):
        return KerasTensor(inputs.shape, dtype=inputs.dtype)
    found = unwrap(inputs)
    if rate == 0.0:
        return wrap(found)
    if rate == 1.0:
        return wrap(torch.zeros_like(found))
    shape = found.shape if noise_shape is None else [s if n is None else n for s, n in zip(found.shape, noise_shape)]
    kept = placing.place(_philox.keep(rate, place(seed), shape, found.dtype))
    return wrap(torch.where(kept, found * (1.0 / (1.0 - rate)), 0.0))


def shuffle(x, axis=0, seed=None):
    """The slices along a dimension in random order."""
    found = unwrap(x)
    order = torch.argsort(_philox.real(_philox.UNIFORM, place(seed), (found.shape[axis],)), stable=True)
    return wrap(found.index_select(axis, placing.place(order)))


def gamma_of(alpha, shape, where, dtype):
    """Gamma numbers of the sizes `shape`, whose last dimensions are those of alpha, from a place in a stream."""
    alpha = alpha.to(dtype)
    count = math.prod(shape[: len(shape) - alpha.dim()])
    drawn = _philox.sample(_philox.GAMMA, alpha, count, where).to(dtype).reshape(shape)
    return torch.clamp(drawn, min=torch.finfo(dtype).tiny)


def gamma(shape, alpha, dtype=None, seed=None):
    """Gamma numbers of shape alpha."""
    return wrap(placing.place(gamma_of(unwrap(alpha), _shape(shape), place(seed), _float(dtype))))


def beta(shape, alpha, beta, dtype=None, seed=None):
    """Beta numbers of shapes alpha and beta."""
    sizes, wanted, pair = _shape(shape), _float(dtype), place_of(seed)
    pair = pair if type(pair) is tuple else pair.tolist()
    first, second = (torch.broadcast_to(unwrap(each), sizes) for each in (alpha, beta))
    a = gamma_of(first, sizes, _place(pair), wanted)
    b = gamma_of(second, sizes, _philox.stateless(*(each % _philox.SEEDS + 12 for each in pair)), wanted)
    return wrap(placing.place(a / (a + b)))


def binomial(shape, counts, probabilities, dtype=None, seed=None):
    """How many of `counts` trials succeed."""
    sizes = _shape(shape)
    tries, shares = (torch.broadcast_to(unwrap(each).cpu().to(torch.float32), sizes) for each in (counts, probabilities))
    drawn = _philox.binomial(tries, shares, place(seed)).to(_float(dtype)).reshape(sizes)
    return wrap(placing.place(drawn))
