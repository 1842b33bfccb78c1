"""keras.constraints: what weights satisfy after each update."""

from keras.src.constraints import *  # noqa: F403
from keras.src.constraints import MaxNorm, MinMaxNorm, NonNeg, UnitNorm

max_norm, min_max_norm, non_neg, unit_norm = MaxNorm, MinMaxNorm, NonNeg, UnitNorm
