import numpy as np
import tensorflow as tf
import keras
from keras import layers, ops


def attempt(f):
    try:
        print(f())
    except Exception as error:
        lines = [line for line in str(error).splitlines() if line.strip() and "File" not in line]
        print(type(error).__name__ + ":", *lines, sep="\n")

x, y = np.ones((4, 3), "float32"), np.ones((4, 1), "float32")
outside = tf.constant(2.0)
def mk(loss="mse", metrics=None, extra=None, **k):
    m = keras.Sequential([keras.Input((3,)), *([extra] if extra else []), layers.Dense(1)], name="m"); m.compile("sgd", loss, metrics=metrics, **k); return m
class L(layers.Layer):
    def __init__(self, f): super().__init__(name="el"); self.f = f
    def call(self, x): return self.f(x)
class Sub(keras.Model):
    def __init__(self, f): super().__init__(name="sub"); self.d = layers.Dense(1); self.f = f
    def call(self, x): return self.d(self.f(x))
for name, f in {
    "numpy": lambda a, b=None: tf.reduce_mean(a.numpy() - (0.0 if b is None else b)), "array": lambda a, b=None: np.mean(a),
    "float": lambda a, b=None: float(tf.reduce_mean(a)), "int": lambda a, b=None: int(tf.reduce_mean(a)),
    "bool": lambda a, b=None: a if tf.reduce_mean(a) > 0 else -a, "len": lambda a, b=None: a * len(a), "list": lambda a, b=None: [q for q in a],
    "outside": lambda a, b=None: (a - (0.0 if b is None else b)) * outside.numpy(), "item": lambda a, b=None: a.item(),
}.items():
    print("---", name)
    if name in ("numpy", "outside"): attempt(lambda: sorted(mk(f).fit(x, y, verbose=0).history))
    attempt(lambda: sorted(mk("mse", [f]).fit(x, y, verbose=0).history))
    if name in ("numpy", "bool", "float"):
        attempt(lambda: type(L(f)(x)).__name__ != "")
        attempt(lambda: keras.Sequential([keras.Input((3,), name="in"), L(f)]).output_shape)
        attempt(lambda: Sub(f).predict(x, verbose=0).shape)
attempt(lambda: len(mk("mse", [lambda a, b: float(tf.reduce_mean(a))], run_eagerly=True).fit(x, y, verbose=0).history))
@tf.function
def f(v): return v.numpy()
attempt(lambda: f(tf.constant(1)))
@tf.function
def f(v): return np.sum(v) if False else float(v) * 2
attempt(lambda: f(tf.constant(1.0)))
@tf.function
def f(v, w): return v + w
attempt(lambda: f(tf.ones(3), tf.ones(3)))
attempt(lambda: f(tf.ones(3), tf.constant([1, 2, 3])))
attempt(lambda: f(1, "a"))
@tf.function
def f(v): return {}["a"]
attempt(lambda: f(1))
@tf.function
def f(v):
    while v < 10:
        v = v * 2
    return v if v > 3 else -v
attempt(lambda: f(tf.constant(1.0)))
d = tf.data.Dataset.range(3)
def doubled(v):
    return v.numpy() * 2
attempt(lambda: list(d.map(doubled)))
attempt(lambda: list(d.map(lambda v: tf.py_function(lambda z: z.numpy() * 2, [v], tf.int64)).as_numpy_iterator())[2] == 4)
attempt(lambda: list(d.map(lambda v: tf.numpy_function(lambda z: z * 3, [v], tf.int64)).as_numpy_iterator())[2] == 6)
f1 = keras.Sequential([keras.Input((2,)), layers.Dense(1, activation="sigmoid", kernel_initializer="ones")])
f1.compile("sgd", "mse", metrics=["f1_score"])
print(f1.evaluate(np.eye(2), np.ones((2, 1)), verbose=0, return_dict=True)["f1_score"])
