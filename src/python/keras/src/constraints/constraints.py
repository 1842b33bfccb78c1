"""keras.constraints: what weights are made to satisfy after each update."""

import torch

from keras.src.backend import convert_to_tensor, epsilon, unwrap, wrap


class Constraint:
    """Subclasses define __call__(w), the weights that satisfy it (here: any)."""

    def __call__(self, w):
        return w

    def get_config(self):
        return {}

    @classmethod
    def from_config(cls, config):
        return cls(**config)


def _norm(tensor, axis):
    axes = tuple(axis) if isinstance(axis, (list, tuple)) else (axis,)
    return torch.sqrt(torch.square(tensor).sum(axes, keepdim=True))


class MaxNorm(Constraint):
    """Norms along an axis of at most max_value."""

    def __init__(self, max_value=2, axis=0):
        self.max_value = max_value
        self.axis = axis

    def __call__(self, w):
        found = unwrap(w)
        norms = _norm(found, self.axis)
        return wrap(found * (torch.clamp(norms, 0, self.max_value) / (epsilon() + norms)))

    def get_config(self):
        return {"max_value": self.max_value, "axis": self.axis}


class NonNeg(Constraint):
    """No negative weights."""

    def __call__(self, w):
        found = unwrap(convert_to_tensor(w))
        return wrap(found * (found >= 0).to(found.dtype))


class UnitNorm(Constraint):
    """Norms of 1 along an axis."""

    def __init__(self, axis=0):
        self.axis = axis

    def __call__(self, w):
        found = unwrap(w)
        return wrap(found / (epsilon() + _norm(found, self.axis)))

    def get_config(self):
        return {"axis": self.axis}


class MinMaxNorm(Constraint):
    """Norms along an axis between min_value and max_value; `rate` is how much of the way each update goes."""

    def __init__(self, min_value=0.0, max_value=1.0, rate=1.0, axis=0):
        self.min_value = min_value
        self.max_value = max_value
        self.rate = rate
        self.axis = axis

    def __call__(self, w):
        found = unwrap(w)
        norms = _norm(found, self.axis)
        wanted = self.rate * torch.clamp(norms, self.min_value, self.max_value) + (1 - self.rate) * norms
        return wrap(found * (wanted / (epsilon() + norms)))

    def get_config(self):
        return {"min_value": self.min_value, "max_value": self.max_value, "rate": self.rate, "axis": self.axis}
