"""Resizing: images of another size."""

import torch.nn.functional as F

from keras.src import backend
from keras.src.layers.layer import Layer
from keras.src.layers.preprocessing.image_preprocessing.images import as_batch, finished, resized


class Resizing(Layer):
    """Args:
    height, width: of the result.
    interpolation: "bilinear" (default), "nearest", "bicubic".
    crop_to_aspect_ratio: cut the image so that nothing is distorted; pad_to_aspect_ratio: pad it instead.
    """

    def __init__(
        self,
        height,
        width,
        interpolation="bilinear",
        crop_to_aspect_ratio=False,
        pad_to_aspect_ratio=False,
        fill_mode="constant",
        fill_value=0.0,
        antialias=False,
        data_format=None,
        **kwargs,
    ):
        super().__init__(**kwargs)
        self.height = height
        self.width = width
        self.interpolation = interpolation
        self.crop_to_aspect_ratio = crop_to_aspect_ratio
        self.pad_to_aspect_ratio = pad_to_aspect_ratio
        self.fill_mode = fill_mode
        self.fill_value = fill_value
        self.antialias = antialias
        self.data_format = backend.standardize_data_format(data_format)

    def call(self, inputs):
        x, added = as_batch(inputs, backend.torch_dtype(self.compute_dtype))
        first = self.data_format == "channels_first"
        x = x.permute(0, 2, 3, 1) if first else x
        rows, cols = x.shape[1], x.shape[2]
        if self.crop_to_aspect_ratio:
            high = min(rows, int(cols * self.height / self.width))
            wide = min(cols, int(rows * self.width / self.height))
            top, left = (rows - high) // 2, (cols - wide) // 2
            x = x[:, top : top + high, left : left + wide]
        elif self.pad_to_aspect_ratio:
            high = max(rows, int(cols * self.height / self.width))
            wide = max(cols, int(rows * self.width / self.height))
            top, left = (high - rows) // 2, (wide - cols) // 2
            x = F.pad(x, (0, 0, left, wide - cols - left, top, high - rows - top), value=self.fill_value)
        x = resized(x, (self.height, self.width), self.interpolation)
        return finished(x.permute(0, 3, 1, 2) if first else x, added)

    def compute_output_shape(self, input_shape):
        shape = list(input_shape)
        at = len(shape) - 3 if self.data_format == "channels_last" else len(shape) - 2
        shape[at], shape[at + 1] = self.height, self.width
        return tuple(shape)

    def get_config(self):
        names = (
            "data_format",
            "height",
            "width",
            "interpolation",
            "crop_to_aspect_ratio",
            "pad_to_aspect_ratio",
            "fill_mode",
            "fill_value",
            "antialias",
        )
        return {**super().get_config(), **{name: getattr(self, name) for name in names}}
