"""keras.optimizers.schedules: learning rates that change with the step."""

from keras.src.optimizers.schedules import *  # noqa: F403
