import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

def attempt(f):
    try: print("fine", f())
    except Exception as e: print(type(e).__name__, e)

a, b = keras.Input((3,), name="left"), keras.Input((3,), name="right")
enc = layers.Dense(2, activation="tanh", name="enc"); ea, eb = enc(a), enc(b)
d = layers.Lambda(lambda t: keras.ops.abs(t[0] - t[1]), name="dist")([ea, eb]); out = layers.Dense(1, activation="sigmoid", name="out")(d)
m = keras.Model([a, b], out, name="siamese"); m.summary()
m.set_weights([np.cos(np.arange(w.size)).reshape(w.shape) for w in m.get_weights()])
print(m.predict([np.ones((1, 3)), np.zeros((1, 3))], verbose=0).round(4), m.count_params(), [l.name for l in m.layers])
attempt(lambda: enc.output); attempt(lambda: enc.input)
print(len(enc._inbound_nodes), enc._inbound_nodes[0].output_tensors[0].shape, ea.name, eb.name, ea is eb)
print(m.inputs, m.outputs); print(m.output_names, m.input, m.output)
e = keras.Model(a, ea); e.summary(); print(e.name, e.layers[1] is enc)
big = keras.Sequential([keras.Input((3,)), e, layers.Dense(1, name="top")]); big.summary(); print([l.name for l in big.layers])
attempt(lambda: m.predict([np.ones((1, 3))], verbose=0)); attempt(lambda: m.predict(np.ones((1, 3)), verbose=0)); attempt(lambda: m.predict([np.ones((1, 3)), np.ones((2, 3))], verbose=0))
attempt(lambda: m.predict({"left": np.ones((1, 3)), "right": np.zeros((1, 3))}, verbose=0).round(4)); attempt(lambda: m.predict({"left": np.ones((1, 3)), "wrong": np.zeros((1, 3))}, verbose=0))
attempt(lambda: m({"left": np.ones((1, 3)), "right": np.zeros((1, 3)), "more": 1})); attempt(lambda: m([np.ones((1, 3)), np.zeros((1, 3))]).numpy().round(4)); attempt(lambda: m((np.ones((1, 3)), np.zeros((1, 3)))).shape)

keras.utils.clear_session()
import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

def attempt(f):
    try: print("fine", f())
    except Exception as e: print(type(e).__name__, e)

i = {"a": keras.Input((2,), name="a"), "b": keras.Input((2,), name="b")}; s = layers.Add(name="s")([i["a"], i["b"]])
m = keras.Model(i, {"sum": s, "mean": keras.ops.mean(s, axis=-1, keepdims=True)}, name="d"); x = {"a": np.ones((2, 2)), "b": 2 * np.ones((2, 2))}
p = m.predict(x, verbose=0); print(type(p).__name__, sorted(p), {k: v.tolist() for k, v in p.items()}, m.output_names, m.output_shape, m.input_shape); m.summary()
c = m(x); print(sorted(c), c["sum"].numpy()); attempt(lambda: m.predict([np.ones((2, 2)), np.ones((2, 2))], verbose=0)["sum"].tolist()); attempt(lambda: m({"a": np.ones((2, 2))}))
j = keras.Input((2,)); l = keras.Model(j, [j, [j * 2, (j * 3,)]]); r = l.predict(np.ones((1, 2)), verbose=0); print(r, len(l.outputs), l.output_shape); l1 = keras.Model(j, [j + 1]); print(type(l1.predict(np.ones((1, 2)), verbose=0)).__name__, type(l1(np.ones((1, 2)))).__name__)
m.compile("sgd", {"sum": "mse", "mean": "mae"}, metrics={"sum": ["mae"], "mean": ["mse"]}); y = {"sum": np.zeros((2, 2)), "mean": np.zeros((2, 1))}
print(m.evaluate(x, y, verbose=0, return_dict=True), m.metrics_names, m.evaluate(x, y, verbose=0)); k = keras.Model(j, layers.Dense(2, name="q", kernel_initializer="ones")(j)); k.compile("sgd", "mse", metrics=["mae", "mse"]); print(k.evaluate(np.ones((1, 2)), np.ones((1, 2)), verbose=0, return_dict=True))
g = keras.Model(j, layers.Dense(1, activity_regularizer="l2", kernel_regularizer=keras.regularizers.L1(0.5), kernel_initializer="ones")(j)); print(g.losses); g.compile("sgd", "mse"); print(g.evaluate(np.ones((1, 2)), np.zeros((1, 1)), verbose=0)); g(np.ones((1, 2), "float32")); print([float(v) for v in g.losses])
class Many(keras.Model):
    def __init__(self): super().__init__(); self.d = layers.Dense(1, kernel_initializer="ones")
    def call(self, inputs): return {"t": self.d(inputs["x"]), "u": inputs["z"] * 2}
q = Many(); o = q({"x": np.ones((1, 2), "float32"), "z": np.ones((1, 1), "float32")}); print(sorted(o), o["t"].numpy(), q.predict({"x": np.ones((3, 2)), "z": np.ones((3, 1))}, verbose=0)["u"].ravel())
print([v.shape for v in keras.Model(j, [layers.Dense(2)(j), layers.Dense(3)(j)]).predict(np.ones((5, 2)), batch_size=2, verbose=0)], k.predict(np.ones((0, 2)), verbose=0) if False else "", k.predict(np.ones((5, 2)), batch_size=2, steps=2, verbose=0).shape)
attempt(lambda: k.predict_on_batch(np.ones((1, 3)))); attempt(lambda: k(np.ones((1, 2), dtype="int64")).dtype); attempt(lambda: k.predict(np.ones((1, 2), "float16"), verbose=0).dtype); attempt(lambda: k.predict(keras.ops.ones((1, 2)), verbose=0)); attempt(lambda: type(k(np.ones((1, 2)))))
