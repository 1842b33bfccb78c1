"""tf.random: TensorFlow's numbers. Operations with a state draw from the streams of tf_seeds (after tf.random.set_seed), stateless ones
from the seeds they are given; generators are in _generators.py."""

import types

import torch
from torch import _philox

from keras.src import ops
from keras.src.backend import dtypes, placing, wrap
from keras.src.random import tf_seeds
from tensorflow._convert import sizes, t
from tensorflow._draws import RESERVED, count_of, full_int, integers, kind_of, reals
from tensorflow._generators import Algorithm, Generator, create_rng_state, get_global_generator, set_global_generator

set_seed = tf_seeds.set_seed


def _place(operation, seed, count, dtype=None):
    return tf_seeds.place((operation, dtype), seed, count * RESERVED)


def normal(shape, mean=0.0, stddev=1.0, dtype="float32", seed=None, name=None):
    """Normal numbers."""
    kind, shape = kind_of(dtype), sizes(shape)
    if not kind.is_floating_point:
        raise TypeError(f"Cannot convert {mean!r} to EagerTensor of dtype {dtypes.as_dtype(dtype).name}")
    return reals(_philox.NORMAL, _place("RandomStandardNormal", seed, count_of(shape), kind), shape, kind, stddev, mean)


def truncated_normal(shape, mean=0.0, stddev=1.0, dtype="float32", seed=None, name=None):
    """Normal numbers within two standard deviations."""
    kind, shape = kind_of(dtype), sizes(shape)
    place = _place("TruncatedNormal", seed, count_of(shape), kind)
    return reals(_philox.TRUNCATED_NORMAL, place, shape, kind, stddev, mean)


def uniform(shape, minval=0, maxval=None, dtype="float32", seed=None, name=None):
    """Equally likely numbers in [minval, maxval); whole ones for a whole dtype."""
    kind, shape = kind_of(dtype), sizes(shape)
    if not kind.is_floating_point:
        if maxval is None:
            raise ValueError(f"Must specify maxval for integer dtype {dtypes.as_dtype(dtype)!r}")
        return integers(_place("RandomUniformInt", seed, count_of(shape), kind), shape, minval, maxval, kind)
    place = _place("RandomUniform", seed, count_of(shape), kind)
    return reals(_philox.UNIFORM, place, shape, kind, *_span(minval, maxval, kind))


def _span(minval, maxval, kind):
    """How wide the interval is, and where it begins, in the dtype."""
    maxval = 1 if maxval is None else maxval
    if isinstance(minval, (int, float)) and isinstance(maxval, (int, float)):
        low, high = _philox.rounded(minval, kind), _philox.rounded(maxval, kind)
        return high - low, low
    low, high = t(minval).to(kind), t(maxval).to(kind)
    return high - low, low


def shuffle(value, seed=None, name=None):
    """The rows in random order."""
    found = t(value)
    rows = found.shape[0] if found.dim() else 1
    place = tf_seeds.place(("RandomShuffle", found.dtype), seed, tf_seeds.shuffle_blocks(rows))
    return wrap(found.index_select(0, placing.place(_philox.permutation(rows, place))) if rows > 1 else found)


