"""Random rotations, zooms, shifts and shears of images."""

import math

import torch

from keras.src.layers.preprocessing.image_preprocessing.base_image_preprocessing_layer import BaseImagePreprocessingLayer
from keras.src.layers.preprocessing.image_preprocessing.images import bounds, moved


_FACTORS = "The `height_factor` and `width_factor` arguments should be a number (or a list of two numbers) in the range"
_ZOOM_RANGE = f"{_FACTORS} (-1.0, 1.0]."
_TRANSLATION_RANGE = f"{_FACTORS} [-1.0, 1.0]."


class _RandomAffine(BaseImagePreprocessingLayer):
    """Args of all: fill_mode ("reflect", "constant", "wrap", "nearest"): what lies outside of the image; interpolation."""

    def __init__(
        self,
        fill_mode="reflect",
        interpolation="bilinear",
        seed=None,
        fill_value=0.0,
        data_format=None,
        **kwargs,
    ):
        super().__init__(seed=seed, data_format=data_format, **kwargs)
        if fill_mode not in ("reflect", "wrap", "constant", "nearest"):
            raise ValueError(
                "Unknown `fill_mode` argument. Expected one of ('reflect', 'wrap', 'constant', 'nearest'). "
                f"Received: fill_mode={fill_mode}"
            )
        if interpolation not in ("bilinear", "nearest"):
            raise ValueError(
                "Unknown `interpolation` argument. Expected one of ('bilinear', 'nearest'). "
                f"Received: interpolation={interpolation}"
            )
        self.fill_mode = fill_mode
        self.interpolation = interpolation
        self.fill_value = fill_value

    def transform(self, x):
        return moved(x, self.matrices(x), self.interpolation, self.fill_mode, self.fill_value)

    def _each(self, x, pair):
        return self.draw_each(x, pair).reshape(-1)

    _seed_before = "fill_value"

    def _own_config(self):
        return {name: getattr(self, name) for name in (*self._factors, "fill_mode", "interpolation", "fill_value")}


def _matrix(*parts):
    return torch.stack([p if isinstance(p, torch.Tensor) else torch.full_like(parts[0], p) for p in parts], 1)


class RandomRotation(_RandomAffine):
    """Args: factor: largest angle in full turns, or (lower, upper); positive turns counter-clockwise."""

    def __init__(
        self,
        factor,
        fill_mode="reflect",
        interpolation="bilinear",
        seed=None,
        fill_value=0.0,
        data_format=None,
        **kwargs,
    ):
        super().__init__(fill_mode, interpolation, seed, fill_value, data_format, **kwargs)
        self.factor = factor
        self._pair = bounds(factor, "factor", -1.0, 1.0)

    def matrices(self, x):
        angle = self._each(x, self._pair) * (2 * math.pi)
        cos, sin = torch.cos(angle), torch.sin(angle)
        return _matrix(cos, sin, 0.0, -sin, cos, 0.0)

    _ranges = {"factor": None}
    _seed_before = None

    def _own_config(self):
        return {name: getattr(self, name) for name in ("factor", "fill_mode", "fill_value", "interpolation")}


class RandomZoom(_RandomAffine):
    """Args: height_factor, width_factor: share by which the view grows (positive: the image gets smaller)."""

    def __init__(
        self,
        height_factor,
        width_factor=None,
        fill_mode="reflect",
        interpolation="bilinear",
        seed=None,
        fill_value=0.0,
        data_format=None,
        **kwargs,
    ):
        super().__init__(fill_mode, interpolation, seed, fill_value, data_format, **kwargs)
        self.height_factor = height_factor
        self.width_factor = width_factor
        self._height_pair = bounds(height_factor, "height_factor", -1.0, 1.0, _ZOOM_RANGE)
        self._width_pair = None if width_factor is None else bounds(width_factor, "width_factor", -1.0, 1.0, _ZOOM_RANGE)

    def matrices(self, x):
        high = 1.0 + self._each(x, self._height_pair)
        wide = high if self._width_pair is None else 1.0 + self._each(x, self._width_pair)
        return _matrix(high, 0.0, 0.0, 0.0, wide, 0.0)

    _factors = ("height_factor", "width_factor")


class RandomTranslation(_RandomAffine):
    """Args: height_factor, width_factor: shares of the size by which the image is moved down and to the right."""

    def __init__(
        self,
        height_factor,
        width_factor,
        fill_mode="reflect",
        interpolation="bilinear",
        seed=None,
        fill_value=0.0,
        data_format=None,
        **kwargs,
    ):
        super().__init__(fill_mode, interpolation, seed, fill_value, data_format, **kwargs)
        self.height_factor = height_factor
        self.width_factor = width_factor
        self._height_pair = bounds(height_factor, "height_factor", -1.0, 1.0, _TRANSLATION_RANGE)
        self._width_pair = bounds(width_factor, "width_factor", -1.0, 1.0, _TRANSLATION_RANGE)

    def matrices(self, x):
        down = self._each(x, self._height_pair) * x.shape[1]
        right = self._each(x, self._width_pair) * x.shape[2]
        one = torch.ones_like(down)
        return _matrix(one, 0.0, -down, 0.0, one, -right)

    _factors = ("height_factor", "width_factor")


class RandomShear(_RandomAffine):
    """Args: x_factor, y_factor: largest slant along the columns and the rows."""

    def __init__(
        self,
        x_factor=0.0,
        y_factor=0.0,
        interpolation="bilinear",
        fill_mode="reflect",
        fill_value=0.0,
        data_format=None,
        seed=None,
        **kwargs,
    ):
        super().__init__(fill_mode, interpolation, seed, fill_value, data_format, **kwargs)
        self.x_factor = x_factor
        self.y_factor = y_factor
        self._pairs = [
            tuple(f) if isinstance(f, (tuple, list)) else (-f, f) for f in (x_factor, y_factor)
        ]

    def matrices(self, x):
        sign = torch.where(self.draw((x.shape[0],)) > 0.5, -1.0, 1.0)
        slant_y, slant_x = (self.draw((x.shape[0],), *pair) * sign for pair in self._pairs[::-1])
        one = torch.ones_like(slant_x)
        # The corner stays where it is, not the centre.
        down, right = (x.shape[1] - 1) / 2, (x.shape[2] - 1) / 2
        return _matrix(one, slant_y, slant_y * right, slant_x, one, slant_x * down)

    _factors = ("x_factor", "y_factor")
    _ranges = {"x_factor": None, "y_factor": None}
