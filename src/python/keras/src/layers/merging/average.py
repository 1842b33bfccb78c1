"""Average: the mean of several tensors, element by element."""

from keras.src import ops
from keras.src.layers.merging.base_merge import Merge


class Average(Merge):
    """Takes a list of tensors and gives the mean."""

    def _merge_function(self, inputs):
        output = inputs[0]
        for x in inputs[1:]:
            output = ops.add(output, x)
        return output / len(inputs)


def average(inputs, **kwargs):
    """A Average layer called on the inputs."""
    return Average(**kwargs)(inputs)
