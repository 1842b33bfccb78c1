"""Where PyTorch has Kumaraswamy; it is made in _moved.py with its kin."""

from ._moved import Kumaraswamy

__all__ = ["Kumaraswamy"]
