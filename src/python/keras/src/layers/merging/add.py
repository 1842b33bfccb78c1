"""Add: the sum of several tensors, element by element."""

from keras.src import ops
from keras.src.layers.merging.base_merge import Merge


class Add(Merge):
    """Takes a list of tensors and gives the sum."""

    def _merge_function(self, inputs):
        output = inputs[0]
        for x in inputs[1:]:
            output = ops.add(output, x)
        return output


def add(inputs, **kwargs):
    """A Add layer called on the inputs."""
    return Add(**kwargs)(inputs)
