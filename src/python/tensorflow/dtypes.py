"""tf.dtypes."""

from keras.src.backend import DType, as_dtype  # noqa: F401
from keras.src.backend.dtypes import BY_NAME as _BY_NAME
from tensorflow._api.array import cast  # noqa: F401

globals().update(_BY_NAME)
