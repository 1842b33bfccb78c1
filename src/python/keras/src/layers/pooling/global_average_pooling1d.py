"""GlobalAveragePooling1D."""

from keras.src import ops
from keras.src.layers.pooling.base_global_pooling import BaseGlobalPooling


class GlobalAveragePooling1D(BaseGlobalPooling):
    """The mean of each channel of sequences (batch, steps, channels)."""

    _rank = 1
    _mode = "average"

    def __init__(self, data_format=None, keepdims=False, **kwargs):
        super().__init__(data_format=data_format, keepdims=keepdims, **kwargs)
        self.supports_masking = True

    def call(self, inputs, mask=None):
        if mask is None:
            return super().call(inputs)
        # Padded steps count neither in the sum nor in the number.
        steps = self._axes()[0]
        mask = ops.cast(ops.expand_dims(mask, 2 if self.data_format == "channels_last" else 1), inputs.dtype)
        total = ops.sum(inputs * mask, axis=steps, keepdims=self.keepdims)
        return total / ops.sum(mask, axis=steps, keepdims=self.keepdims)

    def compute_mask(self, inputs, mask=None):
        return None
