"""GroupedQueryAttention: heads of queries share heads of keys and values."""

from keras.src import ops
from keras.src.layers.attention.multi_head_attention import MultiHeadAttention


class GroupedQueryAttention(MultiHeadAttention):
    """Args: head_dim: size of a head; num_query_heads, num_key_value_heads: their numbers, the second divides the first.

    Source: Ainslie et al. 2023, arXiv:2305.13245.
    """

    def __init__(self, head_dim, num_query_heads, num_key_value_heads, dropout=0.0, use_bias=True, **kwargs):
        if num_query_heads % num_key_value_heads != 0:
            raise ValueError("`num_query_heads` must be divisible by `num_key_value_heads`.")
        super().__init__(num_query_heads, head_dim, dropout=dropout, use_bias=use_bias, **kwargs)
        self.head_dim = head_dim
        self.num_query_heads = num_query_heads
        self.num_key_value_heads = num_key_value_heads

    def _heads_of(self, name):
        return self.num_query_heads if name == "query" else self.num_key_value_heads

    def build(self, query_shape, value_shape, key_shape=None):
        super().build(query_shape, value_shape, key_shape)
        for name in ("_key_dense", "_value_dense"):
            self.__dict__[name] = _Repeated(self.__dict__[name], self.num_query_heads // self.num_key_value_heads)

    def get_config(self):
        config = super().get_config()
        for name in ("num_heads", "key_dim", "value_dim", "output_shape", "attention_axes"):
            config.pop(name)
        own = {name: getattr(self, name) for name in ("head_dim", "num_query_heads", "num_key_value_heads")}
        for name in ("use_bias", "use_gate", "sliding_window", "dropout"):
            own[name] = config.pop(name)
        base = {name: config.pop(name) for name in ("name", "trainable", "dtype")}
        return {**base, **own, **config}


class _Repeated:
    """A projection whose heads are repeated."""

    def __init__(self, dense, times):
        self._dense = dense
        self._times = times

    def __call__(self, x):
        return ops.repeat(self._dense(x), self._times, axis=2)
