"""Dense: the fully connected layer."""

import torch
import torch.nn.functional as F

from keras.src import activations, constraints, initializers, regularizers
from keras.src.backend import unwrap, wrap
from keras.src.layers.input_spec import InputSpec
from keras.src.layers.layer import Layer
from keras.src.layers.made_by_build import MadeByBuild


class Dense(Layer):
    """output = activation(input @ kernel + bias)

    Args:
        units: size of the output's last axis.
        activation: name or function; none by default.
        use_bias: whether there is a bias.

    Shapes: input (batch, …, input_dim), output (batch, …, units), kernel (input_dim, units), bias (units,).
    """

    kernel = MadeByBuild()

    _loads_when_built = True

    def __init__(
        self,
        units,
        activation=None,
        use_bias=True,
        kernel_initializer="glorot_uniform",
        bias_initializer="zeros",
        kernel_regularizer=None,
        bias_regularizer=None,
        activity_regularizer=None,
        kernel_constraint=None,
        bias_constraint=None,
        lora_rank=None,
        lora_alpha=None,
        quantization_config=None,
        **kwargs,
    ):
        if not isinstance(units, int) or units <= 0:
            raise ValueError(
                f"Received an invalid value for `units`, expected a positive integer. Received: units={units}"
            )
        super().__init__(activity_regularizer=activity_regularizer, **kwargs)
        self.units = units
        self.activation = activations.get(activation)
        self.use_bias = use_bias
        self.kernel_initializer = initializers.get(kernel_initializer)
        self.bias_initializer = initializers.get(bias_initializer)
        self.kernel_regularizer = regularizers.get(kernel_regularizer)
        self.bias_regularizer = regularizers.get(bias_regularizer)
        self.kernel_constraint = constraints.get(kernel_constraint)
        self.bias_constraint = constraints.get(bias_constraint)
        self.input_spec = InputSpec(min_ndim=2)
        self.supports_masking = True

    def build(self, input_shape):
        input_dim = input_shape[-1]
        self.kernel = self.add_weight(
            name="kernel",
            shape=(input_dim, self.units),
            initializer=self.kernel_initializer,
            regularizer=self.kernel_regularizer,
            constraint=self.kernel_constraint,
        )
        self.bias = None
        if self.use_bias:
            self.bias = self.add_weight(
                name="bias",
                shape=(self.units,),
                initializer=self.bias_initializer,
                regularizer=self.bias_regularizer,
                constraint=self.bias_constraint,
            )
        self.input_spec = InputSpec(min_ndim=2, axes={-1: input_dim})

    def call(self, inputs, training=None):
        x, kernel = unwrap(inputs), unwrap(self.kernel)
        dtype = kernel.dtype
        if x.dtype is not dtype:
            # Whole numbers as inputs, or mixed precision.
            dtype = self._torch_dtype()
            x, kernel = x.to(dtype), kernel.to(dtype)
        bias = None if self.bias is None else unwrap(self.bias)
        if bias is not None and bias.dtype is not dtype:
            bias = bias.to(dtype)
        # For matrices one call that takes the kernel as it is kept.
        outputs = wrap(F.linear(x, kernel.t(), bias) if bias is None or x.dim() != 2 else torch.addmm(bias, x, kernel))
        activation = self.activation  # which programs may exchange, also for None
        return outputs if activation is None or activation is activations.linear else activation(outputs)

    def _torch_dtype(self):
        from keras.src import backend

        return backend.torch_dtype(self.compute_dtype)

    def compute_output_shape(self, input_shape):
        shape = list(input_shape)
        shape[-1] = self.units
        return tuple(shape)

    def get_config(self):
        return {
            **super().get_config(),
            "units": self.units,
            "activation": activations.serialize(self.activation),
            "use_bias": self.use_bias,
            "kernel_initializer": initializers.serialize(self.kernel_initializer),
            "bias_initializer": initializers.serialize(self.bias_initializer),
            "kernel_regularizer": regularizers.serialize(self.kernel_regularizer),
            "bias_regularizer": regularizers.serialize(self.bias_regularizer),
            "kernel_constraint": constraints.serialize(self.kernel_constraint),
            "bias_constraint": constraints.serialize(self.bias_constraint),
            "quantization_config": None,
        }
