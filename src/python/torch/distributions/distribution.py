"""What all distributions share: batch and event shapes, sampling without gradients, printing."""

import torch
from torch._size import Size


class Distribution:
    """Base of distributions. Parameters broadcast to batch_shape; one sample has batch_shape + event_shape."""

    has_rsample = False
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
                value = self.__dict__.get(name)
                if value is not None and not bool(constraint.check(value).all()):
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
                "The right-most size of value must match event_shape: "
                f"{value.shape} vs {self._event_shape}."
            )
        expected = self._batch_shape + self._event_shape
        for i, j in zip(reversed(tuple(value.shape)), reversed(expected)):
            if i != 1 and j != 1 and i != j:
                raise ValueError(f"Value is not broadcastable with batch_shape+event_shape: {value.shape} vs {expected}.")
        if self.support is not None and not bool(self.support.check(value).all()):
            raise ValueError(
                f"Expected value argument ({type(value).__name__} of shape {tuple(value.shape)}) to be within the support "
                f"({self.support!r}) of the distribution {self!r}, but found invalid values:\n{value}"
            )

    @property
    def batch_shape(self):
        """The shape of the parameters."""
        return self._batch_shape

    @property
    def event_shape(self):
        """The shape of one draw of one distribution."""
        return self._event_shape

    def _shape(self, sample_shape):
        return Size(tuple(sample_shape) + tuple(self._batch_shape) + tuple(self._event_shape))

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

    @property
    def mean(self):
        raise NotImplementedError

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


class lazy:
    """A parameter computed from another when it is first asked for; then it is printed too, as in PyTorch."""

    def __init__(self, compute):
        self._compute = compute
        self.__doc__ = compute.__doc__

    def __set_name__(self, owner, name):
        self._name = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        value = instance.__dict__[self._name] = self._compute(instance)
        return value


def broadcast(*values):
    """Parameters as tensors of one shape; numbers take the default dtype."""
    like = next((value for value in values if isinstance(value, torch.Tensor)), None)
    dtype = like.dtype if like is not None else torch.get_default_dtype()
    return torch.broadcast_tensors(
        *(value if isinstance(value, torch.Tensor) else torch.tensor(value, dtype=dtype) for value in values)
    )
