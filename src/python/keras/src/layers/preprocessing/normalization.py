"""Normalization: mean 0 and variance 1 for each feature, from data seen beforehand."""

import math

import numpy as np

from keras.src import backend, ops
from keras.src.layers.layer import Layer


class Normalization(Layer):
    """(x - mean) / max(sqrt(variance), epsilon)

    Args:
        axis: axes whose positions have means of their own; None for one mean for all.
        mean, variance: given, instead of adapt().
        invert: the other way round: x · sqrt(variance) + mean.
    """

    def __init__(self, axis=-1, mean=None, variance=None, invert=False, **kwargs):
        super().__init__(**kwargs)
        self._allow_non_tensor_positional_args = True
        axis = () if axis is None else (axis,) if isinstance(axis, int) else tuple(axis)
        self.axis = axis
        self.input_mean = mean
        self.input_variance = variance
        self.invert = invert
        self.supports_masking = True
        self._build_input_shape = None
        self.mean = None
        if (mean is not None) != (variance is not None):
            raise ValueError(
                "When setting values directly, both `mean` and `variance` must be set. "
                f"Received: mean={mean} and variance={variance}"
            )

    def build(self, input_shape):
        if input_shape is None:
            return
        ndim = len(input_shape)
        self._build_input_shape = tuple(input_shape)
        if any(a < -ndim or a >= ndim for a in self.axis):
            raise ValueError(
                "All `axis` values must be in the range [-ndim, ndim). "
                f"Received inputs with ndim={ndim}, while axis={self.axis}"
            )
        self._keep_axis = tuple(sorted(a % ndim for a in self.axis))
        for d in self._keep_axis:
            if input_shape[d] is None:
                raise ValueError(
                    "All `axis` values to be kept must have a known shape. "
                    f"Received axis={self.axis}, inputs.shape={input_shape}, with unknown axis at index {d}"
                )
        self._reduce_axis = tuple(d for d in range(ndim) if d not in self._keep_axis)
        self._broadcast_shape = [input_shape[d] if d in self._keep_axis else 1 for d in range(ndim)]
        shape = tuple(input_shape[d] for d in self._keep_axis)
        if self.input_mean is None:
            self.adapt_mean = self.add_weight(name="mean", shape=shape, initializer="zeros", trainable=False)
            self.adapt_variance = self.add_weight(name="variance", shape=shape, initializer="ones", trainable=False)
            self.count = self.add_weight(name="count", shape=(), dtype="int32", initializer="zeros", trainable=False)
            self.finalize_state()
        else:
            self.mean = self._spread(self.input_mean)
            self.variance = self._spread(self.input_variance)

    def _spread(self, given):
        array = np.asarray(given, dtype="float32")
        return backend.convert_to_tensor(np.broadcast_to(array, self._broadcast_shape).copy(), dtype=self.compute_dtype)

    def adapt(self, data):
        """Learns mean and variance from an array, a dataset, or an iterable of batches."""
        whole = isinstance(data, np.ndarray) or backend.is_tensor(data)
        batches = [data] if whole else data
        total_mean = total_variance = None
        count = 0
        for batch in batches:
            batch = np.asarray(batch[0] if isinstance(batch, tuple) else batch)
            if not self.built:
                self.build((None, *batch.shape[1:]) if batch.ndim > 1 else batch.shape)
            elif self._build_input_shape is not None:
                for d in self._keep_axis:
                    if batch.shape[d] != self._build_input_shape[d]:
                        raise ValueError(
                            f"The layer was built with input_shape={self._build_input_shape}, but adapt() is being called "
                            f"with data with an incompatible shape, data.shape={batch.shape}"
                        )
            mean = np.mean(batch, axis=self._reduce_axis)
            variance = np.var(batch, axis=self._reduce_axis)
            size = math.prod(batch.shape[d] for d in self._reduce_axis)
            count += size
            if total_mean is None:
                total_mean, total_variance = mean, variance
                continue
            # Means and variances of parts give those of the whole.
            weight = size / count
            new_mean = total_mean * (1 - weight) + mean * weight
            total_variance = (total_variance + (total_mean - new_mean) ** 2) * (1 - weight) + (
                variance + (mean - new_mean) ** 2
            ) * weight
            total_mean = new_mean
        self.adapt_mean.assign(np.asarray(total_mean, dtype="float32"))
        self.adapt_variance.assign(np.asarray(total_variance, dtype="float32"))
        self.finalize_state()

    def finalize_state(self):
        """Takes over what adapt() has learnt."""
        if self.input_mean is not None or self._build_input_shape is None:
            return
        self.mean = self._spread(self.adapt_mean.numpy().reshape(self._broadcast_shape))
        self.variance = self._spread(self.adapt_variance.numpy().reshape(self._broadcast_shape))

    def call(self, inputs):
        if self.mean is None:
            raise ValueError("You must call `.build(input_shape)` on the layer before using it.")
        x = backend.cast(inputs, self.compute_dtype)
        deviation = ops.maximum(ops.sqrt(self.variance), backend.epsilon())
        if self.invert:
            return ops.add(self.mean, ops.multiply(x, deviation))
        return ops.divide(ops.subtract(x, self.mean), deviation)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        listed = [None if v is None else np.array(v).tolist() for v in (self.input_mean, self.input_variance)]
        config = {"axis": self.axis, "invert": self.invert, "mean": listed[0], "variance": listed[1]}
        return {**super().get_config(), **config}

    def load_own_variables(self, store):
        super().load_own_variables(store)
        self.finalize_state()

    def get_build_config(self):
        if self._build_input_shape:
            return {"input_shape": self._build_input_shape}
        return None
