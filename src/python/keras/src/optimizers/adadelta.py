"""Adadelta (Zeiler 2012)."""

import torch

from keras.src.backend import IndexedSlices
from keras.src.optimizers.optimizer import Optimizer
from keras.src.optimizers.slices import with_squares


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
        slices, (grad, grad_squares) = grad, with_squares(grad, target.dtype)
        index = self._get_variable_index(variable)
        squares, steps = self._accumulated_grads[index].own(), self._accumulated_delta_vars[index].own()
        squares.mul_(self.rho).add_(grad_squares, alpha=1 - self.rho)
        factor = -torch.sqrt(steps + self.epsilon) / torch.sqrt(squares + self.epsilon)
        step = factor * grad
        # The square of a row's step is the sum of its slices' squares.
        steps.mul_(self.rho).add_(torch.square(factor) * grad_squares if isinstance(slices, IndexedSlices) else torch.square(step), alpha=1 - self.rho)
        target.add_(step, alpha=float(learning_rate))
