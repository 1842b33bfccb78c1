import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

def attempt(f):
    try: print("fine", f())
    except Exception as e: print(type(e).__name__, e)

import tensorflow as tf
X, y = np.ones((6, 2), "float32"), np.ones((6, 1), "float32")
m = keras.Sequential([keras.Input((2,)), layers.Dense(1, kernel_initializer="ones")]); m.compile("sgd", "mse")
def short(f):
    try: print("fine", f())
    except Exception as e: print(type(e).__name__, str(e).split("\n")[0][:250])
attempt(lambda: m.fit(X, y[:4], verbose=0))
attempt(lambda: m.fit([X, X[:3]], y, verbose=0))
attempt(lambda: m.evaluate(X, y[:2], verbose=0))
attempt(lambda: m.fit(X, y, sample_weight=np.ones(3), verbose=0))
attempt(lambda: m.fit({"a": X}, {"b": y[:5]}, verbose=0))
attempt(lambda: m.fit("data.csv", y, verbose=0))
attempt(lambda: m.fit(3, y, verbose=0))
attempt(lambda: m.fit(X, 3, verbose=0))
attempt(lambda: m.fit(X.tolist(), y, verbose=0))
attempt(lambda: m.predict(X.tolist(), verbose=0))
attempt(lambda: m.evaluate(X, y.tolist(), verbose=0))
attempt(lambda: m.fit(X, y, validation_data=(X.tolist(), y.tolist()), verbose=0))
attempt(lambda: tf.data.Dataset.from_tensor_slices((X, y[:4])))
attempt(lambda: len(tf.data.Dataset.from_tensor_slices(X).repeat()))
attempt(lambda: tf.data.Dataset.from_tensor_slices(X).repeat().cardinality().numpy())
attempt(lambda: len(tf.data.Dataset.from_tensor_slices(X).filter(lambda v: True)))
attempt(lambda: tf.data.Dataset.from_tensor_slices(3))
attempt(lambda: m.fit(x=(i for i in [(X, y)]), y=y, verbose=0))
attempt(lambda: m.fit(iter([(X, y)]), validation_split=0.5, verbose=0))
short(lambda: m.fit(np.array([["a", "b"]]), y[:1], verbose=0))
short(lambda: m.fit(np.array([[None, 1.0]]), y[:1], verbose=0))

keras.utils.clear_session()
import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

def attempt(f):
    try: print("fine", f())
    except Exception as e: print(type(e).__name__, e)

import os
def net(*units, inp=3, names=None):
    return keras.Sequential([keras.Input((inp,))] + [layers.Dense(u, name=(names or "abcdef")[i], kernel_initializer="ones") for i, u in enumerate(units)], name="net")
net(4, 2).save_weights("w.weights.h5")
attempt(lambda: net(4, 2).load_weights("w.weights.h5"))
attempt(lambda: net(5, 2).load_weights("w.weights.h5"))
attempt(lambda: net(4).load_weights("w.weights.h5"))
attempt(lambda: net(4, 2, 2).load_weights("w.weights.h5"))
attempt(lambda: net(4, 2, names="xy").load_weights("w.weights.h5"))
attempt(lambda: net(4, 2, inp=2).load_weights("w.weights.h5", skip_mismatch=True))
attempt(lambda: net(4, 2).load_weights("none.weights.h5"))
attempt(lambda: net(4, 2).load_weights("w.txt"))
attempt(lambda: net(4, 2).save_weights("w.h5"))
attempt(lambda: net(4, 2).save_weights("w"))
attempt(lambda: net(4, 2).load_weights("w.weights.h5", by_name=True))
attempt(lambda: net(4, 2).set_weights([np.zeros((3, 4))]))
attempt(lambda: net(4, 2).set_weights([np.zeros((3, 4)), np.zeros(4), np.zeros((4, 2)), np.zeros(3)]))
attempt(lambda: net(4, 2).layers[0].set_weights([np.zeros((3, 4))]))
attempt(lambda: net(4, 2).layers[0].set_weights([np.zeros((4, 3)), np.zeros(4)]))
attempt(lambda: net(4, 2).layers[0].kernel.assign(np.zeros((2, 2))))
class Sub(keras.Model):
    def __init__(self): super().__init__(); self.d = layers.Dense(2)
    def call(self, x): return self.d(x)
attempt(lambda: Sub().load_weights("w.weights.h5"))
attempt(lambda: keras.models.load_model("w.weights.h5"))
attempt(lambda: keras.models.load_model("nothing.h5"))
attempt(lambda: keras.models.load_model("dir/model"))
open("bad.keras", "w").write("text"); attempt(lambda: keras.models.load_model("bad.keras"))
os.remove("bad.keras"); os.remove("w.weights.h5")
