import os
import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

def attempt(f):
    try: print("fine", f())
    except Exception as e: print(type(e).__name__, e)

cases = dict(SGD=[{}, {"momentum": 0.9}, {"momentum": 0.9, "nesterov": True}, {"weight_decay": 0.1}], RMSprop=[{}, {"centered": True, "momentum": 0.5}], Adam=[{}, {"amsgrad": True}, {"weight_decay": 0.1}], AdamW=[{}, {"weight_decay": 0.5}],
             Adagrad=[{}, {"initial_accumulator_value": 0.0}], Adadelta=[{}], Adamax=[{}], Nadam=[{}], Ftrl=[{}, {"l1_regularization_strength": 0.1, "l2_regularization_strength": 0.1, "learning_rate_power": -0.4}, {"beta": 0.5}], Lion=[{}], Adafactor=[{}, {"relative_step": False}], Lamb=[{}])
for name, kws in cases.items():
    for kw in kws:
        v, w = keras.Variable([[1.0, -2.0], [3.0, 0.5]]), keras.Variable([0.5, -0.5])
        try:
            o = getattr(keras.optimizers, name)(learning_rate=0.1, **kw)
            for i in range(3): o.apply([keras.ops.convert_to_tensor([[0.1 * i, -0.5], [2.0, 0.0]]), keras.ops.convert_to_tensor([1.0, -1.0 + i])], [v, w])
            print(name, kw, np.round(v.numpy().ravel(), 4), np.round(w.numpy(), 5), int(o.iterations), len(o.variables))
        except Exception as e: print(name, type(e).__name__, e)

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

def f(v): return (v[0] - 1) ** 2 + 10 * (v[1] + 2) ** 2
for cls, kw in [("SGD", {}), ("SGD", {"momentum": 0.8}), ("SGD", {"momentum": 0.8, "nesterov": True}), ("RMSprop", {}), ("RMSprop", {"rho": 0.5, "momentum": 0.3, "centered": True}), ("Adam", {}), ("Adam", {"beta_1": 0.5, "beta_2": 0.8, "epsilon": 1e-3}), ("Adam", {"amsgrad": True}), ("AdamW", {"weight_decay": 0.1}), ("Adamax", {}), ("Nadam", {}), ("Adagrad", {}), ("Adadelta", {"learning_rate": 1.0}), ("Ftrl", {}), ("Lion", {}), ("Adafactor", {}), ("Lamb", {}), ("Adam", {"clipnorm": 0.1}), ("Adam", {"clipvalue": 0.1, "weight_decay": 0.05}), ("SGD", {"global_clipnorm": 0.5})]:
    o = getattr(keras.optimizers, cls)(**{"learning_rate": 0.05, **kw}); v = tf.Variable([3.0, 1.0], name="v"); out = []
    for i in range(5):
        with tf.GradientTape() as t: l = f(v)
        o.apply_gradients([(t.gradient(l, v), v)]); out.append(round(float(l), 3))
    print(cls, kw, out, v.numpy().round(5), [w.name for w in o.variables])
o = keras.optimizers.Adam(0.1); v = keras.Variable([1.0, 2.0], name="w"); u = keras.Variable([[1.0]], name="u"); o.build([v, u]); print([w.path for w in o.variables], [w.shape for w in o.variables], o.built)
print(o.apply([keras.ops.ones(2), keras.ops.ones((1, 1))]), v.numpy(), u.numpy(), int(o.iterations)); print(o.apply_gradients([(keras.ops.ones(2), v)]), v.numpy()); attempt(lambda: o.variables[2].numpy()); attempt(lambda: o.get_weights()); attempt(lambda: o.weights); attempt(lambda: o.lr); attempt(lambda: o._get_hyper("learning_rate")); attempt(lambda: o.set_weights([1])); attempt(lambda: repr(o)); attempt(lambda: o.iterations); attempt(lambda: setattr(o, "iterations", 5)); attempt(lambda: o.learning_rate.value.numpy()); attempt(lambda: keras.optimizers.Adam().learning_rate.numpy()); attempt(lambda: o.stateless_apply([w.value for w in o.variables], [keras.ops.ones(2), keras.ops.ones((1, 1))], [v.value, u.value])[0][0].numpy().round(4)); attempt(lambda: o.scale_loss(2.0)); attempt(lambda: o.assign(v, [0.0, 0.0])); attempt(lambda: v.numpy()); attempt(lambda: o.update_step(keras.ops.ones(2), v, 0.1)); attempt(lambda: v.numpy().round(4)); attempt(lambda: keras.optimizers.legacy.Adam()); attempt(lambda: keras.optimizers.Adam("0.1")); attempt(lambda: keras.optimizers.Adam(learning_rate=None)); attempt(lambda: keras.optimizers.SGD(-0.1).learning_rate.numpy()); attempt(lambda: keras.optimizers.get(keras.optimizers.SGD).__class__)
