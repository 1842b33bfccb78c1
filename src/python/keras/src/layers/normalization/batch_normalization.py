"""BatchNormalization: mean 0 and variance 1 over the batch while training, moving averages of both afterwards."""

import torch
import torch.nn.functional as F

from keras.src import backend, initializers, ops
from keras.src.backend import unwrap, wrap
from keras.src.layers.input_spec import InputSpec
from keras.src.layers.normalization.scale_and_shift import ScaleAndShift


class BatchNormalization(ScaleAndShift):
    """gamma · (x - mean) / sqrt(variance + epsilon) + beta

    While training (and while the layer is trainable) mean and variance are the batch's, and
    moving = moving · momentum + batch's · (1 - momentum), with the population variance. Otherwise the moving ones are used: a
    frozen layer runs in inference mode.

    Args:
        axis: the axis of the features. momentum: of the moving averages. epsilon: added to the variance.
        center, scale: whether there are beta and gamma.

    Source: Ioffe & Szegedy 2015, arXiv:1502.03167.
    """

    def __init__(
        self,
        axis=-1,
        momentum=0.99,
        epsilon=1e-3,
        center=True,
        scale=True,
        beta_initializer="zeros",
        gamma_initializer="ones",
        moving_mean_initializer="zeros",
        moving_variance_initializer="ones",
        beta_regularizer=None,
        gamma_regularizer=None,
        beta_constraint=None,
        gamma_constraint=None,
        synchronized=False,
        renorm=False,
        renorm_clipping=None,
        renorm_momentum=0.99,
        **kwargs,
    ):
        if renorm:
            raise NotImplementedError(
                "Batch renormalization is not available here. Received: renorm=True; use renorm=False, or LayerNormalization for "
                "small batches."
            )
        super().__init__(**kwargs)
        self.axis = int(axis)
        self.synchronized = synchronized
        self.momentum = float(momentum)
        self.epsilon = float(epsilon)
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
        self.moving_mean_initializer = initializers.get(moving_mean_initializer)
        self.moving_variance_initializer = initializers.get(moving_variance_initializer)
        self.moving_mean = None
        self.moving_variance = None

    def build(self, input_shape):
        size = input_shape[self.axis]
        self._add_scale_and_shift((size,))
        for name in ("moving_mean", "moving_variance"):
            weight = self.add_weight(
                shape=(size,),
                name=name,
                initializer=getattr(self, f"{name}_initializer"),
                trainable=False,
                autocast=False,
            )
            setattr(self, name, weight)
        self.input_spec = InputSpec(ndim=len(input_shape), axes={self.axis: size})

    def call(self, inputs, training=None, mask=None):
        if mask is not None and len(mask.shape) != len(inputs.shape) - 1:
            raise ValueError(
                "The mask provided should be one dimension less than the inputs. "
                f"Received: mask.shape={mask.shape}, inputs.shape={inputs.shape}"
            )
        x = unwrap(inputs)
        wanted = torch.float64 if self.variable_dtype == "float64" else torch.float32
        x = x if x.dtype is wanted else x.to(wanted)
        # torch's kernel takes rows of features.
        moved = x if self.axis in (-1, x.dim() - 1) else x.movedim(self.axis, -1)
        rows = moved.reshape(-1, moved.shape[-1])
        gamma = None if self.gamma is None else unwrap(self.gamma)
        beta = None if self.beta is None else unwrap(self.beta)
        if training and self.trainable:
            made = self._by_batch(rows, gamma, beta, mask)
        else:
            made = F.batch_norm(
                rows, unwrap(self.moving_mean), unwrap(self.moving_variance), gamma, beta, False, 0.0, self.epsilon
            )
        made = made.reshape(moved.shape)
        if moved is not x:
            made = made.movedim(-1, self.axis)
        outputs = wrap(made)
        if backend.standardize_dtype(outputs.dtype) != self.compute_dtype:
            outputs = backend.cast(outputs, self.compute_dtype)
        return outputs

    def _by_batch(self, rows, gamma, beta, mask):
        if mask is None and rows.shape[0] > 1:
            made = F.batch_norm(rows, None, None, gamma, beta, True, 0.0, self.epsilon)
            plain = rows.detach()
            self._move(plain.mean(0), plain.var(0, unbiased=False))
            return made
        counted = rows
        if mask is not None:
            counted = rows[unwrap(ops.cast(mask, "bool")).reshape(-1)]
        mean = counted.mean(0)
        variance = ((counted - mean) ** 2).mean(0)
        self._move(mean.detach(), variance.detach())
        made = (rows - mean) * torch.rsqrt(variance + self.epsilon)
        if gamma is not None:
            made = made * gamma
        return made if beta is None else made + beta

    def _move(self, mean, variance):
        m = self.momentum
        for variable, value in ((self.moving_mean, mean), (self.moving_variance, variance)):
            variable._assign(unwrap(variable) * m + value * (1.0 - m))

    def get_config(self):
        config = {**super().get_config(), "axis": self.axis, "momentum": self.momentum, "epsilon": self.epsilon}
        config.update(self._scale_and_shift_config())
        config["moving_mean_initializer"] = initializers.serialize(self.moving_mean_initializer)
        config["moving_variance_initializer"] = initializers.serialize(self.moving_variance_initializer)
        for name in ("beta_regularizer", "gamma_regularizer", "beta_constraint", "gamma_constraint"):
            config[name] = config.pop(name)
        config["synchronized"] = self.synchronized
        return {**config, "renorm": False, "renorm_clipping": None, "renorm_momentum": 0.99}
