"""ELU as a layer."""

from keras.src import activations
from keras.src.layers.layer import Layer


class ELU(Layer):
    """x where positive, alpha * (exp(x) - 1) elsewhere (Clevert et al. 2016, arXiv:1511.07289)."""

    def __init__(self, alpha=1.0, **kwargs):
        super().__init__(**kwargs)
        self.alpha = alpha
        self.supports_masking = True
        self._build_at_init()

    def call(self, inputs):
        return activations.elu(inputs, alpha=self.alpha)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        base = super().get_config()
        return {"name": base["name"], "alpha": self.alpha, **base}
