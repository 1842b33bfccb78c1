import numpy as np
from tensorflow import keras

X = np.arange(6, dtype="float32").reshape(-1, 1) / 5
y = np.array([0, 0, 0, 1, 1, 2])
def make(n=3, loss="sparse_categorical_crossentropy", **kw):
    m = keras.Sequential([keras.Input((1,)), keras.layers.Dense(n, activation="softmax" if n > 1 else "sigmoid")])
    m.set_weights([0.3 * np.cos(np.arange(w.size)).reshape(w.shape) for w in m.get_weights()])
    m.compile(optimizer=keras.optimizers.SGD(0.5), loss=loss, **kw)
    return m
def show(h): print({k: [round(v, 4) for v in vs] for k, vs in h.history.items()})
show(make(metrics=["accuracy"]).fit(X, y, epochs=2, verbose=0, shuffle=False))
show(make(metrics=["accuracy"]).fit(X, y, epochs=2, verbose=0, shuffle=False, class_weight={0: 1.0, 1: 2.0, 2: 5.0}))
show(make(weighted_metrics=["accuracy"]).fit(X, y, epochs=2, verbose=0, shuffle=False, class_weight={0: 1.0, 1: 2.0, 2: 5.0}))
show(make(loss="categorical_crossentropy", metrics=["accuracy"]).fit(X, np.eye(3)[y], epochs=2, verbose=0, shuffle=False, class_weight={0: 1.0, 1: 2.0, 2: 5.0}))
show(make(1, "binary_crossentropy", metrics=["accuracy"]).fit(X, (y > 0).astype(int), epochs=2, verbose=0, shuffle=False, class_weight={0: 3.0, 1: 0.5}))
def attempt(f):
    try: show(f())
    except Exception as e: print(type(e).__name__, e)
attempt(lambda: make().fit(X, y, verbose=0, shuffle=False, class_weight={0: 1.0, 1: 2.0}))
attempt(lambda: make().fit(X, y, verbose=0, shuffle=False, class_weight={0: 1.0, 1: 2.0, 2: 1.0}, sample_weight=np.ones(6)))
attempt(lambda: make().fit(X, y, verbose=0, shuffle=False, batch_size=2, class_weight={0: 2.0, 1: 2.0, 2: 2.0}, validation_split=0.34))
ds = keras.utils.PyDataset
class D(ds):
    def __len__(self): return 3
    def __getitem__(self, i): return X[2 * i:2 * i + 2], y[2 * i:2 * i + 2]
attempt(lambda: make().fit(D(), verbose=0, shuffle=False, class_weight={0: 1.0, 1: 2.0, 2: 5.0}))

keras.utils.clear_session()
import numpy as np
from tensorflow import keras

X = np.arange(5, dtype="float32").reshape(-1, 1) / 4
y = 2 * X + 1
sw = np.array([1.0, 0.0, 2.0, 1.0, 4.0])
def make(**kw):
    m = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    m.set_weights([np.array([[0.5]]), np.array([0.1])])
    m.compile(optimizer=keras.optimizers.SGD(0.1), loss="mse", **kw)
    return m
def r(v): return [round(float(i), 4) for i in np.ravel(v)]
def attempt(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, str(e)[:300])
m = make(metrics=["mae"], weighted_metrics=["mae"])
h = m.fit(X, y, sample_weight=sw, batch_size=2, epochs=2, shuffle=False, verbose=0)
print({k: r(v) for k, v in h.history.items()}, r(m.get_weights()[0]))
print(r(m.evaluate(X, y, sample_weight=sw, verbose=0)), m.metrics_names)
print({k: round(v, 4) for k, v in m.evaluate(X, y, verbose=0, return_dict=True).items()})
print(r(m.train_on_batch(X, y, sample_weight=sw)), r(m.test_on_batch(X, y, sample_weight=sw)))
h = make().fit(X, y, validation_data=(X, y, sw), epochs=1, verbose=0); print({k: r(v) for k, v in h.history.items()})
h = make().fit(X, y, sample_weight=sw, validation_split=0.4, epochs=1, shuffle=False, verbose=0); print({k: r(v) for k, v in h.history.items()})
attempt(lambda: r(make().evaluate(X, y, sample_weight=sw[:, None], verbose=0)))
attempt(lambda: make().fit(X, y, sample_weight=sw[:3], verbose=0))
m = make(loss_weights=[0.5]); print(r(m.evaluate(X, y, verbose=0)))
mm = keras.Sequential([keras.Input((3, 1)), keras.layers.Dense(1, kernel_initializer="ones")]); mm.compile(loss="mse", optimizer="sgd")
xs = np.arange(6.0).reshape(2, 3, 1)
