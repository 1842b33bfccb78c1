import os
import numpy as np
from tensorflow import keras

x = np.array([[1.0], [2.0]]); y = 2 * x
def make():
    m = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1, use_bias=False, kernel_initializer="zeros")])
    m.compile(optimizer=keras.optimizers.SGD(0.1), loss="mse", metrics=["mae"])
    return m
m = make()
log = keras.callbacks.CSVLogger("log.csv")
m.fit(x, y, epochs=2, callbacks=[log], shuffle=False, verbose=0)
text = open("log.csv").read()
print(repr(text[:40]), [len(l.split(",")) for l in text.splitlines()])
print(text.splitlines()[0], text.splitlines()[1].split(",")[0])
m.fit(x, y, epochs=2, callbacks=[keras.callbacks.CSVLogger("log.csv", append=True)], shuffle=False, verbose=0)
rows = [l.split(",") for l in open("log.csv").read().splitlines()]
print(rows[0]); print([r[0] for r in rows[1:]], [round(float(r[1]), 4) for r in rows[1:]])
m = make()
m.fit(x, y, epochs=2, validation_data=(x, y), callbacks=[keras.callbacks.CSVLogger("v.tsv", separator="\t")], shuffle=False, verbose=0)
rows = [l.split("\t") for l in open("v.tsv").read().splitlines()]
print(rows[0]); print([[round(float(v), 4) for v in r] for r in rows[1:]])
class Extra(keras.callbacks.Callback):
    def on_epoch_end(self, epoch, logs=None):
        logs["arr"] = np.array([1.0, 2.0]); logs["s"] = "text"; logs["z"] = np.float32(0.5)
make().fit(x, y, epochs=1, callbacks=[Extra(), keras.callbacks.CSVLogger("e.csv")], shuffle=False, verbose=0)
print([c for c in open("e.csv").read().splitlines()][0])
print(open("e.csv").read().splitlines()[1].split(",", 1)[1])
for f in ("log.csv", "v.tsv", "e.csv"): os.remove(f)

keras.utils.clear_session()
import json, os
import numpy as np
from tensorflow import keras

x = np.array([[1.0], [2.0], [3.0]]); y = 2 * x
m = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1, use_bias=False, kernel_initializer="zeros")])
m.compile(optimizer=keras.optimizers.SGD(0.05), loss="mse", metrics=["mae"])
log = open("loss.json", mode="wt", buffering=1)
json_cb = keras.callbacks.LambdaCallback(
    on_epoch_end=lambda epoch, logs: log.write(json.dumps({"epoch": epoch, "loss": round(logs["loss"], 4)}) + "\n"),
    on_train_end=lambda logs: log.close())
print_cb = keras.callbacks.LambdaCallback(
    on_train_begin=lambda logs: print("begin", logs),
    on_train_batch_begin=lambda batch, logs: print("batch", batch, logs),
    on_train_end=lambda logs: print("end", {k: (type(v).__name__, round(v, 4)) for k, v in logs.items()}))
m.fit(x, y, epochs=2, batch_size=2, callbacks=[json_cb, print_cb], shuffle=False, verbose=0)
print(open("loss.json").read()); os.remove("loss.json")
class Best(keras.callbacks.Callback):
    def __init__(self): super().__init__(); self.best = float("inf"); self.weights = None
    def on_epoch_end(self, epoch, logs=None):
        cur = logs.get("loss"); print(logs.get("val_loss"), sorted(logs))
        if cur < self.best: self.best = cur; self.weights = self.model.get_weights()
    def on_train_end(self, logs=None): self.model.set_weights(self.weights)
b = Best(); m.fit(x, y, epochs=2, callbacks=[b], shuffle=False, verbose=0); print(round(b.best, 4))
c = keras.callbacks.LambdaCallback(my_hook=3); print(c.my_hook)
class Pred(keras.callbacks.Callback):
    def on_epoch_end(self, epoch, logs=None):
        print(self.model.predict(np.array([[10.0]]), verbose=0).round(3), round(self.model.evaluate(x, y, verbose=0)[0], 4))
h = m.fit(x, y, epochs=2, callbacks=[Pred()], shuffle=False, verbose=0); print({k: np.round(v, 4).tolist() for k, v in h.history.items()})
