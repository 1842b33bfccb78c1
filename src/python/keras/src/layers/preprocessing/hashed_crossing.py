"""HashedCrossing: pairs of features as one number of a bin."""

import functools

import numpy as np

from keras.src import backend
from keras.src.layers.preprocessing.encoding import encode
from keras.src.layers.preprocessing.hashing import Hashing
from keras.src.utils.fingerprint import fingerprint64, fingerprint_joined


class HashedCrossing(Hashing):
    """Takes a list of features; each combination of values is hashed to one of num_bins bins."""

    _KEY = 0xDECAFCAFFE

    def __init__(self, num_bins, output_mode="int", sparse=False, name=None, dtype=None, **kwargs):
        super().__init__(num_bins, output_mode=output_mode, sparse=sparse, name=name, dtype=dtype, **kwargs)

    def call(self, inputs):
        columns = [
            x._strings if isinstance(x, backend.StringTensor) else np.asarray(x, dtype=object) for x in inputs
        ]
        rows = zip(*(column.reshape(-1).tolist() for column in columns))
        crossed = [functools.reduce(lambda made, value: fingerprint_joined(made, _number(value)), row, self._KEY) for row in rows]
        numbers = np.array([each % self.num_bins for each in crossed], dtype="int64").reshape(columns[0].shape)
        return encode(backend.convert_to_tensor(numbers), self.output_mode, self.num_bins, self.compute_dtype)

    def compute_output_shape(self, input_shape):
        return super().compute_output_shape(tuple(input_shape[0]))

    def get_config(self):
        config = super().get_config()
        for name in ("mask_value", "salt"):
            config.pop(name)
        return config


def _number(value):
    if isinstance(value, (str, bytes)):
        return fingerprint64(value.encode() if isinstance(value, str) else value)
    return int(value) & 0xFFFFFFFFFFFFFFFF
