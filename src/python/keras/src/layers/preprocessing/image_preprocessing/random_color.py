"""Random changes of brightness, contrast and colours of images."""

import torch

from keras.src.backend import placing
from keras.src.layers.preprocessing.image_preprocessing.base_image_preprocessing_layer import BaseImagePreprocessingLayer
from keras.src.layers.preprocessing.image_preprocessing.images import bounds

_GREY = (0.2989, 0.5870, 0.1140)


class _RandomColor(BaseImagePreprocessingLayer):
    def __init__(self, factor, value_range=(0, 255), seed=None, **kwargs):
        super().__init__(seed=seed, **kwargs)
        self.factor = factor
        self.value_range = value_range

    def _within(self, x):
        return torch.clamp(x, self.value_range[0], self.value_range[1])

    _ranges = {"factor": 0}

    def _own_config(self):
        return {"factor": self.factor, "value_range": self.value_range}


class RandomBrightness(_RandomColor):
    """Adds factor · (width of the range) to all pixels, factor between -1 and 1."""

    _ranges = {"factor": None}

    def _own_config(self):
        return {"factor": self.factor, "value_range": sorted(self.value_range)}

    def transform(self, x):
        delta = self.draw_each(x, bounds(self.factor, "factor", -1.0, 1.0))
        return self._within(x + delta * (self.value_range[1] - self.value_range[0]))


class RandomContrast(_RandomColor):
    """Multiplies the distance from each image's mean by 1 - factor … 1 + factor."""

    def transform(self, x):
        pair = self.factor if isinstance(self.factor, (tuple, list)) else (self.factor, self.factor)
        scale = self.draw_each(x, (1.0 - pair[0], 1.0 + pair[1]))
        mean = x.mean((1, 2), keepdim=True)
        return self._within((x - mean) * scale + mean)


def _grey(x):
    weights = placing.tensor(_GREY, dtype=x.dtype)
    return (x * weights).sum(-1, keepdim=True)


class RandomSaturation(_RandomColor):
    """Mixes each image with its grey version; factor (lower, upper) or a number, 0.5 leaves it as it is."""

    _ranges = {"factor": None}

    def _own_config(self):
        return {"factor": self.factor, "value_range": sorted(self.value_range)}

    def transform(self, x):
        pair = self.factor if isinstance(self.factor, (tuple, list)) else (0.5 - self.factor / 2, 0.5 + self.factor / 2)
        share = self.draw_each(x, pair)
        strength = share / (1 - share + 1e-7)
        grey = _grey(x)
        return self._within(grey + (x - grey) * strength)


class RandomHue(_RandomColor):
    """Turns the colours by up to factor · half a turn."""

    def transform(self, x):
        angle = self.draw_each(x, bounds(self.factor, "factor", -1.0, 1.0)) * torch.pi
        # A turn around the grey axis in the space of luma and two colour differences.
        to_yiq = placing.tensor([[0.299, 0.587, 0.114], [0.596, -0.274, -0.322], [0.211, -0.523, 0.312]], dtype=x.dtype)
        back = placing.tensor([[1.0, 0.956, 0.621], [1.0, -0.272, -0.647], [1.0, -1.106, 1.703]], dtype=x.dtype)
        yiq = x @ to_yiq.t()
        y, i, q = yiq[..., 0:1], yiq[..., 1:2], yiq[..., 2:3]
        cos, sin = torch.cos(angle), torch.sin(angle)
        return self._within(torch.cat([y, i * cos - q * sin, i * sin + q * cos], -1) @ back.t())


class RandomGrayscale(BaseImagePreprocessingLayer):
    """Makes each image grey with probability `factor`."""

    def __init__(self, factor=0.5, data_format=None, seed=None, **kwargs):
        super().__init__(seed=seed, data_format=data_format, **kwargs)
        if not 0 <= factor <= 1:
            raise ValueError(f"The `factor` argument should be in the range [0, 1]. Received: factor={factor}")
        self.factor = factor

    def transform(self, x):
        return torch.where(self.draw((x.shape[0], 1, 1, 1)) < self.factor, _grey(x).expand_as(x), x)

    def get_config(self):
        config = {**super().get_config(), "factor": self.factor}
        del config["seed"]
        return config


class RandomInvert(_RandomColor):
    """Turns each image into its negative with probability `factor`."""

    def __init__(self, factor=1.0, value_range=(0, 255), seed=None, **kwargs):
        super().__init__(factor, value_range, seed, **kwargs)

    def transform(self, x):
        inverted = self.value_range[1] - x
        return torch.where(self.draw((x.shape[0], 1, 1, 1)) < self.factor, inverted, x)
