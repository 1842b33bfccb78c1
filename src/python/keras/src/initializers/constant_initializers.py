"""Initializers without chance: zeros, ones, a constant, the identity."""


from keras.src import ops
from keras.src.backend import convert_to_tensor, placing, standardize_dtype, wrap
from keras.src.initializers.initializer import Initializer


class Constant(Initializer):
    """One value everywhere."""

    def __init__(self, value=0.0):
        self.value = value

    def __call__(self, shape, dtype=None):
        value = convert_to_tensor(self.value, standardize_dtype(dtype))
        return wrap(value._t.expand(tuple(shape)).clone())

    def get_config(self):
        from keras.src.saving import serialization_lib

        return {"value": serialization_lib.serialize_keras_object(self.value)}

    @classmethod
    def from_config(cls, config):
        from keras.src.saving import serialization_lib

        return cls(serialization_lib.deserialize_keras_object(config["value"]))


class Zeros(Initializer):
    """Zeros."""

    def __call__(self, shape, dtype=None):
        return ops.zeros(shape, dtype=standardize_dtype(dtype))


class Ones(Initializer):
    """Ones."""

    def __call__(self, shape, dtype=None):
        return ops.ones(shape, dtype=standardize_dtype(dtype))


class Identity(Initializer):
    """The identity matrix times `gain`; only for two dimensions."""

    def __init__(self, gain=1.0):
        self.gain = gain

    def __call__(self, shape, dtype=None):
        if len(shape) != 2:
            raise ValueError(f"Identity matrix initializer can only be used for 2D matrices. Received: shape={shape} of rank {len(shape)}.")
        made = placing.zeros(tuple(shape))
        for i in range(min(shape)):
            made[i, i] = self.gain
        return convert_to_tensor(wrap(made), standardize_dtype(dtype))

    def get_config(self):
        # Without the gain, as in Keras.
        return {}
