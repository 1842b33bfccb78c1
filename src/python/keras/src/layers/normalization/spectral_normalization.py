"""SpectralNormalization: divides a layer's kernel by its largest singular value before each training step."""

from keras.src import initializers, ops
from keras.src.layers.core.wrapper import Wrapper
from keras.src.layers.input_spec import InputSpec


class SpectralNormalization(Wrapper):
    """Args: layer: with a `kernel` or `embeddings`. power_iterations: steps of the estimate.

    Source: Miyato et al. 2018, arXiv:1802.05957.
    """

    def __init__(self, layer, power_iterations=1, **kwargs):
        super().__init__(layer, **kwargs)
        if power_iterations <= 0:
            raise ValueError(
                "`power_iterations` should be greater than zero. Received: "
                f"`power_iterations={power_iterations}`"
            )
        self.power_iterations = power_iterations

    def build(self, input_shape):
        super().build(input_shape)
        self.input_spec = InputSpec(shape=[None, *input_shape[1:]])
        kernel = getattr(self.layer, "kernel", None)
        kernel = getattr(self.layer, "embeddings", None) if kernel is None else kernel
        if kernel is None:
            raise ValueError(f"{type(self.layer).__name__} object has no attribute 'kernel' nor 'embeddings'")
        self.kernel = kernel
        self.kernel_shape = tuple(kernel.shape)
        self.vector_u = self.add_weight(
            shape=(1, kernel.shape[-1]), initializer=initializers.TruncatedNormal(stddev=0.02), trainable=False, name="vector_u"
        )

    def call(self, inputs, training=False):
        if training:
            weights = ops.reshape(ops.convert_to_tensor(self.kernel), (-1, self.kernel_shape[-1]))
            u = ops.convert_to_tensor(self.vector_u)
            for _ in range(self.power_iterations):
                v = ops.normalize(ops.matmul(u, ops.transpose(weights)), axis=None)
                u = ops.normalize(ops.matmul(v, weights), axis=None)
            sigma = ops.matmul(ops.matmul(v, weights), ops.transpose(u))
            self.vector_u.assign(ops.stop_gradient(u))
            self.kernel.assign(ops.stop_gradient(ops.reshape(weights / sigma, self.kernel_shape)))
        return self.layer(inputs)

    def compute_output_shape(self, input_shape):
        return self.layer.compute_output_shape(input_shape)

    def get_config(self):
        return {**super().get_config(), "power_iterations": self.power_iterations}
