"""Class numbers as vectors: one-hot, multi-hot, counts; shared by the layers that make class numbers."""

from keras.src import backend, ops
from keras.src.backend.keras_tensor import KerasTensor


def encode(inputs, output_mode, depth, dtype, count_weights=None):
    """The inputs as they are ("int"), or as vectors with `depth` places."""
    if output_mode == "int":
        return backend.cast(inputs, dtype)
    rank = len(inputs.shape)
    if output_mode == "one_hot" and rank > 1 and inputs.shape[-1] == 1:
        inputs = ops.squeeze(inputs, axis=-1)
    hot = ops.one_hot(backend.cast(inputs, "int32"), depth, dtype=dtype)
    if output_mode == "one_hot":
        return hot
    axis = 0 if rank == 0 else -2
    if rank == 0:
        return hot
    if output_mode == "multi_hot":
        return ops.max(hot, axis=axis)
    if count_weights is not None:
        hot = hot * ops.expand_dims(backend.cast(count_weights, dtype), -1)
    return ops.sum(hot, axis=axis)


def encoded_shape(input_shape, output_mode, depth):
    """The shape of encode()'s result."""
    input_shape = tuple(input_shape)
    if output_mode == "int":
        return input_shape
    if output_mode == "one_hot":
        if len(input_shape) > 1 and input_shape[-1] == 1:
            return (*input_shape[:-1], depth)
        return (*input_shape, depth)
    return (*input_shape[:-1], depth)


def check_range(inputs, depth, layer):
    """Raises ValueError for class numbers outside of 0 … depth - 1."""
    if isinstance(inputs, KerasTensor) or not inputs.shape.num_elements():
        return
    low, high = int(ops.min(inputs)), int(ops.max(inputs))
    if low < 0 or high >= depth:
        raise ValueError(
            f"Input values must be in the range 0 <= values < num_tokens with num_tokens={depth}, but {layer} received "
            f"values from {low} to {high}."
        )
