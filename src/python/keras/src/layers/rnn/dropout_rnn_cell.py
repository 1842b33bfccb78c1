"""DropoutRNNCell: one dropout mask for all timesteps of a sequence."""

import torch

from keras.src import random
from keras.src.backend import unwrap


class DropoutRNNCell:
    """Cells that inherit it have `dropout`, `recurrent_dropout` and a `seed_generator`."""

    _dropout_mask = None
    _recurrent_dropout_mask = None

    def _mask(self, like, rate, count=1):
        """Masks that keep with probability 1 - rate and scale what is kept."""
        masks = []
        for _ in range(count):
            kept = unwrap(random.uniform(tuple(like.shape), seed=self.seed_generator)) >= rate
            masks.append(kept.to(like.dtype) / (1.0 - rate))
        return masks[0] if count == 1 else masks

    def _dropped(self, x, training):
        if not training or not 0.0 < self.dropout < 1.0:
            return x
        if self._dropout_mask is None or self._dropout_mask.shape != x.shape:
            self.__dict__["_dropout_mask"] = self._mask(x, self.dropout)
        return x * self._dropout_mask

    def _recurrently_dropped(self, h, training):
        if not training or not 0.0 < self.recurrent_dropout < 1.0:
            return h
        if self._recurrent_dropout_mask is None or self._recurrent_dropout_mask.shape != h.shape:
            self.__dict__["_recurrent_dropout_mask"] = self._mask(h, self.recurrent_dropout)
        return h * self._recurrent_dropout_mask

    def reset_dropout_mask(self):
        """The next step draws a new mask for the inputs."""
        self.__dict__["_dropout_mask"] = None

    def reset_recurrent_dropout_mask(self):
        """The next step draws a new mask for the states."""
        self.__dict__["_recurrent_dropout_mask"] = None


def projected(x, kernel, bias):
    """x @ kernel + bias for one step or for all steps at once."""
    made = torch.matmul(x, kernel)
    return made if bias is None else made + bias
