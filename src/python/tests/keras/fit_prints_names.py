# The names that tensors have while fit() and the Functional API trace a program's layers.
import numpy as np
import keras
import tensorflow as tf
from keras import layers, ops


class Block(layers.Layer):
    def __init__(self, units):
        super().__init__()
        self.d1 = layers.Dense(units, activation="relu")
        self.d2 = layers.Dense(units, use_bias=False)
        self.drop, self.norm, self.other = layers.Dropout(0.5), layers.BatchNormalization(), layers.LayerNormalization()

    def call(self, x, training=False):
        print("x", x, [x], f"{x}", x.name, type(x))
        for made in (self.d1(x), self.d1(x), self.d2(x), self.norm(x, training=training), self.other(x), self.drop(x, training=training)):
            print(made)
        print(ops.relu(x), ops.sum(x, axis=-1), ops.mean(x), ops.concatenate([x, x], axis=-1), ops.expand_dims(x, 1), ops.exp(x), ops.softmax(x), sep="\n")
        print(ops.add(x, 1.0), ops.multiply(x, 2.0), x + 1.0, x * 2.0, x - 1.0, x / 2.0, -x, x**2, x[:, 0], x > 0, sep="\n")
        print(tf.nn.relu(x), tf.reduce_sum(x), tf.square(x), tf.cast(x, tf.int32), tf.shape(x), tf.shape(x)[0], tf.concat([x, x], 1), sep="\n")
        return x * 1.0


class Stack(keras.Model):
    def __init__(self, *inner):
        super().__init__()
        self.inner = inner

    def call(self, x, training=False):
        for layer in self.inner:
            x = layer(x, training=training) if isinstance(layer, layers.Dropout) else layer(x)
            print(type(layer).__name__, x)
        return x


def shown(x):
    print("activation", x)
    return ops.relu(x)


X, y = np.ones((7, 6), "float32"), np.zeros((7, 1), "float32")
i = keras.Input((6,)); h = Block(5)(i); m = keras.Model(i, layers.Dense(1)(Block(5)(h)))
m.compile("sgd", "mse"); print("-- fit"); m.fit(X, y, verbose=0)
m = Stack(
    layers.Dense(8, activation="tanh"), layers.Dropout(0.5), layers.Reshape((4, 2)), layers.Conv1D(3, 2), layers.MaxPooling1D(), layers.Flatten(),
    layers.Dense(4, activation="softmax"), layers.Activation("sigmoid"), layers.Dense(3, activation="gelu"), layers.LeakyReLU(), layers.Dense(1),
)  # fmt: skip
m.compile("sgd", keras.losses.MeanSquaredError()); print("-- stack"); m.fit(X, y, batch_size=4, verbose=0)
m = keras.Sequential([keras.Input((6,)), layers.Dense(2, activation=shown), layers.Lambda(lambda t: print("lambda", t) or t * 2)])
m.compile("adam", "mse"); print("-- functions"); m.fit(X, np.zeros((7, 2)), verbose=0)
