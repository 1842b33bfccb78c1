import contextlib, io, re
import numpy as np
from tensorflow import keras

X = np.linspace(0, 1, 8).reshape(-1, 1); y = (X > 0.5).astype("int32")
def make():
    m = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1, activation="sigmoid", kernel_initializer="ones")])
    m.compile(optimizer=keras.optimizers.SGD(0.5), loss="binary_crossentropy", metrics=["accuracy", "mae"])
    return m
def shown(f):
    buf = io.StringIO()
    with contextlib.redirect_stdout(buf): f()
    t = buf.getvalue()
    t = re.sub(r"\d+(ms|us|s)\b", "T", t).replace("\r", "<CR>").replace("\b", "<BS>").replace("\x1b", "<ESC>")
    return t
def last(t): return [l.split("<BS>")[-1].split("<CR>")[-1].rstrip() for l in t.split("\n")]
m = make()
for l in last(shown(lambda: m.fit(X, y, epochs=2, batch_size=4, validation_data=(X, y), shuffle=False, verbose=1))): print(repr(l))
for l in last(shown(lambda: m.evaluate(X, y))): print(repr(l))
for l in last(shown(lambda: m.predict(X))): print(repr(l))
print(repr(shown(lambda: m.evaluate(X, y, verbose=2))))
print(repr(shown(lambda: m.predict(X, verbose=2))))
print(repr(shown(lambda: m.fit(X, y, epochs=2, verbose=2))))
print(repr(shown(lambda: m.fit(X, y, epochs=1, verbose=0))))
t = shown(lambda: m.fit(X, y, epochs=1, batch_size=4, shuffle=False))
print(repr(t[:200])); print(t.count("━"), t.count("<CR>"), t.count("<ESC>"), t.count("\n"))

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

import contextlib, io
X = np.arange(8, dtype="float32").reshape(-1, 1) / 8; y = 2 * X
def shown(f):
    buf = io.StringIO()
    with contextlib.redirect_stdout(buf): f()
    t = re.sub(r"\x1b\[\d+m", "", buf.getvalue()); t = re.sub(r"\d+(ms|us|s)(/\w+)?", r"T\2", t); return [l.split("\b")[-1].split("\r")[-1].rstrip() for l in t.split("\n")]
def show(f):
    for l in shown(f): print(repr(l))
m = fixed(keras.Sequential([keras.Input((1,)), layers.Dense(1)])); m.compile(keras.optimizers.SGD(0.1), "mse", metrics=["mae"])
show(lambda: m.fit(X, y, epochs=2, batch_size=3, shuffle=False)); show(lambda: m.fit(X, y, epochs=1, batch_size=3, shuffle=False, validation_split=0.25, verbose=2)); show(lambda: m.fit(X, y, epochs=1, shuffle=False, verbose="auto")); show(lambda: m.evaluate(X, y, batch_size=2)); show(lambda: m.evaluate(X, y, verbose=2)); show(lambda: m.predict(X, batch_size=1)); show(lambda: m.predict(X, verbose=2)); show(lambda: m.predict(X, verbose=0))
show(lambda: m.fit(((X, y) for _ in range(3)), epochs=1)); show(lambda: m.fit(((X, y) for _ in range(6)), epochs=2, steps_per_epoch=3, verbose=2)); show(lambda: m.fit(tf.data.Dataset.from_tensor_slices((X, y)).batch(2), epochs=3, initial_epoch=1, verbose=1)); show(lambda: m.evaluate(tf.data.Dataset.from_tensor_slices((X, y)).batch(2).repeat(), steps=3)); show(lambda: m.predict(((X,) for _ in range(2))))
show(lambda: m.fit(X, y, epochs=1, verbose=1, callbacks=[keras.callbacks.LambdaCallback(on_epoch_end=lambda e, l: print("own", e))])); show(lambda: m.fit(X, y, epochs=12, initial_epoch=10, verbose=2)); m.compile(keras.optimizers.SGD(0.0), "mse"); show(lambda: m.fit(np.full((4, 1), np.nan), np.ones((4, 1)), verbose=2))
p = keras.utils.Progbar(5); show(lambda: [p.update(i + 1, [("loss", 1.0 / (i + 1))]) for i in range(5)]); p = keras.utils.Progbar(120, width=10, unit_name="item", stateful_metrics=["acc"]); show(lambda: [p.update(120, [("loss", 2e-5), ("acc", 0.5)], finalize=True)]); p = keras.utils.Progbar(3, verbose=2); show(lambda: [p.add(1, [("a", 1.0)]) for _ in range(3)]); p = keras.utils.Progbar(None); show(lambda: p.update(3, [("x", 2)], finalize=True))
