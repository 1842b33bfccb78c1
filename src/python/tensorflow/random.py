"""tf.random: random numbers after tf.random.set_seed. The streams are torch's, not TensorFlow's bit for bit."""

import torch

from keras.src import ops
from keras.src.backend import dtypes, global_state, placing, wrap
from keras.src.random import random as _keras
from tensorflow._convert import sizes, t

_state = {"seed": None, "operations": 0}
# keras.utils.set_random_seed puts a generator here too.
_GENERATOR = "tf_random_generator"


def set_seed(seed):
    """Makes the numbers that follow repeatable."""
    global_state.set_global_attribute(_GENERATOR, torch.Generator().manual_seed(int(seed) & 0x7FFFFFFF))
    _state.update(seed=int(seed), operations=0)


def _generator(seed=None):
    if seed is not None:
        _state["operations"] += 1
        base = 0 if _state["seed"] is None else _state["seed"]
        return torch.Generator().manual_seed((int(seed) * 1000003 + base * 7919 + _state["operations"]) & 0x7FFFFFFF)
    return global_state.get_global_attribute(_GENERATOR)


def _kind(dtype):
    return dtypes.torch_dtype(dtypes.as_dtype(dtype).name)


def normal(shape, mean=0.0, stddev=1.0, dtype="float32", seed=None, name=None):
    """Normal numbers."""
    if not _kind(dtype).is_floating_point:
        raise TypeError(f"Cannot convert {mean!r} to EagerTensor of dtype {dtypes.as_dtype(dtype).name}")
    drawn = placing.randn(sizes(shape), generator=_generator(seed))
    return wrap(placing.to(drawn * t(stddev) + t(mean), _kind(dtype)))


def uniform(shape, minval=0, maxval=None, dtype="float32", seed=None, name=None):
    """Equally likely numbers in [minval, maxval); whole ones for a whole dtype."""
    kind = _kind(dtype)
    if not kind.is_floating_point:
        if maxval is None:
            raise ValueError(f"Must specify maxval for integer dtype {dtypes.as_dtype(dtype)!r}")
        return wrap(placing.to(placing.randint(int(minval), int(maxval), sizes(shape), generator=_generator(seed)), kind))
    low, high = t(minval).to(torch.float32), t(1.0 if maxval is None else maxval).to(torch.float32)
    return wrap(placing.to(placing.rand(sizes(shape), generator=_generator(seed)) * (high - low) + low, kind))


def truncated_normal(shape, mean=0.0, stddev=1.0, dtype="float32", seed=None, name=None):
    """Normal numbers within two standard deviations."""
    place = int(torch.randint(0, 2**31 - 1, (1,), generator=_generator(seed)))
    return _keras.truncated_normal(sizes(shape), float(mean), float(stddev), dtype=dtypes.as_dtype(dtype).name, seed=place)


def shuffle(value, seed=None, name=None):
    """The rows in random order."""
    found = t(value)
    return wrap(found.index_select(0, placing.randperm(found.shape[0], generator=_generator(seed))))


def categorical(logits, num_samples, dtype="int64", seed=None, name=None):
    """Class numbers drawn with the probabilities softmax(logits)."""
    drawn = torch.multinomial(torch.softmax(t(logits), -1), int(num_samples), replacement=True, generator=_generator(seed))
    return wrap(placing.to(drawn, _kind(dtype)))


def gamma(shape, alpha, beta=None, dtype="float32", seed=None, name=None):
    """Gamma numbers."""
    place = int(torch.randint(0, 2**31 - 1, (1,), generator=_generator(seed)))
    drawn = _keras.gamma((*sizes(shape), *t(alpha).shape), alpha, seed=place)
    return drawn if beta is None else drawn / ops.cast(beta, "float32")


def poisson(shape, lam, dtype="float32", seed=None, name=None):
    """Poisson numbers."""
    rate = t(lam).cpu().to(torch.float32).expand((*sizes(shape), *t(lam).shape)).clone()
    return wrap(placing.to(torch.poisson(rate, generator=_generator(seed)), _kind(dtype)))


def _stateless(draw):
    def function(shape, seed, *args, **options):
        first, second = (int(each) for each in t(seed).tolist())
        options.pop("alg", None)
        options.pop("name", None)
        return draw(sizes(shape), *args, seed=(first * 1000003 + second) & 0x7FFFFFFF, **options)

    return function


stateless_normal = _stateless(lambda shape, mean=0.0, stddev=1.0, dtype="float32", seed=0: _keras.normal(shape, mean, stddev, dtypes.as_dtype(dtype).name, seed))
stateless_uniform = _stateless(
    lambda shape, minval=0, maxval=1.0, dtype="float32", seed=0: _keras.uniform(shape, minval, maxval, dtypes.as_dtype(dtype).name, seed)
    if dtypes.as_dtype(dtype).is_floating
    else _keras.randint(shape, minval, maxval, dtypes.as_dtype(dtype).name, seed)
)
stateless_truncated_normal = _stateless(
    lambda shape, mean=0.0, stddev=1.0, dtype="float32", seed=0: _keras.truncated_normal(shape, mean, stddev, dtypes.as_dtype(dtype).name, seed)
)


class Generator:
    """tf.random.Generator: a stream of its own."""

    def __init__(self, generator):
        self._generator = generator

    @classmethod
    def from_seed(cls, seed, alg=None):
        return cls(torch.Generator().manual_seed(int(seed) & 0x7FFFFFFF))

    @classmethod
    def from_non_deterministic_state(cls, alg=None):
        made = torch.Generator()
        made.seed()
        return cls(made)

    def normal(self, shape, mean=0.0, stddev=1.0, dtype="float32", name=None):
        return wrap(placing.to(placing.randn(sizes(shape), generator=self._generator) * stddev + mean, _kind(dtype)))

    def uniform(self, shape, minval=0, maxval=None, dtype="float32", name=None):
        kind = _kind(dtype)
        if not kind.is_floating_point:
            return wrap(placing.to(placing.randint(int(minval), int(maxval), sizes(shape), generator=self._generator), kind))
        high = 1.0 if maxval is None else maxval
        return wrap(placing.to(placing.rand(sizes(shape), generator=self._generator) * (high - minval) + minval, kind))


def get_global_generator():
    """The generator behind tf.random."""
    return Generator(global_state.get_global_attribute(_GENERATOR))
