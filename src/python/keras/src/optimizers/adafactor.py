"""Adafactor: Adam's second moment kept as one row and one column (Shazeer & Stern 2018)."""

import math

import torch

from keras.src import backend
from keras.src.backend import IndexedSlices
from keras.src.optimizers.optimizer import Optimizer
from keras.src.optimizers.slices import with_squares


def _rms(tensor):
    return math.sqrt(torch.square(tensor).mean().item())


class Adafactor(Optimizer):
    """Steps in proportion to the weights' own size, with little memory for matrices."""

    _arguments = ("beta_2_decay", "epsilon_1", "epsilon_2", "clip_threshold", "relative_step")

    def __init__(
        self, learning_rate=0.001, beta_2_decay=-0.8, epsilon_1=1e-30, epsilon_2=1e-3, clip_threshold=1.0, relative_step=True,
        name=None, **kwargs,
    ):  # fmt: skip
        super().__init__(learning_rate, name=name, **kwargs)
        self.beta_2_decay = beta_2_decay
        self.epsilon_1 = epsilon_1
        self.epsilon_2 = epsilon_2
        self.clip_threshold = clip_threshold
        self.relative_step = relative_step

    def build(self, var_list):
        if self.built:
            return
        super().build(var_list)
        self._r, self._c, self._v = [], [], []
        for variable in var_list:
            if len(variable.shape) < 2:
                for placeholders in (self._r, self._c):  # Keras keeps them too, so that files agree
                    placeholders.append(backend.Variable(0, name=variable.name, trainable=False))
                    self._variables.append(placeholders[-1])
            else:
                shape = tuple(variable.shape)
                self._r.append(self.add_variable(shape[:-1], dtype=variable.dtype, name=variable.name))
                self._c.append(self.add_variable((*shape[:-2], shape[-1]), dtype=variable.dtype, name=variable.name))
            self._v.append(self.add_variable_from_reference(variable, name="velocity"))

    def update_step(self, gradient, variable, learning_rate):
        target = variable.own()
        slices, (gradient, raw_squares) = gradient, with_squares(gradient, target.dtype)
        step, index, rate = self._step_number(), self._get_variable_index(variable), float(learning_rate)
        rate = min(rate, 1 / math.sqrt(step))
        alpha = max(self.epsilon_2, _rms(target)) * rate
        squares = raw_squares + self.epsilon_1
        share = 1 - step**self.beta_2_decay
        v = self._v[index].own()
        if target.dim() >= 2:
            r, c = self._r[index].own(), self._c[index].own()
            r.mul_(share).add_(squares.mean(-1), alpha=1 - share)
            c.mul_(share).add_(squares.mean(-2), alpha=1 - share)
            v.copy_((r / r.mean(-1, keepdim=True)).unsqueeze(-1) * c.unsqueeze(-2))
        else:
            v.mul_(share).add_(squares, alpha=1 - share)
        update = gradient / torch.sqrt(v)
        # Slices of a row are squared one by one.
        size = math.sqrt((raw_squares / v).mean().item()) if isinstance(slices, IndexedSlices) else _rms(update)
        target.sub_(update / max(1.0, size / self.clip_threshold), alpha=alpha)
