# A pretrained part called with training=False: fit() tells the layers of a functional model itself whether they train.
import numpy as np
import keras
from keras import layers

rng = np.random.RandomState(0)
X = rng.rand(20, 8, 8, 3).astype("float32")
y = rng.randint(0, 2, 20)


class Wrapped(layers.Layer):
    def __init__(self, base):
        super().__init__()
        self.base = base

    def call(self, x):
        return self.base(x, training=False)


def run(tag, wrap=lambda base: lambda x: base(x, training=False), frozen=True):
    keras.utils.set_random_seed(2)
    base = keras.Sequential([
        keras.Input((8, 8, 3)), layers.Conv2D(4, 3, activation="relu"), layers.BatchNormalization(momentum=0.5), layers.Dropout(0.3),
        layers.GlobalAveragePooling2D(),
    ])
    base.trainable = not frozen
    i = keras.Input((8, 8, 3))
    x = layers.Dropout(0.2)(wrap(base)(layers.RandomFlip()(i)))
    m = keras.Model(i, layers.Dense(2, activation="softmax")(x))
    m.compile("sgd", "sparse_categorical_crossentropy")
    print(tag, np.round(m.fit(X, y, epochs=2, verbose=0).history["loss"], 4), base.layers[1].moving_mean.numpy().round(4))
    print(m(X[:1]).numpy().round(4), m(X[:1], training=True).numpy().round(4), m.predict(X[:1], verbose=0).round(4))


run("told in the graph")
run("told in the graph, unfrozen", frozen=False)
run("told by a layer", Wrapped)
run("told by a layer, unfrozen", Wrapped, frozen=False)
run("not told", lambda base: base)
