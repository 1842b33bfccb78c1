"""CenterCrop: the middle of images."""

from keras.src import backend
from keras.src.layers.layer import Layer
from keras.src.layers.preprocessing.image_preprocessing.images import as_batch, finished, resized


class CenterCrop(Layer):
    """Cuts out height × width pixels; a smaller image is enlarged first, without distortion."""

    def __init__(self, height, width, data_format=None, **kwargs):
        super().__init__(**kwargs)
        self.height = height
        self.width = width
        self.data_format = backend.standardize_data_format(data_format)

    def call(self, inputs):
        x, added = as_batch(inputs, backend.torch_dtype(self.compute_dtype))
        first = self.data_format == "channels_first"
        x = x.permute(0, 2, 3, 1) if first else x
        rows, cols = x.shape[1], x.shape[2]
        if rows < self.height or cols < self.width:
            high = min(rows, int(cols * self.height / self.width))
            wide = min(cols, int(rows * self.width / self.height))
            top, left = (rows - high) // 2, (cols - wide) // 2
            x = resized(x[:, top : top + high, left : left + wide], (self.height, self.width), "bilinear")
        else:
            top, left = (rows - self.height) // 2, (cols - self.width) // 2
            x = x[:, top : top + self.height, left : left + self.width]
        return finished(x.permute(0, 3, 1, 2) if first else x, added)

    def compute_output_shape(self, input_shape):
        shape = list(input_shape)
        at = len(shape) - 3 if self.data_format == "channels_last" else len(shape) - 2
        shape[at], shape[at + 1] = self.height, self.width
        return tuple(shape)

    def get_config(self):
        return {**super().get_config(), "data_format": self.data_format, "height": self.height, "width": self.width}
