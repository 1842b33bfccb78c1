"""MultiHeadAttention: several attentions side by side, each on projections of its own."""

import math

from keras.src import backend, constraints, initializers, ops, regularizers
from keras.src.backend.keras_tensor import KerasTensor
from keras.src.layers.activations.softmax import Softmax
from keras.src.layers.core.einsum_dense import EinsumDense
from keras.src.layers.layer import Layer
from keras.src.layers.regularization.dropout import Dropout


class MultiHeadAttention(Layer):
    """softmax(Q Kᵀ / sqrt(key_dim)) V for each head, then a projection.

    Args:
        num_heads, key_dim: number of heads and size of each head's queries and keys.
        value_dim: size of each head's values; key_dim by default.
        output_shape: size of the output; that of the query by default.

    Call: layer(query, value, key=None, attention_mask=None, return_attention_scores=False, use_causal_mask=False).
    Shapes: query (batch, T, dim), value and key (batch, S, dim), scores (batch, heads, T, S).

    Source: Vaswani et al. 2017, arXiv:1706.03762.
    """

    def __init__(
        self,
        num_heads,
        key_dim,
        value_dim=None,
        dropout=0.0,
        use_bias=True,
        output_shape=None,
        attention_axes=None,
        flash_attention=None,
        kernel_initializer="glorot_uniform",
        bias_initializer="zeros",
        kernel_regularizer=None,
        bias_regularizer=None,
        activity_regularizer=None,
        kernel_constraint=None,
        bias_constraint=None,
        seed=None,
        use_gate=False,
        sliding_window=None,
        **kwargs,
    ):
        if use_gate or sliding_window is not None:
            raise NotImplementedError(
                f"Gated and sliding-window attention are not available here. Received: use_gate={use_gate}, "
                f"sliding_window={sliding_window}. Leave both out, or pass an `attention_mask` of the window."
            )
        super().__init__(activity_regularizer=activity_regularizer, **kwargs)
        self.supports_masking = True
        for name, value in (("num_heads", num_heads), ("key_dim", key_dim)):
            if not isinstance(value, int) or value <= 0:
                raise ValueError(
                    f"Received an invalid value for argument `{name}`, expected a positive integer. Received: {name}={value}"
                )
        self._num_heads = num_heads
        self._key_dim = key_dim
        self._value_dim = value_dim or key_dim
        self._dropout = dropout
        self._use_bias = use_bias
        self._output_shape = (output_shape,) if isinstance(output_shape, int) else output_shape
        self._kernel_initializer = initializers.get(kernel_initializer)
        self._bias_initializer = initializers.get(bias_initializer)
        self._kernel_regularizer = regularizers.get(kernel_regularizer)
        self._bias_regularizer = regularizers.get(bias_regularizer)
        self._kernel_constraint = constraints.get(kernel_constraint)
        self._bias_constraint = constraints.get(bias_constraint)
        self._attention_axes = attention_axes
        self.seed = seed
        self._inverse_sqrt_key_dim = 1.0 / math.sqrt(float(key_dim))

    num_heads = property(lambda self: self._num_heads)
    key_dim = property(lambda self: self._key_dim)
    value_dim = property(lambda self: self._value_dim)
    dropout = property(lambda self: self._dropout)
    use_bias = property(lambda self: self._use_bias)
    attention_axes = property(lambda self: self._attention_axes)
    query_dense = property(lambda self: self._query_dense)
    key_dense = property(lambda self: self._key_dense)
    value_dense = property(lambda self: self._value_dense)
    output_dense = property(lambda self: self._output_dense)

    def _projection(self, equation, shape, bias_axes, name):
        def fresh(initializer):
            # Each projection draws its own numbers.
            return initializer.__class__.from_config(initializer.get_config())

        return EinsumDense(
            equation,
            output_shape=shape,
            bias_axes=bias_axes if self._use_bias else None,
            name=name,
            dtype=self.dtype_policy,
            kernel_initializer=fresh(self._kernel_initializer),
            bias_initializer=fresh(self._bias_initializer),
            kernel_regularizer=self._kernel_regularizer,
            bias_regularizer=self._bias_regularizer,
            kernel_constraint=self._kernel_constraint,
            bias_constraint=self._bias_constraint,
        )

    def _heads_of(self, name):
        """How many heads the projection "query", "key" or "value" has."""
        return self._num_heads

    def build(self, query_shape, value_shape, key_shape=None):
        key_shape = value_shape if key_shape is None else key_shape
        if value_shape[1:-1] != key_shape[1:-1]:
            raise ValueError(
                "All dimensions of `value` and `key`, except the last one, must be equal. Received: "
                f"value_shape={value_shape} and key_shape={key_shape}"
            )
        if len(query_shape) != 3:
            raise ValueError(
                "MultiHeadAttention takes inputs of the shape (batch, timesteps, features) here. "
                f"Received: query_shape={query_shape}"
            )
        if self._attention_axes is None:
            self._attention_axes = tuple(range(1, len(query_shape) - 1))
        heads = self._num_heads
        for name, size, shape in (
            ("query", self._key_dim, query_shape),
            ("key", self._key_dim, key_shape),
            ("value", self._value_dim, value_shape),
        ):
            dense = self._projection("abc,cde->abde", (None, self._heads_of(name), size), "de", name)
            setattr(self, f"_{name}_dense", dense)
            dense.build(shape)
        # Both are there also where nothing is dropped: names of later layers are numbered as in Keras.
        self._softmax = Softmax(axis=-1, dtype=self.dtype_policy)
        self._dropout_layer = Dropout(rate=self._dropout, dtype=self.dtype_policy, seed=self.seed)
        if self._output_shape:
            letters = "ghijkl"[: len(self._output_shape)]
            shape = (None, *self._output_shape)
        else:
            letters, shape = "g", (None, query_shape[-1])
        self._output_dense = self._projection(f"abde,de{letters}->ab{letters}", shape, letters, "attention_output")
        self._output_dense.build((*query_shape[:2], heads, self._value_dim))

    def call(
        self,
        query,
        value,
        key=None,
        query_mask=None,
        value_mask=None,
        key_mask=None,
        attention_mask=None,
        return_attention_scores=False,
        training=None,
        use_causal_mask=False,
    ):
        key = value if key is None else key
        mask = self._combined_mask(query, value, query_mask, value_mask, key_mask, attention_mask, use_causal_mask)
        q = ops.multiply(self._query_dense(query), self._inverse_sqrt_key_dim)
        k, v = self._key_dense(key), self._value_dense(value)
        scores = ops.einsum("bthd,bshd->bhts", q, k)
        if mask is not None:
            while len(mask.shape) < len(scores.shape):
                mask = ops.expand_dims(mask, 1)
            large = 3e4 if backend.standardize_dtype(scores.dtype) == "float16" else 1e9
            scores = scores + (1.0 - ops.cast(mask, scores.dtype)) * -large
        weights = ops.softmax(scores, axis=-1)
        if mask is not None:
            weights = weights * ops.cast(mask, weights.dtype)
        dropped = self._dropout_layer(weights, training=training) if self._dropout > 0 else weights
        output = self._output_dense(ops.einsum("bhts,bshd->bthd", dropped, v))
        return (output, weights) if return_attention_scores else output

    @staticmethod
    def _combined_mask(query, value, query_mask, value_mask, key_mask, attention_mask, use_causal_mask):
        parts = []
        if query_mask is not None:
            parts.append(ops.expand_dims(ops.cast(query_mask, "bool"), -1))
        for mask in (value_mask, key_mask):
            if mask is not None:
                parts.append(ops.expand_dims(ops.cast(mask, "bool"), -2))
        if use_causal_mask:
            rows, cols = ops.expand_dims(ops.arange(query.shape[1]), 1), ops.expand_dims(ops.arange(value.shape[1]), 0)
            parts.append(ops.expand_dims(ops.greater_equal(rows, cols), 0))
        if attention_mask is not None:
            parts.append(ops.cast(attention_mask, "bool"))
        combined = None
        for part in parts:
            combined = part if combined is None else ops.logical_and(combined, part)
        return combined

    def compute_mask(self, query, previous_mask):
        return previous_mask

    def compute_output_shape(self, query_shape, value_shape, key_shape=None):
        return (*query_shape[:-1], *self._output_shape) if self._output_shape else tuple(query_shape)

    def compute_output_spec(
        self,
        query,
        value,
        key=None,
        query_mask=None,
        value_mask=None,
        key_mask=None,
        attention_mask=None,
        return_attention_scores=False,
        training=None,
        use_causal_mask=False,
    ):
        output = KerasTensor(self.compute_output_shape(query.shape, value.shape), dtype=self.compute_dtype)
        if not return_attention_scores:
            return output
        scores = (query.shape[0], self._num_heads, query.shape[1], value.shape[1])
        return output, KerasTensor(scores, dtype=self.compute_dtype)

    def get_config(self):
        return {
            **super().get_config(),
            "num_heads": self._num_heads,
            "key_dim": self._key_dim,
            "value_dim": self._value_dim,
            "dropout": self._dropout,
            "use_bias": self._use_bias,
            "use_gate": False,
            "output_shape": self._output_shape,
            "attention_axes": self._attention_axes,
            "sliding_window": None,
            "kernel_initializer": initializers.serialize(self._kernel_initializer),
            "bias_initializer": initializers.serialize(self._bias_initializer),
            "kernel_regularizer": regularizers.serialize(self._kernel_regularizer),
            "bias_regularizer": regularizers.serialize(self._bias_regularizer),
            "activity_regularizer": regularizers.serialize(self.activity_regularizer),
            "kernel_constraint": constraints.serialize(self._kernel_constraint),
            "bias_constraint": constraints.serialize(self._bias_constraint),
            "seed": self.seed,
        }
