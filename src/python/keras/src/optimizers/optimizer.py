"""keras.optimizers.Optimizer: the base class under its public name."""

from keras.src.optimizers.base_optimizer import BaseOptimizer


class Optimizer(BaseOptimizer):
    __doc__ = BaseOptimizer.__doc__
