"""BaseAdaptivePooling: windows chosen so that the output has a given size."""

import torch.nn.functional as F

from keras.src import backend
from keras.src.backend import unwrap, wrap
from keras.src.layers.input_spec import InputSpec
from keras.src.layers.layer import Layer
from keras.src.utils.argument_validation import standardize_tuple

_POOL = {
    ("max", 1): F.adaptive_max_pool1d,
    ("max", 2): F.adaptive_max_pool2d,
    ("max", 3): getattr(F, "adaptive_max_pool3d", None),
    ("average", 1): F.adaptive_avg_pool1d,
    ("average", 2): F.adaptive_avg_pool2d,
    ("average", 3): getattr(F, "adaptive_avg_pool3d", None),
}


class BaseAdaptivePooling(Layer):
    """Pooling to `output_size`."""

    _rank = 2
    _mode = "max"

    def __init__(self, output_size, data_format=None, **kwargs):
        super().__init__(**kwargs)
        self.output_size = standardize_tuple(output_size, self._rank, "output_size")
        self.data_format = backend.standardize_data_format(data_format)
        self.input_spec = InputSpec(ndim=self._rank + 2)
        self._build_at_init()

    def call(self, inputs):
        x = unwrap(inputs)
        last = self.data_format == "channels_last"
        x = x.movedim(-1, 1) if last else x
        size = self.output_size[0] if self._rank == 1 else self.output_size
        pooled = _POOL[self._mode, self._rank](x, size)
        return wrap(pooled.movedim(1, -1) if last else pooled)

    def compute_output_shape(self, input_shape):
        if self.data_format == "channels_last":
            return (input_shape[0], *self.output_size, input_shape[-1])
        return (input_shape[0], input_shape[1], *self.output_size)

    def get_config(self):
        return {**super().get_config(), "output_size": self.output_size, "data_format": self.data_format}
