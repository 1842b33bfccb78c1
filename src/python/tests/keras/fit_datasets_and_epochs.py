import numpy as np
import tensorflow as tf
from tensorflow import keras

X = np.arange(7, dtype="float32").reshape(-1, 1) / 7
y = 2 * X + 1
def make():
    m = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1, kernel_initializer="zeros")])
    m.compile(optimizer=keras.optimizers.SGD(0.1), loss="mse", metrics=["mae"])
    return m
def r(h): return {k: [round(float(v), 4) for v in vs] for k, vs in h.history.items()}
def attempt(f):
    try: v = f(); print(getattr(v, 'epoch', v))
    except Exception as e: print(type(e).__name__, str(e)[:400])
ds = tf.data.Dataset.from_tensor_slices((X, y)).batch(3)
print(ds, len(ds), ds.cardinality().numpy(), ds.element_spec)
m = make(); h = m.fit(ds, epochs=2, verbose=0); print(r(h), h.params)
m = make(); h = m.fit(ds.repeat(), steps_per_epoch=4, epochs=2, verbose=0); print(r(h), h.params)
m = make(); h = m.fit(ds, validation_data=ds.take(1), epochs=1, verbose=0); print(r(h))
m = make(); h = m.fit(ds, validation_data=ds.repeat(), validation_steps=2, epochs=1, verbose=0); print(r(h))
print(m.predict(ds, verbose=0).shape, m.evaluate(ds, verbose=0, return_dict=True).keys())
attempt(lambda: make().fit(ds, y, verbose=0))
attempt(lambda: make().fit(ds, sample_weight=np.ones(7), verbose=0))
attempt(lambda: make().evaluate(ds, y, verbose=0))
attempt(lambda: r(make().fit(tf.data.Dataset.from_tensor_slices((X, y, np.arange(7.0))).batch(7), verbose=0)))
attempt(lambda: make().fit(tf.data.Dataset.from_tensor_slices((X, y)), verbose=0))
attempt(lambda: r(make().fit(tf.data.Dataset.from_tensor_slices(({"x": X}, y)).batch(7), verbose=0)))

keras.utils.clear_session()
import numpy as np
from tensorflow import keras

X = np.arange(7, dtype="float32").reshape(-1, 1) / 7; y = 2 * X
def make():
    m = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1, kernel_initializer="zeros")])
    m.compile(optimizer=keras.optimizers.SGD(0.1), loss="mse"); return m
def attempt(f):
    try: v = f(); print(getattr(v, 'epoch', v))
    except Exception as e: print(type(e).__name__, str(e)[:400])
m = make(); h = m.fit(X, y, epochs=5, initial_epoch=3, verbose=2 * 0, shuffle=False); print(h.epoch, h.params, len(h.history["loss"]))
h = m.fit(X, y, epochs=3, initial_epoch=3, verbose=0); print(h.epoch, h.history)
h = m.fit(X, y, epochs=0, verbose=0); print(h.epoch, h.history)
h = m.fit(X, y, epochs=2, steps_per_epoch=2, batch_size=2, verbose=0, shuffle=False); print(h.params, int(m.optimizer.iterations))
m = make(); h = m.fit(X, y, epochs=4, validation_data=(X, y), validation_freq=2, verbose=0, shuffle=False); print({k: len(v) for k, v in h.history.items()})
m = make(); h = m.fit(X, y, epochs=5, validation_data=(X, y), validation_freq=[1, 4], verbose=0, shuffle=False); print({k: len(v) for k, v in h.history.items()})
m = make(); h = m.fit(X, y, epochs=1, batch_size=2, validation_data=(X, y), validation_batch_size=3, validation_steps=1, verbose=0, shuffle=False); print({k: np.round(v, 4).tolist() for k, v in h.history.items()})
attempt(lambda: make().fit(X, y, validation_split=1.0, verbose=0))
attempt(lambda: make().fit(X, y, validation_split=0.01, verbose=0))
attempt(lambda: make().fit(X, y, validation_data=[X, y], verbose=0).history)
attempt(lambda: make().fit(X, y[:5], verbose=0))
attempt(lambda: make().fit(X, y, validation_data=(X,), verbose=0))
attempt(lambda: make().fit(X[:0], y[:0], verbose=0))
attempt(lambda: make().fit(X, y, batch_size=0, verbose=0))
attempt(lambda: make().fit(X, y, epochs=1, steps_per_epoch=0, verbose=0))
attempt(lambda: make().fit(X, y, epochs=2, shuffel=False))
attempt(lambda: make().fit(X, verbose=0))
