"""RandomFlip: mirrored images."""

import torch

from keras.src.layers.preprocessing.image_preprocessing.base_image_preprocessing_layer import BaseImagePreprocessingLayer


class RandomFlip(BaseImagePreprocessingLayer):
    """Mirrors each image with probability 1/2, in the directions of `mode` together."""

    def __init__(self, mode="horizontal_and_vertical", seed=None, data_format=None, **kwargs):
        super().__init__(seed=seed, data_format=data_format, **kwargs)
        self.mode = mode

    def transform(self, x):
        # One decision for both directions, as in Keras.
        chosen = self.draw((x.shape[0], 1, 1, 1)) <= 0.5
        for name, axis in (("horizontal", 2), ("vertical", 1)):
            if name in self.mode:
                x = torch.where(chosen, torch.flip(x, [axis]), x)
        return x

    _seed_before = "mode"

    def _own_config(self):
        return {"mode": self.mode}
