"""LSTM: long short-term memory."""

from keras.src import initializers, ops
from keras.src.backend import unwrap, wrap
from keras.src.layers.rnn.base_cell import BaseCell, CellLayer


class LSTMCell(BaseCell):
    """Gates i, f, c, o in this order along the kernels' columns:

    c = sigmoid(f) · c_before + sigmoid(i) · tanh(c~), h = sigmoid(o) · tanh(c)

    Args:
        unit_forget_bias: the forget gate's bias begins at 1 (Jozefowicz et al. 2015).

    Source: Hochreiter & Schmidhuber 1997.
    """

    _gates = 4

    def __init__(
        self,
        units,
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
        dropout=0.0,
        recurrent_dropout=0.0,
        seed=None,
        **kwargs,
    ):
        super().__init__(**kwargs)
        self.unit_forget_bias = unit_forget_bias
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
        self.__dict__["state_size"] = [units, units]

    def _bias_initial(self):
        if not self.unit_forget_bias:
            return self.bias_initializer

        def initial(shape, dtype=None, **kwargs):
            ones = initializers.Ones()((self.units,), dtype=dtype)
            parts = [self.bias_initializer((self.units,), dtype=dtype), ones]
            return ops.concatenate([*parts, self.bias_initializer((2 * self.units,), dtype=dtype)], axis=0)

        return initial

    def _step(self, projected_x, states, weights, training):
        h, c = states
        z = projected_x + self._times_recurrent(h, weights[0], training)
        i, f, new, o = z.chunk(4, -1)
        gate, squash = self.recurrent_activation, self.activation
        c = _apply(gate, f) * c + _apply(gate, i) * _apply(squash, new)
        h = _apply(gate, o) * _apply(squash, c)
        return h, [h, c]

    def get_config(self):
        own = self._cell_config(("activation", "recurrent_activation"))
        return self._ordered({**own, "unit_forget_bias": self.unit_forget_bias})


def _apply(activation, x):
    """An activation of keras.activations on a torch tensor."""
    return unwrap(activation(wrap(x)))


class LSTM(CellLayer):
    """Long short-term memory.

    Args as those of LSTMCell and RNN.
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
        unit_forget_bias=True,
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
        use_cudnn="auto",
        **kwargs,
    ):
        cell = LSTMCell(
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
            unit_forget_bias=unit_forget_bias,
            dtype=kwargs.get("dtype"),
            trainable=kwargs.get("trainable", True),
            name="lstm_cell",
        )
        self._wrap_cell(
            cell, return_sequences, return_state, go_backwards, stateful, unroll, activity_regularizer, kwargs
        )
