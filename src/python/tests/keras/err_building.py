import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

def attempt(f):
    try: print("fine", f())
    except Exception as e: print(type(e).__name__, e)

m = keras.Sequential([layers.Dense(3, name="a"), layers.Dense(1, name="b")], name="seq")
print(m.built, m.layers[0].built, m.weights)
attempt(lambda: m.summary())
attempt(lambda: m.count_params())
attempt(lambda: m.layers[0].count_params())
attempt(lambda: m.input_shape)
attempt(lambda: m.output_shape)
attempt(lambda: m.layers[0].kernel)
attempt(lambda: m.layers[0].output)
attempt(lambda: m.inputs)
attempt(lambda: m.outputs)
attempt(lambda: m.set_weights([np.zeros((2, 3))]))
attempt(lambda: m.get_weights())
attempt(lambda: m.save_weights("x.weights.h5"))
class Sub(keras.Model):
    def __init__(self): super().__init__(name="sub"); self.d = layers.Dense(2)
    def call(self, x): return self.d(x)
s = Sub()
attempt(lambda: s.summary())
attempt(lambda: s.count_params())
attempt(lambda: s.get_weights())
attempt(lambda: s.input_shape)
attempt(lambda: s.output_shape)
attempt(lambda: s.optimizer)
attempt(lambda: s.loss)
m.build((None, 4)); print(m.built, m.count_params(), m.input_shape)

keras.utils.clear_session()
import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

def attempt(f):
    try: print("fine", f())
    except Exception as e: print(type(e).__name__, e)

attempt(lambda: keras.Sequential([keras.Input((2,)), layers.Dense(1, name="x"), layers.Dense(1, name="x")]))
d = layers.Dense(2, name="d")
attempt(lambda: keras.Sequential([keras.Input((2,)), d, d]))
i = keras.Input((2,), name="i")
attempt(lambda: keras.Model(i, layers.Dense(1, name="y")(layers.Dense(2, name="y")(i))))
attempt(lambda: keras.Model([i, keras.Input((2,), name="i")], layers.Dense(1)(i)))
attempt(lambda: keras.Model([i, i], layers.Dense(1)(i)))
m = keras.Sequential(name="s"); m.add(keras.Input((2,)))
attempt(lambda: m.add(keras.Input((2,))))
attempt(lambda: m.add("dense"))
attempt(lambda: m.add(keras.Sequential))
attempt(lambda: (m.add(layers.Dense(1, name="o")), m.add(layers.Dense(1, name="o"))))
attempt(lambda: (m.pop(), m.pop(), m.pop()))
e = keras.Sequential(); attempt(lambda: e.pop())
attempt(lambda: m.get_layer("nope"))
attempt(lambda: m.get_layer(index=7))
attempt(lambda: m.get_layer())
attempt(lambda: m.get_layer("a", 1))
attempt(lambda: m.get_layer(index=0).name)
attempt(lambda: layers.Dense(1, name="a/b"))
attempt(lambda: layers.Dense(1, name=5))
attempt(lambda: keras.Model(name=5))
attempt(lambda: keras.Sequential([layers.InputLayer((2,)), layers.InputLayer((2,))]))
attempt(lambda: keras.Sequential([layers.Dense(2), keras.Input((3,))]))
attempt(lambda: keras.Sequential(layers.Dense(2)).layers[0].units)
attempt(lambda: setattr(m, "layers", []))
