"""What the initializers draw, with seeds of their own and with those that set_random_seed gives them."""
import random

import numpy as np
import keras
from keras import initializers, ops

np.set_printoptions(precision=7, suppress=True, linewidth=110)
show = lambda value: print(np.array(ops.convert_to_numpy(value)))

NAMES = ["GlorotUniform", "GlorotNormal", "HeUniform", "HeNormal", "LecunUniform", "LecunNormal", "RandomNormal", "RandomUniform", "TruncatedNormal", "Orthogonal", "VarianceScaling"]
for name in NAMES:
    made = getattr(initializers, name)(seed=42)
    print(name)
    show(made((3, 4)))
    show(made((2, 2, 1, 2)))
print("gain", "columns and rows")
show(initializers.Orthogonal(gain=2.0, seed=1)((2, 5)))
show(initializers.Orthogonal(seed=1)((5, 2)))
show(initializers.VarianceScaling(2.0, "fan_out", "untruncated_normal", seed=3)((2, 3)))
shared = initializers.GlorotUniform(seed=keras.random.SeedGenerator(3))
show(shared((2, 2)))
show(shared((2, 2)))
keras.utils.set_random_seed(0)
for name in NAMES:
    made = initializers.get(name)
    print(name, made.seed)
    show(made((2, 2)))
print(initializers.get("zeros")((2,)), initializers.get("ones")((2,)), random.random())
