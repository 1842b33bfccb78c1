"""BaseConv: convolution in one, two or three dimensions; the arithmetic is left to keras.ops."""

from keras.src import activations, backend, constraints, initializers, ops, regularizers
from keras.src.layers.config_order import in_order
from keras.src.layers.input_spec import InputSpec
from keras.src.layers.layer import Layer
from keras.src.layers.made_by_build import MadeByBuild
from keras.src.ops.nn.conv import output_sizes
from keras.src.utils.argument_validation import standardize_padding, standardize_tuple


class ConvLayer(Layer):
    """What all convolutions share: sizes, layout, activation and bias."""

    _rank = 2

    def _set_up(
        self,
        kernel_size,
        strides,
        padding,
        data_format,
        dilation_rate,
        activation,
        use_bias,
        bias_initializer,
        bias_regularizer,
        bias_constraint,
    ):
        rank = self.rank = self._rank
        self.kernel_size = standardize_tuple(kernel_size, rank, "kernel_size")
        self.strides = standardize_tuple(strides, rank, "strides")
        self.dilation_rate = standardize_tuple(dilation_rate, rank, "dilation_rate")
        self.padding = standardize_padding(padding, allow_causal=rank == 1)
        self.data_format = backend.standardize_data_format(data_format)
        self.activation = activations.get(activation)
        self.use_bias = use_bias
        self.bias_initializer = initializers.get(bias_initializer)
        self.bias_regularizer = regularizers.get(bias_regularizer)
        self.bias_constraint = constraints.get(bias_constraint)
        self.input_spec = InputSpec(min_ndim=rank + 2)
        if self.padding == "causal" and self.data_format != "channels_last":
            raise ValueError("Causal padding is only supported for `channels_last` format.")
        if max(self.strides) > 1 and max(self.dilation_rate) > 1:
            raise ValueError(
                "`strides > 1` not supported in conjunction with `dilation_rate > 1`. "
                f"Received: strides={self.strides} and dilation_rate={self.dilation_rate}"
            )

    @staticmethod
    def _check_positive(name, value):
        if value is not None and value <= 0:
            raise ValueError(
                f"Invalid value for argument `{name}`. Expected a strictly positive value. Received {name}={value}."
            )

    @property
    def _last(self):
        return self.data_format == "channels_last"

    def _channels(self, input_shape):
        channels = input_shape[-1] if self._last else input_shape[1]
        if channels is None:
            raise ValueError(
                "The channel dimension of the inputs should be defined. The input_shape received is "
                f"{input_shape}, where axis {-1 if self._last else 1} (0-based) is the channel dimension, which found to be "
                "`None`."
            )
        return channels

    def _spec(self, channels):
        axis = -1 if self._last else 1
        return InputSpec(min_ndim=self._rank + 2, axes={axis: channels})

    def _add_bias_weight(self, size):
        self.bias = None
        if self.use_bias:
            self.bias = self.add_weight(
                name="bias",
                shape=(size,),
                initializer=self.bias_initializer,
                regularizer=self.bias_regularizer,
                constraint=self.bias_constraint,
            )

    def _finish(self, outputs):
        if self.bias is not None:
            bias = self.bias
            if not self._last:
                bias = ops.reshape(bias, (-1, *(1,) * self._rank))
            outputs = ops.add(outputs, bias)
        return outputs if self.activation is None else self.activation(outputs)

    def _output_shape(self, input_shape, filters):
        if len(input_shape) != self._rank + 2:
            channels = input_shape[-1] if self._last else input_shape[1]
            kernel_shape = (*self.kernel_size, channels // getattr(self, "groups", 1), filters)
            raise ValueError(
                f"Kernel shape must have the same length as input, but received kernel of shape {kernel_shape} and input of "
                f"shape {tuple(input_shape)}."
            )
        spatial = input_shape[1:-1] if self._last else input_shape[2:]
        padding = "same" if self.padding == "causal" else self.padding
        sizes = output_sizes(spatial, self.kernel_size, self.strides, padding, self.dilation_rate)
        for size in sizes:
            if size is not None and size <= 0:
                channels = input_shape[-1] if self._last else input_shape[1]
                kernel_shape = (*self.kernel_size, channels // getattr(self, "groups", 1), filters)
                raise ValueError(
                    f"Computed output size would be zero or negative. Received `inputs shape={tuple(input_shape)}`, "
                    f"`kernel shape={kernel_shape}`, `dilation_rate=[{' '.join(map(str, self.dilation_rate))}]`, "
                    f"`strides={self.strides}`, `padding={padding}`."
                )
        if self._last:
            return (input_shape[0], *sizes, filters)
        return (input_shape[0], filters, *sizes)

    def _common_config(self):
        return {
            "kernel_size": self.kernel_size,
            "strides": self.strides,
            "padding": self.padding,
            "data_format": self.data_format,
            "dilation_rate": self.dilation_rate,
        }

    def _bias_config(self):
        return {
            "activation": activations.serialize(self.activation),
            "use_bias": self.use_bias,
            "bias_initializer": initializers.serialize(self.bias_initializer),
            "bias_regularizer": regularizers.serialize(self.bias_regularizer),
            "bias_constraint": constraints.serialize(self.bias_constraint),
            "activity_regularizer": regularizers.serialize(self.activity_regularizer),
        }

    def _ordered(self, own):
        """The config with the entries of a kernel's kind standing together, as in Keras."""
        names = ["depth_multiplier", "filters", "kernel_size", "strides", "padding", "output_padding", "data_format", "dilation_rate", "groups"]
        names += ["activation", "use_bias"]
        parts = [name.removesuffix("_initializer") for name in own if name.endswith("_initializer") and name[:4] != "bias"]
        for what in ("initializer", "regularizer", "constraint"):
            names += [f"{part}_{what}" for part in (*parts, "bias")]
            if what == "regularizer":
                names.append("activity_regularizer")
        return in_order(super().get_config(), own, " ".join(names))


class BaseConv(ConvLayer):
    """Slides `filters` kernels over the input.

    Args:
        filters: channels of the output.
        kernel_size, strides, dilation_rate: an int, or one for each dimension.
        padding: "valid", "same" (the odd zero at the end), in one dimension also "causal".
        groups: the channels are cut into so many groups, each with its own kernels.

    Shapes: input (batch, …, channels), kernel (…, channels / groups, filters).
    """

    kernel = MadeByBuild()

    _loads_when_built = True

    def __init__(
        self,
        filters,
        kernel_size,
        strides=1,
        padding="valid",
        data_format=None,
        dilation_rate=1,
        groups=1,
        activation=None,
        use_bias=True,
        kernel_initializer="glorot_uniform",
        bias_initializer="zeros",
        kernel_regularizer=None,
        bias_regularizer=None,
        activity_regularizer=None,
        kernel_constraint=None,
        bias_constraint=None,
        **kwargs,
    ):
        super().__init__(activity_regularizer=activity_regularizer, **kwargs)
        self.filters = filters
        self.groups = groups or 1
        self._set_up(
            kernel_size,
            strides,
            padding,
            data_format,
            dilation_rate,
            activation,
            use_bias,
            bias_initializer,
            bias_regularizer,
            bias_constraint,
        )
        self.kernel_initializer = initializers.get(kernel_initializer)
        self.kernel_regularizer = regularizers.get(kernel_regularizer)
        self.kernel_constraint = constraints.get(kernel_constraint)
        self._check_positive("filters", filters)
        self._check_positive("groups", self.groups)
        if filters is not None and filters % self.groups != 0:
            raise ValueError(
                "The number of filters must be evenly divisible by the number of groups. "
                f"Received: groups={self.groups}, filters={filters}."
            )

    def build(self, input_shape):
        channels = self._channels(input_shape)
        if channels % self.groups != 0:
            raise ValueError(
                "The number of input channels must be evenly divisible by the number of groups. "
                f"Received groups={self.groups}, but the input has {channels} channels (full input shape is {input_shape})."
            )
        self.kernel = self.add_weight(
            name="kernel",
            shape=(*self.kernel_size, channels // self.groups, self.filters),
            initializer=self.kernel_initializer,
            regularizer=self.kernel_regularizer,
            constraint=self.kernel_constraint,
        )
        self._add_bias_weight(self.filters)
        self.input_spec = self._spec(channels)
        self._output_shape(input_shape, self.filters)

    def convolution_op(self, inputs, kernel):
        """The convolution itself; subclasses may change it."""
        return ops.conv(
            inputs,
            kernel,
            strides=self.strides,
            padding=self.padding,
            data_format=self.data_format,
            dilation_rate=self.dilation_rate,
        )

    def call(self, inputs):
        return self._finish(self.convolution_op(inputs, self.kernel))

    def compute_output_shape(self, input_shape):
        return self._output_shape(input_shape, self.filters)

    def get_config(self):
        own = {
            "filters": self.filters,
            **self._common_config(),
            "groups": self.groups,
            **self._bias_config(),
            "kernel_initializer": initializers.serialize(self.kernel_initializer),
            "kernel_regularizer": regularizers.serialize(self.kernel_regularizer),
            "kernel_constraint": constraints.serialize(self.kernel_constraint),
        }
        return self._ordered(own)
