import os
import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

def attempt(f):
    try: print("fine", f())
    except Exception as e: print(type(e).__name__, e)

x, y = np.array([[1.0, 2.0]], "float32"), np.array([[1.0]], "float32")
def run(o, steps=4):
    m = keras.Sequential([keras.Input((2,)), layers.Dense(1, name="d")]); m.set_weights([np.array([[1.0], [2.0]]), np.array([0.5])]); m.compile(o, "mse")
    for i in range(steps): m.train_on_batch(x, y)
    return m
S = keras.optimizers.SGD
m = run(S(0.05, use_ema=True, ema_momentum=0.5)); print([np.round(v, 4).tolist() for v in m.get_weights()]); m.optimizer.finalize_variable_values(m.trainable_variables); print([np.round(v, 4).tolist() for v in m.get_weights()])
m = run(S(0.05, use_ema=True, ema_momentum=0.5, ema_overwrite_frequency=2)); print([np.round(v, 4).tolist() for v in m.get_weights()], [v.path.split("/", 1)[1] for v in m.optimizer.variables])
o = S(0.05, weight_decay=0.1); o.exclude_from_weight_decay(var_names=["bias"]); m = run(o); print([np.round(v, 4).tolist() for v in m.get_weights()])
o = keras.optimizers.AdamW(0.05, weight_decay=0.5); m = run(o); o2 = keras.optimizers.AdamW(0.05, weight_decay=0.5); o2.exclude_from_weight_decay(var_list=[]); print([np.round(v, 4).tolist() for v in m.get_weights()])
attempt(lambda: m.optimizer.exclude_from_weight_decay(var_names=["bias"]))
m = run(S(0.05, gradient_accumulation_steps=2)); print([np.round(v, 4).tolist() for v in m.get_weights()], int(m.optimizer.iterations), [v.path.split("/", 1)[1] for v in m.optimizer.variables])
m = run(S(0.05, gradient_accumulation_steps=3)); print([np.round(v, 4).tolist() for v in m.get_weights()], int(m.optimizer.iterations))
m = run(S(0.05, loss_scale_factor=4.0)); print([np.round(v, 4).tolist() for v in m.get_weights()])
L = keras.optimizers.LossScaleOptimizer; o = L(S(0.05), initial_scale=8.0, dynamic_growth_steps=2); m = run(o)
print([np.round(v, 4).tolist() for v in m.get_weights()], float(o.dynamic_scale), int(o.step_counter), int(o.iterations), float(o.scale_loss(2.0)), round(float(o.learning_rate), 4)); print(o.get_config()["initial_scale"], o.inner_optimizer.name, type(m.optimizer).__name__)
v = keras.Variable([1.0]); o = L(S(0.5), initial_scale=4.0); o.apply([keras.ops.convert_to_tensor([np.inf])], [v]); print(v.numpy(), float(o.dynamic_scale), int(o.iterations)); o.apply([keras.ops.convert_to_tensor([4.0])], [v]); print(v.numpy(), float(o.dynamic_scale), int(o.iterations))
for kw in [dict(clipnorm=0.5), dict(clipvalue=0.2), dict(global_clipnorm=0.5)]:
    m = run(S(0.1, momentum=0.9, **kw)); print(kw, [np.round(v, 4).tolist() for v in m.get_weights()])
o = S(keras.optimizers.schedules.PiecewiseConstantDecay([1, 2], [0.1, 0.01, 0.001])); m = run(o); print([np.round(v, 4).tolist() for v in m.get_weights()], round(float(o.learning_rate), 5))
o = S(lambda: 0.1); attempt(lambda: round(float(o.learning_rate), 4)); attempt(lambda: run(o, 1).get_weights()[1].round(4))

keras.utils.clear_session()
import os
import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

def attempt(f):
    try: print("fine", f())
    except Exception as e: print(type(e).__name__, e)

for n in ["SGD", "RMSprop", "Adam", "AdamW", "Adagrad", "Adadelta", "Adamax", "Nadam", "Ftrl", "Lion", "Adafactor", "Lamb"]:
    o = getattr(keras.optimizers, n)(); c = o.get_config(); print(n, c); print(getattr(keras.optimizers, n).from_config(c).name, o.name, int(o.iterations), len(o.variables))