def categorical(logits, num_samples, dtype="int64", seed=None, name=None):
    """Class numbers drawn with the probabilities softmax(logits)."""
    found, count = t(logits), int(num_samples)
    # Numbers of 52 bits take two words each.
    place = _place("Multinomial", seed, found.shape[0] * -(-count // 4) * 4 * 2, dtype)
    return wrap(placing.to(placing.place(_philox.categorical(found, count, place)), kind_of(dtype)))


def gamma(shape, alpha, beta=None, dtype="float32", seed=None, name=None):
    """Gamma numbers: of the shape for each of the alphas."""
    return _gamma(alpha, beta, dtype, lambda of: (*sizes(shape), *of), lambda count: _place("RandomGamma", seed, count, dtype))


def _gamma(alpha, beta, dtype, shape_of, place_of):
    kind = kind_of(dtype)
    alpha, beta = t(alpha).to(kind).cpu(), t(1 if beta is None else beta).to(kind).cpu()
    alpha, beta = torch.broadcast_tensors(alpha, beta)
    shape = shape_of(tuple(alpha.shape))
    drawn = _philox.sample(_philox.GAMMA, alpha, count_of(shape) // max(alpha.numel(), 1), place_of(count_of(shape)))
    scaled = drawn.to(kind).reshape(shape) / beta
    return wrap(placing.place(torch.clamp(scaled, min=torch.finfo(kind).tiny)))


def poisson(shape, lam, dtype="float32", seed=None, name=None):
    """Poisson numbers: of the shape for each of the rates."""
    rate = t(lam)
    shape = (*sizes(shape), *rate.shape)
    return _poisson(shape, rate, dtype, _place("RandomPoissonV2", seed, count_of(shape), dtype))


def _poisson(shape, rate, dtype, place):
    drawn = _philox.sample(_philox.POISSON, rate, count_of(shape) // max(rate.numel(), 1), place)
    return wrap(placing.place(drawn.to(kind_of(dtype)).reshape(shape)))


# --- stateless ----------------------------------------------------------------------------------------------------


def _stateless(seed):
    first, second = (int(each) for each in t(seed).tolist())
    return _philox.stateless(first, second)


def stateless_normal(shape, seed, mean=0.0, stddev=1.0, dtype="float32", name=None, alg="auto_select"):
    """Normal numbers that the two seeds determine."""
    return reals(_philox.NORMAL, _stateless(seed), sizes(shape), kind_of(dtype), stddev, mean)


def stateless_truncated_normal(shape, seed, mean=0.0, stddev=1.0, dtype="float32", name=None, alg="auto_select"):
    """Normal numbers within two standard deviations that the two seeds determine."""
    return reals(_philox.TRUNCATED_NORMAL, _stateless(seed), sizes(shape), kind_of(dtype), stddev, mean)


def stateless_uniform(shape, seed, minval=0, maxval=None, dtype="float32", name=None, alg="auto_select"):
    """Equally likely numbers in [minval, maxval) that the two seeds determine; all whole numbers of a dtype with None and None."""
    kind = kind_of(dtype)
    if kind.is_floating_point:
        return reals(_philox.UNIFORM, _stateless(seed), sizes(shape), kind, *_span(minval, maxval, kind))
    if (minval is None) != (maxval is None):
        raise ValueError(
            f"For integer `dtype` argument {dtypes.as_dtype(dtype)!r}, argument `minval` and `maxval` must be both None or not None. "
            f"Got `minval`={minval} and `maxval`={maxval}."
        )
    if minval is None:
        return full_int(_stateless(seed), sizes(shape), kind)
    return integers(_stateless(seed), sizes(shape), minval, maxval, kind)


def stateless_categorical(logits, num_samples, seed, dtype="int64", name=None):
    """Class numbers that the two seeds determine."""
    drawn = _philox.categorical(t(logits), int(num_samples), _stateless(seed))
    return wrap(placing.to(placing.place(drawn), kind_of(dtype)))


def stateless_gamma(shape, seed, alpha, beta=None, dtype="float32", name=None):
    """Gamma numbers that the two seeds determine; the last sizes of the shape are those of alpha."""
    return _gamma(alpha, beta, dtype, lambda _: sizes(shape), lambda _: _stateless(seed))


def stateless_poisson(shape, seed, lam, dtype="int32", name=None):
    """Poisson numbers that the two seeds determine; the last sizes of the shape are those of the rates."""
    return _poisson(sizes(shape), t(lam), dtype, _stateless(seed))


def stateless_binomial(shape, seed, counts, probs, output_dtype="int32", name=None):
    """Successes that the two seeds determine."""
    tries, shares = (torch.broadcast_to(t(each).cpu().to(torch.float32), sizes(shape)) for each in (counts, probs))
    drawn = _philox.binomial(tries, shares, _stateless(seed)).reshape(sizes(shape))
    return wrap(placing.place(drawn.to(kind_of(output_dtype))))


def split(seed, num=2, alg="auto_select"):
    """New pairs of seeds from one."""
    seed = t(seed)
    return full_int(_stateless(seed), (int(num), 2), seed.dtype)


def fold_in(seed, data, alg="auto_select"):
    """A new pair of seeds from one and a number."""
    data = t(data)
    return ops.stack([full_int(_stateless(seed), (), data.dtype), wrap(data)])


def _stateless_shuffle(value, seed, alg="auto_select", name=None):
    """The rows in an order that the two seeds determine."""
    found = t(value)
    return wrap(found.index_select(0, placing.place(_philox.permutation(found.shape[0], _stateless(seed)))))


experimental = types.SimpleNamespace(
    Algorithm=Algorithm, Generator=Generator, create_rng_state=create_rng_state, get_global_generator=get_global_generator,
    set_global_generator=set_global_generator, stateless_fold_in=fold_in, stateless_shuffle=_stateless_shuffle, stateless_split=split,
)  # fmt: skip

__all__ = [
    "Algorithm", "Generator", "categorical", "create_rng_state", "experimental", "fold_in", "gamma", "get_global_generator", "normal", "poisson",
    "set_global_generator", "set_seed", "shuffle", "split", "stateless_binomial", "stateless_categorical", "stateless_gamma",
    "stateless_normal", "stateless_poisson", "stateless_truncated_normal", "stateless_uniform", "truncated_normal", "uniform",
]  # fmt: skip
