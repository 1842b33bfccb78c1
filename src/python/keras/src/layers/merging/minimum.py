"""Minimum: the smaller value of several tensors, element by element."""

from keras.src import ops
from keras.src.layers.merging.base_merge import Merge


class Minimum(Merge):
    """Takes a list of tensors and gives the smaller value."""

    def _merge_function(self, inputs):
        return self._apply_merge_op_and_or_mask(ops.minimum, inputs)


def minimum(inputs, **kwargs):
    """A Minimum layer called on the inputs."""
    return Minimum(**kwargs)(inputs)