print(keras.optimizers.serialize(keras.optimizers.SGD(0.5, momentum=0.5, name="mine")))
print(keras.optimizers.Adam(keras.optimizers.schedules.ExponentialDecay(0.1, 10, 0.5)).get_config())
o = keras.optimizers.get("adam"); print(type(o).__name__, o.learning_rate, repr(o)[:40], keras.optimizers.get(o) is o)
v = keras.Variable(np.ones((2, 1)), name="w"); o.build([v]); 
for w in o.variables: print(w.path, w.name, tuple(w.shape), w.dtype, w.trainable)
print(o.iterations, o.learning_rate, o.variables[2])
o = keras.optimizers.SGD(0.1, momentum=0.9, name="opt"); o.build([v]); print([w.path for w in o.variables], o.built)
print(keras.optimizers.LossScaleOptimizer(keras.optimizers.SGD()).get_config())
attempt(lambda: keras.optimizers.SGD(learning_rate=1).learning_rate)
for n in ["adam", "SGD", "rmsprop", "AdaGrad", "adamw", "RMSProp", "nadam", "ADAM"]: attempt(lambda: type(keras.optimizers.get(n)).__name__)

keras.utils.clear_session()
import os
import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

def attempt(f):
    try: print("fine", f())
    except Exception as e: print(type(e).__name__, e)

S = keras.optimizers.schedules
class Warm(S.LearningRateSchedule):
    def __init__(self, d, warm): self.d, self.warm = d, warm
    def __call__(self, step):
        step = keras.ops.cast(step, "float32"); return self.d ** -0.5 * keras.ops.minimum((step + 1) ** -0.5, (step + 1) * self.warm ** -1.5)
    def get_config(self): return {"d": self.d, "warm": self.warm}
w = Warm(64, 4); print([round(float(w(i)), 5) for i in range(8)], w.get_config())
print(type(S.ExponentialDecay(0.1, 10, 0.5)(3)).__name__, S.ExponentialDecay(0.1, 10, 0.5)(3), S.PiecewiseConstantDecay([2], [1.0, 0.5])(3))
m = keras.Sequential([keras.Input((1,)), layers.Dense(1, kernel_initializer="ones")]); m.compile(keras.optimizers.SGD(w), "mse"); x = np.ones((4, 1)); lrs = []
class Rec(keras.callbacks.Callback):
    def on_train_batch_end(self, b, logs=None): lrs.append(round(float(self.model.optimizer.learning_rate), 5))
h = m.fit(x, 3 * x, batch_size=1, epochs=2, verbose=0, callbacks=[Rec()], shuffle=False); print(lrs, [round(v, 4) for v in h.history["loss"]])
print(S.serialize(S.ExponentialDecay(0.1, 10, 0.5, name="e"))); print(type(S.deserialize(S.serialize(S.CosineDecay(0.1, 3)))).__name__)
c = S.CosineDecayRestarts(0.1, 4, t_mul=2.0, m_mul=0.5, alpha=0.1); print([round(float(c(i)), 5) for i in range(0, 16)])
c = S.CosineDecay(0.01, 6, alpha=0.5, warmup_target=0.1, warmup_steps=3); print([round(float(c(i)), 5) for i in range(0, 12)], c.get_config())
c = S.InverseTimeDecay(1.0, 2, 0.5, staircase=True); print([round(float(c(i)), 5) for i in range(0, 8)])
c = S.PolynomialDecay(1.0, 4, 0.1, power=0.5, cycle=True); print([round(float(c(i)), 5) for i in range(0, 10)])
c = S.PiecewiseConstantDecay([0, 3, 3], [1.0, 0.5, 0.25, 0.1]); print([round(float(c(i)), 5) for i in range(0, 6)])
o = keras.optimizers.Adam(S.ExponentialDecay(0.1, 1, 0.9)); print(o.learning_rate, float(o.learning_rate)); o.learning_rate = S.InverseTimeDecay(0.1, 1, 1); print(float(o.learning_rate))
attempt(lambda: o.learning_rate.assign(0.3)); o2 = keras.optimizers.Adam(0.1); attempt(lambda: setattr(o2, "learning_rate", S.ExponentialDecay(0.1, 1, 0.9)))
print(repr(S.ExponentialDecay(0.1, 1, 0.5))[:60], S.ExponentialDecay(0.1, 1, 0.5).name, S.CosineDecay(0.1, 1).name)
