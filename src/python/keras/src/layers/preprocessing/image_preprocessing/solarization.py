"""Solarization: bright pixels are inverted."""

import torch

from keras.src.layers.preprocessing.image_preprocessing.base_image_preprocessing_layer import BaseImagePreprocessingLayer


class Solarization(BaseImagePreprocessingLayer):
    """Adds a random number up to addition_factor · 255, then inverts values above threshold_factor · 255."""

    def __init__(
        self, addition_factor=0.0, threshold_factor=0.0, value_range=(0, 255), seed=None, **kwargs
    ):
        super().__init__(seed=seed, **kwargs)
        self.addition_factor = addition_factor
        self.threshold_factor = threshold_factor
        self.value_range = value_range

    def transform(self, x):
        low, high = self.value_range
        pairs = [
            tuple(f) if isinstance(f, (tuple, list)) else (0.0, f) for f in (self.addition_factor, self.threshold_factor)
        ]
        added, threshold = (self.draw_each(x, pair) * (high - low) for pair in pairs)
        x = torch.clamp(x + added, low, high)
        return torch.where(x < threshold + low, x, high - x + low)

    _ranges = {"addition_factor": 0, "threshold_factor": 0}

    def _own_config(self):
        factors = {"addition_factor": self.addition_factor, "threshold_factor": self.threshold_factor}
        return {"value_range": sorted(self.value_range), **factors}
