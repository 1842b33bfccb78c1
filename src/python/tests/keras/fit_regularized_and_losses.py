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

X = np.arange(12, dtype="float32").reshape(6, 2) / 12; y = X @ np.array([[1.0], [-2.0]], "float32") + 0.5
for kw in [dict(kernel_regularizer="l2"), dict(kernel_regularizer=keras.regularizers.L1(0.1), bias_regularizer="l1"), dict(activity_regularizer=keras.regularizers.L2(0.1)), dict(kernel_regularizer=keras.regularizers.L1L2(0.1, 0.1)), dict(kernel_constraint="non_neg"), dict(kernel_constraint=keras.constraints.MaxNorm(0.5), bias_constraint="unit_norm"), dict(use_bias=False), dict(kernel_regularizer=keras.regularizers.OrthogonalRegularizer(0.1))]:
    m = keras.Sequential([keras.Input((2,)), layers.Dense(2, name="a", **kw), layers.Dense(1, name="b")]); fixed(m); m.compile(keras.optimizers.SGD(0.1), "mse"); h = m.fit(X, y, epochs=2, batch_size=3, shuffle=False, verbose=0); print(list(kw), r(h), len(m.losses), m.get_weights()[0].ravel().round(4), round(m.evaluate(X, y, verbose=0), 4))
for loss in ["mse", "mae", "msle", "huber", "log_cosh", "cosine_similarity", "poisson", "hinge", "squared_hinge", keras.losses.Huber(0.1), keras.losses.MeanSquaredError(reduction="sum"), keras.losses.LogCosh(), keras.losses.Tversky()]:
    m = fixed(keras.Sequential([keras.Input((2,)), layers.Dense(1)])); m.compile(keras.optimizers.SGD(0.01), loss, metrics=["mse"]); h = m.fit(X, y, epochs=2, batch_size=4, shuffle=False, verbose=0); print(loss if isinstance(loss, str) else loss.name, r(h), m.loss if isinstance(m.loss, str) else type(m.loss).__name__)
c = np.array([0, 1, 2, 0, 1, 2])
for loss, yy in [("sparse_categorical_crossentropy", c), ("categorical_crossentropy", np.eye(3)[c]), ("kl_divergence", np.eye(3)[c]), ("categorical_hinge", np.eye(3)[c]), (keras.losses.CategoricalCrossentropy(label_smoothing=0.1), np.eye(3)[c]), (keras.losses.CategoricalFocalCrossentropy(), np.eye(3)[c]), (keras.losses.BinaryCrossentropy(), np.eye(3)[c]), ("crossentropy", c), ("dice", np.eye(3)[c])]:
    m = fixed(keras.Sequential([keras.Input((2,)), layers.Dense(3, activation="softmax")])); m.compile(keras.optimizers.Adam(0.1), loss, metrics=["accuracy"]); h = m.fit(X, yy, epochs=2, batch_size=3, shuffle=False, verbose=0); print(loss if isinstance(loss, str) else loss.name, r(h))
class Loss2(keras.losses.Loss):
    def __init__(self, k, **kw): super().__init__(**kw); self.k = k
    def call(self, a, b): return self.k * keras.ops.mean(keras.ops.abs(a - b), axis=-1)
def mine(a, b): return keras.ops.mean(keras.ops.square(a - b), axis=-1) * 2
class Met(keras.metrics.Metric):
    def __init__(self, name="count", **kw): super().__init__(name=name, **kw); self.n = self.add_weight(name="n", initializer="zeros")
    def update_state(self, a, b, sample_weight=None): self.n.assign_add(keras.ops.sum(keras.ops.cast(keras.ops.abs(a - b) < 0.5, "float32")))
    def result(self): return self.n
m = fixed(keras.Sequential([keras.Input((2,)), layers.Dense(1)])); m.compile(keras.optimizers.SGD(0.1), Loss2(3.0, name="l2x"), metrics=[Met(), mine, "mae"]); print(r(m.fit(X, y, epochs=2, batch_size=3, shuffle=False, verbose=0)), [round(v, 4) for v in m.evaluate(X, y, verbose=0)], m.loss.name)
attempt(lambda: (m.compile("sgd", "mse", metrics=["crossentropy"]), m.evaluate(X, y, verbose=0)))
m.compile(keras.optimizers.SGD(0.1), lambda a, b: tf.reduce_mean((a - b) ** 2), metrics=[lambda a, b: tf.reduce_mean(b)]); print(r(m.fit(X, y, epochs=1, verbose=0)))
