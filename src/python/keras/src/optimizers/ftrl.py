"""Follow the regularized leader (McMahan et al. 2013)."""

import torch

from keras.src import initializers
from keras.src.optimizers.optimizer import Optimizer
from keras.src.optimizers.slices import with_squares


class Ftrl(Optimizer):
    """An optimizer for large sparse linear models, with L1 and L2 penalties in its formula."""

    _arguments = (
        "learning_rate_power", "initial_accumulator_value", "l1_regularization_strength", "l2_regularization_strength",
        "l2_shrinkage_regularization_strength", "beta",
    )  # fmt: skip

    def __init__(
        self, learning_rate=0.001, learning_rate_power=-0.5, initial_accumulator_value=0.1, l1_regularization_strength=0.0,
        l2_regularization_strength=0.0, l2_shrinkage_regularization_strength=0.0, beta=0.0, name=None, **kwargs,
    ):  # fmt: skip
        super().__init__(learning_rate, name=name, **kwargs)
        for argument, value in {
            "initial_accumulator_value": initial_accumulator_value, "l1_regularization_strength": l1_regularization_strength,
            "l2_regularization_strength": l2_regularization_strength,
            "l2_shrinkage_regularization_strength": l2_shrinkage_regularization_strength,
        }.items():  # fmt: skip
            if value < 0.0:
                raise ValueError(f"`{argument}` needs to be positive or zero. Received: {argument}={value}.")
        if learning_rate_power > 0.0:
            raise ValueError(f"`learning_rate_power` needs to be negative or zero. Received: learning_rate_power={learning_rate_power}.")
        self.learning_rate_power = learning_rate_power
        self.initial_accumulator_value = initial_accumulator_value
        self.l1_regularization_strength = l1_regularization_strength
        self.l2_regularization_strength = l2_regularization_strength
        self.l2_shrinkage_regularization_strength = l2_shrinkage_regularization_strength
        self.beta = beta

    def build(self, var_list):
        if self.built:
            return
        super().build(var_list)
        self._accumulators, self._linears = self.add_optimizer_variables(
            var_list, ["accumulator", "linear"], initializer=[initializers.Constant(self.initial_accumulator_value), "zeros"]
        )

    def update_step(self, gradient, variable, learning_rate):
        target = variable.own()
        gradient, squares = with_squares(gradient, target.dtype)
        index, rate, power = self._get_variable_index(variable), float(learning_rate), -self.learning_rate_power
        total, linear = self._accumulators[index].own(), self._linears[index].own()
        l2 = self.l2_regularization_strength + self.beta / (2.0 * rate)
        shrunk = gradient + 2 * self.l2_shrinkage_regularization_strength * target
        new_total = total + squares
        linear.add_(shrunk - (torch.pow(new_total, power) - torch.pow(total, power)) / rate * target)
        quadratic = torch.pow(new_total, power) / rate + 2 * l2
        clipped = torch.clamp(linear, -self.l1_regularization_strength, self.l1_regularization_strength)
        target.copy_((clipped - linear) / quadratic)
        total.copy_(new_total)
