"""Random changes of brightness, contrast and colours of images."""

import torch

from keras.src.backend import placing, unwrap, wrap
from keras.src.layers.preprocessing.image_preprocessing.base_image_preprocessing_layer import BaseImagePreprocessingLayer
from keras.src.layers.preprocessing.image_preprocessing.images import bounds
from keras.src.ops import image as ops

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
    """Multiplies the distance from each image's mean by 1 - lower … 1 + upper; a number is an upper factor, with 0 as the lower one."""

    def transform(self, x):
        pair = self.factor if isinstance(self.factor, (tuple, list)) else (0.0, self.factor)
        scale = self.draw_each(x, (1.0 - pair[0], 1.0 + pair[1]))
        mean = x.mean((1, 2), keepdim=True)
        return self._within((x - mean) * scale + mean)


def _grey(x):
    weights = placing.tensor(_GREY, dtype=x.dtype)
    return (x * weights).sum(-1, keepdim=True)


class RandomSaturation(_RandomColor):
    """Multiplies the saturation by f / (1 - f) for an f of the factor (lower, upper) or (-factor, factor); 0.5 leaves it as it is."""

    _ranges = {"factor": None}

    def _own_config(self):
        return {"factor": self.factor, "value_range": sorted(self.value_range)}

    def transform(self, x):
        share = self.draw((x.shape[0],), *_pair(self.factor, -1)).reshape(-1, 1, 1)
        hue, saturation, value = unwrap(ops.rgb_to_hsv(wrap(x), data_format="channels_last")).unbind(-1)
        saturation = self._within(saturation * (share / (1 - share + 1e-7)))
        return unwrap(ops.hsv_to_rgb(wrap(torch.stack([hue, saturation, value], -1)), data_format="channels_last"))


class RandomHue(_RandomColor):
    """Turns the colours by up to factor · half a turn, in either direction."""

    def transform(self, x):
        sign = torch.where(self.draw((x.shape[0],)) > 0.5, -1.0, 1.0)
        turn = (sign * self.draw((x.shape[0],), *_pair(self.factor, 0)) * 0.5).reshape(-1, 1, 1)
        low, high = self.value_range
        hsv = unwrap(ops.rgb_to_hsv(wrap((x - low) / (high - low)), data_format="channels_last"))
        hue, saturation, value = hsv.unbind(-1)
        hue = hue + turn
        hue = torch.where(hue > 1.0, hue - 1.0, torch.where(hue < 0.0, hue + 1.0, hue))
        made = unwrap(ops.hsv_to_rgb(wrap(torch.stack([hue, saturation, value], -1)), data_format="channels_last"))
        return torch.clamp(made, 0, 1) * (high - low) + low


def _pair(factor, least):
    """The range of a factor: a number's begins at `least` times it."""
    return tuple(sorted(factor)) if isinstance(factor, (tuple, list)) else (least * abs(factor), abs(factor))


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
