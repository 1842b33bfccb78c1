"""GroupNormalization: mean 0 and variance 1 within groups of channels."""

import torch

from keras.src import backend
from keras.src.backend import unwrap, wrap
from keras.src.layers.input_spec import InputSpec
from keras.src.layers.normalization.scale_and_shift import ScaleAndShift


class GroupNormalization(ScaleAndShift):
    """Args: groups: number of groups; -1 makes each channel one of its own (instance normalization).

    Source: Wu & He 2018, arXiv:1803.08494.
    """

    def __init__(
        self,
        groups=32,
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
        **kwargs,
    ):
        if not isinstance(groups, int) or (groups <= 0 and groups != -1):
            raise ValueError(
                "Received an invalid value for argument `groups`, expected a positive integer (or `-1` for instance "
                f"normalization). Received: groups={groups}"
            )
        super().__init__(**kwargs)
        self.groups = groups
        self.axis = axis
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
        dim = input_shape[self.axis]
        if dim is None:
            raise ValueError(
                f"Axis {self.axis} of input tensor should have a defined dimension but the layer received an input with "
                f"shape {input_shape}."
            )
        if self.groups == -1:
            self.groups = dim
        if dim < self.groups:
            raise ValueError(f"Number of groups ({self.groups}) cannot be more than the number of channels ({dim}).")
        if dim % self.groups != 0:
            raise ValueError(f"Number of groups ({self.groups}) must be a multiple of the number of channels ({dim}).")
        self.input_spec = InputSpec(ndim=len(input_shape), axes={self.axis: dim})
        self._add_scale_and_shift((dim,))

    def call(self, inputs):
        x = unwrap(inputs)
        moved = x.movedim(self.axis, -1)
        channels = moved.shape[-1]
        grouped = moved.reshape(moved.shape[0], -1, self.groups, channels // self.groups)
        mean = grouped.mean((1, 3), keepdim=True)
        variance = ((grouped - mean) ** 2).mean((1, 3), keepdim=True)
        made = ((grouped - mean) * torch.rsqrt(variance + self.epsilon)).reshape(moved.shape)
        if self.gamma is not None:
            made = made * unwrap(self.gamma)
        if self.beta is not None:
            made = made + unwrap(self.beta)
        return backend.cast(wrap(made.movedim(-1, self.axis)), self.compute_dtype)

    def get_config(self):
        config = {**super().get_config(), "groups": self.groups, "axis": self.axis, "epsilon": self.epsilon}
        return {**config, **self._scale_and_shift_config()}
