"""Reshape: another shape for each sample."""

import math

from keras.src import ops
from keras.src.backend.keras_tensor import KerasTensor
from keras.src.layers.layer import Layer


class Reshape(Layer):
    """Args: target_shape: without the batch; one -1 stands for what is left."""

    def __init__(self, target_shape, **kwargs):
        super().__init__(**kwargs)
        self.__dict__["target_shape"] = tuple(target_shape)
        if sum(d == -1 for d in self.target_shape) > 1:
            raise ValueError(
                f"There must be at most one unknown dimension (-1) in `target_shape`. Received: target_shape={target_shape}."
            )
        self.built = True

    def _resolved(self, sample_shape):
        target = self.target_shape
        if None in sample_shape:
            return tuple(None if d == -1 else d for d in target)
        total = math.prod(sample_shape)
        known = math.prod(d for d in target if d != -1)
        fits = total % known == 0 if -1 in target and known else total == known
        if not fits:
            cannot = (
                ", however, the input size cannot by divided by the specified dimensions in target_shape. " if -1 in target else ". "
            )
            raise ValueError(
                f"The total size of the tensor must be unchanged{cannot}Received: "
                f"input_shape={tuple(sample_shape)}, target_shape={target}"
            )
        return tuple(total // known if d == -1 else d for d in target)

    def compute_output_shape(self, input_shape):
        return (input_shape[0], *self._resolved(input_shape[1:]))

    def compute_output_spec(self, inputs):
        return KerasTensor(self.compute_output_shape(inputs.shape), dtype=inputs.dtype)

    def call(self, inputs):
        shape = tuple(inputs.shape)
        return ops.reshape(inputs, (shape[0], *self._resolved(shape[1:])))

    def get_config(self):
        return {**super().get_config(), "target_shape": self.target_shape}
