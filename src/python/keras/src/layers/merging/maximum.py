"""Maximum: the larger value of several tensors, element by element."""

from keras.src import ops
from keras.src.layers.merging.base_merge import Merge


class Maximum(Merge):
    """Takes a list of tensors and gives the larger value."""

    def _merge_function(self, inputs):
        return self._apply_merge_op_and_or_mask(ops.maximum, inputs)


def maximum(inputs, **kwargs):
    """A Maximum layer called on the inputs."""
    return Maximum(**kwargs)(inputs)
