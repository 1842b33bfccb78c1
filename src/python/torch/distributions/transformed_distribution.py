"""Distributions of functions of other variables."""

import torch

from . import constraints
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
        elif not isinstance(transforms, list):
            raise ValueError(f"transforms must be a Transform or list, but was {transforms}")
        elif not all(isinstance(each, Transform) for each in transforms):
            raise ValueError("transforms must be a Transform or a list of Transforms")
        self.transforms = transforms
        composed = ComposeTransform(transforms)
        events, taken = len(base_distribution.event_shape), composed.domain.event_dim
        shape = base_distribution.batch_shape + base_distribution.event_shape
        if len(shape) < taken:
            raise ValueError(f"base_distribution needs to have shape with size at least {taken}, but got {shape}.")
        after = composed.forward_shape(shape)
        spread = composed.inverse_shape(after)  # larger than the base where a transform's parameters have a shape
        if spread != shape:
            base_distribution = base_distribution.expand(spread[: len(spread) - events])
        if taken > events:
            base_distribution = Independent(base_distribution, taken - events)
        self.base_dist = base_distribution
        cut = len(after) - composed.codomain.event_dim - max(events - taken, 0)
        super().__init__(after[:cut], after[cut:], validate_args=validate_args)

    @constraints.dependent_property(is_discrete=False)
    def support(self):
        """What the last transform gives."""
        if not self.transforms:
            return self.base_dist.support
        found = self.transforms[-1].codomain
        more = len(self.event_shape) - found.event_dim
        return constraints.independent(found, more) if more > 0 else found

    has_rsample = property(lambda self: self.base_dist.has_rsample)

    def expand(self, batch_shape, _instance=None):
        made = super().expand(batch_shape)
        shape = ComposeTransform(self.transforms).inverse_shape(torch.Size(tuple(batch_shape) + tuple(self._event_shape)))
        made.base_dist = self.base_dist.expand(shape[: len(shape) - len(self.base_dist.event_shape)])
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
            events += transform.domain.event_dim - transform.codomain.event_dim
            total = total - sum_rightmost(stretch, events - transform.domain.event_dim)
            value = before
        return total + sum_rightmost(self.base_dist.log_prob(value), events - len(self.base_dist.event_shape))

    def _rising(self, share):
        """A share of the values, counted from the top where the transforms turn the order around."""
        sign = ComposeTransform(self.transforms).sign
        return share if isinstance(sign, int) and sign == 1 else sign * (share - 0.5) + 0.5

    def cdf(self, value):
        for transform in reversed(self.transforms):
            value = transform.inv(value)
        if self._validate_args:
            self.base_dist._validate_sample(value)
        return self._rising(self.base_dist.cdf(value))

    def icdf(self, value):
        return self._moved(self.base_dist.icdf(self._rising(value)))
