import os
import numpy as np
import keras
from keras import layers

def attempt(f):
    try: print("fine", f())
    except Exception as e: print(type(e).__name__, e)

m = keras.Sequential([keras.Input((3,)), layers.Dense(2, activation="relu", name="a"), layers.Dense(1, name="b")], name="old")
m.set_weights([np.cos(np.arange(w.size)).reshape(w.shape) for w in m.get_weights()])
m.compile(optimizer=keras.optimizers.Adam(0.01), loss="mean_squared_error", metrics=["mae"])
x, y = np.arange(6.0).reshape(2, 3), np.ones((2, 1)); m.fit(x, y, epochs=2, verbose=0)
m.save("old.h5"); n = keras.models.load_model("old.h5")
print(n.name, [l.name for l in n.layers], n.predict(x, verbose=0).round(4).ravel(), m.predict(x, verbose=0).round(4).ravel())
attempt(lambda: (n.loss.__name__, type(n.optimizer).__name__, round(float(n.optimizer.learning_rate), 4), int(n.optimizer.iterations)))
attempt(lambda: [round(v, 4) for v in n.evaluate(x, y, verbose=0)])
u = keras.models.load_model("old.h5", compile=False); attempt(lambda: (u.compiled, u.loss)); attempt(lambda: u.evaluate(x, y, verbose=0))
attempt(lambda: m.save("old.h5", save_format="h5"))
attempt(lambda: m.save("old.tf"))
attempt(lambda: m.save("dir/"))
attempt(lambda: m.save("x.keras", include_optimizer=False))
attempt(lambda: keras.models.save_model(m, "y.keras"))
attempt(lambda: keras.models.load_model("y.keras").name)
attempt(lambda: keras.saving.load_model("y.keras", custom_objects={}, compile=False, safe_mode=True).compiled)
w = keras.Sequential([keras.Input((3,)), layers.Dense(2, name="a"), layers.Dense(1, name="b")]); attempt(lambda: w.load_weights("old.h5")); print(w.get_weights()[2].round(3).ravel())
for f in ("old.h5", "x.keras", "y.keras"):
    if os.path.exists(f): os.remove(f)

keras.utils.clear_session()
import os
import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

def attempt(f):
    try: print("fine", f())
    except Exception as e: print(type(e).__name__, e)

def fill(m): m.set_weights([np.sin(np.arange(w.size) + 1).reshape(w.shape) for w in m.get_weights()]); return m
def make(): return keras.Sequential([keras.Input((4, 4, 1)), layers.Conv2D(2, 3), layers.BatchNormalization(), layers.Flatten(), layers.Dense(3, activation="softmax")])
m = fill(make()); x = np.ones((1, 4, 4, 1)); p = m.predict(x, verbose=0).round(4)
m.save_weights("m.weights.h5"); print(os.path.exists("m.weights.h5"))
n = make(); n.load_weights("m.weights.h5"); print(p, n.predict(x, verbose=0).round(4))
try: m.save_weights("m.weights.h5", overwrite=True); print("over")
except Exception as e: print(type(e).__name__, e)
t = make(); print(t.load_weights("m.weights.h5"), len(t.get_weights()))
i = keras.Input((4, 4, 1)); f = keras.Model(i, layers.Dense(3)(layers.Flatten()(layers.Conv2D(2, 3)(i))))
attempt(lambda: f.load_weights("m.weights.h5"))
os.remove("m.weights.h5")

keras.utils.clear_session()
import os
import numpy as np
import keras
from keras import layers

def attempt(f):
    try: print("fine", f())
    except Exception as e: print(type(e).__name__, e)

@keras.saving.register_keras_serializable(package="p")
class Net(keras.Model):
    def __init__(self, units=4, **kw):
        super().__init__(**kw); self.units = units; self.d1 = layers.Dense(units, activation="relu"); self.d2 = layers.Dense(1)
    def call(self, x): return self.d2(self.d1(x))
    def get_config(self): return {**super().get_config(), "units": self.units}
m = Net(3, name="net"); x = np.arange(6.0, dtype="float32").reshape(2, 3); m(x)
m.set_weights([np.cos(np.arange(w.size)).reshape(w.shape) for w in m.get_weights()]); print(m.get_config())
m.save("n.keras"); n = keras.models.load_model("n.keras"); print(type(n).__name__, n.units, n.built, np.allclose(n(x), m(x)), [w.path for w in n.weights])
m.save_weights("n.weights.h5"); k = Net(3); k(x); k.load_weights("n.weights.h5"); print(np.allclose(k(x), m(x)))
attempt(lambda: m.to_json()[:60])
attempt(lambda: m.save("n.h5"))
class Plain(keras.Model):
    def __init__(self, units): super().__init__(); self.d = layers.Dense(units)
    def call(self, x): return self.d(x)
q = Plain(2); q(x); attempt(lambda: q.get_config()); attempt(lambda: q.save("q.keras")); attempt(lambda: keras.models.load_model("q.keras"))
attempt(lambda: type(keras.models.load_model("q.keras", custom_objects={"Plain": Plain})).__name__)
class Block(layers.Layer):
    def __init__(self, **kw): super().__init__(**kw); self.ds = [layers.Dense(2, name="u"), layers.Dense(2, name="v")]; self.by = {"a": layers.Dense(2)}
    def call(self, x):
        for d in self.ds: x = d(x)
        return self.by["a"](x)
i = keras.Input((3,)); b = keras.Model(i, Block(name="blk")(i)); b.save_weights("b.weights.h5")
print([w.path for w in b.weights], len(b.layers[1]._layers))
attempt(lambda: keras.models.load_model("n.keras").summary())
for f in ("n.keras", "n.weights.h5", "b.weights.h5", "q.keras"): os.path.exists(f) and os.remove(f)
