import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

X = np.arange(8, dtype="float32").reshape(4, 2) / 8
ya = X[:, :1] * 2; yb = np.array([0, 1, 1, 0])
def make():
    i = keras.Input((2,), name="i"); h = layers.Dense(2, name="h")(i)
    m = keras.Model(i, [layers.Dense(1, name="price")(h), layers.Dense(2, activation="softmax", name="kind")(h)])
    m.set_weights([0.3 * np.cos(np.arange(w.size)).reshape(w.shape) for w in m.get_weights()]); return m
def go(y=None, **kw):
    m = make()
    try:
        m.compile(optimizer=keras.optimizers.SGD(0.1), **kw)
        h = m.fit(X, y if y is not None else [ya, yb], epochs=2, batch_size=2, shuffle=False, verbose=0)
        print({k: [round(v, 4) for v in vs] for k, vs in h.history.items()})
        print(m.metrics_names, [round(v, 4) for v in m.evaluate(X, y if y is not None else [ya, yb], verbose=0)])
    except Exception as e: print(type(e).__name__, str(e)[:500])
S = "sparse_categorical_crossentropy"
go(loss=["mse", S])
go(loss={"price": "mse", "kind": S}, loss_weights={"price": 0.5, "kind": 2.0}, metrics={"price": ["mae"], "kind": ["accuracy"]})
go(y={"price": ya, "kind": yb}, loss={"price": "mse", "kind": S}, metrics={"kind": "accuracy"})
go(loss=["mse", S], loss_weights=[1.0, 0.1], metrics=[["mae"], ["accuracy"]])
go(loss={"kind": S})
go(loss=["mse", None])
go(loss="mse", y=[ya, np.eye(2)[yb]])
go(loss=["mse"])
go(loss={"prise": "mse", "kind": S})
go(loss=["mse", S], loss_weights=[1.0])
go(loss=["mse", S], metrics=["mae"])
go(loss=["mse", S], metrics={"nope": "mae"})
go(loss=["mse", S], y=[ya])
