import warnings
import numpy as np
from tensorflow import keras

x = np.array([[1.0]]); y = np.array([[1.0]])
class Set(keras.callbacks.Callback):
    def __init__(self, **series): super().__init__(); self.series = series
    def on_epoch_end(self, epoch, logs=None):
        for k, v in self.series.items(): logs[k] = v[min(epoch, len(v) - 1)]
def run(series, epochs=10, **kw):
    m = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1, use_bias=False, kernel_initializer="zeros")])
    m.compile(optimizer=keras.optimizers.SGD(0.05), loss="mse")
    es = keras.callbacks.EarlyStopping(**kw)
    h = m.fit(x, y, epochs=epochs, callbacks=[Set(**series), es], verbose=0)
    print(len(h.epoch), es.stopped_epoch, es.best_epoch, es.best, es.wait, m.get_weights()[0].ravel().round(4))
run({"val_loss": [3, 2, 2.5, 2.6, 2.7]}, patience=2)
run({"val_loss": [3, 2, 2.5, 2.6, 2.7]}, patience=2, restore_best_weights=True, verbose=1)
run({"val_accuracy": [.1, .5, .4, .3, .2]}, monitor="val_accuracy", mode="max", patience=3, verbose=1)
run({"val_accuracy": [.1, .5, .4, .3, .2]}, monitor="val_accuracy", mode="min", patience=1)
run({"val_loss": [3, 3.5, 4]}, patience=0, restore_best_weights=True)
run({"val_loss": [3, 2.9, 2.8, 2.7]}, min_delta=0.5, patience=2)
run({"val_loss": [3, 2.9, 2.8, 2.7]}, baseline=1.0, patience=2, restore_best_weights=True, verbose=1)
run({"val_loss": [5, 6, 7, 8, 4, 5, 6]}, patience=2, start_from_epoch=4)
run({"val_loss": [5, 4, 3]}, epochs=3, patience=2, restore_best_weights=True, verbose=1)
run({"my_f1": [5, 4, 3]}, epochs=5, monitor="my_f1", mode="max", patience=2)
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    run({}, epochs=2, monitor="val_loss")
    print([(v.category.__name__, str(v.message)) for v in w])
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    keras.callbacks.EarlyStopping(mode="up"); print([str(v.message) for v in w])
try: run({"my_f1": [5, 4, 3]}, epochs=5, monitor="my_f1", patience=2)
except ValueError as e: print("ValueError", e)

keras.utils.clear_session()
import numpy as np
from tensorflow import keras

x = np.array([[1.0], [2.0]]); y = 2 * x
def make(opt):
    m = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1, use_bias=False, kernel_initializer="zeros", name="d")])
    m.compile(optimizer=opt, loss="mse")
    return m
def attempt(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
S = keras.callbacks.SwapEMAWeights
attempt(lambda: make(keras.optimizers.SGD(0.1)).fit(x, y, callbacks=[S()], verbose=0).epoch)
class Show(keras.callbacks.Callback):
    def on_test_begin(self, logs=None): print("test", self.model.get_weights()[0].ravel().round(4))
    def on_test_end(self, logs=None): print("after", self.model.get_weights()[0].ravel().round(4))
    def on_epoch_end(self, epoch, logs=None): print("end", epoch, self.model.get_weights()[0].ravel().round(4))
m = make(keras.optimizers.SGD(0.05, use_ema=True, ema_momentum=0.5))
h = m.fit(x, y, epochs=3, batch_size=1, validation_data=(x, y), callbacks=[S(), Show()], shuffle=False, verbose=0)
print([round(v, 4) for v in h.history["val_loss"]], m.get_weights()[0].ravel().round(4))
m = make(keras.optimizers.SGD(0.05, use_ema=True, ema_momentum=0.5))
m.fit(x, y, epochs=2, callbacks=[S(swap_on_epoch=True), Show()], shuffle=False, verbose=0)
print(m.get_weights()[0].ravel().round(4), [v.path for v in m.optimizer.variables])
m = make(keras.optimizers.SGD(0.05, use_ema=True, ema_momentum=0.9, ema_overwrite_frequency=2))
h = m.fit(x, y, epochs=3, batch_size=1, shuffle=False, verbose=0)
print([round(v, 4) for v in h.history["loss"]], m.get_weights()[0].ravel().round(4))
m = make(keras.optimizers.SGD(0.05)); m.d = None
h = m.fit(np.array([[1.0], [np.inf], [1.0]]), np.ones((3, 1)), batch_size=1, epochs=2, callbacks=[keras.callbacks.TerminateOnNaN(), Show()], shuffle=False, verbose=0)
print(h.history, m.stop_training)
