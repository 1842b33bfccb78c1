"""keras.regularizers: penalties on weights or outputs, added to the loss."""

import math

import numpy as np
import torch

from keras.src.backend import placing, unwrap, wrap


class Regularizer:
    """Subclasses define __call__(x), the penalty, and get_config()."""

    def __call__(self, x):
        return 0.0

    @classmethod
    def from_config(cls, config):
        return cls(**config)

    def get_config(self):
        raise NotImplementedError(f"{self} does not implement get_config()")


def validate_float_arg(value, name):
    """The number, checked to be finite and not negative."""
    if not isinstance(value, (float, int)) or isinstance(value, bool) or math.isinf(value) or math.isnan(value) or value < 0:
        raise ValueError(f"Invalid value for argument {name}: expected a non-negative float.Received: {name}={value}")
    return float(value)


class L1L2(Regularizer):
    """l1 * sum(|x|) + l2 * sum(x**2)."""

    def __init__(self, l1=0.0, l2=0.0):
        self.l1 = validate_float_arg(0.0 if l1 is None else l1, "l1")
        self.l2 = validate_float_arg(0.0 if l2 is None else l2, "l2")

    def __call__(self, x):
        found = unwrap(x)
        total = placing.zeros((), dtype=found.dtype)
        if self.l1:
            total = total + self.l1 * torch.abs(found).sum()
        if self.l2:
            total = total + self.l2 * torch.square(found).sum()
        return wrap(total)

    def get_config(self):
        return {"l1": self.l1, "l2": self.l2}


class L1(Regularizer):
    """l1 * sum(|x|): drives weights to zero."""

    def __init__(self, l1=0.01):
        # Keras keeps this number as a tensor.
        self.l1 = float(np.float32(validate_float_arg(0.01 if l1 is None else l1, "l1")))

    def __call__(self, x):
        return wrap(self.l1 * torch.abs(unwrap(x)).sum())

    def get_config(self):
        return {"l1": self.l1}


class L2(Regularizer):
    """l2 * sum(x**2): keeps weights small."""

    def __init__(self, l2=0.01):
        self.l2 = validate_float_arg(0.01 if l2 is None else l2, "l2")

    def __call__(self, x):
        return wrap(self.l2 * torch.square(unwrap(x)).sum())

    def get_config(self):
        return {"l2": self.l2}


class OrthogonalRegularizer(Regularizer):
    """Penalizes rows (or columns) that are not at right angles."""

    def __init__(self, factor=0.01, mode="rows"):
        self.factor = float(np.float32(validate_float_arg(factor, "factor")))
        if mode not in {"rows", "columns"}:
            raise ValueError(f'Invalid value for argument `mode`. Expected one of {{"rows", "columns"}}. Received: mode={mode}')
        self.mode = mode

    def __call__(self, x):
        found = unwrap(x)
        if found.dim() != 2:
            raise ValueError(
                f"Inputs to OrthogonalRegularizer must have rank 2. Received: inputs.shape={tuple(found.shape)}"
            )
        axis = 1 if self.mode == "rows" else 0
        unit = found / torch.clamp(torch.sqrt(torch.square(found).sum(axis, keepdim=True)), min=1e-7)
        product = torch.matmul(unit, unit.transpose(0, 1)) if axis else torch.matmul(unit.transpose(0, 1), unit)
        size = product.shape[0]
        off = product * (1.0 - placing.eye(size))
        return wrap(self.factor * 0.5 * torch.abs(off).sum() / (size * (size - 1.0) / 2.0))

    def get_config(self):
        return {"factor": self.factor, "mode": self.mode}
