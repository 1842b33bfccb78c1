"""Where PyTorch has Gumbel; it is made in _moved.py with its kin."""

from ._moved import Gumbel

__all__ = ["Gumbel"]
