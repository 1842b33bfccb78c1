"""Adam (Kingma & Ba 2014)."""

import torch
from torch.optim import _fused

from keras.src.backend import IndexedSlices, Variable
from keras.src.backend.tensor import unwrap_all
from keras.src.optimizers.optimizer import Optimizer
from keras.src.optimizers.slices import with_squares
from keras.src.optimizers.single import one_minus_power


class Adam(Optimizer):
    """variable -= alpha * m / (sqrt(v) + epsilon) with moving averages m of the gradient and v of its square, and
    alpha = rate * sqrt(1 - beta_2**t) / (1 - beta_1**t).
    """

    _arguments = ("beta_1", "beta_2", "epsilon", "amsgrad")

    def __init__(self, learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-7, amsgrad=False, name=None, **kwargs):
        super().__init__(learning_rate, name=name, **kwargs)
        self.beta_1 = beta_1
        self.beta_2 = beta_2
        self.epsilon = epsilon
        self.amsgrad = amsgrad

    def build(self, var_list):
        if self.built:
            return
        super().build(var_list)
        self._momentums, self._velocities = self.add_optimizer_variables(var_list, ["momentum", "velocity"])
        if self.amsgrad:
            self._velocity_hats = self.add_optimizer_variables(var_list, "velocity_hat")

    def _has_kernel(self, variables):
        return not self.amsgrad and type(self).update_step is Adam.update_step and self._have_one_kernel(variables)

    def _backend_update_step(self, grads, trainable_variables, learning_rate):
        if not self._has_kernel(trainable_variables):
            super()._backend_update_step(grads, trainable_variables, learning_rate)
            return
        if IndexedSlices in map(type, grads):
            sliced = [isinstance(g, IndexedSlices) for g in grads]
            super()._backend_update_step(
                [g for g, each in zip(grads, sliced) if each], [v for v, each in zip(trainable_variables, sliced) if each], learning_rate
            )
            grads, trainable_variables = (
                [part for part, each in zip(parts, sliced) if not each] for parts in (grads, trainable_variables)
            )
        self._call_kernel(self._kernel_numbers(learning_rate), grads, trainable_variables)

    def _kernel_numbers(self, learning_rate):
        step = self._step_number()
        # The kernel's own corrections are of double precision.
        exact_1, exact_2 = 1.0 - self.beta_1**step, (1.0 - self.beta_2**step) ** 0.5
        # The kernel divides sqrt(v) by sqrt(1 - beta_2**t) before it adds epsilon, Keras does not.
        return self._alpha(learning_rate, step) * exact_1 / exact_2, self.epsilon / exact_2, step

    def _call_kernel(self, numbers, grads, variables):
        rate, epsilon, step = numbers
        indices = [*map(self._indices.__getitem__, map(id, variables))]
        _fused.adam(
            rate, self.beta_1, self.beta_2, epsilon, step,
            Variable.own_all(variables), unwrap_all(grads),
            Variable.own_all([self._momentums[i] for i in indices]), Variable.own_all([self._velocities[i] for i in indices]),
        )  # fmt: skip

    def _alpha(self, learning_rate, step):
        return float(learning_rate) * one_minus_power(self.beta_2, step) ** 0.5 / one_minus_power(self.beta_1, step)

    def update_step(self, gradient, variable, learning_rate):
        target = variable.own()
        gradient, squares = with_squares(gradient, target.dtype)
        step, index = self._step_number(), self._get_variable_index(variable)
        m, v = self._momentums[index].own(), self._velocities[index].own()
        alpha = self._alpha(learning_rate, step)
        m.add_((gradient - m), alpha=1 - self.beta_1)
        v.add_((squares - v), alpha=1 - self.beta_2)
        if self.amsgrad:
            hat = self._velocity_hats[index].own()
            hat.copy_(torch.maximum(hat, v))
            v = hat
        target.sub_(m * alpha / (torch.sqrt(v) + self.epsilon))
