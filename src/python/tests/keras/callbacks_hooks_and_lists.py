import numpy as np
from tensorflow import keras

class Trace(keras.callbacks.Callback):
    pass
def hook(name):
    def f(self, *args, **kw):
        first = args[0] if args and not isinstance(args[0], dict) else ""
        logs = kw.get("logs", args[-1] if args and isinstance(args[-1], dict) else None)
        print(name, first, None if logs is None else {k: round(float(v), 4) for k, v in logs.items()})
    return f
for n in ["train_begin", "train_end", "epoch_begin", "epoch_end", "train_batch_begin", "train_batch_end", "test_begin",
          "test_end", "test_batch_begin", "test_batch_end", "predict_begin", "predict_end"]:
    setattr(Trace, "on_" + n, hook(n))
def pb(self, batch, logs=None): print("predict_batch_end", batch, sorted(logs), np.asarray(logs["outputs"]).shape)
Trace.on_predict_batch_end = pb
m = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1, use_bias=False, kernel_initializer="zeros")])
m.compile(optimizer=keras.optimizers.SGD(0.1), loss="mse", metrics=["mae"])
x = np.array([[1.0], [2.0], [3.0]])
m.fit(x, x, batch_size=2, epochs=1, validation_data=(x[:2], x[:2]), callbacks=[Trace()], shuffle=False, verbose=0)
print("-- evaluate"); m.evaluate(x, x, batch_size=2, callbacks=[Trace()], verbose=0)
print("-- predict"); m.predict(x, batch_size=2, callbacks=[Trace()], verbose=0)
class Old(keras.callbacks.Callback):
    def on_batch_begin(self, batch, logs=None): print("old begin", batch)
    def on_batch_end(self, batch, logs=None): print("old end", batch, sorted(logs))
m.fit(x, x, batch_size=2, callbacks=[Old()], shuffle=False, verbose=0)

keras.utils.clear_session()
import numpy as np
from tensorflow import keras

x = np.array([[1.0], [2.0]]); y = 2 * x
m = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1, use_bias=False, kernel_initializer="zeros")], name="net")
m.compile(optimizer=keras.optimizers.SGD(0.1), loss="mse")
class A(keras.callbacks.Callback):
    def on_epoch_end(self, epoch, logs=None): print("A", epoch, logs is not None)
cl = keras.callbacks.CallbackList([A()], add_history=True, model=m, epochs=2, verbose=0, steps=1)
print([type(c).__name__ for c in cl.callbacks], cl.params)
cl.on_train_begin(); cl.on_epoch_begin(0); cl.on_epoch_end(0, {"loss": 1.5}); cl.on_train_end()
print(m.history.history)
cb = A(); print(cb.params, cb.model, cb.validation_data if hasattr(cb, "validation_data") else "no validation_data")
h = m.fit(x, y, epochs=2, callbacks=A(), verbose=0, shuffle=False)
print(type(h).__name__, h.epoch, h.params, h.model is m, m.history is h)
class Stop(keras.callbacks.Callback):
    def on_train_batch_end(self, batch, logs=None):
        if batch == 1: self.model.stop_training = True; print("stop")
    def on_epoch_end(self, epoch, logs=None): print("epoch end", epoch)
h = m.fit(np.ones((6, 1)), np.ones((6, 1)), batch_size=1, epochs=3, callbacks=[Stop()], verbose=0, shuffle=False)
print(h.epoch, m.stop_training, int(m.optimizer.iterations))
class ChangeLr(keras.callbacks.Callback):
    def on_epoch_begin(self, epoch, logs=None):
        self.model.optimizer.learning_rate = 0.1 * 0.5 ** epoch
        print(epoch, round(float(self.model.optimizer.learning_rate), 5), logs)
m.fit(x, y, epochs=3, callbacks=[ChangeLr()], verbose=0)
try: m.fit(x, y, callbacks=["nope"], verbose=0)
except Exception as e: print(type(e).__name__, e)
try: cl2 = keras.callbacks.CallbackList([A], model=m)
except Exception as e: print(type(e).__name__, e)
