"""RandomErasing: a rectangle of images is covered."""

import torch

from keras.src import random
from keras.src.backend import placing, unwrap
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
        least, most = self.scale if isinstance(self.scale, (tuple, list)) else (0.0, self.scale)
        share = self.draw((batch, 2), least, most).sqrt()
        across = self._covers(cols, share[:, 0]).reshape(batch, 1, cols, 1)
        down = self._covers(rows, share[:, 1]).reshape(batch, rows, 1, 1)
        low, high = self.factor if isinstance(self.factor, (tuple, list)) else (0.0, self.factor)
        chance = self.draw((batch,), low, high)
        hit = across & down & (self.draw((batch,)) < chance).reshape(batch, 1, 1, 1)
        return torch.where(hit, torch.clamp(self._cover(x), *map(float, self.value_range)), x)

    def _covers(self, length, share):
        """Which places along an axis lie in each image's interval of a share of it."""
        size = share * length
        start = self.draw((share.shape[0],)) * (length - size)
        place = placing.arange(length).float()
        return (place >= start.unsqueeze(1)) & (place < (start + size).unsqueeze(1))

    def _cover(self, x):
        if self.fill_value is None:
            return unwrap(random.normal(tuple(x.shape), seed=self.generator)) * self.value_range[1]
        return placing.tensor(self.fill_value, dtype=x.dtype).expand_as(x)

    _ranges = {"factor": 0}

    def _own_config(self):
        return {name: getattr(self, name) for name in ("factor", "scale", "fill_value", "value_range")}
