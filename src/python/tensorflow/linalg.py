"""tf.linalg."""

from tensorflow._api.array import eye  # noqa: F401
from tensorflow._api.linalg import *  # noqa: F403
from tensorflow._api.math import l2_normalize  # noqa: F401

from tensorflow._api.clip import global_norm  # noqa: E402, F401
