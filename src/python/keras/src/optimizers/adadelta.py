"""Adadelta (Zeiler 2012)."""

import torch

from keras.src.backend import unwrap
from keras.src.optimizers.optimizer import Optimizer


class Adadelta(Optimizer):
    """Steps of the size sqrt(average squared step) / sqrt(average squared gradient), times the rate."""

    _arguments = ("rho", "epsilon")

    def __init__(self, learning_rate=0.001, rho=0.95, epsilon=1e-7, name=None, **kwargs):
        super().__init__(learning_rate, name=name, **kwargs)
        self.rho = rho
        self.epsilon = epsilon

    def build(self, var_list):
        if self.built:
            return
        super().build(var_list)
        self._accumulated_grads, self._accumulated_delta_vars = self.add_optimizer_variables(
            var_list, ["accumulated_grad", "accumulated_delta_var"]
        )

    def update_step(self, grad, variable, learning_rate):
        target = variable.own()
        grad = unwrap(grad).to(target.dtype)
        index = self._get_variable_index(variable)
        squares, steps = self._accumulated_grads[index].own(), self._accumulated_delta_vars[index].own()
        squares.mul_(self.rho).add_(torch.square(grad), alpha=1 - self.rho)
        step = -torch.sqrt(steps + self.epsilon) * grad / torch.sqrt(squares + self.epsilon)
        steps.mul_(self.rho).add_(torch.square(step), alpha=1 - self.rho)
        target.add_(step, alpha=float(learning_rate))
