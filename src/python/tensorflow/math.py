"""tf.math."""

from tensorflow._api.math import *  # noqa: F403
from tensorflow._api.reduce import *  # noqa: F403
