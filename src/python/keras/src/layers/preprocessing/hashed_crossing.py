"""HashedCrossing: pairs of features as one number of a bin."""

import numpy as np

from keras.src import backend
from keras.src.layers.preprocessing.hashing import Hashing


class HashedCrossing(Hashing):
    """Takes a list of features; each combination of values is hashed to one of num_bins bins (FNV-1a, see Hashing)."""

    def __init__(self, num_bins, output_mode="int", sparse=False, name=None, dtype=None, **kwargs):
        super().__init__(num_bins, output_mode=output_mode, sparse=sparse, name=name, dtype=dtype, **kwargs)

    def call(self, inputs):
        columns = [
            x._strings if isinstance(x, backend.StringTensor) else np.asarray(x, dtype=object) for x in inputs
        ]
        rows = zip(*(column.reshape(-1).tolist() for column in columns))
        texts = ["_X_".join(v.decode() if isinstance(v, bytes) else str(v) for v in row) for row in rows]
        crossed = np.empty(len(texts), dtype=object)
        crossed[:] = texts
        return super().call(crossed.reshape(columns[0].shape))

    def compute_output_shape(self, input_shape):
        return super().compute_output_shape(tuple(input_shape[0]))

    def get_config(self):
        config = super().get_config()
        for name in ("mask_value", "salt"):
            config.pop(name)
        return config
