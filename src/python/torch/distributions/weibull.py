"""Where PyTorch has Weibull; it is made in _moved.py with its kin."""

from ._moved import Weibull

__all__ = ["Weibull"]
