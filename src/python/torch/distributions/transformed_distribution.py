"""Distributions of functions of other variables."""

import torch

from .distribution import Distribution
from .independent import Independent
from .transforms import ComposeTransform, Transform
from .utils import sum_rightmost


class TransformedDistribution(Distribution):
    """The distribution of transforms(x) for x from a base distribution."""

    arg_constraints = {}

    def __init__(self, base_distribution, transforms, validate_args=None):
        if isinstance(transforms, Transform):
            transforms = [transforms]
        elif not isinstance(transforms, list) or not all(isinstance(each, Transform) for each in transforms):
            raise ValueError(f"transforms must be a Transform or a list of Transforms, but was {transforms}")
        self.transforms = transforms
        composed = ComposeTransform(transforms)
        shape = base_distribution.batch_shape + base_distribution.event_shape
        after = composed.forward_shape(shape)
        if after != shape:
            base_distribution = base_distribution.expand(shape[: len(base_distribution.batch_shape)])
        reinterpreted = composed.event_dim - len(base_distribution.event_shape)
        if reinterpreted > 0:
            base_distribution = Independent(base_distribution, reinterpreted)
        self.base_dist = base_distribution
        events = max(len(base_distribution.event_shape), composed.event_dim)
        super().__init__(after[: len(after) - events], after[len(after) - events :], validate_args=validate_args)

    has_rsample = property(lambda self: self.base_dist.has_rsample)

    def expand(self, batch_shape, _instance=None):
        made = super().expand(batch_shape)
        events = len(self.base_dist.event_shape)
        shape = tuple(batch_shape) + tuple(self._event_shape)
        made.base_dist = self.base_dist.expand(shape[: len(shape) - events])
        return made

    def sample(self, sample_shape=()):
        with torch.no_grad():
            return self._moved(self.base_dist.sample(sample_shape))

    def rsample(self, sample_shape=()):
        return self._moved(self.base_dist.rsample(sample_shape))

    def _moved(self, x):
        for transform in self.transforms:
            x = transform(x)
        return x

    def log_prob(self, value):
        self._validate_sample(value)
        events = len(self._event_shape)
        total = 0.0
        for transform in reversed(self.transforms):
            before = transform.inv(value)
            stretch = transform.log_abs_det_jacobian(before, value)
            total = total - sum_rightmost(stretch, events - transform.event_dim)
            value = before
        return total + sum_rightmost(self.base_dist.log_prob(value), events - len(self.base_dist.event_shape))

    def _sign(self):
        sign = 1
        for transform in self.transforms:
            sign = sign * transform.sign
        return sign

    def cdf(self, value):
        for transform in reversed(self.transforms):
            value = transform.inv(value)
        below, sign = self.base_dist.cdf(value), self._sign()
        return below if isinstance(sign, int) and sign == 1 else sign * (below - 0.5) + 0.5

    def icdf(self, value):
        sign = self._sign()
        if not (isinstance(sign, int) and sign == 1):
            value = sign * (value - 0.5) + 0.5
        return self._moved(self.base_dist.icdf(value))
