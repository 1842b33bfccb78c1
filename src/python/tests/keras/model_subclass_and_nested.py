import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

def attempt(f):
    try: print("fine", f())
    except Exception as e: print(type(e).__name__, e)

class MLP(keras.Model):
    def __init__(self, units=4, **kw):
        super().__init__(**kw); self.h = layers.Dense(units, activation="relu"); self.drop = layers.Dropout(0.5); self.o = layers.Dense(2); self.scale = self.add_weight(shape=(), initializer="ones", name="scale")
    def call(self, x, training=False): return self.o(self.drop(self.h(x), training=training)) * self.scale
m = MLP(); m.summary(); m.build((None, 3)); m.summary(); print(m.built, m.name, len(m.layers), [w.path for w in m.weights])
m = MLP(); m(np.ones((2, 3), "float32")); m.summary(); print(repr(m), m.layers, m.count_params())
m = MLP(5, name="named"); m(keras.Input((3,))); m.summary(); print(len(m.trainable_variables), m.trainable_variables[0].path)
m.compile("adam", "mse"); m.fit(np.ones((4, 3)), np.ones((4, 2)), verbose=0); m.summary()
class Res(layers.Layer):
    def __init__(self, u, **kw): super().__init__(**kw); self.a = layers.Dense(u, name="inner_a"); self.b = layers.Dense(u)
    def call(self, x): return x + self.b(self.a(x))
class Net(keras.Model):
    def __init__(self): super().__init__(name="net"); self.blocks = [Res(3, name=f"res{i}") for i in range(2)]; self.top = keras.Sequential([layers.Dense(4), layers.Dense(1)], name="top")
    def call(self, x):
        for b in self.blocks: x = b(x)
        return self.top(x)
n = Net(); n(np.ones((1, 3), "float32")); n.summary(); n.summary(expand_nested=True); print([w.path for w in n.weights]); print([l.name for l in n._flatten_layers()])
class NoCall(keras.Model): pass
attempt(lambda: NoCall()(np.ones((1, 2)))); attempt(lambda: NoCall().summary()); attempt(lambda: n.build()); attempt(lambda: NoCall().build((None, 3)))

keras.utils.clear_session()
import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

def attempt(f):
    try: print("fine", f())
    except Exception as e: print(type(e).__name__, e)

inner = keras.Sequential([keras.Input((4,)), layers.Dense(3, activation="relu", name="i1"), layers.Dense(2, name="i2")], name="inner")
i = keras.Input((4,), name="x"); m = keras.Model(i, layers.Dense(1, name="top")(inner(i)), name="outer")
m.summary(); m.summary(expand_nested=True); m.summary(show_trainable=True, expand_nested=True); m.summary(line_length=60); m.summary(positions=[0.4, 0.7, 1.0]); m.summary(layer_range=["x", "inner"])
print([w.path for w in m.weights]); print(m.get_layer("inner").get_layer("i1").name, inner.trainable)
inner.trainable = False; m.summary(); print(len(m.trainable_weights), inner.layers[0].trainable); inner.layers[0].trainable = True; print(len(m.trainable_weights), inner.trainable)
lines = []; m.summary(print_fn=lines.append); print(len(lines), type(lines[0]).__name__, lines[0].splitlines()[0])
out = []; m.summary(print_fn=lambda s, line_break=True: out.append(s)); print(len(out))
attempt(lambda: keras.Model(m.input, m.get_layer("inner").output).output_shape); attempt(lambda: keras.Model(inner.input, inner.get_layer("i1").output).output_shape); attempt(lambda: m.get_layer("i1"))
deep = keras.Sequential([keras.Input((4,)), keras.Sequential([keras.Sequential([layers.Dense(2, name="d")], name="c")], name="b"), layers.Dense(1, name="e")], name="a"); deep.summary(expand_nested=True)
attempt(lambda: m.summary(layer_range=["x"])); attempt(lambda: m.summary(layer_range=["nope", "zip"])); 
