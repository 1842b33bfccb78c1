"""Where PyTorch has HalfNormal; it is made in _moved.py with its kin."""

from ._moved import HalfNormal

__all__ = ["HalfNormal"]
