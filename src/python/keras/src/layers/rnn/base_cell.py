"""What the three built-in cells and their layers share: arguments, weights, and the loop over timesteps."""

from keras.src import activations, backend, constraints, initializers, ops, regularizers
from keras.src.backend import unwrap, wrap
from keras.src.layers.config_order import in_order
from keras.src.layers.layer import Layer
from keras.src.layers.rnn.dropout_rnn_cell import DropoutRNNCell
from keras.src.layers.input_spec import InputSpec
from keras.src.layers.rnn.rnn import RNN, run_steps
from keras.src.random import SeedGenerator

_WEIGHT_ARGUMENTS = ("kernel", "recurrent", "bias")


class BaseCell(Layer, DropoutRNNCell):
    """A cell with a kernel for inputs, one for states, and biases."""

    _gates = 1
    # Seeds are drawn in Keras' order: some cells take theirs before their initializers do.
    _seed_first = False

    def _set_up(self, units, use_bias, activations_given, arguments, dropout, recurrent_dropout, seed):
        if units <= 0:
            raise ValueError(
                f"Received an invalid value for argument `units`, expected a positive integer, got {units}."
            )
        self.seed = seed
        if self._seed_first:
            self.seed_generator = SeedGenerator(seed=seed)
        self.units = units
        self.use_bias = use_bias
        for name, value in activations_given.items():
            setattr(self, name, activations.get(value))
        for name in _WEIGHT_ARGUMENTS:
            setattr(self, f"{name}_initializer", initializers.get(arguments[f"{name}_initializer"]))
            setattr(self, f"{name}_regularizer", regularizers.get(arguments[f"{name}_regularizer"]))
            setattr(self, f"{name}_constraint", constraints.get(arguments[f"{name}_constraint"]))
        self.dropout = min(1.0, max(0.0, dropout))
        self.recurrent_dropout = min(1.0, max(0.0, recurrent_dropout))
        if self.recurrent_dropout != 0.0 and self._gates > 1:
            self.dropout_mask_count = self._gates
        if not self._seed_first:
            self.seed_generator = SeedGenerator(seed=seed)
        self.state_size = units
        self.output_size = units

    def _bias_shape(self):
        return (self.units * self._gates,)

    def _bias_initial(self):
        return self.bias_initializer

    def build(self, input_shape):
        width = self.units * self._gates
        for name, rows in (("kernel", input_shape[-1]), ("recurrent", self.units)):
            full = "kernel" if name == "kernel" else "recurrent_kernel"
            weight = self.add_weight(
                shape=(rows, width),
                name=full,
                initializer=getattr(self, f"{name}_initializer"),
                regularizer=getattr(self, f"{name}_regularizer"),
                constraint=getattr(self, f"{name}_constraint"),
            )
            setattr(self, full, weight)
        self.bias = None
        if self.use_bias:
            self.bias = self.add_weight(
                shape=self._bias_shape(),
                name="bias",
                initializer=self._bias_initial(),
                regularizer=self.bias_regularizer,
                constraint=self.bias_constraint,
            )

    def call(self, inputs, states, training=False):
        states = [unwrap(s) for s in (states if isinstance(states, (list, tuple)) else [states])]
        output, new_states = self._step(self._project(unwrap(inputs), training), states, self._weights(), training)
        return wrap(output), [wrap(s) for s in new_states]

    def _weights(self):
        return unwrap(self.recurrent_kernel), None if self.bias is None else unwrap(self.bias)

    def _project(self, x, training):
        """The inputs' part of all gates."""
        made = self._times_kernel(x, unwrap(self.kernel), training)
        return made if self.bias is None else made + self._input_bias()

    def _input_bias(self):
        return unwrap(self.bias)

    def get_initial_state(self, batch_size=None):
        """Zeros."""
        count = 1 if isinstance(self.state_size, int) else len(self.state_size)
        return [ops.zeros((batch_size, self.units), dtype=self.compute_dtype) for _ in range(count)]

    def _cell_config(self, names):
        config = {"units": self.units}
        for name in names:
            config[name] = activations.serialize(getattr(self, name))
        config["use_bias"] = self.use_bias
        for what, module in (("initializer", initializers), ("regularizer", regularizers), ("constraint", constraints)):
            for name in _WEIGHT_ARGUMENTS:
                config[f"{name}_{what}"] = module.serialize(getattr(self, f"{name}_{what}"))
        config.update(dropout=self.dropout, recurrent_dropout=self.recurrent_dropout, seed=self.seed)
        return config

    def _ordered(self, own):
        names = "units activation recurrent_activation use_bias"
        return in_order(super().get_config(), own, names + (" unit_forget_bias" if "unit_forget_bias" in own else ""))


class CellLayer(RNN):
    """A recurrent layer whose cell is one of the built-in ones: the inputs of all timesteps are multiplied at once."""

    # SimpleRNN's config has no seed, in Keras.
    _hides_seed = False

    def _wrap_cell(
        self, cell, return_sequences, return_state, go_backwards, stateful, unroll, activity_regularizer, kwargs
    ):
        RNN.__init__(
            self,
            cell,
            return_sequences=return_sequences,
            return_state=return_state,
            go_backwards=go_backwards,
            stateful=stateful,
            unroll=unroll,
            activity_regularizer=activity_regularizer,
            **kwargs,
        )
        self.input_spec = InputSpec(ndim=3)

    def _steps(self, sequences, states, mask, training):
        cell = self.cell
        cell.reset_dropout_mask()
        cell.reset_recurrent_dropout_mask()
        x = unwrap(sequences)
        dtype = backend.torch_dtype(self.compute_dtype)
        x = x.to(dtype) if x.dtype is not dtype else x
        cell.draw_masks(x[:, 0], states[0])
        inputs = list(cell._project(x, training).unbind(1))
        if self.go_backwards:
            inputs.reverse()
        weights = cell._weights()
        return run_steps(
            lambda one, before: cell._step(one, before, weights, training),
            inputs,
            states,
            self._masks(mask),
            self.zero_output_for_mask,
        )

    def __getattr__(self, name):
        # units, activation, dropout and the other arguments are the cell's.
        cell = self.__dict__.get("cell")
        if cell is not None and name in _CELL_ATTRIBUTES:
            return getattr(cell, name)
        raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")

    def get_config(self):
        own = self.cell.get_config()
        for name in ("name", "trainable", "dtype", *(("seed",) if self._hides_seed else ())):
            own.pop(name, None)
        own["activity_regularizer"] = regularizers.serialize(self.activity_regularizer)
        return in_order(super().get_config(), own, _LAYER_ORDER)


_LAYER_ORDER = (
    "units activation recurrent_activation use_bias kernel_initializer recurrent_initializer bias_initializer unit_forget_bias "
    "kernel_regularizer recurrent_regularizer bias_regularizer activity_regularizer kernel_constraint recurrent_constraint "
    "bias_constraint dropout recurrent_dropout reset_after seed"
)

_CELL_ATTRIBUTES = {
    "units",
    "activation",
    "recurrent_activation",
    "use_bias",
    "dropout",
    "recurrent_dropout",
    "unit_forget_bias",
    "reset_after",
    *(f"{name}_{what}" for name in _WEIGHT_ARGUMENTS for what in ("initializer", "regularizer", "constraint")),
}
