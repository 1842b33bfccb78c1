"""keras.random: random numbers that a seed determines."""

from keras.src.random import (  # noqa: F401
    SeedGenerator, beta, binomial, categorical, dropout, gamma, normal, randint, shuffle, truncated_normal, uniform,
)  # fmt: skip
