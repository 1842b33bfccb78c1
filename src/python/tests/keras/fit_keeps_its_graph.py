# Between two fits: what fit() traced stays until compile(); rates, weights of samples and other shapes are taken into account.
import numpy as np
import tensorflow as tf
import keras
from keras import layers

keras.utils.set_random_seed(1)
X = np.random.rand(36, 8).astype("float32")
y = np.random.rand(36, 1).astype("float32")
drop = layers.Dropout(0.9)
m = keras.Sequential([keras.Input((8,)), drop, layers.Dense(1)])
m.compile("sgd", "mse", metrics=["mae"])


def fit(n=36, **more):
    history = m.fit(X[:n], y[:n], epochs=3, batch_size=8, shuffle=False, verbose=0, **more).history
    return {name: np.round(values, 4).tolist() for name, values in history.items()}


print(fit())
drop.rate = 0.0
print(fit())
m.layers[1].activation = keras.activations.relu
print(fit(20))
m.optimizer.learning_rate = 0.0
print(fit(), fit(sample_weight=np.linspace(0, 1, 36)))
m.set_weights([w * 0 for w in m.get_weights()])
print(fit(validation_split=0.25))
m.compile("adam", "mse")
print(fit())
m.layers[1].activation = None
print(m.predict(X[:2], verbose=0).round(4), m(X[:2]).numpy().round(4))
m.compile("adam", "mse")
print(fit())

words = tf.constant([["a b"], ["b c"], ["c"], ["a a a"]] * 4)
s = keras.Sequential([layers.TextVectorization(output_sequence_length=3, vocabulary=["a", "b", "c"]), layers.Embedding(6, 2), layers.Flatten(), layers.Dense(1)])
s.compile("sgd", "mse")
print(np.round(s.fit(words, np.arange(16.0) / 16, epochs=3, batch_size=4, shuffle=False, verbose=0).history["loss"], 4))
