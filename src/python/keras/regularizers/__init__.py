"""keras.regularizers: penalties that keep weights small."""

from keras.src.regularizers import *  # noqa: F403
from keras.src.regularizers import L1, L1L2, L2, OrthogonalRegularizer

l1, l2, l1_l2, orthogonal_regularizer = L1, L2, L1L2, OrthogonalRegularizer
