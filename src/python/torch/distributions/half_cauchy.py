"""Where PyTorch has HalfCauchy; it is made in _moved.py with its kin."""

from ._moved import HalfCauchy

__all__ = ["HalfCauchy"]
