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

X = np.arange(8, dtype="float32").reshape(-1, 1) / 8; y = 3 * X - 1
m = fixed(keras.Sequential([keras.Input((1,)), layers.Dense(3, activation="tanh"), layers.Dense(1)])); opt = keras.optimizers.Adam(0.05); loss_fn = keras.losses.MeanSquaredError(); met = keras.metrics.MeanAbsoluteError()
ds = tf.data.Dataset.from_tensor_slices((X, y)).batch(4)
@tf.function
def step(a, b):
    with tf.GradientTape() as tape: p = m(a, training=True); l = loss_fn(b, p)
    g = tape.gradient(l, m.trainable_weights); opt.apply_gradients(zip(g, m.trainable_weights)); met.update_state(b, p); return l
for e in range(3):
    ls = [float(step(a, b)) for a, b in ds]; print("epoch", e, [round(v, 5) for v in ls], round(float(met.result()), 5)); met.reset_state()
print(int(opt.iterations), [v.shape for v in opt.variables], np.round(m(X[:2]).numpy().ravel(), 4))
with tf.GradientTape(persistent=True) as tape:
    x = tf.constant([[1.0]]); tape.watch(x); out = m(x); l = tf.reduce_sum(out ** 2)
print(tape.gradient(l, x).numpy().round(4), [None if g is None else tuple(g.shape) for g in tape.gradient(l, m.trainable_variables)], tape.gradient(out, x))
for l in m.layers: l.trainable = False
with tf.GradientTape() as tape: l = tf.reduce_sum(m(X))
print(tape.gradient(l, m.trainable_variables), len(m.trainable_variables)); m.trainable = True
opt2 = keras.optimizers.SGD(0.1, momentum=0.9); w = tf.Variable([1.0, -2.0])
for _ in range(3):
    with tf.GradientTape() as tape: l = tf.reduce_sum(w ** 2)
    opt2.apply_gradients([(tape.gradient(l, w), w)]); print(w.numpy().round(4), round(float(l), 4))
attempt(lambda: opt2.minimize(lambda: tf.reduce_sum(w ** 2), [w])); print(w)
m.compile("sgd", "mse"); print(m.evaluate(ds, verbose=0), m.train_on_batch(X, y), m.metrics[0].result().numpy(), type(m.train_on_batch(X, y)).__name__); print([v.name for v in m.metrics[0].variables], m.metrics)
c = fixed(keras.Sequential([keras.Input((1,)), layers.Dense(2)])); lf = keras.losses.SparseCategoricalCrossentropy(from_logits=True, reduction="none"); print(lf(np.array([0, 1]), c(X[:2])).numpy().round(4), tf.argmax(c(X[:3]), axis=1).numpy(), tf.nn.softmax(c(X[:1])).numpy().round(4))

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

X = np.arange(10, dtype="float32").reshape(-1, 1) / 10; y = 2 * X
m = fixed(keras.Sequential([keras.Input((1,)), layers.Dense(1)])); m.compile(keras.optimizers.SGD(0.1), "mse", metrics=["mae", keras.metrics.MeanSquaredError(name="m2")], weighted_metrics=["mape"])
h = m.fit(X, y, epochs=2, batch_size=4, validation_split=0.2, shuffle=False, verbose=0); print(list(h.history), h.epoch, h.params, type(h.history["loss"]).__name__, type(h.history["loss"][0]).__name__); print(r(h))
print(m.history is h, m.metrics_names, [k.name for k in m.metrics], len(m.metrics)); e = m.evaluate(X, y, verbose=0); print(type(e).__name__, [round(v, 4) for v in e]); print({k: round(v, 4) for k, v in m.evaluate(X, y, return_dict=True, verbose=0).items()})
m.reset_metrics(); print([float(k.result()) for k in m.metrics if k.name == "loss"]); m.fit(X, y, epochs=1, verbose=0); print(list(m.get_metrics_result()), m.stop_training, m.optimizer.iterations.numpy(), m.compiled)
b = keras.Sequential([keras.Input((1,)), layers.Dense(1, activation="sigmoid", kernel_initializer="ones")]); b.compile("sgd", "binary_crossentropy", metrics=["accuracy", "AUC", "mae", keras.metrics.Precision(), keras.metrics.Recall(name="rec"), "binary_accuracy", "acc"]); yy = (X > 0.4).astype(int); h = b.fit(X, yy, epochs=1, verbose=0, shuffle=False); print(r(h)); print(b.metrics_names, [round(v, 4) for v in b.evaluate(X, yy, verbose=0)])
b.compile("sgd", "binary_crossentropy", metrics=["mae", "mae"]); print(r(b.fit(X, yy, epochs=1, verbose=0, shuffle=False)))
b.compile("sgd", "binary_crossentropy", metrics=["accuracy"], weighted_metrics=["accuracy"]); print(list(b.fit(X, yy, epochs=1, verbose=0, shuffle=False).history))
b.compile("sgd", "binary_crossentropy"); print(b.fit(X, yy, verbose=0, epochs=1).history.keys(), b.evaluate(X, yy, verbose=0, return_dict=True).keys()); p = b.predict(X, verbose=0); print(p.shape, p.dtype, type(p).__name__, (p > 0.5).astype(int).ravel())
print(b.predict(X, batch_size=3, verbose=0).shape, b.predict(tf.constant(X), verbose=0).shape, b.predict(tf.data.Dataset.from_tensor_slices(X).batch(4), verbose=0).shape, b.predict(X, steps=2, batch_size=2, verbose=0).shape)
attempt(lambda: b.evaluate(X, yy, batch_size=3, steps=2, verbose=0)); attempt(lambda: b(X).shape); attempt(lambda: b(X, training=True).dtype); attempt(lambda: b.predict(np.ones((0, 1)), verbose=0))
