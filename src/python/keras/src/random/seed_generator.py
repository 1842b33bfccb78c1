"""keras.random.SeedGenerator: a different seed for every draw, from one seed and a count."""

import random as python_random

import torch

from keras.src.backend import Variable, global_state, name_scope, wrap
from keras.src.utils.naming import auto_name

GLOBAL_SEED_GENERATOR = "global_seed_generator"


def make_default_seed():
    """A seed from Python's random module, which keras.utils.set_random_seed seeds."""
    return python_random.randint(1, int(1e9))


# What a draw adds to a state. One tensor, so that a step that draws looks the same each time it is noted.
_ONE_DRAW = torch.tensor([0, 1])


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
            self.state = Variable(
                torch.tensor([seed, 0]), dtype="int64", trainable=False, aggregation="none", name="seed_generator_state"
            )

    def next(self, ordered=True):
        """The seed of the next draw, a Tensor of two whole numbers."""
        return wrap(self._draw(ordered))

    def _draw(self, ordered=True):
        drawn = self.state._t
        if drawn.is_cuda:
            drawn = drawn.cpu()  # loaded or assigned: all numbers are drawn on the cpu
        self.state._assign(drawn + _ONE_DRAW if ordered else (drawn + 1) * 5387 % 933199)
        return drawn

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
    """A Tensor of two whole numbers from a seed, a SeedGenerator or (None) the global one."""
    drawn = place_of(seed)
    return wrap(drawn) if isinstance(drawn, torch.Tensor) else wrap(torch.tensor(drawn))


def place_of(seed):
    """The same as a torch tensor, or as a pair of numbers where the seed is one."""
    if isinstance(seed, SeedGenerator):
        return seed._draw()
    if isinstance(seed, int):
        return (seed, 0)
    if seed is None:
        return global_seed_generator()._draw(ordered=False)
    raise ValueError(
        f"Argument `seed` must be either an integer or an instance of `SeedGenerator`. Received: seed={seed} (of type {type(seed)})"
    )
