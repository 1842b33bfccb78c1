"""The losses of seeded fits: weights, shuffled rows, dropout, epochs and steps as Keras has them."""
import numpy as np
import keras
from keras import layers as L

rng = np.random.RandomState(0)
x, y = rng.rand(70, 5).astype("float32"), rng.rand(70, 1).astype("float32")
labels = (rng.rand(70) * 3).astype("int64")


def told(history):
    for name, values in history.history.items():
        print(" ", name, [round(float(each), 5) for each in values])


def model(*hidden, out=1, loss="mse"):
    made = keras.Sequential([L.Input((5,)), *hidden, L.Dense(out)])
    made.compile(keras.optimizers.SGD(0.1), loss)
    return made


keras.utils.set_random_seed(42)
first = model(L.Dense(8, activation="relu"))
told(first.fit(x, y, epochs=4, batch_size=16, verbose=0))
told(first.fit(x, y, epochs=2, batch_size=7, verbose=0, validation_split=0.2))
told(first.fit(x, y, epochs=3, steps_per_epoch=2, batch_size=16, verbose=0))
told(first.fit(x, y, epochs=2, batch_size=16, verbose=0, shuffle=False))
told(first.fit(x, y, epochs=2, batch_size=16, verbose=0, shuffle="batch"))
print(first.evaluate(x, y, verbose=0), first.predict(x[:2], verbose=0).tolist())

keras.utils.set_random_seed(0)
second = model(L.Dense(8, activation="tanh"), L.Dropout(0.4), L.BatchNormalization(), L.Dropout(0.2), out=3, loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True))
told(second.fit(x, labels, epochs=4, batch_size=32, verbose=0, validation_data=(x[:10], labels[:10])))
told(second.fit(x, labels, epochs=2, batch_size=32, verbose=0, class_weight={0: 1.0, 1: 2.0, 2: 0.5}))

keras.utils.set_random_seed(1)
adam = keras.Sequential([L.Input((5,)), L.Dense(4, activation="relu", kernel_initializer="he_normal"), L.GaussianNoise(0.1), L.Dense(1, activation="sigmoid")])
adam.compile("adam", "binary_crossentropy", metrics=["accuracy"])
told(adam.fit(x, (y > 0.5).astype("float32"), epochs=3, verbose=0))

keras.utils.set_random_seed(1)
steps = np.linspace(-1, 1, 240, dtype="float32").reshape(20, 4, 3)
rnn = keras.Sequential([L.Input((4, 3)), L.LSTM(4, dropout=0.3), L.Dense(1)])
rnn.compile("rmsprop", "mse")
told(rnn.fit(steps, steps[:, 0, :1], epochs=3, batch_size=8, verbose=0, validation_split=0.2))
