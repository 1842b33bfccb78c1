"""RandomCrop: a random part of images; the middle when not training."""

import torch

from keras.src import backend
from keras.src.backend import wrap
from keras.src.layers.preprocessing.image_preprocessing.base_image_preprocessing_layer import BaseImagePreprocessingLayer
from keras.src.layers.preprocessing.image_preprocessing.images import as_batch, resized
from keras.src.random import make_default_seed


class RandomCrop(BaseImagePreprocessingLayer):
    """Cuts out height × width pixels at a random place; smaller images are enlarged first."""

    def __init__(self, height, width, seed=None, data_format=None, name=None, **kwargs):
        # Keras draws a default seed to show, besides the one that the generator takes.
        shown = make_default_seed() if seed is None else seed
        super().__init__(seed=seed, data_format=data_format, name=name, **kwargs)
        self.seed = shown
        self.height = height
        self.width = width

    def call(self, inputs, training=True):
        x, added = as_batch(inputs, backend.torch_dtype(self.compute_dtype))
        rows, cols = x.shape[1], x.shape[2]
        if rows < self.height or cols < self.width:
            scale = max(self.height / rows, self.width / cols)
            x = resized(x, (max(self.height, round(rows * scale)), max(self.width, round(cols * scale))), "bilinear")
            rows, cols = x.shape[1], x.shape[2]
        spare = rows - self.height, cols - self.width
        if training and min(spare) > 0:
            top, left = (int(float(self.draw((), 0.0, float(s + 1)))) for s in spare)
        else:
            top, left = (s // 2 for s in spare)
        x = x[:, top : top + self.height, left : left + self.width]
        return wrap(torch.squeeze(x, 0) if added else x)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-3], self.height, self.width, input_shape[-1])

    def _own_config(self):
        return {"height": self.height, "width": self.width}
