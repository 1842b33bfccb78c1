"""Where PyTorch has LogNormal; it is made in _moved.py with its kin."""

from ._moved import LogNormal

__all__ = ["LogNormal"]
