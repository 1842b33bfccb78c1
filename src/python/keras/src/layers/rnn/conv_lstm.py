"""ConvLSTM1D, 2D and 3D: LSTMs whose products are convolutions."""


from keras.src import activations, backend, constraints, initializers, ops, regularizers
from keras.src.backend import placing, wrap
from keras.src.layers.input_spec import InputSpec
from keras.src.layers.layer import Layer
from keras.src.layers.rnn.rnn import RNN
from keras.src.ops.nn.conv import output_sizes
from keras.src.random import SeedGenerator
from keras.src.utils.argument_validation import standardize_padding, standardize_tuple


class ConvLSTMCell(Layer):
    """One step of a convolutional LSTM (Shi et al. 2015, arXiv:1506.04214); channels last."""

    def __init__(
        self,
        rank,
        filters,
        kernel_size,
        strides=1,
        padding="valid",
        data_format=None,
        dilation_rate=1,
        activation="tanh",
        recurrent_activation="sigmoid",
        use_bias=True,
        kernel_initializer="glorot_uniform",
        recurrent_initializer="orthogonal",
        bias_initializer="zeros",
        unit_forget_bias=True,
        kernel_regularizer=None,
        recurrent_regularizer=None,
        bias_regularizer=None,
        kernel_constraint=None,
        recurrent_constraint=None,
        bias_constraint=None,
        seed=None,
        **kwargs,
    ):
        super().__init__(**kwargs)
        self.seed = seed
        self.seed_generator = SeedGenerator(seed=seed)
        self.rank = rank
        self.filters = filters
        self.kernel_size = standardize_tuple(kernel_size, rank, "kernel_size")
        self.strides = standardize_tuple(strides, rank, "strides")
        self.padding = standardize_padding(padding)
        self.data_format = backend.standardize_data_format(data_format)
        self.dilation_rate = standardize_tuple(dilation_rate, rank, "dilation_rate")
        self.activation = activations.get(activation)
        self.recurrent_activation = activations.get(recurrent_activation)
        self.use_bias = use_bias
        self.kernel_initializer = initializers.get(kernel_initializer)
        self.recurrent_initializer = initializers.get(recurrent_initializer)
        self.bias_initializer = initializers.get(bias_initializer)
        self.unit_forget_bias = unit_forget_bias
        self.kernel_regularizer = regularizers.get(kernel_regularizer)
        self.recurrent_regularizer = regularizers.get(recurrent_regularizer)
        self.bias_regularizer = regularizers.get(bias_regularizer)
        self.kernel_constraint = constraints.get(kernel_constraint)
        self.recurrent_constraint = constraints.get(recurrent_constraint)
        self.bias_constraint = constraints.get(bias_constraint)
        self.state_size = filters

    def spatial(self, step_shape):
        """Spatial sizes of states and outputs."""
        return output_sizes(step_shape[1:-1], self.kernel_size, self.strides, self.padding, self.dilation_rate)

    def build(self, step_shape):
        self.kernel = self.add_weight(
            shape=(*self.kernel_size, step_shape[-1], 4 * self.filters),
            initializer=self.kernel_initializer,
            name="kernel",
            regularizer=self.kernel_regularizer,
            constraint=self.kernel_constraint,
        )
        self.recurrent_kernel = self.add_weight(
            shape=(*self.kernel_size, self.filters, 4 * self.filters),
            initializer=self.recurrent_initializer,
            name="recurrent_kernel",
            regularizer=self.recurrent_regularizer,
            constraint=self.recurrent_constraint,
        )
        self.bias = None
        if self.use_bias:
            initial = self.bias_initializer
            if self.unit_forget_bias:

                def initial(shape, dtype=None, **kwargs):
                    zeros = self.bias_initializer((self.filters,), dtype=dtype)
                    ones = initializers.Ones()((self.filters,), dtype=dtype)
                    rest = self.bias_initializer((2 * self.filters,), dtype=dtype)
                    return ops.concatenate([zeros, ones, rest], axis=0)

            self.bias = self.add_weight(
                shape=(4 * self.filters,),
                name="bias",
                initializer=initial,
                regularizer=self.bias_regularizer,
                constraint=self.bias_constraint,
            )

    def call(self, inputs, states, training=None):
        h, c = states
        x = ops.conv(inputs, self.kernel, self.strides, self.padding, "channels_last", self.dilation_rate)
        x = x if self.bias is None else x + self.bias
        x = x + ops.conv(h, self.recurrent_kernel, 1, "same", "channels_last")
        i, f, new, o = ops.split(x, 4, axis=-1)
        gate = self.recurrent_activation
        c = gate(f) * c + gate(i) * self.activation(new)
        h = gate(o) * self.activation(c)
        return h, [h, c]


