"""keras.config: settings of the session."""

from keras.src.backend import (  # noqa: F401
    backend, epsilon, floatx, image_data_format, set_epsilon, set_floatx, set_image_data_format,
)  # fmt: skip
from keras.src.dtype_policies import dtype_policy, set_dtype_policy  # noqa: F401
from keras.src.saving.serialization_lib import enable_unsafe_deserialization  # noqa: F401
from keras.src.utils.io_utils import disable_interactive_logging, enable_interactive_logging, is_interactive_logging_enabled  # noqa: F401
from keras.src.utils.traceback_utils import (  # noqa: F401
    disable_traceback_filtering, enable_traceback_filtering, is_traceback_filtering_enabled,
)  # fmt: skip
