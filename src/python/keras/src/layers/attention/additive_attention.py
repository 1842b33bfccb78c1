"""AdditiveAttention (Bahdanau)."""

from keras.src import ops
from keras.src.layers.attention.attention import Attention


class AdditiveAttention(Attention):
    """Scores are the sum of scale · tanh(query + key) over the features.

    Args:
        use_scale: whether scale (dim,) is learnt.
    """

    def __init__(self, use_scale=True, dropout=0.0, **kwargs):
        super().__init__(use_scale=use_scale, dropout=dropout, **kwargs)

    def build(self, input_shape):
        self._validate(input_shape)
        self.scale = None
        if self.use_scale:
            self.scale = self.add_weight(
                name="scale", shape=[input_shape[0][-1]], initializer="glorot_uniform", dtype=self.dtype, trainable=True
            )

    def _calculate_scores(self, query, key):
        both = ops.tanh(ops.expand_dims(query, axis=-2) + ops.expand_dims(key, axis=-3))
        return ops.sum(both if self.scale is None else self.scale * both, axis=-1)

    def get_config(self):
        config = super().get_config()
        del config["score_mode"]
        return config
