"""Where PyTorch has Pareto; it is made in _moved.py with its kin."""

from ._moved import Pareto

__all__ = ["Pareto"]
