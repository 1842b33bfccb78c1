"""Cropping, padding and repeating along the spatial dimensions, in any number of them."""

from keras.src import backend, ops
from keras.src.layers.input_spec import InputSpec
from keras.src.layers.layer import Layer
from keras.src.utils.argument_validation import standardize_tuple

_ORDINALS = ("1st", "2nd", "3rd")


class SpatialLayer(Layer):
    """What the layers of this module share: where the spatial dimensions are."""

    _rank = 2

    def __init__(self, data_format=None, **kwargs):
        super().__init__(**kwargs)
        self.data_format = backend.standardize_data_format(data_format)
        self.input_spec = InputSpec(ndim=self._rank + 2)

    @property
    def _first(self):
        return 1 if self.data_format == "channels_last" else 2

    def _per_side(self, value, name):
        """((before, after), …) from an int, a tuple of ints or a tuple of pairs."""
        rank = self._rank
        if rank == 1:
            return (standardize_tuple(value, 2, name, allow_zero=True),)
        if isinstance(value, int):
            if value < 0:
                raise ValueError(f"`{name}` cannot be negative. Received: {name}={value}.")
            return ((value, value),) * rank
        if hasattr(value, "__len__"):
            if len(value) != rank:
                words = {2: "two", 3: "3"}[rank]
                raise ValueError(f"`{name}` should have {words} elements. Received: {name}={value}.")
            return tuple(
                standardize_tuple(pair, 2, f"{_ORDINALS[i]} entry of {name}", allow_zero=True)
                for i, pair in enumerate(value)
            )
        raise ValueError(
            f"`{name}` should be either an int, a tuple of {rank} ints, or a tuple of {rank} tuples of 2 ints. "
            f"Received: {name}={value}."
        )

    def _changed(self, input_shape, change):
        shape = list(input_shape)
        for i in range(self._rank):
            axis = i + self._first
            if shape[axis] is not None:
                shape[axis] = change(i, shape[axis])
        return tuple(shape)


class BaseZeroPadding(SpatialLayer):
    """Zeros before and after the spatial dimensions.

    Args:
        padding: int, one int for each dimension, or a pair (before, after) for each.
    """

    def __init__(self, padding=1, data_format=None, **kwargs):
        super().__init__(data_format=data_format, **kwargs)
        self._pairs = self._per_side(padding, "padding")
        self.padding = self._pairs[0] if self._rank == 1 else self._pairs

    def compute_output_shape(self, input_shape):
        return self._changed(input_shape, lambda i, size: size + sum(self._pairs[i]))

    def call(self, inputs):
        none = ((0, 0),)
        if self.data_format == "channels_last":
            return ops.pad(inputs, (*none, *self._pairs, *none))
        return ops.pad(inputs, (*none, *none, *self._pairs))

    def get_config(self):
        return {**super().get_config(), "padding": self.padding, "data_format": self.data_format}


class BaseCropping(SpatialLayer):
    """Cuts off the ends of the spatial dimensions.

    Args:
        cropping: int, one int for each dimension, or a pair (before, after) for each.
    """

    def __init__(self, cropping=0, data_format=None, **kwargs):
        super().__init__(data_format=data_format, **kwargs)
        self._pairs = self._per_side(cropping, "cropping")
        self.cropping = self._pairs[0] if self._rank == 1 else self._pairs

    def _check(self, shape, name):
        sizes = shape[self._first : self._first + self._rank]
        if any(size is not None and sum(pair) >= size for size, pair in zip(sizes, self._pairs)):
            raise ValueError(
                "Values in `cropping` argument should be smaller than the corresponding spatial dimension of the input. "
                f"Received: {name}={tuple(shape)}, cropping={self.cropping}"
            )

    def compute_output_shape(self, input_shape):
        self._check(input_shape, "input_shape")
        return self._changed(input_shape, lambda i, size: size - sum(self._pairs[i]))

    def call(self, inputs):
        self._check(inputs.shape, "inputs.shape")
        cuts = tuple(
            slice(before, size - after)
            for (before, after), size in zip(self._pairs, inputs.shape[self._first :])
        )
        return inputs[(slice(None),) * self._first + cuts]

    def get_config(self):
        return {**super().get_config(), "cropping": self.cropping, "data_format": self.data_format}


class BaseUpSampling(SpatialLayer):
    """Repeats each element along the spatial dimensions.

    Args:
        size: how many times, for all dimensions or for each.
    """

    def __init__(self, size=2, data_format=None, **kwargs):
        super().__init__(data_format=data_format, **kwargs)
        self._sizes = standardize_tuple(size, self._rank, "size")
        self.size = int(size) if self._rank == 1 else self._sizes

    def compute_output_shape(self, input_shape):
        return self._changed(input_shape, lambda i, size: size * self._sizes[i])

    def call(self, inputs):
        for i, times in enumerate(self._sizes):
            if times > 1:
                inputs = ops.repeat(inputs, times, axis=i + self._first)
        return inputs

    def get_config(self):
        return {**super().get_config(), "size": self.size, "data_format": self.data_format}
