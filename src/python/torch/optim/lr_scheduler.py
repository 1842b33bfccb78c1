"""torch.optim.lr_scheduler: how the learning rate changes from epoch to epoch. Written in _schedules/, by kind."""

from ._schedules.base import EPOCH_DEPRECATION_WARNING, LRScheduler, _LRScheduler  # noqa: F401
from ._schedules.combined import ChainedScheduler, SequentialLR
from ._schedules.cyclic import CyclicLR, OneCycleLR
from ._schedules.decay import (
    ConstantLR, CosineAnnealingLR, CosineAnnealingWarmRestarts, ExponentialLR, LambdaLR, LinearLR, MultiplicativeLR,
    MultiStepLR, PolynomialLR, StepLR,
)
from ._schedules.plateau import ReduceLROnPlateau

__all__ = ['ChainedScheduler', 'ConstantLR', 'CosineAnnealingLR', 'CosineAnnealingWarmRestarts', 'CyclicLR',
           'ExponentialLR', 'LRScheduler', 'LambdaLR', 'LinearLR', 'MultiStepLR', 'MultiplicativeLR', 'OneCycleLR',
           'PolynomialLR', 'ReduceLROnPlateau', 'SequentialLR', 'StepLR']

for _name in __all__:
    globals()[_name].__module__ = 'torch.optim.lr_scheduler'
