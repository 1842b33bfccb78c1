"""keras.backend: settings and helpers that older code looks for here."""

from keras.src.backend import (  # noqa: F401
    backend, clear_session, epsilon, floatx, image_data_format, is_float_dtype, is_int_dtype, is_keras_tensor, result_type, set_epsilon,
    set_floatx, set_image_data_format, standardize_dtype,
)  # fmt: skip
from keras.src.backend.name_scope import name_scope  # noqa: F401
from keras.src.legacy.backend import *  # noqa: F403
from keras.src.utils.naming import get_uid, reset_uids  # noqa: F401
