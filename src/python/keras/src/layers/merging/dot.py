"""Dot: products of two tensors along one axis of each, sample by sample."""

from keras.src import ops
from keras.src.layers.merging.base_merge import Merge


class Dot(Merge):
    """Takes a list of two tensors.

    Args:
        axes: axis, or one axis for each input (not the batch).
        normalize: make the vectors unit vectors first: the result is the cosine of the angle.
    """

    def __init__(self, axes, normalize=False, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(axes, int):
            if not isinstance(axes, (list, tuple)):
                raise TypeError(f"Invalid type for argument `axes`: it should be a list or an int. Received: axes={axes}")
            if len(axes) != 2:
                raise ValueError(f"Invalid format for argument `axes`: it should contain two elements. Received: axes={axes}")
            if not isinstance(axes[0], int) or not isinstance(axes[1], int):
                raise ValueError(
                    f"Invalid format for argument `axes`: list elements should be integers. Received: axes={axes}"
                )
        self.axes = axes
        self.normalize = normalize
        self.supports_masking = True
        self._reshape_required = False

    def _resolved(self, shapes):
        axes = [self.axes] * 2 if isinstance(self.axes, int) else self.axes
        return [axis % len(shape) for axis, shape in zip(axes, shapes)]

    def build(self, input_shape):
        if not isinstance(input_shape, (tuple, list)) or len(input_shape) != 2 or not isinstance(input_shape[0], (tuple, list)):
            raise ValueError(
                f"A `Dot` layer should be called on a list of 2 inputs. Received: input_shape={input_shape}"
            )
        first, second = input_shape
        a, b = self._resolved(input_shape)
        if first[a] != second[b]:
            raise ValueError(
                f"Incompatible input shapes: axis values {first[a]} (at axis {a}) != {second[b]} (at axis {b}). "
                f"Full input shapes: {first}, {second}"
            )

    def _merge_function(self, inputs):
        if len(inputs) != 2:
            raise ValueError(f"A `Dot` layer should be called on exactly 2 inputs. Received: inputs={inputs}")
        x, y = inputs
        a, b = self._resolved((x.shape, y.shape))
        if self.normalize:
            x, y = ops.normalize(x, axis=a), ops.normalize(y, axis=b)
        letters = "abcdefghijklmnop"
        first = list(letters[: len(x.shape)])
        second = [first[0], *letters[len(x.shape) : len(x.shape) + len(y.shape) - 1]]
        second[b] = first[a]
        rest = [c for i, c in enumerate(first) if i != a] + [c for i, c in enumerate(second) if i not in (0, b)]
        product = ops.einsum(f"{''.join(first)},{''.join(second)}->{''.join(rest)}", x, y)
        return ops.expand_dims(product, 1) if len(rest) == 1 else product

    def compute_output_shape(self, input_shape):
        first, second = (list(shape) for shape in input_shape)
        a, b = self._resolved(input_shape)
        del first[a], second[b]
        made = tuple(first) + tuple(second[1:])
        return (*made, 1) if len(made) == 1 else made

    def compute_mask(self, inputs, mask=None):
        return None

    def get_config(self):
        return {**super().get_config(), "axes": self.axes, "normalize": self.normalize}


def dot(inputs, axes=-1, **kwargs):
    """A Dot layer called on the inputs."""
    return Dot(axes=axes, **kwargs)(inputs)
