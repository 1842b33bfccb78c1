import os
import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

def attempt(f):
    try: print("fine", f())
    except Exception as e: print(type(e).__name__, e)

import json
a = keras.Input((3,), name="a"); b = keras.Input((2,), name="b")
h = layers.Dense(4, activation="relu", name="h")(a); c = layers.Concatenate(name="cat")([h, b])
m = keras.Model([a, b], {"y": layers.Dense(1, name="y")(c), "z": layers.Dense(2, name="z")(h)}, name="f")
cfg = m.get_config()
print(sorted(cfg), cfg["name"], cfg["trainable"], cfg["input_layers"], cfg["output_layers"])
for l in cfg["layers"]: print(l["name"], l["class_name"], l["module"], len(l["inbound_nodes"]))
print(json.dumps(cfg["layers"][0])); print(json.dumps(cfg["layers"][2]["config"]))
print(json.dumps(cfg["layers"][2]["inbound_nodes"]))
n = keras.Model.from_config(cfg); print(type(n).__name__, n.name, n.output_shape, [l.name for l in n.layers], n.count_params())
j = m.to_json(); d = json.loads(j); print(sorted(d), d["class_name"], d["module"], d["build_config"] if "build_config" in d else None)
r = keras.models.model_from_json(j); print(r.output_names, [tuple(i.shape) for i in r.inputs])
s = m.to_json(indent=1); print(s.count("\n") > 100)
print(m.get_build_config(), m.get_layer("h").get_build_config(), m.get_layer("cat").get_build_config())
print(keras.layers.serialize(m.get_layer("h")))
print(layers.Dense.from_config(m.get_layer("h").get_config()).name)
seq = keras.Sequential([keras.Input((2,)), layers.Dense(1, name="q")], name="s"); print(seq.get_config())
seq2 = keras.Sequential([layers.Dense(1, name="q")], name="s2"); print(seq2.get_config()); print(json.loads(seq.to_json()).keys())

keras.utils.clear_session()
import os
import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

def attempt(f):
    try: print("fine", f())
    except Exception as e: print(type(e).__name__, e)

m = keras.Sequential([keras.Input((2,)), layers.Dense(3, kernel_initializer="ones", name="a"), layers.Dense(1, kernel_initializer="ones", name="b")], name="orig")
m.compile("sgd", "mse"); x = np.array([[1.0, 2.0]]); m.layers[0].trainable = False
m.layers[0].set_weights([np.full((2, 3), 5.0), np.ones(3)])
c = keras.models.clone_model(m); print(type(c).__name__, c.name, [l.name for l in c.layers], c.layers[0] is m.layers[0], c.compiled, c.layers[0].trainable)
print(m.predict(x, verbose=0), c.predict(x, verbose=0)); c.set_weights(m.get_weights()); print(c.predict(x, verbose=0))
i = keras.Input((2,), name="i"); sh = layers.Dense(2, name="sh", kernel_initializer="ones"); f = keras.Model(i, layers.Add(name="add")([sh(i), sh(sh(i))]), name="f")
g = keras.models.clone_model(f); print(type(g).__name__, g.name, [l.name for l in g.layers], g.count_params(), g.predict(x, verbose=0))
g = keras.models.clone_model(f, input_tensors=keras.Input((2,), name="other")); print([l.name for l in g.layers])
def swap(layer):
    if isinstance(layer, layers.Dense): 
        cfg = layer.get_config(); cfg["activation"] = "relu"; cfg["name"] = "r_" + cfg["name"]; return layers.Dense.from_config(cfg)
    return layer.__class__.from_config(layer.get_config())
g = keras.models.clone_model(f, clone_function=swap); print([l.name for l in g.layers], g.layers[1].activation.__name__)
attempt(lambda: [l.name for l in keras.models.clone_model(m, clone_function=swap).layers])
class Sub(keras.Model):
    def __init__(self, u=2, **kw): super().__init__(**kw); self.u = u; self.d = layers.Dense(u)
    def call(self, x): return self.d(x)
    def get_config(self): return {**super().get_config(), "u": self.u}
attempt(lambda: keras.models.clone_model(Sub(3, name="sub")).u)
attempt(lambda: keras.models.clone_model("x"))
attempt(lambda: keras.models.clone_model(layers.Dense(3)))
import copy; attempt(lambda: copy.deepcopy(m).predict(x, verbose=0)); attempt(lambda: copy.copy(m).name)
import pickle; attempt(lambda: pickle.loads(pickle.dumps(m)).predict(x, verbose=0))
