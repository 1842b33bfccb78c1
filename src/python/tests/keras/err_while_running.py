import numpy as np
import tensorflow as tf
import keras
from keras import layers


def attempt(f):
    try:
        print(f())
    except Exception as error:
        lines = [line for line in str(error).splitlines() if line.strip() and "File" not in line]
        print(type(error).__name__ + ":", *(line.rpartition(" [Op:__inference")[0] or line for line in lines), sep="\n")


m = keras.Sequential([keras.Input((3,)), layers.Dense(2, activation="softmax", name="dd")], name="mm")
m.compile("sgd", "sparse_categorical_crossentropy")
x = np.ones((1, 3))
attempt(lambda: m.fit(x, np.array([5]), verbose=0))
attempt(lambda: m.evaluate(np.ones((2, 3)), np.array([0, -2]), verbose=0))
attempt(lambda: m.train_on_batch(x, np.array([5])))
m.compile("sgd", "sparse_categorical_crossentropy", run_eagerly=True)
attempt(lambda: m.fit(x, np.array([5]), verbose=0))
e = keras.Sequential([keras.Input((2,)), layers.Embedding(3, 2, name="ee"), layers.Flatten(), layers.Dense(1)], name="em")
e.compile("sgd", "mse")
attempt(lambda: e.predict(np.array([[0, 7]]), verbose=0).shape)
attempt(lambda: e.fit(np.array([[0, 7]]), np.array([1.0]), verbose=0))
attempt(lambda: e(np.array([[0, 7]])))
attempt(lambda: layers.Softmax(axis=4)(np.ones((2, 3), "float32")))
attempt(lambda: layers.MaxPooling2D(3)(np.ones((1, 2, 2, 1), "float32")))
attempt(lambda: layers.ReLU(negative_slope=-1))
attempt(lambda: layers.Lambda(5))
attempt(lambda: layers.Lambda(lambda z: z + 1, name="plus"))
attempt(lambda: layers.IntegerLookup(max_tokens=0))
attempt(lambda: layers.RandomRotation("x"))
attempt(lambda: e.load_weights("none.h5"))
attempt(lambda: keras.utils.timeseries_dataset_from_array(np.arange(8), None, 3, sequence_stride=0))
attempt(lambda: keras.utils.timeseries_dataset_from_array(np.arange(8), None, 3, sampling_rate=9))
class Batches(keras.utils.PyDataset):
    def __len__(self): return 3
    def __getitem__(self, i): return np.zeros((2, 2)), np.zeros((2, 1))
    def on_epoch_end(self): print("end of epoch")
e.fit(Batches(), epochs=2, verbose=0)
print(e.evaluate(Batches(), verbose=0) >= 0, e.predict(Batches(), verbose=0).shape)
v = tf.Variable(3.0)
with tf.GradientTape(persistent=True) as tape:
    a, b = tf.maximum(v, 3.0) + keras.ops.maximum(3.0, v), tf.minimum(v, 3.0)
print(tape.gradient(a, v), tape.gradient(b, v))
