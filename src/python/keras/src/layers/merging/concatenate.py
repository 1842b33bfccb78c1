"""Concatenate: tensors one after the other along an axis."""

from keras.src import ops
from keras.src.layers.merging.base_merge import Merge


class Concatenate(Merge):
    """Takes a list of tensors that have equal shapes but for `axis`."""

    def __init__(self, axis=-1, **kwargs):
        super().__init__(**kwargs)
        self.axis = axis
        self.supports_masking = True
        self._reshape_required = False

    def build(self, input_shape):
        if len(input_shape) < 1 or not isinstance(input_shape[0], (tuple, list)):
            raise ValueError(
                f"A `Concatenate` layer should be called on a list of at least 1 input. Received: input_shape={input_shape}"
            )
        if all(shape is None for shape in input_shape):
            return
        rests = []
        for shape in input_shape:
            rest = list(shape)
            del rest[self.axis % len(rest)]
            rests.append(rest)
        message = (
            "A `Concatenate` layer requires inputs with matching shapes except for the concatenation axis. "
            f"Received: input_shape={input_shape}"
        )
        if len({len(rest) for rest in rests}) != 1:
            raise ValueError(message)
        for sizes in zip(*rests):
            if len(set(sizes) - {None}) > 1:
                raise ValueError(message)

    def _merge_function(self, inputs):
        return ops.concatenate(inputs, axis=self.axis)

    def compute_output_shape(self, input_shape):
        if not isinstance(input_shape, (tuple, list)) or not isinstance(input_shape[0], (tuple, list)):
            raise ValueError(
                f"A `Concatenate` layer should be called on a list of inputs. Received: input_shape={input_shape}"
            )
        made = list(input_shape[0])
        for shape in input_shape[1:]:
            if made[self.axis] is None or shape[self.axis] is None:
                made[self.axis] = None
                break
            made[self.axis] += shape[self.axis]
        return tuple(made)

    def compute_mask(self, inputs, mask=None):
        if mask is None or all(m is None for m in mask):
            return None
        masks = []
        for x, m in zip(inputs, mask):
            if m is None:
                masks.append(ops.ones_like(x, dtype="bool"))
            elif len(m.shape) < len(x.shape):
                masks.append(ops.logical_or(ops.expand_dims(m, axis=-1), ops.zeros_like(x, dtype="bool")))
            else:
                masks.append(m)
        return ops.any(ops.concatenate(masks, axis=self.axis), axis=-1, keepdims=False)

    def get_config(self):
        return {**super().get_config(), "axis": self.axis}


def concatenate(inputs, axis=-1, **kwargs):
    """A Concatenate layer called on the inputs."""
    return Concatenate(axis=axis, **kwargs)(inputs)
