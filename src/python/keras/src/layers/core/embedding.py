"""Embedding: a vector for each whole number."""

import numpy as np

from keras.src import backend, constraints, initializers, ops, regularizers
from keras.src.backend import unwrap, wrap
from keras.src.backend.indexed_slices import rows
from keras.src.backend.keras_tensor import KerasTensor
from keras.src.layers.layer import Layer
from keras.src.layers.made_by_build import MadeByBuild


class Embedding(Layer):
    """Looks up rows of a table.

    Args:
        input_dim: number of rows; inputs are 0 … input_dim - 1.
        output_dim: size of a row.
        mask_zero: 0 means padding, which later layers then skip.

    Shapes: input (batch, …), output (batch, …, output_dim).
    """

    embeddings = MadeByBuild()

    _loads_when_built = True

    def __init__(
        self,
        input_dim,
        output_dim,
        embeddings_initializer="uniform",
        embeddings_regularizer=None,
        embeddings_constraint=None,
        mask_zero=False,
        weights=None,
        lora_rank=None,
        lora_alpha=None,
        quantization_config=None,
        **kwargs,
    ):
        input_length = kwargs.pop("input_length", None)
        if input_length is not None:
            import warnings

            warnings.warn("Argument `input_length` is deprecated. Just remove it.", stacklevel=2)
        for name, size in (("input_dim", input_dim), ("output_dim", output_dim)):
            if not isinstance(size, int) or size <= 0:
                raise ValueError(f"`{name}` must be a positive integer. Received: {name}={size} (of type {type(size).__name__}).")
        super().__init__(**kwargs)
        self.input_dim = input_dim
        self.output_dim = output_dim
        self.embeddings_initializer = initializers.get(embeddings_initializer)
        self.embeddings_regularizer = regularizers.get(embeddings_regularizer)
        self.embeddings_constraint = constraints.get(embeddings_constraint)
        self.mask_zero = mask_zero
        self.supports_masking = mask_zero
        self.autocast = False
        if weights is not None:
            self.build()
            if not (isinstance(weights, list) and len(weights) == 1):
                weights = [weights]
            self.set_weights(weights)

    def build(self, input_shape=None):
        if self.built:
            return
        self.embeddings = self.add_weight(
            shape=(self.input_dim, self.output_dim),
            initializer=self.embeddings_initializer,
            name="embeddings",
            regularizer=self.embeddings_regularizer,
            constraint=self.embeddings_constraint,
            trainable=True,
        )

    def call(self, inputs):
        indices = unwrap(inputs)
        if indices.is_floating_point() or indices.dtype.itemsize < 4:
            indices = unwrap(backend.cast(inputs, "int32"))
        table = unwrap(self.embeddings)
        try:
            outputs = wrap(rows(table, indices))
        except IndexError:
            flat = indices.reshape(-1).tolist()
            place = next(i for i, n in enumerate(flat) if not 0 <= n < self.input_dim)
            where = np.unravel_index(place, tuple(indices.shape))
            raise backend.errors.InvalidArgumentError(
                None,
                None,
                "{{function_node __wrapped__GatherV2_device_/job:localhost/replica:0/task:0/device:CPU:0}} "
                f"indices[{','.join(str(int(w)) for w in where)}] = {flat[place]} is not in [0, {self.input_dim}) "
                "[Op:GatherV2]",
            ) from None
        return backend.cast(outputs, dtype=self.compute_dtype)

    def compute_mask(self, inputs, mask=None):
        if not self.mask_zero:
            return None
        return ops.not_equal(inputs, 0)

    def compute_output_shape(self, input_shape):
        return (*input_shape, self.output_dim)

    def compute_output_spec(self, inputs):
        return KerasTensor(self.compute_output_shape(inputs.shape), dtype=self.compute_dtype)

    def get_config(self):
        return {
            **super().get_config(),
            "input_dim": self.input_dim,
            "output_dim": self.output_dim,
            "embeddings_initializer": initializers.serialize(self.embeddings_initializer),
            "embeddings_regularizer": regularizers.serialize(self.embeddings_regularizer),
            "activity_regularizer": regularizers.serialize(self.activity_regularizer),
            "embeddings_constraint": constraints.serialize(self.embeddings_constraint),
            "mask_zero": self.mask_zero,
            "quantization_config": None,
        }
