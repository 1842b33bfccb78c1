"""The state of an optimizer: its variables, one for each of the model's, and how they are saved."""

import warnings

import torch

from keras.src import backend, initializers
from keras.src.backend import wrap


class OptimizerState:
    """The part of an optimizer that keeps variables; the updates are BaseOptimizer's."""

    @property
    def iterations(self):
        """How many updates there have been."""
        if self.gradient_accumulation_steps:
            return wrap(torch.floor_divide(self._iterations._t, self.gradient_accumulation_steps))
        return self._iterations

    def stateless_apply(self, optimizer_variables, grads, trainable_variables):
        """Keras has it for JAX alone."""
        raise ValueError(
            "stateless_apply is not supported with the TensorFlow backend (as it is incompatible with tf.distribute)."
        )

    @property
    def variables(self):
        """All state: iteration, learning rate, and what the formula keeps for each variable."""
        return self._variables[:]

    def build(self, variables):
        """Makes the state for these variables."""
        variables = list(variables)
        if self.use_ema:
            self._model_variables_moving_average = self.add_optimizer_variables(variables, "average")
        if self.gradient_accumulation_steps:
            self._accumulated_gradients = []
        for i, variable in enumerate(variables):
            self._indices[id(variable)] = i
            if self.gradient_accumulation_steps:
                self._accumulated_gradients.append(self.add_variable_from_reference(variable, name="gradient_accumulator"))
        self._trainable_variables = variables
        self.built = True

    def _get_variable_index(self, variable):
        return self._indices[id(variable)]

    def add_variable(self, shape, initializer="zeros", dtype=None, aggregation="none", layout=None, name=None):
        """A state variable."""
        with backend.name_scope(self.name, caller=self):
            variable = backend.Variable(
                initializers.get(initializer), shape=shape, dtype=dtype, trainable=False, aggregation=aggregation, name=name
            )
        self._variables.append(variable)
        return variable

    def add_variable_from_reference(self, reference_variable, name=None, initializer="zeros"):
        """A state variable of the shape and dtype of another variable."""
        own = str(reference_variable.name)
        # TensorFlow's variables have no path: their names end in ":0".
        own = own.replace(":", "_") if ":" in own else getattr(reference_variable, "path", None) or own
        return self.add_variable(
            reference_variable.shape, initializer, backend.standardize_dtype(reference_variable.dtype), name=f"{own.replace('/', '_')}_{name or 'var'}"
        )

    def add_optimizer_variables(self, trainable_variables, name, initializer="zeros"):
        """State variables for each variable: a list for one name, one list for each of several names."""
        names = [name] if isinstance(name, str) else list(name)
        makers = [initializer] * len(names) if not isinstance(initializer, (list, tuple)) else list(initializer)
        if len(names) != len(makers):
            raise ValueError(
                "The number of provided names must match the number of provided initializers.  "
                f"Received name='{name}', initializer='{initializer}'"
            )
        made = tuple([] for _ in names)
        for variable in trainable_variables:
            for column, each, maker in zip(made, names, makers):
                column.append(self.add_variable_from_reference(variable, name=each, initializer=maker))
        return made[0] if isinstance(name, str) else made

    def set_weights(self, weights):
        """Assigns all state variables."""
        if not self.built:
            raise ValueError(
                "You are calling `set_weights()` on an optimizer that has not yet been built. Please call "
                "`optimizer.build(trainable_variables)` to create the optimizer weights before calling `set_weights()`."
            )
        for variable, weight in zip(self._variables, weights):
            if tuple(variable.shape) != tuple(weight.shape):
                raise ValueError(
                    f"Optimizer variable {id(variable)} has shape {variable.shape} not compatible with provided weight shape {weight.shape}."
                )
            variable.assign(weight)

    def save_own_variables(self, store):
        """Writes the state into a store."""
        for i, variable in enumerate(self.variables):
            store[str(i)] = variable.numpy()

    def load_own_variables(self, store):
        """Reads the state from a store."""
        if len(store.keys()) != len(self.variables):
            message = (
                f"Skipping variable loading for optimizer '{self.name}', because it has {len(self.variables)} variables whereas the saved "
                f"optimizer has {len(store.keys())} variables. "
            )
            if not self.variables:
                message += "This is likely because the optimizer has not been called/built yet."
            warnings.warn(message, stacklevel=2)
            return
        for i, variable in enumerate(self.variables):
            variable.assign(store[str(i)])
