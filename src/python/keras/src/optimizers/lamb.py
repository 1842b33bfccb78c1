"""LAMB: Adam with a step for each layer in proportion to its weights (You et al. 2019)."""

import torch

from keras.src.optimizers.optimizer import Optimizer
from keras.src.optimizers.slices import with_squares
from keras.src.optimizers.single import one_minus_power


class Lamb(Optimizer):
    """Adam's direction, scaled by |variable| / |direction|."""

    _arguments = ("beta_1", "beta_2", "epsilon")

    def __init__(self, learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-7, name=None, **kwargs):
        super().__init__(learning_rate, name=name, **kwargs)
        self.beta_1 = beta_1
        self.beta_2 = beta_2
        self.epsilon = epsilon

    def build(self, var_list):
        if self.built:
            return
        super().build(var_list)
        self._momentums, self._velocities = self.add_optimizer_variables(var_list, ["momentum", "velocity"])

    def update_step(self, gradient, variable, learning_rate):
        target = variable.own()
        gradient, squares = with_squares(gradient, target.dtype)
        step, index = self._step_number(), self._get_variable_index(variable)
        m, v = self._momentums[index].own(), self._velocities[index].own()
        m.add_(gradient - m, alpha=1 - self.beta_1)
        v.add_(squares - v, alpha=1 - self.beta_2)
        update = m / one_minus_power(self.beta_1, step) / (torch.sqrt(v / one_minus_power(self.beta_2, step)) + self.epsilon)
        weights, size = torch.sqrt(torch.square(target).sum()).item(), torch.sqrt(torch.square(update).sum()).item()
        ratio = weights / size if weights > 0 and size > 0 else 1.0
        target.sub_(update, alpha=ratio * float(learning_rate))
