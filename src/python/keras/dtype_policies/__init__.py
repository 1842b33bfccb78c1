"""Public names of the dtype policies."""

from keras.src.dtype_policies import DTypePolicy, FloatDTypePolicy, deserialize, get, serialize
