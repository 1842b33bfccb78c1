"""tf.random.Generator: a stream of its own, whose state is a counter and a key."""

import enum
import os

import torch
from torch import _philox

from keras.src.backend import dtypes, wrap
from tensorflow._convert import sizes, t
from tensorflow._draws import RESERVED, count_of, full_int, integers, kind_of, reals
from tensorflow.variable import Variable

_WIDE = 1 << 64


class Algorithm(enum.Enum):
    """Ways to make random numbers, of which Philox is here."""

    PHILOX = 1
    THREEFRY = 2
    AUTO_SELECT = 3


def _signed(number):
    number %= _WIDE
    return number - _WIDE if number >= _WIDE // 2 else number


def create_rng_state(seed, alg="philox"):
    """The state that a seed gives: the counter's halves and the key."""
    return wrap(torch.tensor(_state_of(seed)))


def _state_of(seed):
    numbers = [int(each) for each in t(seed).reshape(-1).tolist()]
    return [*map(_signed, numbers), 0, 0, 0][:3]


class Generator:
    """Draws numbers; each draw moves the counter on."""

    def __init__(self, copy_from=None, state=None, alg=None):
        source = copy_from.state if copy_from is not None else state
        self._variable = Variable(t(source).to(torch.int64).cpu(), name="StateVar", trainable=False, dtype="int64")

    @classmethod
    def from_state(cls, state, alg=None):
        """A generator that begins at a state."""
        return cls(state=state)

    @classmethod
    def from_seed(cls, seed, alg=None):
        """A generator that a seed determines."""
        return cls(state=create_rng_state(seed))

    @classmethod
    def from_key_counter(cls, key, counter, alg=None):
        """A generator that begins at a counter of a key."""
        return cls(state=torch.tensor([*(int(each) for each in t(counter).tolist()), int(key)]))

    @classmethod
    def from_non_deterministic_state(cls, alg=None):
        """A generator whose numbers nobody knows."""
        return cls(state=torch.tensor([_signed(int.from_bytes(os.urandom(8), "little")) for _ in range(3)]))

    @property
    def state(self):
        """The variable with the counter's halves and the key."""
        return self._variable

    @property
    def key(self):
        """The key."""
        return self._variable[2]

    @property
    def algorithm(self):
        """The number of Philox."""
        return Algorithm.PHILOX.value

    def reset(self, state):
        """Goes to a state."""
        self._variable.assign(t(state))

    def reset_from_seed(self, seed):
        """Goes to where from_seed() begins."""
        self._variable.assign(create_rng_state(seed))

    def reset_from_key_counter(self, key, counter):
        """Goes to a counter of a key."""
        self._variable.assign(torch.tensor([*(int(each) for each in t(counter).tolist()), int(key)]))

    def skip(self, delta):
        """Moves the counter on by so many numbers; returns the state before."""
        before = self._variable.numpy().tolist()
        counter = (before[0] % _WIDE) + (before[1] % _WIDE << 64) + int(delta) * RESERVED
        self._variable.assign(torch.tensor([_signed(counter), _signed(counter >> 64), before[2]]))
        return wrap(torch.tensor(before))

    def _place(self, count):
        lower, upper, key = t(self.skip(count)).tolist()
        return _philox.at(key, upper, lower)

    def normal(self, shape, mean=0.0, stddev=1.0, dtype="float32", name=None):
        """Normal numbers."""
        shape = sizes(shape)
        return reals(_philox.NORMAL, self._place(count_of(shape)), shape, kind_of(dtype), stddev, mean)

    def truncated_normal(self, shape, mean=0.0, stddev=1.0, dtype="float32", name=None):
        """Normal numbers within two standard deviations."""
        shape = sizes(shape)
        return reals(_philox.TRUNCATED_NORMAL, self._place(count_of(shape)), shape, kind_of(dtype), stddev, mean)

    def uniform(self, shape, minval=0, maxval=None, dtype="float32", name=None):
        """Equally likely numbers in [minval, maxval)."""
        from tensorflow.random import _span

        shape, kind = sizes(shape), kind_of(dtype)
        if kind.is_floating_point:
            return reals(_philox.UNIFORM, self._place(count_of(shape)), shape, kind, *_span(minval, maxval, kind))
        if maxval is None:
            raise ValueError(f"For integer dtype {dtypes.as_dtype(dtype)!r}, argument `maxval` must be specified")
        return integers(self._place(count_of(shape)), shape, minval, maxval, kind)

    def uniform_full_int(self, shape, dtype="uint64", name=None):
        """Whole numbers of all that int32 or int64 has."""
        shape = sizes(shape)
        return full_int(self._place(count_of(shape)), shape, kind_of(dtype))

    def make_seeds(self, count=1):
        """Columns of seeds for stateless operations."""
        keys = t(self.uniform_full_int((int(count),), "int64"))
        return wrap(torch.stack([keys, torch.zeros_like(keys)]))

    def split(self, count=1):
        """So many generators with keys of their own."""
        keys = t(self.uniform_full_int((int(count),), "int64")).tolist()
        return [Generator.from_key_counter(key, [0, 0]) for key in keys]


_global = []


def get_global_generator():
    """The generator that nobody has seeded, unless set_global_generator gave another."""
    if not _global:
        _global.append(Generator.from_non_deterministic_state())
    return _global[0]


def set_global_generator(generator):
    """Makes a generator the global one."""
    _global[:] = [generator]
