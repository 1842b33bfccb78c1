import os
import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

def attempt(f):
    try: print("fine", f())
    except Exception as e: print(type(e).__name__, e)

x = np.array([[1.0], [2.0], [3.0]]); y = 3 * x
def make(opt):
    m = keras.Sequential([keras.Input((1,)), layers.Dense(1, name="d", kernel_initializer="zeros")], name="net"); m.compile(optimizer=opt, loss="mse", metrics=["mae"]); return m
for name in ["SGD", "RMSprop", "Adam", "AdamW", "Adagrad", "Adadelta", "Adamax", "Nadam", "Ftrl", "Lion", "Adafactor", "Lamb"]:
    kw = {"momentum": 0.9} if name == "SGD" else {}
    m = make(getattr(keras.optimizers, name)(learning_rate=0.1, **kw)); m.fit(x, y, epochs=2, verbose=0, shuffle=False)
    m.save("o.keras"); r = keras.models.load_model("o.keras")
    same = all(np.allclose(a.numpy(), b.numpy()) for a, b in zip(m.optimizer.variables, r.optimizer.variables))
    print(name, same, len(r.optimizer.variables), [v.path for v in r.optimizer.variables][2:], r.get_weights()[0].ravel().round(4))
m = make(keras.optimizers.Adam(keras.optimizers.schedules.CosineDecay(0.1, 10))); m.fit(x, y, epochs=3, verbose=0, shuffle=False); m.save("o.keras")
r = keras.models.load_model("o.keras"); print(type(r.optimizer._learning_rate).__name__, round(float(r.optimizer.learning_rate), 5), r.optimizer.get_config()["learning_rate"])
s = {}; m.optimizer.save_own_variables(s); print(sorted(s), [np.shape(v) for v in s.values()])
o = keras.optimizers.Adam(); o.build(m.trainable_variables); o.load_own_variables(s); print(int(o.iterations), round(float(o.variables[2].numpy().ravel()[0]), 4))
r.fit(x, y, epochs=1, verbose=0); print(int(r.optimizer.iterations), r.get_compile_config().keys(), r.get_compile_config()["loss"], r.get_compile_config()["metrics"])
u = make("adam"); u.load_weights("o.keras"); print(int(u.optimizer.iterations), u.get_weights()[0].round(4))
os.remove("o.keras")

keras.utils.clear_session()
import os
import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

def attempt(f):
    try: print("fine", f())
    except Exception as e: print(type(e).__name__, e)

x = np.array([[0.0], [1.0], [2.0], [3.0]]); y = 1 - 2 * x
def fresh():
    m = keras.Sequential([keras.Input((1,)), layers.Dense(2, activation="tanh", name="h"), layers.Dropout(0.0), layers.Dense(1, name="o")], name="net")
    m.set_weights([0.5 * np.cos(np.arange(w.size)).reshape(w.shape) for w in m.get_weights()])
    m.compile(optimizer=keras.optimizers.RMSprop(0.05), loss=keras.losses.Huber(), metrics=["mae", keras.metrics.RootMeanSquaredError(name="rmse")], weighted_metrics=["mse"]); return m
m = fresh(); m.fit(x, y, epochs=2, verbose=0, shuffle=False); m.save("a.keras"); m.save("a.h5")
for f in ("a.keras", "a.h5"):
    r = keras.models.load_model(f); print(f, type(r.loss).__name__, r.loss if isinstance(r.loss, str) else r.loss.name, r.metrics_names)
    print([round(v, 4) for v in r.evaluate(x, y, verbose=0)], int(r.optimizer.iterations))
    attempt(lambda: {k: np.round(v, 4).tolist() for k, v in r.fit(x, y, epochs=2, verbose=0, shuffle=False).history.items()})
import zipfile, json
with zipfile.ZipFile("a.keras") as z:
    print(sorted(z.namelist())); c = json.loads(z.read("config.json")); print(sorted(c), c["compile_config"]["loss"], c["compile_config"]["metrics"]); md = json.loads(z.read("metadata.json")); print(sorted(md), md["keras_version"])
    print(c["build_config"], json.dumps(c["compile_config"]["optimizer"]))

print(os.path.getsize("a.keras") > 1000); os.makedirs("sub", exist_ok=True); m.save("sub/b.keras"); print(os.listdir("sub")); os.remove("sub/b.keras"); os.rmdir("sub")

attempt(lambda: m.save("no/such/dir/c.keras")); attempt(lambda: m.save("c.pt")); attempt(lambda: m.save(""))
import pathlib; attempt(lambda: m.save(pathlib.Path("p.keras"))); attempt(lambda: keras.models.load_model(pathlib.Path("p.keras")).name)
attempt(lambda: keras.models.save_model(m, "p.keras", overwrite=True)); attempt(lambda: m.save("p.keras", zipped=False))
for f in ("a.keras", "a.h5", "p.keras"): os.path.exists(f) and os.remove(f)
