"""UpSampling2D."""

from keras.src import ops
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
        rows, cols = inputs.shape[self._first], inputs.shape[self._first + 1]
        size = (rows * self.size[0], cols * self.size[1])
        return ops.image.resize(inputs, size, interpolation=self.interpolation, data_format=self.data_format)

    def get_config(self):
        return {**super().get_config(), "interpolation": self.interpolation}
