"""Nadam: Adam with Nesterov's momentum (Dozat 2015)."""

import torch

from keras.src import backend
from keras.src.optimizers.optimizer import Optimizer
from keras.src.optimizers.slices import with_squares
from keras.src.optimizers.single import one_minus_power


class Nadam(Optimizer):
    """Adam whose mean already holds the next step's momentum; the momentum itself grows with the schedule 0.96**t."""

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
        self._u_product = backend.Variable(1.0, dtype="float32", trainable=False)
        self._variables.append(self._u_product)

    def _weight(self, step):
        return self.beta_1 * (1.0 - 0.5 * 0.96**step)

    def _backend_update_step(self, grads, trainable_variables, learning_rate):
        self._u_product.own().mul_(self._weight(self._step_number()))
        super()._backend_update_step(grads, trainable_variables, learning_rate)

    def update_step(self, gradient, variable, learning_rate):
        target = variable.own()
        gradient, squares = with_squares(gradient, target.dtype)
        step, index = self._step_number(), self._get_variable_index(variable)
        u, u_next = self._weight(step), self._weight(step + 1)
        product = self._u_product._t.item()
        m, v = self._momentums[index].own(), self._velocities[index].own()
        m.add_(gradient - m, alpha=1 - self.beta_1)
        v.add_(squares - v, alpha=1 - self.beta_2)
        mean = m * (u_next / (1 - product * u_next)) + gradient * ((1 - u) / (1 - product))
        target.sub_(float(learning_rate) * mean / (torch.sqrt(v / one_minus_power(self.beta_2, step)) + self.epsilon))
