"""SimpleRNN: the output goes back in as the state."""

from keras.src.backend import unwrap, wrap
from keras.src.layers.rnn.base_cell import BaseCell, CellLayer


class SimpleRNNCell(BaseCell):
    """h = activation(x @ kernel + h_before @ recurrent_kernel + bias)"""

    _seed_first = True

    def __init__(
        self,
        units,
        activation="tanh",
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
        seed=None,
        **kwargs,
    ):
        super().__init__(**kwargs)
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
        self._set_up(units, use_bias, {"activation": activation}, arguments, dropout, recurrent_dropout, seed)

    def _step(self, projected_x, states, weights, training):
        output = _apply(self.activation, projected_x + self._times_recurrent(states[0], weights[0], training))
        return output, [output]

    def get_config(self):
        return self._ordered(self._cell_config(("activation",)))


def _apply(activation, x):
    """An activation of keras.activations on a torch tensor."""
    return unwrap(activation(wrap(x)))


class SimpleRNN(CellLayer):
    """The fully connected recurrent layer.

    Args as those of SimpleRNNCell and RNN.
    """

    _hides_seed = True

    def __init__(
        self,
        units,
        activation="tanh",
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
        use_cudnn="auto",
        **kwargs,
    ):
        cell = SimpleRNNCell(
            units,
            activation=activation,
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
            dtype=kwargs.get("dtype"),
            trainable=kwargs.get("trainable", True),
            name="simple_rnn_cell",
        )
        self._wrap_cell(
            cell, return_sequences, return_state, go_backwards, stateful, unroll, activity_regularizer, kwargs
        )
