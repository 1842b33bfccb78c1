"""Lion (Chen et al. 2023)."""

import torch

from keras.src.backend import unwrap
from keras.src.optimizers.optimizer import Optimizer


class Lion(Optimizer):
    """variable -= rate * sign(beta_1 * m + (1 - beta_1) * gradient): every step has the same size."""

    _arguments = ("beta_1", "beta_2")

    def __init__(self, learning_rate=0.001, beta_1=0.9, beta_2=0.99, name=None, **kwargs):
        super().__init__(learning_rate, name=name, **kwargs)
        if beta_1 <= 0 or beta_1 > 1:
            raise ValueError(f"Argument `beta_1` must be in the [0, 1] range. Otherwise, the optimizer degenerates to SignSGD. Received: beta_1={beta_1}.")
        self.beta_1 = beta_1
        self.beta_2 = beta_2

    def build(self, var_list):
        if self.built:
            return
        super().build(var_list)
        self._momentums = self.add_optimizer_variables(var_list, "momentum")

    def update_step(self, gradient, variable, learning_rate):
        target = variable.own()
        gradient = unwrap(gradient).to(target.dtype)
        m = self._momentums[self._get_variable_index(variable)].own()
        target.sub_(torch.sign(m * self.beta_1 + gradient * (1.0 - self.beta_1)), alpha=float(learning_rate))
        m.mul_(self.beta_2).add_(gradient, alpha=1.0 - self.beta_2)
