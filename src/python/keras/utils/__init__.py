"""keras.utils: helpers around models and data."""

from keras.src.backend import clear_session, is_keras_tensor, standardize_dtype  # noqa: F401
from keras.src.utils.image_utils import array_to_img, img_to_array  # noqa: F401
from keras.src.utils.numerical_utils import normalize, to_categorical  # noqa: F401
from keras.src.utils.rng_utils import set_random_seed  # noqa: F401
from keras.src.utils.sequence_utils import pad_sequences  # noqa: F401
