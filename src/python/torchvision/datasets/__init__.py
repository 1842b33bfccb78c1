"""The datasets that are shipped with the page."""

from torchvision.datasets.mnist import MNIST
from torchvision.datasets.vision import VisionDataset

__all__ = ["MNIST", "VisionDataset"]
