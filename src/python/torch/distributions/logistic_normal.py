"""Where PyTorch has LogisticNormal; it is made in _moved.py with its kin."""

from ._moved import LogisticNormal

__all__ = ["LogisticNormal"]
