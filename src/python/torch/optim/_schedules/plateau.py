"""ReduceLROnPlateau: the rate falls when a metric stops improving."""

import math
import warnings

from ..optimizer import Optimizer
from .base import EPOCH_DEPRECATION_WARNING, LRScheduler


class ReduceLROnPlateau(LRScheduler):
    """lr ← max(lr · factor, min_lr) once `metrics` has not improved for more than `patience` epochs.

    `mode` 'min' or 'max' says what improves; `threshold` by how much ('rel' to the best, or 'abs'); after a reduction
    `cooldown` epochs do not count.
    """

    def __init__(self, optimizer, mode='min', factor=0.1, patience=10, threshold=1e-4, threshold_mode='rel', cooldown=0,
                 min_lr=0, eps=1e-8, verbose=False):
        if factor >= 1.0:
            raise ValueError('Factor should be < 1.0.')
        self.factor = factor
        if not isinstance(optimizer, Optimizer):
            raise TypeError(f'{type(optimizer).__name__} is not an Optimizer')
        self.optimizer = optimizer
        count = len(optimizer.param_groups)
        if isinstance(min_lr, (list, tuple)):
            if len(min_lr) != count:
                raise ValueError(f'expected {count} min_lrs, got {len(min_lr)}')
            self.min_lrs = list(min_lr)
        else:
            self.min_lrs = [min_lr] * count
        self.patience = patience
        self.verbose = verbose
        self.cooldown = cooldown
        self.cooldown_counter = 0
        if mode not in ('min', 'max'):
            raise ValueError(f'mode {mode} is unknown!')
        if threshold_mode not in ('rel', 'abs'):
            raise ValueError(f'threshold mode {threshold_mode} is unknown!')
        self.mode = mode
        self.threshold = threshold
        self.threshold_mode = threshold_mode
        self._reset()
        self.eps = eps
        self.last_epoch = 0
        self._last_lr = [group['lr'] for group in optimizer.param_groups]

    def _reset(self):
        """Forgets what was best."""
        self.mode_worse = math.inf if self.mode == 'min' else -math.inf
        self.best = self.mode_worse
        self.cooldown_counter = 0
        self.num_bad_epochs = 0

    def step(self, metrics, epoch=None):
        """Looks at the metric of an epoch."""
        current = float(metrics)
        if epoch is None:
            epoch = self.last_epoch + 1
        else:
            warnings.warn(EPOCH_DEPRECATION_WARNING, UserWarning, stacklevel=2)
        self.last_epoch = epoch
        if self.is_better(current, self.best):
            self.best = current
            self.num_bad_epochs = 0
        else:
            self.num_bad_epochs += 1
        if self.in_cooldown:
            self.cooldown_counter -= 1
            self.num_bad_epochs = 0
        if self.num_bad_epochs > self.patience:
            self._reduce_lr(epoch)
            self.cooldown_counter = self.cooldown
            self.num_bad_epochs = 0
        self._last_lr = [group['lr'] for group in self.optimizer.param_groups]

    def _reduce_lr(self, epoch):
        for i, (group, lowest) in enumerate(zip(self.optimizer.param_groups, self.min_lrs)):
            old = float(group['lr'])
            new = max(old * self.factor, lowest)
            if old - new > self.eps:
                group['lr'] = new
                if self.verbose:
                    shown = f'{epoch:.2f}' if isinstance(epoch, float) else f'{epoch:05d}'
                    print(f'Epoch {shown}: reducing learning rate of group {i} to {new:.4e}.')

    @property
    def in_cooldown(self):
        """Whether epochs do not count at present."""
        return self.cooldown_counter > 0

    def is_better(self, a, best):
        """Whether metric `a` improves on the best by the threshold."""
        sign = -1 if self.mode == 'min' else 1
        if self.threshold_mode == 'abs':
            border = best + sign * self.threshold
        else:
            border = best * (1.0 + sign * self.threshold)
        return a < border if self.mode == 'min' else a > border
