"""Adagrad (Duchi et al. 2011)."""

import torch

from keras.src import initializers
from keras.src.optimizers.optimizer import Optimizer
from keras.src.optimizers.slices import with_squares


class Adagrad(Optimizer):
    """variable -= rate * gradient / sqrt(a + epsilon) with the sum a of all squared gradients."""

    _arguments = ("initial_accumulator_value", "epsilon")
    _first_operation = "AssignAdd"

    def __init__(self, learning_rate=0.001, initial_accumulator_value=0.1, epsilon=1e-7, name=None, **kwargs):
        super().__init__(learning_rate, name=name, **kwargs)
        self.initial_accumulator_value = initial_accumulator_value
        self.epsilon = epsilon

    def build(self, var_list):
        if self.built:
            return
        super().build(var_list)
        self._accumulators = self.add_optimizer_variables(
            var_list, "accumulator", initializer=initializers.Constant(self.initial_accumulator_value)
        )

    def update_step(self, gradient, variable, learning_rate):
        target = variable.own()
        gradient, squares = with_squares(gradient, target.dtype)
        total = self._accumulators[self._get_variable_index(variable)].own()
        total.add_(squares)
        target.sub_(float(learning_rate) * gradient / torch.sqrt(total + self.epsilon))
