"""RMSprop (Hinton 2012)."""

import torch

from keras.src.optimizers.optimizer import Optimizer
from keras.src.optimizers.slices import with_squares


class RMSprop(Optimizer):
    """variable -= rate * gradient / sqrt(v + epsilon) with a moving average v of the squared gradient.

    centered: v minus the square of the gradient's moving average. momentum: the steps are accumulated.
    """

    _arguments = ("rho", "momentum", "epsilon", "centered")
    _first_operation = "AddV2"

    def __init__(self, learning_rate=0.001, rho=0.9, momentum=0.0, epsilon=1e-7, centered=False, name=None, **kwargs):
        weight_decay = kwargs.pop("weight_decay", None)
        super().__init__(learning_rate, weight_decay=weight_decay, name=name, **kwargs)
        self.rho = rho
        self.momentum = momentum
        self.epsilon = epsilon
        self.centered = centered

    def build(self, var_list):
        if self.built:
            return
        super().build(var_list)
        self._velocities = self.add_optimizer_variables(var_list, "velocity")
        self._momentums = self.add_optimizer_variables(var_list, "momentum") if self.momentum > 0 else []
        self._average_gradients = self.add_optimizer_variables(var_list, "average_gradient") if self.centered else []

    def update_step(self, gradient, variable, learning_rate):
        target = variable.own()
        gradient, squares = with_squares(gradient, target.dtype)
        index, rate = self._get_variable_index(variable), float(learning_rate)
        v = self._velocities[index].own()
        v.mul_(self.rho).add_(squares, alpha=1 - self.rho)
        below = v
        if self.centered:
            average = self._average_gradients[index].own()
            average.mul_(self.rho).add_(gradient, alpha=1 - self.rho)
            below = v - torch.square(average)
        step = gradient * rate / torch.sqrt(below + self.epsilon)
        if self.momentum > 0:
            kept = self._momentums[index].own()
            kept.mul_(self.momentum).add_(step)
            step = kept
        target.sub_(step)
