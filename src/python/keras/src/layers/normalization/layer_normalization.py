"""LayerNormalization: mean 0 and variance 1 within each sample."""

import torch
import torch.nn.functional as F

from keras.src import backend
from keras.src.backend import unwrap, wrap
from keras.src.layers.config_order import in_order
from keras.src.layers.normalization.scale_and_shift import ScaleAndShift


class LayerNormalization(ScaleAndShift):
    """gamma · (x - mean) / sqrt(variance + epsilon) + beta, with mean and variance over `axis`.

    Args:
        axis: axis or axes that are normalized together.

    Source: Ba et al. 2016, arXiv:1607.06450.
    """

    def __init__(
        self,
        axis=-1,
        epsilon=1e-3,
        center=True,
        scale=True,
        beta_initializer="zeros",
        gamma_initializer="ones",
        beta_regularizer=None,
        gamma_regularizer=None,
        beta_constraint=None,
        gamma_constraint=None,
        rms_scaling=False,
        **kwargs,
    ):
        if rms_scaling:
            raise NotImplementedError("Received: rms_scaling=True. Use keras.layers.RMSNormalization, which does the same.")
        super().__init__(**kwargs)
        if not isinstance(axis, (list, tuple, int)):
            raise TypeError(
                f"Expected an int or a list/tuple of ints for the argument 'axis', but received: {axis!r}"
            )
        self.axis = list(axis) if isinstance(axis, (list, tuple)) else axis
        self.epsilon = epsilon
        self._set_up(
            center,
            scale,
            beta_initializer,
            gamma_initializer,
            beta_regularizer,
            gamma_regularizer,
            beta_constraint,
            gamma_constraint,
        )
        self.autocast = False

    def build(self, input_shape):
        axes = [self.axis] if isinstance(self.axis, int) else self.axis
        tuple(input_shape[axis] for axis in axes)  # IndexError for one that is not there, as in Keras
        axes = sorted(axis % len(input_shape) for axis in axes)
        if len(set(axes)) != len(axes):
            raise ValueError(f"Duplicate axes are not allowed. Received: axis={self.axis}")
        self._axes = axes
        self.axis = [self.axis] if isinstance(self.axis, int) else self.axis
        self._add_scale_and_shift(tuple(input_shape[axis] for axis in axes))

    def call(self, inputs):
        x = unwrap(inputs)
        wanted = torch.float64 if self.variable_dtype == "float64" else torch.float32
        x = x if x.dtype is wanted else x.to(wanted)
        axes = list(self._axes)
        gamma = None if self.gamma is None else unwrap(self.gamma)
        beta = None if self.beta is None else unwrap(self.beta)
        if axes == list(range(x.dim() - len(axes), x.dim())):
            made = F.layer_norm(x, [x.shape[a] for a in axes], gamma, beta, self.epsilon)
        else:
            shape = [d if i in axes else 1 for i, d in enumerate(x.shape)]
            mean = x.mean(axes, keepdim=True)
            variance = ((x - mean) ** 2).mean(axes, keepdim=True)
            made = (x - mean) * torch.rsqrt(variance + self.epsilon)
            made = made if gamma is None else made * gamma.reshape(shape)
            made = made if beta is None else made + beta.reshape(shape)
        return backend.cast(wrap(made), self.compute_dtype)

    def get_config(self):
        config = {**super().get_config(), "axis": self.axis, "epsilon": self.epsilon}
        own = {**self._scale_and_shift_config(), "rms_scaling": False}
        return in_order(config, own, "center scale rms_scaling")
