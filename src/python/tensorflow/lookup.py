"""tf.lookup: tables from keys to values."""

import torch

from keras.src.backend import StringTensor, placing, string_tensor, wrap
from keras.src.backend.strings import is_text
from tensorflow._api.array import constant


class KeyValueTensorInitializer:
    """Keys and values as tensors."""

    def __init__(self, keys, values, key_dtype=None, value_dtype=None, name=None):
        self.keys, self.values = constant(keys, key_dtype), constant(values, value_dtype)


class StaticHashTable:
    """tf.lookup.StaticHashTable: values of keys, a default for others."""

    def __init__(self, initializer, default_value, name=None, experimental_is_anonymous=False):
        self.key_dtype, self.value_dtype = initializer.keys.dtype, initializer.values.dtype
        self.default_value = default_value
        self._values = dict(zip(_plain(initializer.keys), _plain(initializer.values)))

    def lookup(self, keys, name=None):
        """The values of the keys."""
        given = keys if hasattr(keys, "shape") else constant(keys)
        if given.dtype != self.key_dtype:
            raise TypeError(f"Dtype of argument `keys` must be {self.key_dtype}, received: {given.dtype}")
        default = self.default_value.encode() if isinstance(self.default_value, str) else self.default_value
        found = [self._values.get(key, default) for key in _plain(given)]
        if self.value_dtype.name == "string":
            made = string_tensor(found)._strings.reshape(tuple(given.shape))
            return string_tensor(made if given.shape else made.item())
        return wrap(constant(found, self.value_dtype)._t.reshape(tuple(given.shape)))

    __getitem__ = lookup

    def size(self, name=None):
        """The number of keys."""
        return wrap(placing.tensor(len(self._values), dtype=torch.int64))

    def export(self, name=None):
        """All keys and all values."""
        return constant(list(self._values), self.key_dtype), constant(list(self._values.values()), self.value_dtype)


def _plain(tensor):
    if isinstance(tensor, StringTensor) or is_text(tensor):
        return string_tensor(tensor)._strings.reshape(-1).tolist()
    return tensor._t.reshape(-1).tolist()
