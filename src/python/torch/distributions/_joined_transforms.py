"""Transforms made of others: in a row, over more dimensions, side by side; and changes of shape."""

import math

import torch

from . import constraints
from ._transform import Transform
from .utils import sum_rightmost


class ComposeTransform(Transform):
    """Several transforms, one after the other."""

    def __init__(self, parts, cache_size=0):
        super().__init__(cache_size)
        self.parts = [part.with_cache(cache_size) for part in parts] if cache_size else list(parts)

    bijective = property(lambda self: all(part.bijective for part in self.parts))
    sign = property(lambda self: math.prod(part.sign for part in self.parts))

    @property
    def inv(self):
        return ComposeTransform([part.inv for part in reversed(self.parts)])

    @property
    def domain(self):
        return _spanning(self.parts[::-1], "codomain", "domain")

    @property
    def codomain(self):
        return _spanning(self.parts, "domain", "codomain")

    def forward_shape(self, shape):
        for part in self.parts:
            shape = part.forward_shape(shape)
        return shape

    def inverse_shape(self, shape):
        for part in reversed(self.parts):
            shape = part.inverse_shape(shape)
        return shape

    def __call__(self, x):
        for part in self.parts:
            x = part(x)
        return x

    def _back(self, y):
        for part in reversed(self.parts):
            y = part.inv(y)
        return y

    _inverse = _back

    def log_abs_det_jacobian(self, x, y):
        if not self.parts:
            return torch.zeros_like(x)
        total, events = 0, self.domain.event_dim
        for place, part in enumerate(self.parts):
            after = y if place == len(self.parts) - 1 else part(x)
            total = total + sum_rightmost(part.log_abs_det_jacobian(x, after), events - part.domain.event_dim)
            events += part.codomain.event_dim - part.domain.event_dim
            x = after
        return total

    def __repr__(self):
        return "ComposeTransform(\n    " + ",\n    ".join(map(repr, self.parts)) + "\n)"


def _spanning(parts, start, end):
    """The last part's constraint over as many dimensions as the largest event on the way grows to."""
    if not parts:
        return constraints.real
    events = getattr(parts[0], start).event_dim
    for part in parts:
        events = max(events + getattr(part, end).event_dim - getattr(part, start).event_dim, getattr(part, end).event_dim)
    last = getattr(parts[-1], end)
    return constraints.independent(last, events - last.event_dim) if events > last.event_dim else last


class IndependentTransform(Transform):
    """Another transform whose last dimensions count as one event."""

    def __init__(self, base_transform, reinterpreted_batch_ndims, cache_size=0):
        super().__init__(cache_size)
        self.base_transform = base_transform.with_cache(cache_size)
        self.reinterpreted_batch_ndims = reinterpreted_batch_ndims

    bijective = property(lambda self: self.base_transform.bijective)
    domain = property(lambda self: constraints.independent(self.base_transform.domain, self.reinterpreted_batch_ndims))
    codomain = property(lambda self: constraints.independent(self.base_transform.codomain, self.reinterpreted_batch_ndims))
    sign = property(lambda self: self.base_transform.sign)

    def _call(self, x):
        return self.base_transform(x)

    def _inverse(self, y):
        return self.base_transform.inv(y)

    def log_abs_det_jacobian(self, x, y):
        return sum_rightmost(self.base_transform.log_abs_det_jacobian(x, y), self.reinterpreted_batch_ndims)

    def forward_shape(self, shape):
        return self.base_transform.forward_shape(shape)

    def inverse_shape(self, shape):
        return self.base_transform.inverse_shape(shape)

    def __repr__(self):
        return f"IndependentTransform({self.base_transform!r}, {self.reinterpreted_batch_ndims})"


class ReshapeTransform(Transform):
    """Another shape of the last dimensions."""

    bijective = True

    def __init__(self, in_shape, out_shape, cache_size=0):
        super().__init__(cache_size)
        self.in_shape, self.out_shape = torch.Size(in_shape), torch.Size(out_shape)
        if self.in_shape.numel() != self.out_shape.numel():
            raise ValueError("in_shape, out_shape have different numbers of elements")

    domain = property(lambda self: constraints.independent(constraints.real, len(self.in_shape)))
    codomain = property(lambda self: constraints.independent(constraints.real, len(self.out_shape)))

    def _call(self, x):
        return x.reshape(x.shape[: x.dim() - len(self.in_shape)] + self.out_shape)

    def _inverse(self, y):
        return y.reshape(y.shape[: y.dim() - len(self.out_shape)] + self.in_shape)

    def log_abs_det_jacobian(self, x, y):
        return x.new_zeros(x.shape[: x.dim() - len(self.in_shape)])

    def forward_shape(self, shape):
        return _exchanged(shape, self.in_shape, self.out_shape)

    def inverse_shape(self, shape):
        return _exchanged(shape, self.out_shape, self.in_shape)


def _exchanged(shape, old, new):
    if len(shape) < len(old):
        raise ValueError("Too few dimensions on input")
    cut = len(shape) - len(old)
    if tuple(shape[cut:]) != tuple(old):
        raise ValueError(f"Shape mismatch: expected {shape[cut:]} but got {old}")
    return shape[:cut] + new


class CatTransform(Transform):
    """A transform for each run of positions of a dimension."""

    def __init__(self, tseq, dim=0, lengths=None, cache_size=0):
        super().__init__(cache_size)
        self.transforms, self.dim = [each.with_cache(cache_size) for each in tseq], dim
        self.lengths = [1] * len(self.transforms) if lengths is None else list(lengths)

    bijective = property(lambda self: all(each.bijective for each in self.transforms))
    domain = property(lambda self: constraints.cat([each.domain for each in self.transforms], self.dim, self.lengths))
    codomain = property(lambda self: constraints.cat([each.codomain for each in self.transforms], self.dim, self.lengths))
    length = property(lambda self: sum(self.lengths))

    def _call(self, x):
        return torch.cat([each(part) for each, part in zip(self.transforms, x.split(self.lengths, self.dim))], self.dim)

    def _inverse(self, y):
        return torch.cat([each.inv(part) for each, part in zip(self.transforms, y.split(self.lengths, self.dim))], self.dim)

    def log_abs_det_jacobian(self, x, y):
        pairs = zip(self.transforms, x.split(self.lengths, self.dim), y.split(self.lengths, self.dim))
        return torch.cat([each.log_abs_det_jacobian(before, after) for each, before, after in pairs], self.dim)


class StackTransform(Transform):
    """A transform for each position of a dimension."""

    def __init__(self, tseq, dim=0, cache_size=0):
        super().__init__(cache_size)
        self.transforms, self.dim = [each.with_cache(cache_size) for each in tseq], dim

    bijective = property(lambda self: all(each.bijective for each in self.transforms))
    domain = property(lambda self: constraints.stack([each.domain for each in self.transforms], self.dim))
    codomain = property(lambda self: constraints.stack([each.codomain for each in self.transforms], self.dim))

    def _call(self, x):
        return torch.stack([each(part) for each, part in zip(self.transforms, x.unbind(self.dim))], self.dim)

    def _inverse(self, y):
        return torch.stack([each.inv(part) for each, part in zip(self.transforms, y.unbind(self.dim))], self.dim)

    def log_abs_det_jacobian(self, x, y):
        triples = zip(self.transforms, x.unbind(self.dim), y.unbind(self.dim))
        return torch.stack([each.log_abs_det_jacobian(before, after) for each, before, after in triples], self.dim)


identity_transform = ComposeTransform([])
