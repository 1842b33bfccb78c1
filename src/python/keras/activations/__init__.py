"""keras.activations: functions of a layer's output."""

from keras.src.activations import *  # noqa: F403
