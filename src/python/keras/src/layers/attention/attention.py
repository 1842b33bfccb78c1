"""Attention: dot-product attention (Luong)."""

from keras.src import backend, ops, random
from keras.src.backend.keras_tensor import KerasTensor
from keras.src.layers.layer import Layer
from keras.src.random import SeedGenerator


class Attention(Layer):
    """softmax(query · keyᵀ) · value

    Args:
        use_scale: multiply the scores by a learnt number.
        score_mode: "dot", or "concat": sum of tanh(query + key), weighted.
        dropout: of the attention weights.

    Inputs: list [query (batch, Tq, dim), value (batch, Tv, dim)] and perhaps key (batch, Tv, dim).
    """

    def __init__(self, use_scale=False, score_mode="dot", dropout=0.0, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.use_scale = use_scale
        self.score_mode = score_mode
        self.dropout = dropout
        if dropout > 0:
            self.seed_generator = SeedGenerator(seed=seed)
        if score_mode not in ("dot", "concat"):
            raise ValueError(
                f"Invalid value for argument score_mode. Expected one of {{'dot', 'concat'}}. Received: score_mode={score_mode}"
            )
        self.seed = seed
        self.scale = None
        self.concat_score_weight = None
        self.supports_masking = True

    def build(self, input_shape):
        alone = isinstance(input_shape, (list, tuple)) and not isinstance(input_shape[0], (list, tuple))
        self._validate(str(tuple(input_shape)) if alone else input_shape)
        if self.use_scale:
            self.scale = self.add_weight(name="scale", shape=(), initializer="ones", dtype=self.dtype, trainable=True)
        if self.score_mode == "concat":
            self.concat_score_weight = self.add_weight(
                name="concat_score_weight", shape=(), initializer="ones", dtype=self.dtype, trainable=True
            )

    def _calculate_scores(self, query, key):
        if self.score_mode == "dot":
            scores = ops.matmul(query, ops.transpose(key, axes=[0, 2, 1]))
            return scores if self.scale is None else ops.multiply(scores, self.scale)
        both = ops.expand_dims(query, axis=-2) + ops.expand_dims(key, axis=-3)
        both = both if self.scale is None else ops.multiply(both, self.scale)
        return self.concat_score_weight * ops.sum(ops.tanh(both), axis=-1)

    def _apply_scores(self, scores, value, scores_mask=None, training=False):
        if scores_mask is not None:
            large = 65504.0 if backend.standardize_dtype(scores.dtype) == "float16" else 1.0e9
            scores = scores - large * ops.cast(ops.logical_not(scores_mask), scores.dtype)
        weights = ops.softmax(scores, axis=-1)
        if training and self.dropout > 0:
            weights = random.dropout(weights, self.dropout, seed=self.seed_generator)
        return ops.matmul(weights, value), weights

    def _scores_mask(self, scores, v_mask, use_causal_mask):
        mask = None if v_mask is None else ops.expand_dims(v_mask, axis=-2)
        if use_causal_mask:
            rows, cols = scores.shape[-2], scores.shape[-1]
            causal = ops.expand_dims(
                ops.greater_equal(ops.expand_dims(ops.arange(rows), 1), ops.expand_dims(ops.arange(cols), 0)), 0
            )
            mask = causal if mask is None else ops.logical_and(mask, causal)
        return mask

    def call(self, inputs, mask=None, training=False, return_attention_scores=False, use_causal_mask=False):
        self._validate(inputs, mask)
        query, value = inputs[0], inputs[1]
        key = inputs[2] if len(inputs) > 2 else value
        q_mask = mask[0] if mask else None
        v_mask = mask[1] if mask else None
        scores = self._calculate_scores(query, key)
        result, weights = self._apply_scores(
            scores, value, self._scores_mask(scores, v_mask, use_causal_mask), training=training
        )
        if q_mask is not None:
            result = result * ops.cast(ops.expand_dims(q_mask, axis=-1), result.dtype)
        return (result, weights) if return_attention_scores else result

    def compute_mask(self, inputs, mask=None):
        self._validate(inputs, mask)
        return None if mask is None or mask[0] is None else mask[0]

    def compute_output_shape(self, input_shape):
        return (*input_shape[0][:-1], input_shape[1][-1])

    def compute_output_spec(
        self, inputs, mask=None, return_attention_scores=False, training=None, use_causal_mask=False
    ):
        self._validate(inputs, mask)
        query, value = inputs[0], inputs[1]
        output = KerasTensor(self.compute_output_shape([x.shape for x in inputs]), dtype=self.compute_dtype)
        if not return_attention_scores:
            return output
        return output, KerasTensor((query.shape[0], query.shape[1], value.shape[1]), dtype=self.compute_dtype)

    def _validate(self, inputs, mask=None):
        name = self.__class__.__name__
        if not isinstance(inputs, (list, tuple)):
            raise ValueError(f"{name} layer must be called on a list of inputs, namely [query, value] or [query, value, key]. Received: inputs={inputs}.")
        if len(inputs) not in (2, 3):
            raise ValueError(
                f"{name} layer accepts inputs list of length 2 or 3, namely [query, value] or [query, value, key]. Received length: {len(inputs)}."
            )
        if mask is not None:
            if not isinstance(mask, list):
                raise ValueError(f"{name} layer mask must be a list. Received: mask={mask}.")
            if len(mask) < 2 or len(mask) > 3:
                raise ValueError(f"{name} layer accepts mask list of length 2 or 3. Received: {mask}.")

    def get_config(self):
        names = ("use_scale", "score_mode", "dropout", "seed")
        return {**super().get_config(), **{name: getattr(self, name) for name in names}}
