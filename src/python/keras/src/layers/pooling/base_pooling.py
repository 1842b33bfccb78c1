"""BasePooling: windows that move over the spatial dimensions, and the largest or mean value of each."""

from keras.src import backend, ops
from keras.src.layers.input_spec import InputSpec
from keras.src.layers.layer import Layer
from keras.src.ops.nn.conv import output_sizes
from keras.src.utils.argument_validation import standardize_tuple


class BasePooling(Layer):
    """Pooling in any number of dimensions.

    Args:
        pool_size: size of the window. strides: its steps, the window's size by default.
        padding: "valid", or "same" (windows go over the end; the mean leaves out what isn't there).
        data_format: "channels_last" (default) or "channels_first".
    """

    _rank = 2
    _mode = "max"

    def __init__(self, pool_size=2, strides=None, padding="valid", data_format=None, name=None, **kwargs):
        super().__init__(name=name, **kwargs)
        self.pool_size = standardize_tuple(pool_size, self._rank, "pool_size")
        strides = pool_size if strides is None else strides
        self.strides = standardize_tuple(strides, self._rank, "strides", allow_zero=True)
        self.pool_mode = self._mode
        self.padding = padding
        self.data_format = backend.standardize_data_format(data_format)
        self.input_spec = InputSpec(ndim=self._rank + 2)
        self._build_at_init()

    def call(self, inputs):
        pool = ops.max_pool if self._mode == "max" else ops.average_pool
        return pool(
            inputs,
            pool_size=self.pool_size,
            strides=self.strides,
            padding=self.padding,
            data_format=self.data_format,
        )

    def compute_output_shape(self, input_shape):
        last = self.data_format == "channels_last"
        spatial = input_shape[1:-1] if last else input_shape[2:]
        ones = (1,) * self._rank
        sizes = tuple(output_sizes(spatial, self.pool_size, self.strides, self.padding.lower(), ones))
        if any(size is not None and size <= 0 for size in sizes):
            raise ValueError(
                "Computed output size would be zero or negative. Received: `inputs.shape="
                f"[{' '.join(map(str, input_shape))}]`, `pool_size=[{' '.join(map(str, self.pool_size))}]`, "
                f"`strides={self.strides}`, `padding={self.padding}`."
            )
        if last:
            return (input_shape[0], *sizes, input_shape[-1])
        return (input_shape[0], input_shape[1], *sizes)

    def get_config(self):
        return {
            **super().get_config(),
            "pool_size": self.pool_size,
            "padding": self.padding,
            "strides": self.strides,
            "data_format": self.data_format,
        }
