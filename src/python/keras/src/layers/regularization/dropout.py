"""Dropout: zeros at random while training."""

from keras.src import random
from keras.src.layers.layer import Layer
from keras.src.random import SeedGenerator


class BaseDropout(Layer):
    """What the dropout layers share: a rate between 0 and 1 and a seed."""

    _allows_one = True

    def __init__(self, rate, seed=None, **kwargs):
        super().__init__(**kwargs)
        if not 0 <= rate <= 1:
            raise ValueError(
                f"Invalid value received for argument `rate`. Expected a float value between 0 and 1. Received: rate={rate}"
            )
        self.rate = rate
        self.seed = seed
        if rate > 0:
            self.seed_generator = SeedGenerator(seed)
        self.supports_masking = True
        self._build_at_init()

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "rate": self.rate, "seed": self.seed}


class Dropout(BaseDropout):
    """Sets each element to 0 with probability `rate` while training, and scales the rest by 1 / (1 - rate).

    Args:
        noise_shape: shape of the random mask; 1 along axes where one decision holds for all.

    Source: Srivastava et al. 2014, JMLR 15.
    """

    def __init__(self, rate, noise_shape=None, seed=None, **kwargs):
        super().__init__(rate, seed=seed, **kwargs)
        if noise_shape is not None:
            if not isinstance(noise_shape, (tuple, list)):
                raise ValueError(
                    "Invalid value received for argument `noise_shape`. Expected a sequence of integers or None. "
                    f"Received: noise_shape={noise_shape}"
                )
            noise_shape = tuple(noise_shape)
        self.noise_shape = noise_shape

    def call(self, inputs, training=False):
        if training and self.rate > 0:
            return drop(inputs, self.rate, self.noise_shape, self.seed_generator)
        return inputs

    def get_config(self):
        return {**super().get_config(), "noise_shape": self.noise_shape}


def drop(inputs, rate, noise_shape, seed_generator):
    """Dropout of a tensor with a mask of the given shape."""
    return random.dropout(inputs, rate, noise_shape, seed_generator)
