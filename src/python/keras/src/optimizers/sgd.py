"""Stochastic gradient descent, with momentum."""

from torch.optim import _fused

from keras.src.backend import Variable, unwrap
from keras.src.backend.tensor import unwrap_all
from keras.src.optimizers.optimizer import Optimizer


class SGD(Optimizer):
    """variable -= rate * gradient; with momentum velocity = momentum * velocity - rate * gradient and variable += velocity.

    nesterov: variable += momentum * velocity - rate * gradient (Nesterov 1983).
    """

    _arguments = ("momentum", "nesterov")
    _first_operation = "AssignSub"

    def __init__(self, learning_rate=0.01, momentum=0.0, nesterov=False, name=None, **kwargs):
        super().__init__(learning_rate, name=name, **kwargs)
        if not isinstance(momentum, float) or momentum < 0 or momentum > 1:
            raise ValueError("`momentum` must be a float between [0, 1].")
        self.momentum = momentum
        self.nesterov = nesterov

    def build(self, variables):
        if self.built:
            return
        super().build(variables)
        self.momentums = self.add_optimizer_variables(variables, "momentum") if self.momentum != 0 else []

    def _has_kernel(self, variables):
        return self.momentum == 0 and type(self).update_step is SGD.update_step and self._have_one_kernel(variables)

    def _kernel_numbers(self, learning_rate):
        return (float(learning_rate),)

    def _call_kernel(self, numbers, grads, variables):
        _fused.sgd(*numbers, Variable.own_all(variables), unwrap_all(grads))

    def _backend_update_step(self, grads, trainable_variables, learning_rate):
        if self._has_kernel(trainable_variables):
            self._call_kernel(self._kernel_numbers(learning_rate), grads, trainable_variables)
        else:
            super()._backend_update_step(grads, trainable_variables, learning_rate)

    def update_step(self, gradient, variable, learning_rate):
        target = variable.own()
        gradient = unwrap(gradient).to(target.dtype)
        rate = float(learning_rate)
        if self.momentum == 0:
            target.sub_(gradient, alpha=rate)
            return
        velocity = self.momentums[self._get_variable_index(variable)].own()
        velocity.mul_(self.momentum).sub_(gradient, alpha=rate)
        if self.nesterov:
            target.add_(velocity, alpha=self.momentum).sub_(gradient, alpha=rate)
        else:
            target.add_(velocity)
