"""Image transforms as callable objects; functional.py holds what they do."""

from torchvision.transforms import functional
from torchvision.transforms.transforms import Compose, Lambda, Normalize, ToTensor

__all__ = ["Compose", "Lambda", "Normalize", "ToTensor", "functional"]
