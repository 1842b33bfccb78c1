"""keras.optimizers: how variables follow their gradients."""

from keras.optimizers import legacy, schedules  # noqa: F401
from keras.src.optimizers import *  # noqa: F403
from keras.src.optimizers import deserialize, get, serialize  # noqa: F401
