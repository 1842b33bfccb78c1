import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

def attempt(f):
    try: print("fine", f())
    except Exception as e: print(type(e).__name__, e)

class Bad(layers.Layer):
    def call(self, x): raise ValueError("my own message")
class BadKind(layers.Layer):
    def call(self, x): return undefined_name
class Need(layers.Layer):
    def call(self, x, y): return x + y
class NoSuper(layers.Layer):
    def __init__(self): self.units = 3
class BadBuild(layers.Layer):
    def build(self, input_shape): self.w = self.add_weight(shape=(input_shape[-1], 2), name="w")
    def call(self, x): return keras.ops.matmul(x, self.w) + keras.ops.ones((3,))
x = np.ones((2, 3), "float32")
attempt(lambda: Bad(name="bad")(x))
attempt(lambda: BadKind(name="bk")(x))
attempt(lambda: Need(name="need")(x))
attempt(lambda: NoSuper())
attempt(lambda: NoSuper()(x))
attempt(lambda: layers.Layer(name="plain")(x).shape)
attempt(lambda: Bad(name="badsym")(keras.Input((3,))))
i = keras.Input((3,)); m = keras.Model(i, Need(name="n2")(i, i))
attempt(lambda: m(np.ones((2, 4), "float32")))
attempt(lambda: m.predict(np.ones((2, 4)), verbose=0))
attempt(lambda: m([x, x]))
attempt(lambda: m())
attempt(lambda: layers.Dense(2, name="d")())
attempt(lambda: layers.Dense(2, name="d")("text"))
attempt(lambda: layers.Dense(2, name="d")(None))
attempt(lambda: layers.Dense(2, name="d")(x, foo=3))
attempt(lambda: layers.Dense(2, name="d")([x, x]))
s = keras.Sequential([keras.Input((3,)), layers.Dense(2, name="d1")], name="s")
attempt(lambda: s(np.ones((2, 4), "float32")))
attempt(lambda: s(np.ones((3,), "float32")))
attempt(lambda: s.layers[0](np.ones((2, 4), "float32")))
attempt(lambda: s.predict(np.ones((2, 5)), verbose=0))
attempt(lambda: s.predict(np.ones((3,)), verbose=0))
attempt(lambda: s.predict([[1.0, 2.0, 3.0]], verbose=0))
attempt(lambda: s.predict(None, verbose=0))
attempt(lambda: s.predict(np.array([["a", "b", "c"]]), verbose=0))

keras.utils.clear_session()
import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

def attempt(f):
    try: print("fine", f())
    except Exception as e: print(type(e).__name__, e)

import math
import tensorflow as tf
x = keras.Input((3,), name="x")
print(x, repr(x), type(x).__name__, x.shape, x.dtype, x.name, x.ndim)
attempt(lambda: np.sum(x))
attempt(lambda: np.array(x))
attempt(lambda: bool(x))
attempt(lambda: bool(x == x))
attempt(lambda: float(x))
attempt(lambda: int(x))
attempt(lambda: len(x))
attempt(lambda: [v for v in x])
attempt(lambda: x.numpy())
attempt(lambda: math.exp(x))
attempt(lambda: tf.reduce_sum(x))
attempt(lambda: tf.nn.relu(x))
attempt(lambda: tf.convert_to_tensor(x))
attempt(lambda: "yes" if x > 0 else "no")
attempt(lambda: x[0].shape)
attempt(lambda: x[:, 0].shape)
attempt(lambda: x[:, 5].shape)
attempt(lambda: {x: 1} is not None)
attempt(lambda: x.foo)
attempt(lambda: setattr(x, "shape", (1,)))
attempt(lambda: np.exp(x))
attempt(lambda: x + np.ones(3))
attempt(lambda: x + "a")
attempt(lambda: x @ np.ones((3, 2)))
attempt(lambda: (2 * x - 1) ** 2)
attempt(lambda: keras.ops.sum(x).shape)
attempt(lambda: keras.Model(x, 3 * x).name)
attempt(lambda: keras.Model(x, None))
attempt(lambda: keras.Model(inputs=x))
attempt(lambda: keras.Model(x))
attempt(lambda: keras.Model(inputs=[x], outputs=[np.ones(3)]))
attempt(lambda: keras.Model(inputs=(3 * x), outputs=keras.ops.exp(3 * x)))
