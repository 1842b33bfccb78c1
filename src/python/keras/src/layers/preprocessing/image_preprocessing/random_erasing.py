"""RandomErasing: a rectangle of images is covered."""

import torch

from keras.src.backend import placing
from keras.src.layers.preprocessing.image_preprocessing.base_image_preprocessing_layer import BaseImagePreprocessingLayer


class RandomErasing(BaseImagePreprocessingLayer):
    """Args: factor: probability; scale: (least, largest) share of each side; fill_value: by default random values."""

    def __init__(
        self, factor=1.0, scale=(0.02, 0.33), fill_value=None, value_range=(0, 255), seed=None, data_format=None, **kwargs
    ):
        super().__init__(seed=seed, data_format=data_format, **kwargs)
        self.factor = factor
        self.scale = scale
        self.fill_value = fill_value
        self.value_range = value_range

    def transform(self, x):
        batch, rows, cols, _ = x.shape
        size = self.draw_each(x, tuple(self.scale)).sqrt()
        centre_row = self.draw((batch, 1, 1, 1)) * rows
        centre_col = self.draw((batch, 1, 1, 1)) * cols
        r = placing.arange(rows).float().reshape(1, -1, 1, 1)
        c = placing.arange(cols).float().reshape(1, 1, -1, 1)
        hit = (abs(r - centre_row) < size * rows / 2) & (abs(c - centre_col) < size * cols / 2)
        hit = hit & (self.draw((batch, 1, 1, 1)) < self.factor)
        if self.fill_value is None:
            cover = self.draw(tuple(x.shape), *map(float, self.value_range))
        else:
            cover = torch.full_like(x, self.fill_value)
        return torch.where(hit, cover, x)

    _ranges = {"factor": 0}

    def _own_config(self):
        return {name: getattr(self, name) for name in ("factor", "scale", "fill_value", "value_range")}
