"""DropoutRNNCell: one dropout mask for all timesteps of a sequence, or one for each gate."""

import torch

from keras.src import random
from keras.src.backend import unwrap, wrap


class DropoutRNNCell:
    """Cells that inherit it have `dropout`, `recurrent_dropout` and a `seed_generator`, and as `dropout_mask_count` the number of
    gates where each has a mask of its own (None: one for all)."""

    _dropout_mask = None
    _recurrent_dropout_mask = None
    dropout_mask_count = None

    def _masks_of(self, like, rate):
        """Masks that keep with probability 1 - rate and scale what is kept."""
        ones = wrap(torch.ones_like(like))
        return [unwrap(random.dropout(ones, rate, seed=self.seed_generator)) for _ in range(self.dropout_mask_count or 1)]

    def draw_masks(self, one_input, one_state):
        """Draws what is not there yet: a layer does that before its first step, also when it does not train."""
        if self._dropout_mask is None and self.dropout > 0:
            self.__dict__["_dropout_mask"] = self._masks_of(one_input, self.dropout)
        if self._recurrent_dropout_mask is None and self.recurrent_dropout > 0:
            self.__dict__["_recurrent_dropout_mask"] = self._masks_of(one_state, self.recurrent_dropout)

    def _times_kernel(self, x, kernel, training):
        """x @ kernel for one step or (batch, time, …) for all; while training x with the masks for inputs."""
        if not training or not 0.0 < self.dropout < 1.0:
            return torch.matmul(x, kernel)
        if self._dropout_mask is None:
            self.__dict__["_dropout_mask"] = self._masks_of(x if x.dim() == 2 else x[:, 0], self.dropout)
        return _masked(x, self._dropout_mask, kernel)

    def _times_recurrent(self, h, kernel, training, gates=slice(None)):
        """h @ kernel of the chosen gates; while training h with the masks for states."""
        if not training or not 0.0 < self.recurrent_dropout < 1.0:
            return torch.matmul(h, kernel)
        if self._recurrent_dropout_mask is None:
            self.__dict__["_recurrent_dropout_mask"] = self._masks_of(h, self.recurrent_dropout)
        return _masked(h, self._recurrent_dropout_mask[gates], kernel)

    def reset_dropout_mask(self):
        """The next step draws a new mask for the inputs."""
        self.__dict__["_dropout_mask"] = None

    def reset_recurrent_dropout_mask(self):
        """The next step draws a new mask for the states."""
        self.__dict__["_recurrent_dropout_mask"] = None


def _masked(x, masks, kernel):
    if x.dim() == 3:
        masks = [mask.unsqueeze(1) for mask in masks]
    if len(masks) == 1:
        return torch.matmul(x * masks[0], kernel)
    parts = zip(masks, kernel.chunk(len(masks), -1))
    return torch.cat([torch.matmul(x * mask, part) for mask, part in parts], -1)
