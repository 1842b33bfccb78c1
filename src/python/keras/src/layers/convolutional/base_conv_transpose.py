"""BaseConvTranspose: the transposed convolution, which makes larger outputs."""

from keras.src import constraints, initializers, ops, regularizers
from keras.src.layers.convolutional.base_conv import ConvLayer
from keras.src.ops.nn.conv import transposed_sizes
from keras.src.utils.argument_validation import standardize_tuple


class BaseConvTranspose(ConvLayer):
    """Args as those of a convolution, and output_padding: added to the output's size at one side.

    Shapes: input (batch, …, channels), kernel (…, filters, channels).
    """

    def __init__(
        self,
        filters,
        kernel_size,
        strides=1,
        padding="valid",
        output_padding=None,
        data_format=None,
        dilation_rate=1,
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
        self.output_padding = (
            None
            if output_padding is None
            else standardize_tuple(output_padding, self._rank, "output_padding", allow_zero=True)
        )
        self.kernel_initializer = initializers.get(kernel_initializer)
        self.kernel_regularizer = regularizers.get(kernel_regularizer)
        self.kernel_constraint = constraints.get(kernel_constraint)
        self._check_positive("filters", filters)

    def build(self, input_shape):
        channels = self._channels(input_shape)
        self.input_spec = self._spec(channels)
        self.kernel = self.add_weight(
            name="kernel",
            shape=(*self.kernel_size, self.filters, channels),
            initializer=self.kernel_initializer,
            regularizer=self.kernel_regularizer,
            constraint=self.kernel_constraint,
        )
        self._add_bias_weight(self.filters)

    def call(self, inputs):
        outputs = ops.conv_transpose(
            inputs,
            self.kernel,
            strides=self.strides,
            padding=self.padding,
            output_padding=self.output_padding,
            data_format=self.data_format,
            dilation_rate=self.dilation_rate,
        )
        return self._finish(outputs)

    def compute_output_shape(self, input_shape):
        spatial = input_shape[1:-1] if self._last else input_shape[2:]
        sizes = transposed_sizes(
            spatial, self.kernel_size, self.strides, self.padding, self.output_padding, self.dilation_rate
        )
        if self._last:
            return [input_shape[0], *sizes, self.filters]
        return [input_shape[0], self.filters, *sizes]

    def get_config(self):
        own = {
            "filters": self.filters,
            **self._common_config(),
            "output_padding": self.output_padding,
            **self._bias_config(),
            "kernel_initializer": initializers.serialize(self.kernel_initializer),
            "kernel_regularizer": regularizers.serialize(self.kernel_regularizer),
            "kernel_constraint": constraints.serialize(self.kernel_constraint),
        }
        return self._ordered(own)
