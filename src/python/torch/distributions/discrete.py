"""Distributions over whole numbers and classes."""

import torch
import torch.nn.functional as F
from torch._size import Size

from . import constraints
from .distribution import Distribution, broadcast, lazy


def _inside(probs):
    """Probabilities kept from 0 and 1, whose logarithms are infinite."""
    eps = torch.finfo(probs.dtype).eps
    return probs.clamp(eps, 1 - eps)


class Bernoulli(Distribution):
    """1 with probability probs, else 0."""

    arg_constraints = {"probs": constraints.unit_interval, "logits": constraints.real}
    support = constraints.boolean

    def __init__(self, probs=None, logits=None, validate_args=None):
        if (probs is None) == (logits is None):
            raise ValueError("Either `probs` or `logits` must be specified, but not both.")
        (given,) = broadcast(probs if logits is None else logits)
        if logits is None:
            self.probs = given
        else:
            self.logits = given
        super().__init__(given.shape, validate_args=validate_args)

    @lazy
    def probs(self):
        return torch.sigmoid(self.logits)

    @lazy
    def logits(self):
        inside = _inside(self.probs)
        return torch.log(inside) - torch.log1p(-inside)

    def sample(self, sample_shape=()):
        with torch.no_grad():
            return torch.bernoulli(self.probs.expand(self._shape(sample_shape)))

    def log_prob(self, value):
        self._validate_sample(value)
        logits, value = torch.broadcast_tensors(self.logits, value)
        return -F.binary_cross_entropy_with_logits(logits, value, reduction="none")

    def entropy(self):
        return F.binary_cross_entropy_with_logits(self.logits, self.probs, reduction="none")

    @property
    def mean(self):
        return self.probs

    @property
    def variance(self):
        return self.probs * (1 - self.probs)


class Categorical(Distribution):
    """A class number with the given probabilities (normalised) or logits."""

    arg_constraints = {"probs": constraints.simplex, "logits": constraints.real_vector}

    def __init__(self, probs=None, logits=None, validate_args=None):
        if (probs is None) == (logits is None):
            raise ValueError("Either `probs` or `logits` must be specified, but not both.")
        if logits is None:
            self.probs = given = probs / probs.sum(-1, keepdim=True)
        else:
            self.logits = given = logits - logits.logsumexp(-1, keepdim=True)
        self._events = given.shape[-1]
        super().__init__(given.shape[:-1], validate_args=validate_args)

    @lazy
    def probs(self):
        return F.softmax(self.logits, -1)

    @lazy
    def logits(self):
        return torch.log(_inside(self.probs))

    def sample(self, sample_shape=()):
        sample_shape = Size(sample_shape)
        rows = self.probs.reshape(-1, self._events)
        drawn = torch.multinomial(rows, sample_shape.numel(), True).T
        return drawn.reshape(self._shape(sample_shape))

    def log_prob(self, value):
        self._validate_sample(value)
        value = value.long().unsqueeze(-1)
        shape = torch.broadcast_shapes(value.shape[:-1], self.logits.shape[:-1])
        return self.logits.expand(*shape, self._events).gather(-1, value.expand(*shape, 1)).squeeze(-1)

    def entropy(self):
        return -(self.logits.clamp(min=torch.finfo(self.logits.dtype).min) * self.probs).sum(-1)

    @property
    def mode(self):
        return self.probs.argmax(-1)


class OneHotCategorical(Categorical):
    """A one-hot vector with the given probabilities."""

    def __init__(self, probs=None, logits=None, validate_args=None):
        super().__init__(probs, logits)
        self._plain = Categorical(probs, logits)
        self._event_shape = Size((self._events,))

    def sample(self, sample_shape=()):
        return F.one_hot(self._plain.sample(sample_shape), self._events).to(self.probs.dtype)

    def log_prob(self, value):
        return self._plain.log_prob(value.argmax(-1))


class Binomial(Distribution):
    """How many of total_count tries succeed."""

    arg_constraints = {"total_count": constraints.nonnegative_integer, "probs": constraints.unit_interval}

    def __init__(self, total_count=1, probs=None, logits=None, validate_args=None):
        self.total_count, self.probs = broadcast(float(total_count), probs if logits is None else torch.sigmoid(logits))
        super().__init__(self.probs.shape, validate_args=validate_args)

    def sample(self, sample_shape=()):
        shape = self._shape(sample_shape)
        return torch.binomial(self.total_count.expand(shape), self.probs.detach().expand(shape))

    def log_prob(self, value):
        self._validate_sample(value)
        n, p = self.total_count, self.probs
        choose = torch.lgamma(n + 1) - torch.lgamma(value + 1) - torch.lgamma(n - value + 1)
        return choose + torch.xlogy(value, p) + torch.xlogy(n - value, 1 - p)

    @property
    def mean(self):
        return self.total_count * self.probs

    @property
    def variance(self):
        return self.total_count * self.probs * (1 - self.probs)


class Geometric(Distribution):
    """How many tries fail before the first success."""

    arg_constraints = {"probs": constraints.unit_interval}
    support = constraints.nonnegative_integer

    def __init__(self, probs=None, logits=None, validate_args=None):
        (self.probs,) = broadcast(probs if logits is None else torch.sigmoid(logits))
        super().__init__(self.probs.shape, validate_args=validate_args)

    def sample(self, sample_shape=()):
        with torch.no_grad():
            u = torch.rand(self._shape(sample_shape), dtype=self.probs.dtype).clamp(min=torch.finfo(self.probs.dtype).tiny)
            return (u.log() / torch.log1p(-self.probs)).floor()

    def log_prob(self, value):
        self._validate_sample(value)
        return value * torch.log1p(-self.probs) + self.probs.log()

    @property
    def mean(self):
        return 1 / self.probs - 1

    @property
    def variance(self):
        return (1 / self.probs - 1) / self.probs


class Poisson(Distribution):
    """Counts with a given rate."""

    arg_constraints = {"rate": constraints.nonnegative}
    support = constraints.nonnegative_integer

    def __init__(self, rate, validate_args=None):
        (self.rate,) = broadcast(rate)
        super().__init__(self.rate.shape, validate_args=validate_args)

    def sample(self, sample_shape=()):
        return torch.poisson(self.rate.detach().expand(self._shape(sample_shape)))

    def log_prob(self, value):
        self._validate_sample(value)
        return torch.xlogy(value, self.rate) - self.rate - torch.lgamma(value + 1)

    @property
    def mean(self):
        return self.rate

    variance = mean
