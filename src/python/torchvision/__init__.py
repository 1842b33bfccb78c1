"""Datasets and image transforms with torchvision's names and behaviour; tensors are left to torch."""

from torchvision import datasets, transforms, utils

__version__ = "0.20.0"

__all__ = ["datasets", "transforms", "utils"]
