"""UpSampling2D."""

from keras.src.backend import unwrap, wrap
from keras.src.layers.preprocessing.image_preprocessing.images import resized
from keras.src.layers.reshaping.base_resizing import BaseUpSampling


class UpSampling2D(BaseUpSampling):
    """Larger images.

    Args:
        size: factor, or (rows, cols).
        interpolation: "nearest" repeats pixels; "bilinear", "bicubic" and others blend them.
    """

    _rank = 2

    def __init__(self, size=(2, 2), data_format=None, interpolation="nearest", **kwargs):
        super().__init__(size, data_format=data_format, **kwargs)
        self.interpolation = interpolation.lower()

    def call(self, inputs):
        if self.interpolation == "nearest":
            return super().call(inputs)
        first = self.data_format == "channels_first"
        x = unwrap(inputs)
        x = x.permute(0, 2, 3, 1) if first else x
        x = resized(x, (x.shape[1] * self.size[0], x.shape[2] * self.size[1]), self.interpolation)
        return wrap(x.permute(0, 3, 1, 2) if first else x)

    def get_config(self):
        return {**super().get_config(), "interpolation": self.interpolation}
