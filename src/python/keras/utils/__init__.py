"""keras.utils: helpers around models and data."""

from keras.src.backend import clear_session, is_keras_tensor, standardize_dtype  # noqa: F401
from keras.src.saving.object_registration import (  # noqa: F401
    CustomObjectScope, custom_object_scope, get_custom_objects, get_registered_name, get_registered_object, register_keras_serializable,
)  # fmt: skip
from keras.src.saving.serialization_lib import deserialize_keras_object, serialize_keras_object  # noqa: F401
from keras.src.trainers.data_adapters.data_adapter_utils import pack_x_y_sample_weight, unpack_x_y_sample_weight  # noqa: F401
from keras.src.trainers.data_adapters.py_dataset_adapter import PyDataset  # noqa: F401
from keras.src.utils.dataset_utils import split_dataset, timeseries_dataset_from_array  # noqa: F401
from keras.src.utils.file_utils import get_file  # noqa: F401
from keras.src.utils.image_dataset_utils import image_dataset_from_directory  # noqa: F401
from keras.src.utils.io_utils import disable_interactive_logging, enable_interactive_logging, is_interactive_logging_enabled  # noqa: F401
from keras.src.utils.image_utils import array_to_img, img_to_array, load_img, save_img  # noqa: F401
from keras.src.utils.numerical_utils import normalize, to_categorical  # noqa: F401
from keras.src.utils.progbar import Progbar  # noqa: F401
from keras.src.utils.rng_utils import set_random_seed  # noqa: F401
from keras.src.utils.sequence_utils import pad_sequences  # noqa: F401
from keras.src.utils.text_dataset_utils import text_dataset_from_directory  # noqa: F401

Sequence = PyDataset
from keras.src.utils.model_visualization import model_to_dot, plot_model  # noqa: E402, F401
