"""Adamax: Adam with the largest gradient in place of the mean square (Kingma & Ba 2014, section 7)."""

import torch

from keras.src.optimizers.optimizer import Optimizer
from keras.src.optimizers.slices import with_sizes
from keras.src.optimizers.single import one_minus_power


class Adamax(Optimizer):
    """variable -= rate * m / ((1 - beta_1**t) * (u + epsilon)) with u = max(beta_2 * u, |gradient|)."""

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
        self._m, self._u = self.add_optimizer_variables(var_list, ["momentum", "norm"])

    def update_step(self, gradient, variable, learning_rate):
        target = variable.own()
        gradient, sizes = with_sizes(gradient, target.dtype)
        index = self._get_variable_index(variable)
        m, u = self._m[index].own(), self._u[index].own()
        m.add_(gradient - m, alpha=1 - self.beta_1)
        u.copy_(torch.maximum(self.beta_2 * u, sizes))
        target.sub_(float(learning_rate) * m / (one_minus_power(self.beta_1, self._step_number()) * (u + self.epsilon)))
