"""Multiply: the product of several tensors, element by element."""

from keras.src import ops
from keras.src.layers.merging.base_merge import Merge


class Multiply(Merge):
    """Takes a list of tensors and gives the product."""

    def _merge_function(self, inputs):
        # Where one input is masked the others alone count.
        return self._apply_merge_op_and_or_mask(ops.multiply, inputs)


def multiply(inputs, **kwargs):
    """A Multiply layer called on the inputs."""
    return Multiply(**kwargs)(inputs)
