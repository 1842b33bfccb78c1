"""GRU: the gated recurrent unit."""

from keras.src.backend import unwrap, wrap
from keras.src.layers.rnn.base_cell import BaseCell, CellLayer


class GRUCell(BaseCell):
    """Gates z, r, h in this order along the kernels' columns:

    h = z · h_before + (1 - z) · tanh(h~)

    Args:
        reset_after: r is applied after the multiplication with the recurrent kernel; there are two biases then, so that
            the bias has the shape (2, 3 · units).

    Source: Cho et al. 2014, arXiv:1406.1078.
    """

    _gates = 3

    def __init__(
        self,
        units,
        activation="tanh",
        recurrent_activation="sigmoid",
        use_bias=True,
        kernel_initializer="glorot_uniform",
        recurrent_initializer="orthogonal",
        bias_initializer="zeros",
        kernel_regularizer=None,
        recurrent_regularizer=None,
        bias_regularizer=None,
        kernel_constraint=None,
        recurrent_constraint=None,
        bias_constraint=None,
        dropout=0.0,
        recurrent_dropout=0.0,
        reset_after=True,
        seed=None,
        **kwargs,
    ):
        super().__init__(**kwargs)
        self.reset_after = reset_after
        arguments = {
            "kernel_initializer": kernel_initializer,
            "recurrent_initializer": recurrent_initializer,
            "bias_initializer": bias_initializer,
            "kernel_regularizer": kernel_regularizer,
            "recurrent_regularizer": recurrent_regularizer,
            "bias_regularizer": bias_regularizer,
            "kernel_constraint": kernel_constraint,
            "recurrent_constraint": recurrent_constraint,
            "bias_constraint": bias_constraint,
        }
        self._set_up(units, use_bias, {"activation": activation, "recurrent_activation": recurrent_activation}, arguments, dropout, recurrent_dropout, seed)

    def _bias_shape(self):
        return (2, 3 * self.units) if self.reset_after else (3 * self.units,)

    def _input_bias(self):
        bias = unwrap(self.bias)
        return bias[0] if self.reset_after else bias

    def _step(self, projected_x, states, weights, training):
        before = states[0]
        kernel, bias = weights
        gate, units = self.recurrent_activation, self.units
        x_z, x_r, x_h = projected_x.chunk(3, -1)
        if self.reset_after:
            inner = self._times_recurrent(before, kernel, training)
            inner = inner if bias is None else inner + bias[1]
            h_z, h_r, h_h = inner.chunk(3, -1)
            z, r = _apply(gate, x_z + h_z), _apply(gate, x_r + h_r)
            new = _apply(self.activation, x_h + r * h_h)
        else:
            h_z, h_r = self._times_recurrent(before, kernel[:, : 2 * units], training, slice(2)).chunk(2, -1)
            z, r = _apply(gate, x_z + h_z), _apply(gate, x_r + h_r)
            new = _apply(self.activation, x_h + self._times_recurrent(r * before, kernel[:, 2 * units :], training, slice(2, 3)))
        output = z * before + (1 - z) * new
        return output, [output]

    def get_config(self):
        own = self._cell_config(("activation", "recurrent_activation"))
        seed = own.pop("seed")
        return self._ordered({**own, "reset_after": self.reset_after, "seed": seed})


def _apply(activation, x):
    """An activation of keras.activations on a torch tensor."""
    return unwrap(activation(wrap(x)))


class GRU(CellLayer):
    """The gated recurrent unit.

    Args as those of GRUCell and RNN.
    """

    def __init__(
        self,
        units,
        activation="tanh",
        recurrent_activation="sigmoid",
        use_bias=True,
        kernel_initializer="glorot_uniform",
        recurrent_initializer="orthogonal",
        bias_initializer="zeros",
        kernel_regularizer=None,
        recurrent_regularizer=None,
        bias_regularizer=None,
        activity_regularizer=None,
        kernel_constraint=None,
        recurrent_constraint=None,
        bias_constraint=None,
        dropout=0.0,
        recurrent_dropout=0.0,
        seed=None,
        return_sequences=False,
        return_state=False,
        go_backwards=False,
        stateful=False,
        unroll=False,
        reset_after=True,
        use_cudnn="auto",
        **kwargs,
    ):
        cell = GRUCell(
            units,
            activation=activation,
            recurrent_activation=recurrent_activation,
            use_bias=use_bias,
            kernel_initializer=kernel_initializer,
            recurrent_initializer=recurrent_initializer,
            bias_initializer=bias_initializer,
            kernel_regularizer=kernel_regularizer,
            recurrent_regularizer=recurrent_regularizer,
            bias_regularizer=bias_regularizer,
            kernel_constraint=kernel_constraint,
            recurrent_constraint=recurrent_constraint,
            bias_constraint=bias_constraint,
            dropout=dropout,
            recurrent_dropout=recurrent_dropout,
            seed=seed,
            reset_after=reset_after,
            dtype=kwargs.get("dtype"),
            trainable=kwargs.get("trainable", True),
            name="gru_cell",
        )
        self._wrap_cell(
            cell, return_sequences, return_state, go_backwards, stateful, unroll, activity_regularizer, kwargs
        )
