"""Image transforms as callable objects that print like their constructor calls."""

from torch import nn
from torchvision.transforms import functional


class Compose:
    """Applies transforms one after another."""

    def __init__(self, transforms):
        self.transforms = transforms

    def __call__(self, img):
        for transform in self.transforms:
            img = transform(img)
        return img

    def __repr__(self):
        return "\n".join(["Compose(", *(f"    {transform}" for transform in self.transforms), ")"])


class ToTensor:
    """Converts an image or array to a float tensor (C, H, W) with values from 0.0 to 1.0."""

    def __call__(self, pic):
        return functional.to_tensor(pic)

    def __repr__(self):
        return "ToTensor()"


class Normalize(nn.Module):
    """Subtracts each channel's ``mean`` and divides by its ``std``."""

    def __init__(self, mean, std, inplace=False):
        super().__init__()
        self.mean = mean
        self.std = std
        self.inplace = inplace

    def forward(self, tensor):
        return functional.normalize(tensor, self.mean, self.std, self.inplace)

    def __repr__(self):
        return f"Normalize(mean={self.mean}, std={self.std})"


class Lambda:
    """Applies a function of one's own."""

    def __init__(self, lambd):
        if not callable(lambd):
            raise TypeError(f"Argument lambd should be callable, got {type(lambd).__name__!r}")
        self.lambd = lambd

    def __call__(self, img):
        return self.lambd(img)

    def __repr__(self):
        return "Lambda()"
