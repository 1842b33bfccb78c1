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

def block(x, f, name): 
    y = layers.Dense(f, activation="relu", name=name + "_a")(x); y = layers.Dense(f, name=name + "_b")(y)
    if x.shape[-1] != f: x = layers.Dense(f, name=name + "_skip")(x)
    return layers.ReLU(name=name + "_out")(layers.Add(name=name + "_add")([x, y]))
i = keras.Input((4,), name="feat"); x = block(block(i, 4, "b1"), 6, "b2"); o1 = layers.Dense(1, name="reg")(x); o2 = layers.Dense(3, activation="softmax", name="cls")(layers.Dropout(0.2)(x)); m = fixed(keras.Model(i, {"reg": o1, "cls": o2}, name="resy")); m.summary()
X = np.cos(np.arange(20)).reshape(5, 4); p = m.predict(X, verbose=0); print(sorted(p), p["reg"].round(4).ravel(), p["cls"][0].round(4)); feat = keras.Model(m.input, [m.get_layer(n).output for n in ("b1_out", "b2_add")]); print([a.shape for a in feat.predict(X, verbose=0)], feat.layers[-1].name, len(feat.layers))
enc = keras.Sequential([keras.Input((4,)), layers.Dense(2, name="code")], name="enc"); dec = keras.Sequential([keras.Input((2,)), layers.Dense(4, name="out")], name="dec"); ae = fixed(keras.Sequential([enc, dec], name="ae")); ae.summary(); ae.compile(keras.optimizers.Adam(0.1), "mse"); h = ae.fit(X, X, epochs=3, verbose=0, shuffle=False); print(r(h), enc.predict(X, verbose=0)[0].round(4), np.allclose(dec.predict(enc.predict(X, verbose=0), verbose=0), ae.predict(X, verbose=0)), ae.input_shape, ae.layers[0].name)
j = keras.Input((4,)); ens = keras.Model(j, layers.Average(name="avg")([enc(j), enc(j * 2)])); ens.summary(); print(ens.predict(X[:1], verbose=0).round(4), [l.name for l in ens.layers])
ms = [fixed(keras.Sequential([keras.Input((4,)), layers.Dense(1)], name=f"m{k}"), 0.1 * (k + 1)) for k in range(3)]; e = keras.Model(j, layers.average([mm(j) for mm in ms])); print(e.predict(X[:2], verbose=0).round(4).ravel(), len(e.weights), [w.path for w in e.weights][:2])
a = keras.Input((2, 3)); b = keras.Input((2, 3)); ops_ = {"add": layers.add, "sub": layers.subtract, "mul": layers.multiply, "max": layers.maximum, "min": layers.minimum, "cat": layers.concatenate, "avg": layers.average}; A = np.arange(6.0).reshape(1, 2, 3); B = A[:, ::-1].copy()
for n, f in ops_.items(): print(n, f([a, b]).shape, keras.Model([a, b], f([a, b])).predict([A, B], verbose=0).ravel())
print(layers.dot([a, b], axes=2).shape, keras.Model([a, b], layers.dot([a, b], axes=(2, 2), normalize=False)).predict([A, B], verbose=0).ravel(), layers.Concatenate(axis=1)([a, b]).shape)
s = keras.Sequential(name="grow"); s.add(keras.Input((4,))); s.add(layers.Dense(3)); s.add(keras.Sequential([layers.Dense(2), layers.ReLU()], name="tail")); s.summary(); s.pop(); s.add(layers.Dense(1, name="fresh")); print([l.name for l in s.layers], s.output_shape, s.built, len(s.weights)); attempt(lambda: keras.Sequential([enc, layers.Dense(1)]).output_shape); attempt(lambda: keras.Sequential([layers.Dense(2), enc])(np.ones((1, 3))))

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

base = keras.Sequential([keras.Input((6, 6, 1)), layers.Conv2D(2, 3, name="c1"), layers.BatchNormalization(name="bn"), layers.GlobalAveragePooling2D(name="gap")], name="base"); i = keras.Input((6, 6, 1), name="img"); x = base(i, training=False); o = layers.Dense(1, name="head")(x); m = keras.Model(i, o, name="tl")
def counts(): print(len(m.weights), len(m.trainable_weights), len(m.non_trainable_weights), sum(int(np.prod(w.shape)) for w in m.trainable_weights), m.count_params())
counts(); base.trainable = False; counts(); m.summary(show_trainable=True); print([l.trainable for l in m.layers], [l.trainable for l in base.layers]); base.get_layer("c1").trainable = True; counts(); base.trainable = True; base.layers[1].trainable = False; counts(); m.summary(expand_nested=True, show_trainable=True)
fixed(m); X = np.cos(np.arange(144)).reshape(4, 6, 6, 1); y = np.ones((4, 1)); before = [w.copy() for w in m.get_weights()]; m.compile(keras.optimizers.SGD(0.1), "mse"); m.fit(X, y, epochs=1, verbose=0, shuffle=False); print([not np.allclose(a, b) for a, b in zip(before, m.get_weights())]); print([w.path for w in m.trainable_weights])
m.trainable = False; counts(); m.compile("sgd", "mse"); 
import warnings
with warnings.catch_warnings(record=True) as w: warnings.simplefilter("always"); m.fit(X, y, epochs=1, verbose=0); print([str(v.message) for v in w][:1])
m.trainable = True; l = layers.Dense(2, trainable=False, name="fz"); l.build((None, 3)); print(l.trainable, len(l.trainable_weights), l.kernel.trainable, l.get_config()["trainable"]); v = l.add_weight(shape=(2,), trainable=True, name="late") if False else None
d = layers.Dense(1, name="dd"); d.build((None, 2)); d.kernel.trainable = False; print([w.name for w in d.trainable_weights], [w.name for w in d.non_trainable_weights], [w.name for w in d.weights]); attempt(lambda: setattr(d, "trainable", "yes")); print(d.trainable); attempt(lambda: setattr(d.kernel, "trainable", 3))
b = layers.BatchNormalization(); b.build((None, 3)); print([(w.name, w.trainable) for w in b.weights], len(b.trainable_variables), len(b.non_trainable_variables)); b.trainable = False; print(len(b.trainable_weights), b(np.ones((2, 3), "float32"), training=True).numpy().round(4)[0])
drop = layers.Dropout(0.5, seed=1); print(drop.weights, len(drop.variables), [v.path for v in drop.variables], drop.non_trainable_variables == drop.variables, len(drop.non_trainable_weights)); lstm = layers.LSTM(2, dropout=0.1); lstm.build((None, 3, 2)); print([w.path for w in lstm.weights], [tuple(w.shape) for w in lstm.weights], len(lstm.variables)); mm = keras.metrics.Mean(); print(mm.variables, mm.trainable_variables if hasattr(mm, "trainable_variables") else None)
