import numpy as np
import tensorflow as tf
from tensorflow import keras

class Custom(keras.Model):
    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            y_pred = self(x, training=True)
            loss = self.compute_loss(y=y, y_pred=y_pred)
        grads = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply(grads, self.trainable_variables)
        for metric in self.metrics:
            if metric.name == "loss": metric.update_state(loss)
            else: metric.update_state(y, y_pred)
        return {m.name: m.result() for m in self.metrics}
class Own(keras.Model):
    def __init__(self, *a, **k):
        super().__init__(*a, **k)
        self.loss_tracker = keras.metrics.Mean(name="my_loss"); self.mae = keras.metrics.MeanAbsoluteError(name="my_mae")
    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            p = self(x, training=True); loss = keras.ops.square(y - p); loss = tf.reduce_mean(loss)
        self.optimizer.apply_gradients(zip(tape.gradient(loss, self.trainable_weights), self.trainable_weights))
        self.loss_tracker.update_state(loss); self.mae.update_state(y, p)
        return {"l": self.loss_tracker.result(), "a": self.mae.result(), "const": 3.0}
    def test_step(self, data):
        x, y = data
        p = self(x, training=False)
        self.mae.update_state(y, p)
        return {"a": self.mae.result()}
    @property
    def metrics(self): return [self.loss_tracker, self.mae]
X = np.arange(6, dtype="float32").reshape(-1, 1) / 6; y = 3 * X
def build(cls):
    i = keras.Input((1,)); o = keras.layers.Dense(1, kernel_initializer="zeros")(i); return cls(i, o)
m = build(Custom); m.compile(optimizer=keras.optimizers.SGD(0.2), loss="mse", metrics=["mae"])
h = m.fit(X, y, epochs=3, batch_size=2, shuffle=False, verbose=0); print({k: [round(float(v), 4) for v in vs] for k, vs in h.history.items()})
print([round(v, 4) for v in m.evaluate(X, y, verbose=0)], m.metrics_names, [k.name for k in m.metrics])
m = build(Own); m.compile(optimizer=keras.optimizers.SGD(0.2))
h = m.fit(X, y, epochs=2, batch_size=2, shuffle=False, verbose=0, validation_data=(X, y)); print({k: [round(float(v), 4) for v in vs] for k, vs in h.history.items()})
print(m.evaluate(X, y, verbose=0), m.evaluate(X, y, verbose=0, return_dict=True))
class P(keras.Model):
    def predict_step(self, data): return self(data) * 100
    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True): return keras.ops.mean((y - y_pred) ** 2) + 10.0
m = build(P); m.compile(optimizer="sgd", loss="mse"); print(m.predict(X[:2], verbose=0), m.evaluate(X, y, verbose=0))

keras.utils.clear_session()
import numpy as np
import tensorflow as tf
from tensorflow import keras

class Noisy(keras.layers.Layer):
    def __init__(self, **kw): super().__init__(**kw); self.calls = 0
    def call(self, x, training=None):
        self.calls += 1
        return x * 2.0 if training else x
X = np.arange(6, dtype="float32").reshape(-1, 1) / 6; y = 2 * X
def make(**kw):
    l = Noisy(); m = keras.Sequential([keras.Input((1,)), l, keras.layers.Dense(1, kernel_initializer="ones")])
    m.compile(optimizer=keras.optimizers.SGD(0.1), loss="mse", **kw); return m, l
m, l = make(run_eagerly=True); n = l.calls
h = m.fit(X, y, epochs=2, batch_size=2, verbose=0, shuffle=False); print(l.calls - n, m.run_eagerly, [round(v, 4) for v in h.history["loss"]])
m2, _ = make(); h2 = m2.fit(X, y, epochs=2, batch_size=2, verbose=0, shuffle=False); print(m2.run_eagerly, m2.jit_compile, np.allclose(h.history["loss"], h2.history["loss"]))
print(round(m.evaluate(X, y, verbose=0), 4), m.predict(X[:2], verbose=0).round(4).tolist())
m3, _ = make(steps_per_execution=2); h3 = m3.fit(X, y, epochs=2, batch_size=2, verbose=0, shuffle=False); print(np.allclose(h.history["loss"], h3.history["loss"]), m3.steps_per_execution)
seen = []
class C(keras.callbacks.Callback):
    def on_train_batch_end(self, batch, logs=None): seen.append((batch, round(float(logs["loss"]), 4)))
m3.fit(X, y, epochs=1, batch_size=2, verbose=0, shuffle=False, callbacks=[C()]); print(seen)
try: keras.Sequential([keras.layers.Dense(1)]).compile(loss="mse", optimizer="sgd", run_eagerly=True, jit_compile=True)
except Exception as e: print(type(e).__name__, e)
m4 = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1, kernel_initializer="ones")]); m4.compile(loss=lambda a, b: tf.reduce_mean(tf.abs(a - b)), optimizer="sgd", metrics=[lambda a, b: tf.reduce_max(b)])
print([round(v, 4) for v in m4.evaluate(X, y, verbose=0)], m4.metrics_names, m4.evaluate(X, y, verbose=0, return_dict=True).keys())
def my_metric(a, b): return keras.ops.mean(b)
def my_loss(a, b): return keras.ops.mean(keras.ops.abs(a - b), axis=-1)
m4.compile(loss=my_loss, metrics=[my_metric, "mse"], optimizer="sgd"); print(m4.evaluate(X, y, verbose=0, return_dict=True))
