"""Hashing: any value as a number of a bin, without a vocabulary."""

import numpy as np

from keras.src import backend
from keras.src.backend.keras_tensor import KerasTensor
from keras.src.layers.layer import Layer
from keras.src.layers.preprocessing.encoding import encode, encoded_shape
from keras.src.utils.fingerprint import fingerprint64, keyed_hash


class Hashing(Layer):
    """Args: num_bins: number of bins; mask_value: goes to bin 0; output_mode: "int", "one_hot", "multi_hot", "count";
    salt: a number or two, for a hash of one's own.
    """

    def __init__(self, num_bins, mask_value=None, salt=None, output_mode="int", sparse=False, **kwargs):
        if "dtype" not in kwargs or kwargs["dtype"] is None:
            kwargs["dtype"] = "int64" if output_mode == "int" else backend.floatx()
        super().__init__(**kwargs)
        if num_bins is None or num_bins <= 0:
            raise ValueError(
                f"The `num_bins` for `Hashing` cannot be `None` or non-positive values. Received: num_bins={num_bins}."
            )
        self.num_bins = num_bins
        self.mask_value = mask_value
        self.salt = salt
        self.output_mode = output_mode
        self.sparse = sparse
        self._convert_input_args = False
        self._allow_non_tensor_positional_args = True

    def call(self, inputs):
        values = inputs._strings if isinstance(inputs, backend.StringTensor) else np.asarray(inputs, dtype=object)
        numbers = [self._bin(v) for v in values.reshape(-1).tolist()]
        found = backend.convert_to_tensor(np.array(numbers, dtype="int64").reshape(values.shape))
        dtype = "int64" if self.output_mode == "int" else backend.floatx()
        return encode(found, self.output_mode, self.num_bins, dtype)

    def _bin(self, value):
        text = value.decode() if isinstance(value, bytes) else str(value)
        bins = self.num_bins
        if self.mask_value is not None:
            if text == str(self.mask_value):
                return 0
            return self._hash(text) % (bins - 1) + 1 if bins > 1 else 0
        return self._hash(text) % bins

    def _hash(self, text):
        if self.salt is None:
            return fingerprint64(text.encode())
        salt = list(self.salt) if isinstance(self.salt, (list, tuple)) else [self.salt] * 2
        return keyed_hash(salt, text.encode())

    def compute_output_shape(self, input_shape):
        return encoded_shape(input_shape, self.output_mode, self.num_bins)

    def compute_output_spec(self, inputs):
        dtype = "int64" if self.output_mode == "int" else backend.floatx()
        return KerasTensor(self.compute_output_shape(inputs.shape), dtype=dtype)

    def get_config(self):
        names = ("num_bins", "salt", "mask_value", "output_mode", "sparse")
        return {**super().get_config(), **{name: getattr(self, name) for name in names}}
