"""RMSNormalization: division by the root mean square of each sample."""

import torch

from keras.src import backend
from keras.src.backend import unwrap, wrap
from keras.src.layers.layer import Layer


class RMSNormalization(Layer):
    """scale · x / sqrt(mean(x²) + epsilon) (Zhang & Sennrich 2019, arXiv:1910.07467)."""

    def __init__(self, axis=-1, epsilon=1e-6, **kwargs):
        super().__init__(**kwargs)
        self.axis = axis
        self.epsilon = epsilon

    def build(self, input_shape):
        axes = self.axis if isinstance(self.axis, (list, tuple)) else [self.axis]
        shape = tuple(input_shape[axis] for axis in axes)
        self.scale = self.add_weight(name="scale", shape=shape, initializer="ones", autocast=False)

    def call(self, inputs):
        x = unwrap(inputs)
        axes = self.axis if isinstance(self.axis, (list, tuple)) else [self.axis]
        axes = [axis % x.dim() for axis in axes]
        shape = [d if i in axes else 1 for i, d in enumerate(x.shape)]
        made = x * torch.rsqrt((x * x).mean(axes, keepdim=True) + self.epsilon) * unwrap(self.scale).reshape(shape)
        return backend.cast(wrap(made), self.compute_dtype)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "axis": self.axis, "epsilon": self.epsilon}
