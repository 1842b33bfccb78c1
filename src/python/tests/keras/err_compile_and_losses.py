import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

def attempt(f):
    try: print("fine", f())
    except Exception as e: print(type(e).__name__, e)

x, y = np.ones((4, 2)), np.ones((4, 1))
def make(): return keras.Sequential([keras.Input((2,)), layers.Dense(1, kernel_initializer="ones")])
m = make()
attempt(lambda: m.fit(x, y, verbose=0))
attempt(lambda: m.evaluate(x, y, verbose=0))
attempt(lambda: m.train_on_batch(x, y))
attempt(lambda: m.test_on_batch(x, y))
attempt(lambda: m.predict(x, verbose=0).ravel())
attempt(lambda: m.predict_on_batch(x).ravel())
attempt(lambda: (m.compiled, m.metrics, m.metrics_names))
attempt(lambda: m.optimizer)
attempt(lambda: m.loss)
attempt(lambda: m.get_compile_config())
m.compile(); attempt(lambda: (type(m.optimizer).__name__, m.loss, m.compiled))
attempt(lambda: m.fit(x, y, verbose=0))
attempt(lambda: m.evaluate(x, y, verbose=0))
attempt(lambda: make().compile(optimizer=None, loss="mse"))
attempt(lambda: make().compile(optimizer=keras.optimizers.SGD, loss="mse"))
attempt(lambda: make().compile(optimizer=3, loss="mse"))
attempt(lambda: make().compile("sgd", "mse", metrics="mae"))
attempt(lambda: make().compile("sgd", "mse", metrics={"mae"}))
attempt(lambda: make().compile("sgd", "mse", weights=3))
attempt(lambda: make().compile("sgd", "mse", sample_weight_mode="temporal"))
def late(**kw):
    m = make(); m.compile("sgd", **kw); return m.evaluate(x, y, verbose=0)
attempt(lambda: late(loss="mean_square_error"))
attempt(lambda: late(loss="mse", metrics=["acuracy"]))
attempt(lambda: late(loss=["mse", "mae"]))
attempt(lambda: late(loss=3))
attempt(lambda: late(loss="mse", metrics=[3]))
attempt(lambda: late(loss={"nope": "mse"}))

keras.utils.clear_session()
import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

def attempt(f):
    try: print("fine", f())
    except Exception as e: print(type(e).__name__, e)

x = np.ones((4, 2), "float32")
def make(units=3, loss="mse", act=None):
    m = keras.Sequential([keras.Input((2,)), layers.Dense(units, activation=act, kernel_initializer="ones", name="out")], name="net"); m.compile("sgd", loss); return m
def short(f):
    try: print("fine", f())
    except Exception as e: print(type(e).__name__, str(e).split("\n")[0][:220])
short(lambda: round(make().evaluate(x, np.ones((4, 3)), verbose=0), 4))
short(lambda: make().fit(x, np.ones((4, 2)), verbose=0))
short(lambda: make(loss="categorical_crossentropy", act="softmax").fit(x, np.array([0, 1, 2, 0]), verbose=0))
short(lambda: make(loss="binary_crossentropy", act="sigmoid").fit(x, np.array([0, 1, 1, 0]), verbose=0))
short(lambda: make(1, "binary_crossentropy", "sigmoid").evaluate(x, np.array([0, 1, 1, 0]), verbose=0) > 0)
short(lambda: make(loss="sparse_categorical_crossentropy", act="softmax").fit(x, np.eye(3)[[0, 1, 2, 0]], verbose=0))
short(lambda: make(1).fit(x, np.ones((4, 2)), verbose=0).history)
short(lambda: make(1, None).fit(x, np.ones((4, 1)), verbose=0))
short(lambda: make(1, "mse").fit(x, verbose=0))
short(lambda: make(1, "mse").fit(x, np.ones((3, 1)), verbose=0))
attempt(lambda: keras.losses.CategoricalCrossentropy()(np.array([0, 1, 2]), np.ones((3, 3)) / 3))
attempt(lambda: keras.losses.categorical_crossentropy(np.ones((3, 2)), np.ones((3, 3)) / 3))
attempt(lambda: keras.losses.SparseCategoricalCrossentropy()(np.array([[0.0, 1], [1, 0]]), np.ones((2, 3)) / 3))
attempt(lambda: float(keras.losses.MeanSquaredError()(np.ones((3, 1)), np.zeros((3,)))))
attempt(lambda: keras.losses.get("nope"))
attempt(lambda: keras.losses.get(3))
attempt(lambda: keras.losses.get(None))
attempt(lambda: keras.losses.deserialize("mse").__name__)
attempt(lambda: keras.metrics.get("nope"))
attempt(lambda: keras.metrics.CategoricalAccuracy().update_state(np.ones((3, 2)), np.ones((3, 3))))
