"""keras.random: the numbers that seeds, SeedGenerators and set_random_seed give."""
import random

import numpy as np
import keras
from keras import ops

np.set_printoptions(precision=7, suppress=True, linewidth=110)
show = lambda *values: print(*[np.array(ops.convert_to_numpy(each)) for each in values])

show(keras.random.uniform((2, 3), seed=42), keras.random.uniform((3,), -2, 5, seed=1))
show(keras.random.normal((2, 3), seed=42), keras.random.normal((3,), 10.0, 0.1, seed=1), keras.random.normal((5,), seed=-3))
show(keras.random.truncated_normal((3, 3), seed=42), keras.random.truncated_normal((5,), 1.0, 2.0, seed=7))
show(keras.random.randint((8,), 0, 10, seed=42), keras.random.randint((4,), -5, 5, dtype="int64", seed=1), keras.random.randint((4,), 0, 200, dtype="uint8", seed=1))
show(keras.random.categorical(np.log([[0.1, 0.2, 0.7], [0.5, 0.4, 0.1]]).astype("float32"), 6, seed=42))
show(keras.random.shuffle(np.arange(10), seed=42), keras.random.shuffle(np.arange(6).reshape(2, 3), axis=1, seed=3))
show(keras.random.dropout(np.ones((2, 6), "float32"), 0.4, seed=42), keras.random.dropout(np.ones((3, 4), "float32"), 0.5, noise_shape=(3, 1), seed=1))
show(keras.random.gamma((4,), 2.0, seed=42), keras.random.gamma((2, 3), np.float32([0.5, 1.0, 3.0]), seed=1))
show(keras.random.beta((4,), 2.0, 3.0, seed=42))
show(keras.random.binomial((6,), 100.0, 0.4, seed=42))
show(keras.random.uniform((3,), dtype="float64", seed=5), keras.random.normal((4,), dtype="float64", seed=5))
show(keras.random.uniform((4,), dtype="float16", seed=5), keras.random.normal((4,), dtype="float16", seed=5))
show(keras.random.uniform((3,), np.float32([0, 10, 20]), np.float32([1, 20, 40]), seed=5))

generator = keras.random.SeedGenerator(1337)
show(generator.state)
show(keras.random.uniform((2,), seed=generator), keras.random.normal((2,), seed=generator))
show(generator.state, generator.next(), generator.state)
big = keras.random.SeedGenerator(2**40 + 5)
show(big.next(), keras.random.uniform((2,), seed=big))

keras.utils.set_random_seed(42)
print(random.random(), np.random.rand())
show(keras.random.uniform((3,)), keras.random.uniform((3,)), keras.random.normal((3,)))
keras.utils.set_random_seed(42)
show(keras.random.normal((2,)), keras.random.SeedGenerator().state)
a, b = keras.random.SeedGenerator(), keras.random.SeedGenerator()
show(a.state, b.state)
print(random.random())
