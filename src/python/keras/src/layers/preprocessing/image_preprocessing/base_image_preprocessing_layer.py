"""BaseImagePreprocessingLayer: random changes of images while training."""


from keras.src import backend, random
from keras.src.backend import placing, unwrap, wrap
from keras.src.layers.layer import Layer
from keras.src.layers.preprocessing.image_preprocessing.images import as_batch
from keras.src.random import SeedGenerator


class BaseImagePreprocessingLayer(Layer):
    """Subclasses define `transform(images)` on float torch tensors (batch, rows, cols, channels).

    Images are changed while training only; one image without a batch axis is taken too.
    """

    def __init__(self, seed=None, data_format=None, **kwargs):
        super().__init__(**kwargs)
        self.seed = seed
        self.generator = SeedGenerator(seed)
        self.data_format = backend.standardize_data_format(data_format)

    def call(self, inputs, training=True):
        x, added = as_batch(inputs, backend.torch_dtype(self.compute_dtype))
        if training:
            first = self.data_format == "channels_first"
            x = x.permute(0, 2, 3, 1) if first else x
            x = self.transform(x)
            x = x.permute(0, 3, 1, 2) if first else x
        return wrap(x.squeeze(0) if added else x)

    def draw(self, shape, low=0.0, high=1.0):
        """Uniform random numbers as a torch tensor."""
        return unwrap(random.uniform(shape, low, high, seed=self.generator))

    def draw_each(self, x, pair):
        """One random number within the pair for each image, shaped to be multiplied with images."""
        return self.draw((x.shape[0], 1, 1, 1), *pair) if pair[0] != pair[1] else placing.full((x.shape[0], 1, 1, 1), pair[0])

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        base = super().get_config()
        own = self._own_config()
        factors = {name: _as_range(own[name], least) for name, least in self._ranges.items() if name in own}
        return {**base, "data_format": self.data_format, **self._seed_entry(own), **factors}

    # The arguments that a config shows as ranges, with what a single number's range begins at (None: at minus the number).
    _ranges = {}
    _seed_before = None

    def _own_config(self):
        return {}

    def _seed_entry(self, own):
        """The own entries with the seed before the entry named _seed_before, or at the end."""
        made = {}
        for name, value in own.items():
            if name == self._seed_before:
                made["seed"] = self.seed
            made[name] = value
        made.setdefault("seed", self.seed)
        return made


def _as_range(value, least):
    if isinstance(value, (tuple, list)):
        return value
    return (-value if least is None else least, value)
