"""keras.random.SeedGenerator: a different seed for every draw, from one seed and a count."""

import random as python_random

import torch

from keras.src.backend import Variable, global_state, name_scope
from keras.src.utils.naming import auto_name

GLOBAL_SEED_GENERATOR = "global_seed_generator"
_MASK = (1 << 63) - 1


def make_default_seed():
    """A seed from Python's random module, which keras.utils.set_random_seed seeds."""
    return python_random.randint(1, int(1e9))


class SeedGenerator:
    """Gives seeds to random layers and operations. Its state (seed, count) is a variable, so that models save it."""

    def __init__(self, seed=None, name=None, **kwargs):
        self.name = name or auto_name(type(self).__name__)
        kwargs.pop("backend", None)
        if kwargs:
            raise ValueError(f"Unrecognized keyword arguments: {kwargs}")
        self._initial_seed = seed
        if seed is None:
            seed = make_default_seed()
        if not isinstance(seed, int):
            raise ValueError(f"Argument `seed` must be an integer. Received: seed={seed}")
        with name_scope(self.name, caller=self):
            self._state = Variable(
                torch.tensor([seed & _MASK, 0]), dtype="int64", trainable=False, aggregation="none", name="seed_generator_state"
            )
        self._seen = self._state._t
        self._pair = (seed & _MASK, 0)

    @property
    def state(self):
        """The variable with the seed and the count."""
        if self._seen is self._state._t and self._seen is not None:
            self._state._assign(torch.tensor(self._pair))
            self._seen = self._state._t
        return self._state

    def next(self, ordered=True):
        """The seed of the next draw, a pair of whole numbers."""
        if self._seen is not self._state._t:  # assigned from outside: loaded from a file
            self._pair, self._seen = tuple(self._state._t.tolist()), self._state._t
        pair = self._pair
        self._pair = (pair[0], pair[1] + 1) if ordered else tuple((each + 1) * 5387 % 933199 for each in pair)
        return pair

    def get_config(self):
        return {"seed": self._initial_seed, "name": self.name}

    @classmethod
    def from_config(cls, config):
        return cls(**config)


def global_seed_generator():
    """The generator behind draws without a seed."""
    found = global_state.get_global_attribute(GLOBAL_SEED_GENERATOR)
    if found is None:
        found = SeedGenerator()
        global_state.set_global_attribute(GLOBAL_SEED_GENERATOR, found)
    return found


def draw_seed(seed):
    """A pair of whole numbers from a seed, a SeedGenerator or (None) the global one."""
    if isinstance(seed, SeedGenerator):
        return seed.next()
    if isinstance(seed, int):
        return (seed, 0)
    if seed is None:
        return global_seed_generator().next(ordered=False)
    raise ValueError(
        f"Argument `seed` must be either an integer or an instance of `SeedGenerator`. Received: seed={seed} (of type {type(seed)})"
    )


def torch_generator(seed):
    """A torch generator for one draw: equal seeds give equal numbers."""
    first, second = draw_seed(seed)
    # Mixed so that neighbouring seeds and counts give unrelated streams (splitmix64's finalizer).
    mixed = (first * 0x9E3779B97F4A7C15 + second * 0xBF58476D1CE4E5B9 + 0x94D049BB133111EB) & 0xFFFFFFFFFFFFFFFF
    mixed ^= mixed >> 31
    return torch.Generator().manual_seed(mixed & 0x7FFFFFFF)