class _ConvLSTM(RNN):
    """Shapes: input (batch, time, …, channels); output (batch, …, filters), or with the time if return_sequences."""

    _rank = 2

    def __init__(
        self,
        filters,
        kernel_size,
        strides=1,
        padding="valid",
        data_format=None,
        dilation_rate=1,
        activation="tanh",
        recurrent_activation="sigmoid",
        use_bias=True,
        return_sequences=False,
        return_state=False,
        go_backwards=False,
        stateful=False,
        **kwargs,
    ):
        names = ("name", "trainable", "dtype", "activity_regularizer")
        own = {name: kwargs.pop(name) for name in names if name in kwargs}
        for name in ("dropout", "recurrent_dropout"):
            kwargs.pop(name, None)
        cell = ConvLSTMCell(
            self._rank,
            filters,
            kernel_size,
            strides,
            padding,
            data_format,
            dilation_rate,
            activation,
            recurrent_activation,
            use_bias,
            name="conv_lstm_cell",
            **kwargs,
        )
        super().__init__(
            cell,
            return_sequences=return_sequences,
            return_state=return_state,
            go_backwards=go_backwards,
            stateful=stateful,
            **own,
        )
        self.input_spec = InputSpec(ndim=self._rank + 3)

    def build(self, sequences_shape, initial_state_shape=None):
        self.__dict__["_step_shape"] = (sequences_shape[0], *sequences_shape[2:])
        super().build(sequences_shape, initial_state_shape)

    def _state_shapes(self, batch):
        shape = (batch, *self.cell.spatial(self._step_shape), self.cell.filters)
        return [shape, shape]

    def get_initial_state(self, batch_size):
        dtype = backend.torch_dtype(self.compute_dtype)
        return [wrap(placing.zeros(*shape, dtype=dtype)) for shape in self._state_shapes(batch_size)]

    def call(self, sequences, initial_state=None, mask=None, training=False):
        self.__dict__["_step_shape"] = (sequences.shape[0], *sequences.shape[2:])
        return super().call(sequences, initial_state=initial_state, mask=mask, training=training)

    def compute_output_shape(self, sequences_shape, initial_state_shape=None):
        step = (sequences_shape[0], *sequences_shape[2:])
        one = (sequences_shape[0], *self.cell.spatial(step), self.cell.filters)
        output = (one[0], sequences_shape[1], *one[1:]) if self.return_sequences else one
        return [output, one, one] if self.return_state else output

    def get_config(self):
        config = super().get_config()
        cell = self.cell
        for name in ("filters", "kernel_size", "strides", "padding", "data_format", "dilation_rate", "use_bias"):
            config[name] = getattr(cell, name)
        config["activation"] = activations.serialize(cell.activation)
        config["recurrent_activation"] = activations.serialize(cell.recurrent_activation)
        config["unit_forget_bias"] = cell.unit_forget_bias
        config["kernel_initializer"] = initializers.serialize(cell.kernel_initializer)
        config["recurrent_initializer"] = initializers.serialize(cell.recurrent_initializer)
        config["bias_initializer"] = initializers.serialize(cell.bias_initializer)
        for name in ("unroll", "zero_output_for_mask"):
            config.pop(name, None)
        return config


class ConvLSTM1D(_ConvLSTM):
    """A convolutional LSTM of sequences of (steps, channels).

    Partly: `dropout` and `recurrent_dropout` are taken but drop nothing.
    """

    _rank = 1


class ConvLSTM2D(_ConvLSTM):
    """A convolutional LSTM of sequences of images (rows, cols, channels).

    Partly: `dropout` and `recurrent_dropout` are taken but drop nothing.
    """


class ConvLSTM3D(_ConvLSTM):
    """A convolutional LSTM of sequences of volumes.

    Partly: `dropout` and `recurrent_dropout` are taken but drop nothing.
    """

    _rank = 3


