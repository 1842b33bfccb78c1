import os
import numpy as np
import keras
from keras import layers

def attempt(f):
    try: print("fine", f())
    except Exception as e: print(type(e).__name__, e)

class Scale(layers.Layer):
    def __init__(self, factor=2.0, **kw): super().__init__(**kw); self.factor = factor
    def call(self, x): return x * self.factor
    def get_config(self): return {**super().get_config(), "factor": self.factor}
@keras.saving.register_keras_serializable(package="mine")
class Shift(layers.Layer):
    def __init__(self, by=1.0, **kw): super().__init__(**kw); self.by = by
    def call(self, x): return x + self.by
    def get_config(self): return {**super().get_config(), "by": self.by}
@keras.saving.register_keras_serializable()
def twice(x): return x * 2
class NoConfig(layers.Layer):
    def __init__(self, factor, **kw): super().__init__(**kw); self.factor = factor
    def call(self, x): return x
x = np.ones((1, 2))
m = keras.Sequential([keras.Input((2,)), Scale(3.0, name="sc")], name="m"); m.save("s.keras")
attempt(lambda: keras.models.load_model("s.keras", custom_objects={"Scale": Scale}).predict(x, verbose=0))
with keras.saving.custom_object_scope({"Scale": Scale}): attempt(lambda: keras.models.load_model("s.keras").layers[0].factor)
with keras.utils.CustomObjectScope({"Scale": Scale}): attempt(lambda: keras.layers.deserialize(keras.layers.serialize(Scale(5.0))).factor)
m = keras.Sequential([keras.Input((2,)), Shift(4.0), layers.Dense(1, activation=twice, kernel_initializer="ones")]); m.save("r.keras")
attempt(lambda: keras.models.load_model("r.keras").predict(x, verbose=0))
print(keras.saving.get_registered_name(Shift), keras.saving.get_registered_object("mine>Shift").__name__, keras.saving.get_registered_name(Scale), keras.saving.get_registered_name(twice))
print(keras.layers.serialize(Shift(name="q")))
attempt(lambda: keras.Sequential([keras.Input((2,)), NoConfig(2)]).save("n.keras"))
attempt(lambda: NoConfig(2, name="nc").get_config())
attempt(lambda: Scale(2.5, name="z").get_config())
attempt(lambda: Scale.from_config({"factor": 7, "name": "w"}).factor)
attempt(lambda: Scale.from_config({"fac": 7}))
m = keras.Sequential([keras.Input((2,)), layers.Lambda(lambda t: t + 1)]); m.save("l.keras")
attempt(lambda: keras.models.load_model("l.keras"))
attempt(lambda: keras.models.load_model("l.keras", safe_mode=False).predict(x, verbose=0))
def my_loss(a, b): return keras.ops.mean(keras.ops.abs(a - b))
m = keras.Sequential([keras.Input((2,)), layers.Dense(1, kernel_initializer="ones")]); m.compile("sgd", loss=my_loss, metrics=["mae"]); m.save("c.keras")
attempt(lambda: keras.models.load_model("c.keras"))
attempt(lambda: keras.models.load_model("c.keras", custom_objects={"my_loss": my_loss}).evaluate(x, np.ones((1, 1)), verbose=0))
attempt(lambda: keras.models.load_model("c.keras", compile=False).predict(x, verbose=0))
for f in "srnlc": os.path.exists(f + ".keras") and os.remove(f + ".keras")

keras.utils.clear_session()
import os, re
import numpy as np
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers

def attempt(f):
    try: print("fine", re.sub("0x[0-9a-f]+", "0x", str(f())))
    except Exception as e: print(type(e).__name__, re.sub("0x[0-9a-f]+", "0x", str(e)))
def fixed(m, scale=0.3): m.set_weights([scale * np.cos(np.arange(w.size) * 0.7 + i).reshape(w.shape) for i, w in enumerate(m.get_weights())]); return m
def r(h, n=4): return {k: [round(float(v), n) for v in vs] for k, vs in (h.history if hasattr(h, "history") else h).items()}

@keras.utils.register_keras_serializable(package="my")
class Scale(layers.Layer):
    def __init__(self, units, act="relu", init="ones", **kw): super().__init__(**kw); self.units = units; self.act = keras.activations.get(act); self.init = keras.initializers.get(init)
    def build(self, s): self.w = self.add_weight(shape=(s[-1], self.units), initializer=self.init, name="w"); self.c = self.add_weight(shape=(), initializer="zeros", trainable=False, name="c")
    def call(self, x): self.c.assign_add(1.0); return self.act(x @ self.w)
    def get_config(self): c = super().get_config(); c.update({"units": self.units, "act": keras.activations.serialize(self.act), "init": keras.initializers.serialize(self.init)}); return c
