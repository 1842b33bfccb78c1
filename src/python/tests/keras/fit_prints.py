# What a program prints inside of fit(), evaluate() and predict(): once for each trace, with symbols and None.
import numpy as np
import keras
import tensorflow as tf
from keras import layers

X, y = np.ones((10, 3), "float32"), np.zeros((10, 1), "float32")


class Scale(layers.Layer):
    def build(self, input_shape):
        print("build", input_shape)
        self.w = self.add_weight(shape=(), initializer="ones", name="w")

    def call(self, x, training=False):
        print("call", x.shape, x, "training" if training else "inference")
        return x * self.w


def use(model, title, batch_size=4, **more):
    print("--", title)
    print("fit"); model.fit(X, y, batch_size=batch_size, epochs=2, verbose=0, **more)
    print("fit again"); model.fit(X, y, batch_size=batch_size, verbose=0, **more)
    print("evaluate"); model.evaluate(X, y, batch_size=batch_size, verbose=0)
    print("predict"); model.predict(X, batch_size=batch_size, verbose=0)
    print("predict 3"); model.predict(X[:3], verbose=0)


m = keras.Sequential([keras.Input((3,)), Scale(), layers.Dense(1)])
m.compile("sgd", "mse"); use(m, "built, SGD")
print("called"); m(X[:1])
m.compile("adam", "mse"); use(m, "compiled again, Adam", validation_data=(X, y))
m = keras.Sequential([Scale(), layers.Dense(1)])
m.compile("sgd", "mse", metrics=["mae"]); use(m, "not built, batches of one size", batch_size=5)
print("batches of another size"); m.fit(X, y, batch_size=2, verbose=0)
m.compile("sgd", "mse", run_eagerly=True); print("eagerly"); m.fit(X[:3], y[:3], batch_size=2, verbose=0)
m.compile("adam", "mse"); print("on batch"); m.train_on_batch(X, y); m.train_on_batch(X, y); m.test_on_batch(X, y); m.predict_on_batch(X)


class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.hidden, self.out = layers.Dense(4, activation="relu"), layers.Dense(1)

    def call(self, x, training=False):
        h = self.hidden(x)
        print(f"x {x.shape} first {x.shape[0]} rank {len(x.shape)} h {h} training {training}")
        return self.out(h)


n = Net(); n.compile("adam", "mse"); use(n, "subclass")
n = Net(); n.build((None, 3)); n.compile("sgd", "mse", metrics=["mae"]); print("evaluate first"); n.evaluate(X, y, verbose=0); use(n, "then")


class Count(keras.metrics.Metric):
    def __init__(self, name="count", **more):
        super().__init__(name=name, **more)
        self.n = self.add_weight(name="n", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        print("update", y_true.shape, y_pred)
        self.n.assign_add(tf.cast(tf.shape(y_true)[0], tf.float32))

    def result(self):
        print("result", self.n)
        return self.n


def loss(y_true, y_pred):
    d = y_true - y_pred
    print("loss", y_true, d)
    mean = tf.reduce_mean(tf.square(d))
    print("mean", mean)
    return mean


class Told(keras.callbacks.Callback):
    def on_train_batch_end(self, batch, logs=None):
        print("batch", batch, sorted(logs))


m = keras.Sequential([keras.Input((3,)), layers.Dense(1)])
m.compile("sgd", loss); print("-- loss"); m.fit(X, y, batch_size=4, epochs=2, verbose=0)
m.compile("sgd", loss, metrics=[Count()]); print("-- metric"); m.fit(X, y, batch_size=4, epochs=2, verbose=0, callbacks=[Told()]); m.evaluate(X, y, verbose=0)


class Own(keras.Model):
    def train_step(self, data):
        x, y = data
        print("train_step", x, y.shape, type(x))
        with tf.GradientTape() as tape:
            y_pred = self(x, training=True)
            value = self.compute_loss(y=y, y_pred=y_pred)
        grads = tape.gradient(value, self.trainable_variables)
        print(value, y_pred, [g.shape for g in grads])
        self.optimizer.apply_gradients(zip(grads, self.trainable_variables))
        return {"loss": value, "rows": tf.shape(x)[0]}

    def test_step(self, data):
        print("test_step", data)
        return {"loss": self.compute_loss(y=data[1], y_pred=self(data[0]))}

    def predict_step(self, data):
        print("predict_step", data)
        return self(data)


i = keras.Input((3,)); m = Own(i, layers.Dense(1)(i)); m.compile("adam", "mse"); use(m, "train_step", validation_data=(X, y))
print("-- datasets")
data = tf.data.Dataset.from_tensor_slices((X, y))
m.compile("sgd", "mse"); m.fit(data.batch(4, drop_remainder=True), epochs=2, verbose=0); print("rest"); m.fit(data.batch(4), epochs=2, verbose=0)
m.fit(data.batch(5), verbose=0); print("weights"); m.compile("sgd", "mse"); m.fit(X, y.astype("int64"), verbose=0)


class Two(keras.Model):
    def __init__(self):
        super().__init__()
        self.out = layers.Dense(1)

    def call(self, inputs):
        print("two", {name: each.shape for name, each in inputs.items()}, inputs["b"])
        return self.out(keras.ops.concatenate([inputs["a"], inputs["b"]], axis=-1))


class Pair(keras.Model):
    def __init__(self, one, other):
        super().__init__()
        self.one, self.other, self.told = one, other, keras.metrics.Mean(name="told")
        self.by = keras.optimizers.Adam()

    def train_step(self, data):
        n = keras.ops.shape(data)[0]
        made = self.one(keras.random.normal((n, 2)))
        both = keras.ops.concatenate([made, data], axis=0)
        with tf.GradientTape() as tape:
            p = self.other(both)
            value = tf.reduce_mean(tf.square(p))
        print("pair", made.shape, both.shape, p, value)
        self.by.apply_gradients(zip(tape.gradient(value, self.other.trainable_weights), self.other.trainable_weights))
        self.told.update_state(value)
        return {"told": self.told.result()}


t = Two(); t.compile("sgd", "mse"); print("-- dict"); t.fit({"a": X[:, :1], "b": X[:, 1:]}, y, batch_size=4, epochs=2, verbose=0); t.predict({"a": X[:, :1], "b": X[:, 1:]}, batch_size=5, verbose=0)
p = Pair(keras.Sequential([keras.Input((2,)), layers.Dense(3)]), keras.Sequential([keras.Input((3,)), layers.Dense(1)]))
p.compile(); print("-- pair"); p.fit(X, batch_size=4, epochs=2, verbose=0)
