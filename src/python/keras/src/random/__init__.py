"""keras.random, part by part."""

from keras.src.random.random import (
    beta, binomial, categorical, dropout, gamma, normal, randint, shuffle, truncated_normal, uniform,
)  # fmt: skip
from keras.src.random.seed_generator import SeedGenerator, draw_seed, global_seed_generator, make_default_seed

__all__ = [
    "SeedGenerator", "beta", "binomial", "categorical", "draw_seed", "dropout", "gamma", "global_seed_generator", "make_default_seed",
    "normal", "randint", "shuffle", "truncated_normal", "uniform",
]  # fmt: skip
