"""Muon (Jordan and others 2024): steps for matrices with about equal singular values; AdamW for everything else."""

import re

import torch

from keras.src.backend import unwrap
from keras.src.optimizers.optimizer import Optimizer
from keras.src.optimizers.single import one_minus_power
from keras.src.optimizers.slices import with_squares


class Muon(Optimizer):
    """A matrix moves along its momentum m made near orthogonal by Newton-Schulz iterations, times
    rate * sqrt(larger side) * rms_rate. Vectors, tensors, embeddings and variables whose path matches `exclude_layers` get AdamW.
    """

    _arguments = (
        "adam_beta_1", "adam_beta_2", "epsilon", "exclude_layers", "muon_a", "muon_b", "muon_c", "adam_lr_ratio", "momentum", "ns_steps",
        "nesterov", "exclude_embeddings", "adam_weight_decay", "rms_rate",
    )  # fmt: skip

    def __init__(
        self, learning_rate=0.001, adam_beta_1=0.9, adam_beta_2=0.999, adam_weight_decay=0.004, epsilon=1e-7, weight_decay=0.004,
        name=None, exclude_layers=None, exclude_embeddings=True, muon_a=3.4445, muon_b=-4.7750, muon_c=2.0315, adam_lr_ratio=1,
        momentum=0.95, ns_steps=5, nesterov=True, rms_rate=0.2, **kwargs,
    ):  # fmt: skip
        super().__init__(learning_rate, name=name, weight_decay=weight_decay, **kwargs)
        self.adam_beta_1, self.adam_beta_2, self.epsilon = adam_beta_1, adam_beta_2, epsilon
        self.muon_a, self.muon_b, self.muon_c = muon_a, muon_b, muon_c
        self.adam_lr_ratio, self.adam_weight_decay = adam_lr_ratio, adam_weight_decay
        self.momentum, self.ns_steps, self.nesterov, self.rms_rate = momentum, ns_steps, nesterov, rms_rate
        self.exclude_embeddings, self.exclude_layers = exclude_embeddings, exclude_layers or []

    def _should_use_adamw(self, variable):
        path = getattr(variable, "path", None) or variable.name
        if len(variable.shape) != 2 or (self.exclude_embeddings and "embedding" in path.lower()):
            return True
        return any(re.search(each, path) for each in self.exclude_layers)

    def build(self, var_list):
        if self.built:
            return
        super().build(var_list)
        self.momentums, self.adam_velocities = [], []
        for variable in var_list:
            self.momentums.append(self.add_variable_from_reference(variable, name="momentum"))
            by_adam = self._should_use_adamw(variable)
            self.adam_velocities.append(self.add_variable_from_reference(variable, name="velocity") if by_adam else None)

    def update_step(self, gradient, variable, learning_rate):
        index, target, rate = self._get_variable_index(variable), variable.own(), float(learning_rate)
        m, v = self.momentums[index].own(), self.adam_velocities[index]
        if v is None:
            gradient = unwrap(gradient).to(target.dtype)
            m.mul_(self.momentum).add_(gradient)
            step = self._near_orthogonal(gradient + self.momentum * m if self.nesterov else m)
            size = 1.0 if self.rms_rate is None else max(target.shape) ** 0.5 * self.rms_rate
            target.sub_(step, alpha=rate * size)
            return
        v, step = v.own(), self._step_number()
        gradient, squares = with_squares(gradient, target.dtype)
        alpha = rate * self.adam_lr_ratio * one_minus_power(self.adam_beta_2, step) ** 0.5 / one_minus_power(self.adam_beta_1, step)
        m.add_(gradient - m, alpha=1 - self.adam_beta_1)
        v.add_(squares - v, alpha=1 - self.adam_beta_2)
        target.sub_(m * alpha / (torch.sqrt(v) + self.epsilon))

    def _near_orthogonal(self, x):
        """Newton-Schulz iterations, which bring all singular values near 1."""
        tall = x.shape[0] > x.shape[1]
        x = x.T if tall else x
        x = x / (torch.sqrt(torch.square(x).sum()) + 1e-7)
        for _ in range(self.ns_steps):
            square = x @ x.T
            x = self.muon_a * x + (self.muon_b * square + self.muon_c * square @ square) @ x
        return x.T if tall else x

    def _apply_weight_decay(self, variables, rate=None):
        rate = float(self.learning_rate if rate is None else rate)
        for variable in variables:
            decay = self.adam_weight_decay if self._should_use_adamw(variable) else self.weight_decay
            if decay is not None and self._use_weight_decay(variable):
                variable.own().mul_(1.0 - decay * rate)
