"""keras.utils.set_random_seed: one call makes a program repeatable."""

import random

import numpy as np
import torch

from keras.src.backend import global_state
from keras.src.random import tf_seeds
from keras.src.random.seed_generator import GLOBAL_SEED_GENERATOR


def set_random_seed(seed):
    """Seeds Python's, NumPy's, TensorFlow's and Keras' random numbers."""
    if not isinstance(seed, int):
        raise ValueError(f"Expected `seed` argument to be an integer. Received: seed={seed} (of type {type(seed)})")
    global_state.set_global_attribute("global_random_seed", seed)
    global_state.set_global_attribute(GLOBAL_SEED_GENERATOR, None)
    random.seed(seed)
    np.random.seed(seed)
    tf_seeds.set_seed(seed)
    torch.manual_seed(seed)


def get_random_seed():
    """The seed of set_random_seed, or None."""
    return global_state.get_global_attribute("global_random_seed")
