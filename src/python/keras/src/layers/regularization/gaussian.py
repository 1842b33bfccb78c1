"""Gaussian noise, Gaussian dropout and alpha dropout: noise while training."""

import math

from keras.src import ops, random
from keras.src.layers.layer import Layer
from keras.src.layers.regularization.dropout import BaseDropout
from keras.src.random import SeedGenerator


class GaussianNoise(Layer):
    """Adds normal noise with standard deviation `stddev` while training."""

    def __init__(self, stddev, seed=None, **kwargs):
        super().__init__(**kwargs)
        if not 0 <= stddev <= 1:
            raise ValueError(
                "Invalid value received for argument `stddev`. Expected a float value between 0 and 1. "
                f"Received: stddev={stddev}"
            )
        self.stddev = stddev
        self.seed = seed
        if stddev > 0:
            self.seed_generator = SeedGenerator(seed)
        self.supports_masking = True
        self._build_at_init()

    def call(self, inputs, training=False):
        if training and self.stddev > 0:
            noise = random.normal(
                shape=tuple(inputs.shape), mean=0.0, stddev=self.stddev, dtype=self.compute_dtype, seed=self.seed_generator
            )
            return ops.add(inputs, noise)
        return inputs

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "stddev": self.stddev, "seed": self.seed}


class GaussianDropout(BaseDropout):
    """Multiplies by normal noise with mean 1 and standard deviation sqrt(rate / (1 - rate)) while training."""

    def call(self, inputs, training=False):
        if training and self.rate > 0:
            noise = random.normal(
                shape=tuple(inputs.shape),
                mean=1.0,
                stddev=math.sqrt(self.rate / (1.0 - self.rate)),
                dtype=self.compute_dtype,
                seed=self.seed_generator,
            )
            return ops.multiply(inputs, noise)
        return inputs


class AlphaDropout(BaseDropout):
    """Dropout that keeps mean and variance of inputs made by SELU (Klambauer et al. 2017, arXiv:1706.02515)."""

    def __init__(self, rate, noise_shape=None, seed=None, **kwargs):
        super().__init__(rate, seed=seed, **kwargs)
        self.noise_shape = noise_shape

    def call(self, inputs, training=False):
        if not training or self.rate <= 0:
            return inputs
        shape = tuple(inputs.shape)
        if self.noise_shape is not None:
            shape = tuple(n or d for n, d in zip(self.noise_shape, shape))
        alpha_p = -1.6732632423543772 * 1.0507009873554805
        kept = ops.cast(
            ops.greater_equal(random.uniform(shape=shape, seed=self.seed_generator), self.rate), self.compute_dtype
        )
        a = ((1 - self.rate) * (1 + self.rate * alpha_p**2)) ** -0.5
        b = -a * alpha_p * self.rate
        return a * (inputs * kept + alpha_p * (1 - kept)) + b

    def get_config(self):
        return {**super().get_config(), "noise_shape": self.noise_shape}
