"""TimeDistributed: a layer applied to each timestep."""

from keras.src import ops
from keras.src.layers.core.wrapper import Wrapper
from keras.src.layers.layer import Layer


class TimeDistributed(Wrapper):
    """Shapes: input (batch, timesteps, …), output (batch, timesteps, …) with the layer's own shape behind."""

    def __init__(self, layer, **kwargs):
        if not isinstance(layer, Layer):
            raise ValueError(
                "Please initialize `TimeDistributed` layer with a `keras.layers.Layer` instance. "
                f"Received: {layer}"
            )
        super().__init__(layer, **kwargs)
        self.supports_masking = True

    def _child_shape(self, input_shape):
        if not isinstance(input_shape, (tuple, list)) or len(input_shape) < 3:
            raise ValueError(
                "`TimeDistributed` Layer should be passed an `input_shape` with at least 3 dimensions, "
                f"received: {input_shape}"
            )
        return (input_shape[0], *input_shape[2:])

    def compute_output_shape(self, input_shape):
        child = self.layer.compute_output_shape(self._child_shape(input_shape))
        return (child[0], input_shape[1], *child[1:])

    def build(self, input_shape):
        super().build(self._child_shape(input_shape))

    def call(self, inputs, training=None, mask=None):
        batch, steps = inputs.shape[0], inputs.shape[1]
        more = {"training": training} if self.layer._call_has_training_arg else {}
        if mask is not None and self.layer._call_has_mask_arg:
            outputs = [self.layer(inputs[:, t], mask=mask[:, t], **more) for t in range(steps)]
            return ops.stack(outputs, axis=1)
        # All timesteps at once, as one larger batch.
        outputs = self.layer(ops.reshape(inputs, (batch * steps, *inputs.shape[2:])), **more)
        return ops.reshape(outputs, (batch, steps, *outputs.shape[1:]))