i = keras.Input((2,)); m = keras.Model(i, layers.Dense(1, kernel_initializer="ones")(Scale(3, name="sc")(i))); x = np.ones((1, 2)); m(x); m(x); print(m.get_layer("sc").get_config(), m.get_layer("sc").c.numpy()); m.save("a.keras"); n = keras.models.load_model("a.keras"); print(n.get_layer("sc").c.numpy(), n(x).numpy(), type(n.get_layer("sc")).__name__, n.get_layer("sc").act.__name__); print(keras.layers.serialize(n.get_layer("sc"))["registered_name"], [w.path for w in n.weights])
attempt(lambda: Scale.from_config(Scale(2, act="tanh").get_config()).act.__name__); c = keras.models.clone_model(m); print(c.get_layer("sc").c.numpy(), c.get_layer("sc").units)
@keras.utils.register_keras_serializable()
def plus(x): return x + 1
m = keras.Sequential([keras.Input((2,)), layers.Activation(plus), layers.Dense(1, activation="gelu", kernel_initializer=keras.initializers.Constant(0.5), kernel_regularizer=keras.regularizers.L2(0.1), bias_constraint="non_neg")]); m.save("b.keras"); n = keras.models.load_model("b.keras"); print(n(x).numpy().round(4), [l.get_config() for l in n.layers])
@keras.utils.register_keras_serializable(package="L", name="wl")
class WL(keras.losses.Loss):
    def __init__(self, k=1.0, **kw): super().__init__(**kw); self.k = k
    def call(self, a, b): return self.k * keras.ops.mean((a - b) ** 2, -1)
    def get_config(self): return {**super().get_config(), "k": self.k}
@keras.utils.register_keras_serializable()
def met(a, b): return keras.ops.mean(keras.ops.abs(a - b))
m = keras.Sequential([keras.Input((2,)), layers.Dense(1, kernel_initializer="ones")]); m.compile(keras.optimizers.Adam(0.1), WL(3.0), metrics=[met]); m.fit(x, np.zeros((1, 1)), verbose=0); m.save("c.keras"); n = keras.models.load_model("c.keras"); print(n.loss.k, n.loss.get_config(), n.evaluate(x, np.zeros((1, 1)), verbose=0, return_dict=True), type(n.optimizer).__name__)
class Norm(layers.Layer):
    def __init__(self, **kw): super().__init__(**kw); self.mean = None
    def save_own_variables(self, store): store["m"] = np.array([1.0, 2.0])
    def load_own_variables(self, store): self.mean = np.array(store["m"])
    def call(self, x): return x
m = keras.Sequential([keras.Input((2,)), Norm()]); m.save("d.keras"); n = keras.models.load_model("d.keras", custom_objects={"Norm": Norm}); print(n.layers[0].mean)
nz = layers.Normalization(); nz.adapt(np.array([[1.0, 2.0], [3.0, 6.0]])); m = keras.Sequential([keras.Input((2,)), nz, layers.Dense(1, kernel_initializer="ones")]); m.save("e.keras"); n = keras.models.load_model("e.keras"); print(n.predict(np.array([[1.0, 2.0]]), verbose=0), [tuple(w.shape) for w in n.layers[0].weights], n.layers[0].mean.numpy()); m = keras.Sequential([keras.Input((4,)), layers.Reshape((2, 2)), layers.Permute((2, 1)), layers.LSTM(2, return_sequences=True, name="r"), layers.Bidirectional(layers.GRU(2), name="bi"), layers.Dense(2)]); fixed(m); z = np.ones((1, 4)); m.save("f.keras"); n = keras.models.load_model("f.keras"); print(np.allclose(m.predict(z, verbose=0), n.predict(z, verbose=0)), [l.name for l in n.layers], n.get_layer("bi").forward_layer.name); m.save_weights("f.weights.h5"); fixed(n, 0.1); n.load_weights("f.weights.h5"); print(np.allclose(m.predict(z, verbose=0), n.predict(z, verbose=0)))
for f in "abcdef": os.path.exists(f + ".keras") and os.remove(f + ".keras")
