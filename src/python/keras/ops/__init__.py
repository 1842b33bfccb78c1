"""keras.ops: NumPy's functions and those of neural networks, for tensors and for KerasTensors."""

from keras.src.ops import *  # noqa: F403
from keras.src.ops import image, linalg, nn, numpy  # noqa: F401
