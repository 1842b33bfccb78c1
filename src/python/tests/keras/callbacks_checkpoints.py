import os, re, warnings
import numpy as np
from tensorflow import keras

x = np.array([[1.0], [2.0]]); y = 2 * x
def make():
    m = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1, use_bias=False, kernel_initializer="zeros")])
    m.compile(optimizer=keras.optimizers.SGD(0.1), loss="mse", metrics=["mae"])
    return m
CK = keras.callbacks.ModelCheckpoint
def files(): 
    r = sorted(f for f in os.listdir(".") if f.endswith((".keras", ".h5")))
    for f in r: os.remove(f)
    return r
m = make(); m.fit(x, y, epochs=3, callbacks=[CK("m-{epoch:02d}-{loss:.2f}.keras")], shuffle=False, verbose=0); print(files())
m = make(); m.fit(x, y, epochs=2, callbacks=[CK("w{epoch}.weights.h5", save_weights_only=True, verbose=1)], shuffle=False, verbose=0); print(files())
m = make(); m.fit(x, y, epochs=3, validation_data=(x, y), callbacks=[CK("b.keras", save_best_only=True, verbose=1)], shuffle=False, verbose=0); print(files())
m = make(); m.fit(x, y, epochs=3, batch_size=1, callbacks=[CK("s{epoch}_{batch}.keras", save_freq=2)], shuffle=False, verbose=0); print(files())
class Set(keras.callbacks.Callback):
    def on_epoch_end(self, epoch, logs=None): logs["val_acc"] = [0.5, 0.4, 0.7][epoch]
m = make(); ck = CK("a{epoch}.keras", monitor="val_acc", save_best_only=True, mode="max", verbose=1)
m.fit(x, y, epochs=3, callbacks=[Set(), ck], shuffle=False, verbose=0); print(files(), ck.best, ck.monitor_op.__name__)
ck = CK("t{epoch}.keras", monitor="val_acc", save_best_only=True, mode="max", initial_value_threshold=0.6, verbose=1)
make().fit(x, y, epochs=3, callbacks=[Set(), ck], shuffle=False, verbose=0); print(files())
for args in [dict(filepath="x"), dict(filepath="x.h5", save_weights_only=True), dict(filepath="x.ckpt", save_weights_only=True), dict(filepath="m.keras", save_freq="batch"), dict(filepath="m.tf")]:
    try: CK(**args); print("fine")
    except Exception as e: print(type(e).__name__, e)
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    make().fit(x, y, epochs=1, callbacks=[CK("n.keras", save_best_only=True)], verbose=0)
    print([(v.category.__name__, str(v.message)) for v in w if v.category is UserWarning]); print(files())
try: make().fit(x, y, callbacks=[CK("e{nope}.keras")], verbose=0)
except Exception as e: print(type(e).__name__, e)

keras.utils.clear_session()
import os, shutil
import numpy as np
from tensorflow import keras

x = np.array([[1.0], [2.0]]); y = 2 * x
def make():
    m = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1, use_bias=False, kernel_initializer="zeros")])
    m.compile(optimizer=keras.optimizers.SGD(0.05), loss="mse")
    return m
class Stop(keras.callbacks.Callback):
    def on_epoch_begin(self, epoch, logs=None):
        if epoch == 3: raise RuntimeError("Interrupting!")
m = make()
cb = keras.callbacks.BackupAndRestore(backup_dir="bk")
try: m.fit(x, y, epochs=6, batch_size=1, callbacks=[cb, Stop()], shuffle=False, verbose=0)
except RuntimeError as e: print(type(e).__name__, e)
print(len(m.history.history["loss"]), sorted(os.listdir("bk")))
print(open("bk/training_metadata.json").read() if os.path.exists("bk/training_metadata.json") else "no metadata")
m2 = make()
h = m2.fit(x, y, epochs=6, batch_size=1, callbacks=[keras.callbacks.BackupAndRestore("bk")], shuffle=False, verbose=0)
print(h.epoch, [round(v, 5) for v in h.history["loss"]], os.path.exists("bk"))
whole = make().fit(x, y, epochs=6, batch_size=1, shuffle=False, verbose=0)
print([round(v, 5) for v in whole.history["loss"]], m2.get_weights()[0].ravel().round(4))
for kw in [dict(backup_dir=""), dict(backup_dir="b", save_freq="step"), dict(backup_dir="b", save_freq=0.5)]:
    try: c = keras.callbacks.BackupAndRestore(**kw); print("fine", c.save_freq, c.delete_checkpoint)
    except Exception as e: print(type(e).__name__, e)
keep = make(); keep.fit(x, y, epochs=2, callbacks=[keras.callbacks.BackupAndRestore("kp", delete_checkpoint=False)], verbose=0)
print(sorted(os.listdir("kp"))); shutil.rmtree("kp"); shutil.rmtree("bk", ignore_errors=True)
