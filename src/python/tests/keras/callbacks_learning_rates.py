import numpy as np
from tensorflow import keras

x = np.array([[1.0], [2.0]]); y = 2 * x
def make(opt="sgd"):
    m = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1, use_bias=False, kernel_initializer="zeros")])
    m.compile(optimizer=opt, loss="mse")
    return m
LRS = keras.callbacks.LearningRateScheduler
m = make(keras.optimizers.SGD(0.1))
h = m.fit(x, y, epochs=4, callbacks=[LRS(lambda e: 0.1 / (e + 1))], shuffle=False, verbose=0)
print({k: [round(v, 5) for v in vs] for k, vs in h.history.items()})
def schedule(epoch, lr):
    print("schedule", epoch, type(lr).__name__, round(lr, 5))
    return lr * 0.5 if epoch else lr
h = make(keras.optimizers.SGD(0.08)).fit(x, y, epochs=3, callbacks=[LRS(schedule, verbose=1)], shuffle=False, verbose=0)
print([round(v, 5) for v in h.history["learning_rate"]])
def attempt(f):
    try: f(); print("fine")
    except Exception as e: print(type(e).__name__, e)
attempt(lambda: make().fit(x, y, callbacks=[LRS(lambda e, lr: "big")], verbose=0))
attempt(lambda: make().fit(x, y, callbacks=[LRS(lambda e, lr: 1)], verbose=0))
attempt(lambda: make().fit(x, y, callbacks=[LRS(lambda e, lr: np.float32(0.1))], verbose=0))
attempt(lambda: make(keras.optimizers.SGD(keras.optimizers.schedules.ExponentialDecay(0.1, 1, 0.5))).fit(x, y, callbacks=[LRS(lambda e, lr: 0.1)], verbose=0))
m = make(); m.compile(loss="mse"); print(type(m.optimizer).__name__)
s = keras.optimizers.schedules.ExponentialDecay(0.1, 1, 0.5)
m = make(keras.optimizers.SGD(0.1)); h = m.fit(x, y, epochs=3, callbacks=[LRS(lambda e: float(s(e)))], verbose=0)
print(h.history["learning_rate"], type(h.history["learning_rate"][0]).__name__)

keras.utils.clear_session()
import re, warnings
import numpy as np
from tensorflow import keras

x = np.array([[1.0]]); y = np.array([[0.0]])
def make(lr=0.0):
    m = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1, use_bias=False, kernel_initializer="ones")])
    m.compile(optimizer=keras.optimizers.SGD(lr), loss="mse")
    return m
class Set(keras.callbacks.Callback):
    def __init__(self, values): super().__init__(); self.values = values
    def on_epoch_end(self, epoch, logs=None): logs["val"] = self.values[epoch]
vals = [5.0, 4.0, 4.0, 4.0, 4.0, 3.9999, 3.9, 3.9, 3.9, 3.9]
m = make(0.1)
rl = keras.callbacks.ReduceLROnPlateau(monitor="val", mode="min", factor=0.5, patience=2, verbose=1, min_lr=0.03)
h = m.fit(x, y, epochs=10, callbacks=[Set(vals), rl], verbose=0)
print([round(v, 4) for v in h.history["learning_rate"]], sorted(h.history))
print(rl.best, rl.wait, rl.cooldown_counter, rl.min_lr)
m = make(0.1)
rl = keras.callbacks.ReduceLROnPlateau(monitor="val", factor=0.1, patience=1, cooldown=2, mode="max", min_delta=0.5, verbose=1)
h = m.fit(x, y, epochs=10, callbacks=[Set([1, 2, 2.4, 2.4, 2.4, 2.4, 2.4, 2.4, 9, 9]), rl], verbose=0)
print([round(v, 8) for v in h.history["learning_rate"]], rl.best, rl.in_cooldown())
try: keras.callbacks.ReduceLROnPlateau(factor=1.0)
except ValueError as e: print("ValueError", e)
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    make().fit(x, y, epochs=2, callbacks=[keras.callbacks.ReduceLROnPlateau(monitor="val_acc", mode="max")], verbose=0)
    print([str(v.message) for v in w if v.category is UserWarning])
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    keras.callbacks.ReduceLROnPlateau(mode="smallest")
    print([(v.category.__name__, str(v.message)) for v in w])
m = make(0.1)
m.optimizer = keras.optimizers.SGD(keras.optimizers.schedules.ExponentialDecay(0.1, 10, 0.5))
try: m.fit(x, y, epochs=3, callbacks=[keras.callbacks.ReduceLROnPlateau(monitor="loss", patience=0, min_delta=99)], verbose=0)
except Exception as e: print(type(e).__name__, e)
