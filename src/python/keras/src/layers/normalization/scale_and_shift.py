"""The learnt scale (gamma) and shift (beta) that the normalization layers share."""

from keras.src import constraints, initializers, regularizers
from keras.src.layers.layer import Layer


class ScaleAndShift(Layer):
    """Keeps the arguments of gamma and beta and makes the two weights."""

    def _set_up(
        self,
        center,
        scale,
        beta_initializer,
        gamma_initializer,
        beta_regularizer,
        gamma_regularizer,
        beta_constraint,
        gamma_constraint,
    ):
        self.center = center
        self.scale = scale
        self.beta_initializer = initializers.get(beta_initializer)
        self.gamma_initializer = initializers.get(gamma_initializer)
        self.beta_regularizer = regularizers.get(beta_regularizer)
        self.gamma_regularizer = regularizers.get(gamma_regularizer)
        self.beta_constraint = constraints.get(beta_constraint)
        self.gamma_constraint = constraints.get(gamma_constraint)
        self.gamma = None
        self.beta = None
        self.supports_masking = True

    def _add_scale_and_shift(self, shape):
        for name, wanted in (("gamma", self.scale), ("beta", self.center)):
            if wanted:
                weight = self.add_weight(
                    shape=shape,
                    name=name,
                    initializer=getattr(self, f"{name}_initializer"),
                    regularizer=getattr(self, f"{name}_regularizer"),
                    constraint=getattr(self, f"{name}_constraint"),
                    autocast=False,
                )
                setattr(self, name, weight)

    def _check_axes(self, input_shape):
        axes = [self.axis] if isinstance(self.axis, int) else self.axis
        for axis in axes:
            if axis >= len(input_shape) or axis < -len(input_shape):
                raise ValueError(
                    f"Axis {axis} is out of bounds for input shape {input_shape}. Received: axis={self.axis}"
                )

    def compute_output_shape(self, input_shape):
        self._check_axes(input_shape)
        return input_shape

    def _scale_and_shift_config(self):
        config = {"center": self.center, "scale": self.scale}
        for what, module in (("initializer", initializers), ("regularizer", regularizers), ("constraint", constraints)):
            for name in ("beta", "gamma"):
                config[f"{name}_{what}"] = module.serialize(getattr(self, f"{name}_{what}"))
        return config
