"""What all distributions share: batch and event shapes, checks, sampling without gradients, printing."""

import torch
from torch._size import Size

from . import constraints
from .utils import lazy_property


class Distribution:
    """Base of distributions. Parameters broadcast to batch_shape; one sample has batch_shape + event_shape."""

    has_rsample = False
    has_enumerate_support = False
    arg_constraints = {}
    support = None
    _validate_args = True

    @staticmethod
    def set_default_validate_args(value):
        """Whether new distributions check their parameters and values."""
        if value not in (True, False):
            raise ValueError
        Distribution._validate_args = value

    def __init__(self, batch_shape=(), event_shape=(), validate_args=None):
        self._batch_shape = Size(batch_shape)
        self._event_shape = Size(event_shape)
        if validate_args is not None:
            self._validate_args = validate_args
        if self._validate_args:
            for name, constraint in self.arg_constraints.items():
                if constraints.is_dependent(constraint):
                    continue
                if name not in self.__dict__ and isinstance(getattr(type(self), name), lazy_property):
                    continue  # computed from another parameter when it is asked for
                value = getattr(self, name)
                if not bool(constraint.check(value).all()):
                    raise ValueError(
                        f"Expected parameter {name} ({type(value).__name__} of shape {tuple(value.shape)}) of distribution "
                        f"{self!r} to satisfy the constraint {constraint!r}, but found invalid values:\n{value}"
                    )

    def _validate_sample(self, value):
        """Refuses values outside the support, and shapes that do not fit."""
        if not self._validate_args:
            return
        if not isinstance(value, torch.Tensor):
            raise ValueError("The value argument to log_prob must be a Tensor")
        events = len(value.shape) - len(self._event_shape)
        if value.shape[events:] != self._event_shape:
            raise ValueError(
                f"The right-most size of value must match event_shape: {value.shape} vs {self._event_shape}."
            )
        expected = self._batch_shape + self._event_shape
        for i, j in zip(reversed(tuple(value.shape)), reversed(expected)):
            if i != 1 and j != 1 and i != j:
                raise ValueError(f"Value is not broadcastable with batch_shape+event_shape: {value.shape} vs {expected}.")
        support = self.support
        if support is not None and not bool(support.check(value).all()):
            raise ValueError(
                f"Expected value argument ({type(value).__name__} of shape {tuple(value.shape)}) to be within the support "
                f"({support!r}) of the distribution {self!r}, but found invalid values:\n{value}"
            )

    @property
    def batch_shape(self):
        """The shape of the parameters."""
        return self._batch_shape

    @property
    def event_shape(self):
        """The shape of one draw of one distribution."""
        return self._event_shape

    def expand(self, batch_shape, _instance=None):
        """The distribution with its parameters expanded to a larger batch."""
        batch_shape = Size(batch_shape)
        made = object.__new__(type(self))
        made.__dict__.update(self.__dict__)
        for name, value in self.__dict__.items():
            if isinstance(value, torch.Tensor):
                events = value.shape[len(self._batch_shape) :]
                setattr(made, name, value.expand(batch_shape + tuple(events)))
            elif isinstance(value, Distribution):
                setattr(made, name, value.expand(batch_shape + tuple(value.batch_shape[len(self._batch_shape) :])))
        made._batch_shape = batch_shape
        return made

    def _shape(self, sample_shape):
        return Size(tuple(sample_shape) + tuple(self._batch_shape) + tuple(self._event_shape))

    _extended_shape = _shape

    def rsample(self, sample_shape=()):
        """Samples that gradients of the parameters pass through."""
        raise NotImplementedError

    def sample(self, sample_shape=()):
        """Samples without gradients."""
        with torch.no_grad():
            return self.rsample(sample_shape)

    def log_prob(self, value):
        """The logarithm of the density (or probability) at a value."""
        raise NotImplementedError

    def entropy(self):
        """The expected -log_prob."""
        raise NotImplementedError

    def cdf(self, value):
        """The probability of values up to this one."""
        raise NotImplementedError

    def icdf(self, value):
        """The value below which a share of the probability lies."""
        raise NotImplementedError

    def enumerate_support(self, expand=True):
        """Every value that can be drawn, along a new first dimension."""
        raise NotImplementedError

    @property
    def mean(self):
        raise NotImplementedError

    @property
    def mode(self):
        raise NotImplementedError(f"{type(self)} does not implement mode")

    @property
    def variance(self):
        raise NotImplementedError

    @property
    def stddev(self):
        """The square root of the variance."""
        return self.variance.sqrt()

    def perplexity(self):
        """exp(entropy)."""
        return torch.exp(self.entropy())

    def __repr__(self):
        def text(value):
            return f"{value}" if value.numel() == 1 else f"{value.size()}"

        arguments = ", ".join(f"{name}: {text(self.__dict__[name])}" for name in self.arg_constraints if name in self.__dict__)
        return f"{type(self).__name__}({arguments})"
